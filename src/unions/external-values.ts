import { nodeOf } from "../facts/conjuncts.js";
import { toPascalCase } from "../identifier.js";
import type { SchemaGraph } from "../schema/schema-graph.js";
import type { ExternalMember } from "./external-members.js";

/** What a tag outside the value is for each member, in their order; undefined where nothing says it. */
export interface ExternalValues {
  readonly values: readonly (string | undefined)[];
  /** Names in the config that no member has. */
  readonly unmatched: readonly string[];
}

/** The config's values by the names of definitions; else what the schema says, in its members' order; else what sets their names apart. */
export function chooseValues(
  graph: SchemaGraph,
  members: readonly ExternalMember[],
  configured: Readonly<Record<string, string>>,
  said: readonly string[] = [],
): ExternalValues {
  const chosen = new Map(members.map((member) => [member, said[member.index]] as const));
  const unmatched: string[] = [];
  for (const [name, value] of Object.entries(configured)) {
    const found = findByName(graph, members, name);
    for (const member of found) chosen.set(member, value);
    if (found.length === 0) unmatched.push(name);
  }
  const named = members.flatMap((member) => {
    const [name] = chosen.get(member) === undefined ? listNames(graph, member) : [];
    return name === undefined ? [] : [{ member, name }];
  });
  const values = dropSharedWords(named.map(({ name }) => name));
  for (const [index, { member }] of named.entries()) chosen.set(member, values[index]);
  return { values: members.map((member) => chosen.get(member)), unmatched };
}

/** The members that have the name as it stands, or else those that have it in PascalCase. */
function findByName(graph: SchemaGraph, members: readonly ExternalMember[], name: string): ExternalMember[] {
  const exact = members.filter((member) => listNames(graph, member).includes(name));
  if (exact.length > 0) return exact;
  return members.filter((member) => listNames(graph, member).map(toPascalCase).includes(name));
}

/** Every name of the member, best first: the key of its definition, then titles. */
export function listNames(graph: SchemaGraph, { node, site }: ExternalMember): readonly string[] {
  const definition = nodeOf(graph, node);
  const titles = [definition, nodeOf(graph, site)].flatMap(({ annotations: { title } }) => title ?? []);
  return [...definition.givenNames, ...titles].filter((name) => name !== "");
}

/**
 * The names without the words that all of them end with, and then without those that all begin with, whatever their case; but words
 * that are all of a name are no affix, and stay. What stays is spelled as it was: `pull_request_event` is `pull_request` beside
 * `push$event`.
 */
export function dropSharedWords(names: readonly string[]): readonly string[] {
  const split = names.map((name) => [...name.matchAll(word)]);
  if (split.length < 2) return names;
  const words = split.map((parts) => parts.map(([text]) => text.toLowerCase()));
  const ending = countShared(words.map((each) => each.toReversed()));
  const beginning = countShared(words.map((each) => each.slice(0, each.length - ending)));
  return names.map((name, index) => {
    const kept = split[index]?.slice(beginning, split[index].length - ending) ?? [];
    const [first, last] = [kept.at(0), kept.at(-1)];
    return first && last ? name.slice(first.index, last.index + last[0].length) : name;
  });
}

/** Letters and digits, up to where a capital begins another word. */
const word = /\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}*[\p{Ll}\p{Lt}\p{Lm}\p{Lo}\p{M}\p{N}]+|\p{Lu}+/gu;

/** How many words all the lists begin with; none where they are all of a list. */
function countShared(lists: readonly (readonly string[])[]): number {
  const [first = []] = lists;
  const fewest = Math.min(...lists.map(({ length }) => length));
  let count = 0;
  while (count < fewest && lists.every((each) => each[count] === first[count])) count++;
  return count < fewest ? count : 0;
}
