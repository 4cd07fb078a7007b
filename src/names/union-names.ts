import { asIdentifier, toCamelCase, toPascalCase, toPlural } from "../identifier.js";
import type { Union } from "../unions/unions.js";
import type { TagNames, UnionNames } from "./names.js";

/** The names of a union's helpers, from the union's own name and its tags; `attempt` > 0 puts `Union` into each. */
export function deriveUnionNames(
  union: Union,
  text: string,
): { names: readonly string[]; result: UnionNames } {
  const lower = toCamelCase(text);
  const tags = union.tags.map(({ path }) => nameTag(text, path.at(-1) ?? ""));
  const steps = union.tags.map(({ path }) => toPascalCase(path.at(-1) ?? "") || "Tag");
  const result: UnionNames = {
    tags,
    map: `${asIdentifier(text)}By${steps[0]}`,
    leafMap: `${asIdentifier(text)}By${steps.join("And")}`,
    narrow: `${asIdentifier(lower)}Is`,
    handlers: `${asIdentifier(text)}Handlers`,
    match: `match${text}`,
    matchAny: `matchAny${text}`,
    router: `${asIdentifier(text)}Router`,
    createRouter: `create${text}Router`,
    hasKnownTags: `hasKnown${text}Tags`,
    knownTags: `known${text}Tags`,
  };
  const { map, leafMap, narrow, handlers, match, matchAny, router, createRouter } = result;
  const { hasKnownTags, knownTags } = result;
  const names = [
    ...tags.flatMap(({ type, values, guard }) => [type, values, guard]),
    ...new Set([map, leafMap]),
    narrow,
    handlers,
    match,
    router,
    createRouter,
    ...(union.isOpen ? [matchAny, hasKnownTags, knownTags] : []),
  ];
  return { names, result };
}

function nameTag(union: string, key: string): TagNames {
  const step = toPascalCase(key) || "Tag";
  const name = union + step;
  return {
    parameter: toParameter(step),
    type: asIdentifier(name),
    values: asIdentifier(toPlural(toCamelCase(name))),
    guard: `is${name}`,
  };
}

/** Words that cannot name a parameter, or that the helper's own body uses. */
const unfit: ReadonlySet<string> = new Set(
  "break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield await async arguments eval handler handlers event otherwise value".split(
    " ",
  ),
);

function toParameter(step: string): string {
  const name = asIdentifier(toCamelCase(step));
  return unfit.has(name) ? `${name}Tag` : name;
}
