import { asIdentifier, spellOut, toCamelCase, toPascalCase, toPlural } from "../identifier.js";
import type { Union } from "../unions/unions.js";
import { wordsOf } from "../unions/unions.js";
import { type Derived, deriveNames } from "./taken-names.js";
import { keywords } from "./reserved-words.js";
import type { ListenerNames, OpenMessageNames, OutsideNames, TagNames, UnionNames } from "./names.js";
import { nameParameter } from "./parameter-name.js";

/** Those of a union's names that are given together: all of them, or none. */
export type CoreNames = Omit<UnionNames, "listeners" | "constructors">;

/** The names of a union's helpers, from the union's own name and its tags; `own`: the name of its type. */
export function deriveUnionNames(union: Union, own: string, text: string): Derived<CoreNames> {
  const lower = toCamelCase(text);
  const steps = nameTags(union.tags.map(wordsOf));
  const isOutside = union.tags[0].kind === "external";
  const words = isOutside ? outsideWords : ownWords;
  const parameter = isOutside ? "body" : nameParameter(text, new Set([...words, "name"]));
  const taken = new Set([...words, parameter]);
  const isOpenOutside = isOutside && union.isOpen;
  const tags = steps.map((step) => ({
    ...nameTag(text, step, taken),
    ...(isOpenOutside ? { unknown: `Unknown${text}${step}` } : {}),
  }));
  const result: CoreNames = {
    tags,
    parameter,
    map: `${asIdentifier(text)}By${steps[0]}`,
    leafMap: `${asIdentifier(text)}By${steps.join("And")}`,
    narrow: `${asIdentifier(lower)}Is`,
    handlers: `${asIdentifier(text)}Handlers`,
    match: `match${text}`,
    matchAny: `matchAny${text}`,
    matchAsync: `match${text}Async`,
    matchAnyAsync: `matchAny${text}Async`,
    router: `${asIdentifier(text)}Router`,
    createRouter: `create${text}Router`,
    hasKnownTags: `hasKnown${text}Tags`,
    knownTags: `known${text}Tags`,
    ...(isOutside ? { outside: nameOutside(own, text, isOpenOutside) } : {}),
  };
  const { map, leafMap, narrow, handlers, match, matchAsync, router, createRouter } = result;
  const { matchAny, matchAnyAsync, hasKnownTags, knownTags, outside } = result;
  const names = [
    ...tags.flatMap(({ type, values, guard, unknown }) => [
      type,
      values,
      guard,
      ...(unknown ? [unknown] : []),
    ]),
    ...new Set([map, leafMap]),
    narrow,
    handlers,
    match,
    matchAsync,
    router,
    createRouter,
    ...(union.isOpen ? [matchAny, matchAnyAsync, hasKnownTags, knownTags] : []),
    ...(outside ? [outside.message, outside.isMessage, ...Object.values(outside.open ?? {})] : []),
  ];
  return { names, result };
}

/** The names around dotted names. They are given apart, so that a definition called `EventName` takes no more than those. */
export function deriveListenerNames(text: string): Derived<ListenerNames> {
  const result: ListenerNames = {
    type: `${asIdentifier(text)}Name`,
    map: `${asIdentifier(text)}ByName`,
    read: `${asIdentifier(toCamelCase(text))}Name`,
    arguments: `${asIdentifier(text)}ListenerArguments`,
    target: `${asIdentifier(text)}ListenerTarget`,
    emit: `emit${text}`,
  };
  return { names: Object.values(result), result };
}

/** `messagesEvent`; where that is taken, or no name, `createMessagesEvent`. */
export function listConstructorNames(type: string): readonly string[] {
  const ending = type.replace(/^_/, "");
  return [
    asIdentifier(toCamelCase(ending)),
    `create${ending.replace(/^./u, (first) => first.toUpperCase())}`,
  ];
}

/** What takes the tag and the value is called by the type; see `deriveBodyNames`, which has taken these names. */
function nameOutside(own: string, text: string, isOpen: boolean): OutsideNames {
  const { role: _, type: __, ...functions } = deriveNames(own, "definition").result;
  const open: OpenMessageNames = {
    unknown: `Unknown${text}Message`,
    isUnknown: `isUnknown${text}Message`,
    any: `Any${text}Message`,
    isAny: `isAny${text}Message`,
  };
  return {
    ...functions,
    message: `${asIdentifier(text)}Message`,
    isMessage: `is${text}Message`,
    ...(isOpen ? { open } : {}),
  };
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

function nameTag(union: string, step: string, taken: ReadonlySet<string>): TagNames {
  const name = union + step;
  return {
    parameter: toParameter(step, taken),
    type: asIdentifier(name),
    values: asIdentifier(toPlural(toCamelCase(name))),
    guard: `is${name}`,
  };
}

/** Words that the helpers' own parameters and variables have. */
const ownWords: ReadonlySet<string> = new Set([
  "emitter",
  "fields",
  "handler",
  "handlers",
  "otherwise",
  "value",
]);

/** Those of helpers that take a tag beside the value. */
const outsideWords: ReadonlySet<string> = new Set([
  "collect",
  "emitter",
  "fields",
  "handler",
  "handlers",
  "message",
  "options",
  "otherwise",
  "path",
  "issues",
  "text",
  "value",
]);

function toParameter(step: string, taken: ReadonlySet<string>): string {
  const name = asIdentifier(toCamelCase(step));
  return keywords.has(name) || taken.has(name) ? `${name}Tag` : name;
}
