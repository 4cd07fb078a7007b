import type { Names } from "../names/names.js";

/** Every name that is given, exported or not. */
export function listNames({
  declarations,
  unions,
  imports,
  brands,
  enums,
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
    ...[...declarations.values(), ...internals.values()].flatMap((names) => Object.values(names)),
    ...[...unions.values()].flatMap(({ tags, listeners, constructors, outside, ...names }) => [
      ...tags.flatMap((tag) => Object.values(tag)),
      ...Object.values(listeners),
      ...constructors.values(),
      ...Object.values(outside ?? {}),
      ...Object.values(names),
    ]),
  ];
}

/** Names of functions and tables that only generated code uses, if anything does. */
export function listPrivateNames({ declarations, unions, internals, reading }: Names): ReadonlySet<string> {
  return new Set([
    ...[...declarations.values()].map(({ collect }) => collect),
    ...[...reading.values()].map(({ loosen }) => loosen),
    ...[...internals.values()].flatMap(({ guard, collect }) => [guard, collect]),
    ...[...unions.values()].flatMap(({ hasKnownTags, knownTags, outside }) => [
      hasKnownTags,
      knownTags,
      ...(outside ? [outside.collect] : []),
    ]),
  ]);
}
