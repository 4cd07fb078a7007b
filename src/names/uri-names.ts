import { spellOut, toPascalCase } from "../identifier.js";
import { isAbsoluteUri } from "../uri.js";

/** Whether the key of a definition is the URI that its author knows it by. */
export function isUriKey(key: string): boolean {
  return isAbsoluteUri(key) && URL.canParse(key) && key.includes("/");
}

/**
 * Names for URIs, best first: as many of the last segments as no other of the URIs ends in, then more. Of those that end alike, the one
 * with the fewest segments is called by the last alone. The order of the URIs changes nothing.
 */
export function nameUris(uris: Iterable<string>): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, Map<string, readonly string[]>>();
  for (const uri of uris) {
    const endings = listEndings(uri);
    const group = groups.get(endings[0] ?? "") ?? new Map<string, readonly string[]>();
    groups.set(endings[0] ?? "", group.set(uri, endings));
  }
  return new Map([...groups.values()].flatMap(nameGroup));
}

function nameGroup(group: ReadonlyMap<string, readonly string[]>): [uri: string, names: readonly string[]][] {
  const counts = new Map<string, number>();
  for (const name of [...group.values()].flat()) counts.set(name, (counts.get(name) ?? 0) + 1);
  const shortest = Math.min(...[...group.values()].map(({ length }) => length));
  const isAlone = [...group.values()].filter(({ length }) => length === shortest).length === 1;
  return [...group].map(([uri, endings]) => {
    const isFirst = isAlone && endings.length === shortest;
    return [uri, endings.filter((name, index) => counts.get(name) === 1 || (isFirst && index === 0))];
  });
}

/** `Item`, `KafkaV040Item`, `BindingsKafkaV040Item`, … for `…/bindings/kafka/0.4.0/item.json`. */
export function listEndings(uri: string): readonly string[] {
  const { hostname, pathname } = new URL(uri);
  const words: string[] = [];
  for (const segment of [hostname, ...pathname.split("/")].map(decode)) {
    const text = segment.replace(/(\.schema)?\.(json|ya?ml)$/i, "");
    if (text === "") continue;
    const word = toPascalCase(text) || spellOut(text);
    // A version says nothing without what it is of.
    if (/^v?\d[\d.]*$/i.test(text)) words.push(`${words.pop() ?? ""}V${word.replace(/^v/i, "")}`);
    else words.push(word);
  }
  return words.map((_, index) => words.slice(-index - 1).join(""));
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    // A lone `%` is no escape: it stands for itself.
    return segment;
  }
}
