import { asIdentifier, spellOut, toCamelCase, toPascalCase, toPlural } from "../identifier.js";
import type { Union } from "../unions/unions.js";
import { wordsOf } from "../unions/unions.js";
import type { Derived } from "./taken-names.js";
import { keywords } from "./reserved-words.js";
import type { TagNames, UnionNames } from "./names.js";

/** The names of a union's helpers, from the union's own name and its tags. */
export function deriveUnionNames(union: Union, text: string): Derived<UnionNames> {
  const lower = toCamelCase(text);
  const steps = nameTags(union.tags.map(wordsOf));
  const tags = steps.map((step) => nameTag(text, step));
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

/** A tag is called by its key; two of one name by their whole paths, as far as it takes to tell them apart. */
function nameTags(paths: readonly (readonly string[])[]): readonly string[] {
  const namings: readonly ((path: readonly string[]) => string)[] = [
    (path) => toPascalCase(path.at(-1) ?? ""),
    (path) => toPascalCase(path.join(" ")),
    (path) => path.map(spellOut).join("_"),
  ];
  const attempts = namings.map((name) => paths.map((path) => name(path) || "Tag"));
  const isDistinct = (names: readonly string[]): boolean =>
    new Set(names.map((name) => name.toLowerCase())).size === names.length;
  return attempts.find(isDistinct) ?? paths.map((path, index) => `${path.map(spellOut).join("_")}_${index}`);
}

function nameTag(union: string, step: string): TagNames {
  const name = union + step;
  return {
    parameter: toParameter(step),
    type: asIdentifier(name),
    values: asIdentifier(toPlural(toCamelCase(name))),
    guard: `is${name}`,
  };
}

/** Words that the helpers' own parameters and variables have. */
const ownWords: ReadonlySet<string> = new Set(["event", "handler", "handlers", "otherwise", "value"]);

function toParameter(step: string): string {
  const name = asIdentifier(toCamelCase(step));
  return keywords.has(name) || ownWords.has(name) ? `${name}Tag` : name;
}
