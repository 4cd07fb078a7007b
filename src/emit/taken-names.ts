import type { Names } from "../names/names.js";

/** Every name that is given, exported or not. */
export function listNames({
  declarations,
  unions,
  imports,
  brands,
  enums,
  schemas,
  internals,
  reading,
  extensions,
}: Names): string[] {
  return [
    ...extensions.values(),
    ...imports.values(),
    ...[...reading.values()].flatMap((names) => Object.values(names)),
    ...[...brands.values()].flatMap((names) => Object.values(names)),
    ...[...enums.values()].flatMap(({ object, values }) => [object, values]),
    ...[...schemas.values()].flatMap(({ object, definition }) => [definition, ...(object ? [object] : [])]),
    ...[...declarations.values(), ...internals.values()].flatMap((names) => Object.values(names)),
    ...[...unions.values()].flatMap(
      ({ tags, listeners, constructors, outside: { open = {}, ...outside } = {}, ...names }) => [
        ...tags.flatMap((tag) => Object.values(tag)),
        ...Object.values(listeners),
        ...constructors.values(),
        ...Object.values(outside),
        ...Object.values(open),
        ...Object.values(names),
      ],
    ),
  ];
}

/** Names of functions and tables that only generated code uses, if anything does. */
export function listPrivateNames({
  declarations,
  unions,
  internals,
  schemas,
  reading,
}: Names): ReadonlySet<string> {
  return new Set([
    ...[...declarations.values()].map(({ collect }) => collect),
    ...[...schemas.values()].map(({ definition }) => definition),
    ...[...reading.values()].map(({ loosen }) => loosen),
    ...[...internals.values()].flatMap(({ guard, collect }) => [guard, collect]),
    ...[...unions.values()].flatMap(({ hasKnownTags, knownTags, outside }) => [
      hasKnownTags,
      knownTags,
      ...(outside ? [outside.collect] : []),
    ]),
  ]);
}
