import type { Applied, Site } from "../checks/check-plan.js";
import { schemaPointerOf, standsAt, toUriFragment } from "../names/schema-pointer.js";
import { formatPointer } from "../pointer.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, entryOf, joinCode, stringLiteral } from "./code.js";
import type { Models } from "./context.js";
import type { Left } from "./left.js";
import type { Reporting } from "./reporting.js";

/** The members of an object of checks; undefined where something can only be told by code. */
export type Entries = readonly Code[] | undefined;

/** The check of a part, or undefined where only code can tell it. `expected`: where the runtime takes its schema to stand. */
export type TellNode = (reporting: Reporting, applied: Applied, expected?: Site) => Code | undefined;

/** What one object of checks is printed from. */
export interface Telling {
  readonly reporting: Reporting;
  readonly tellNode: TellNode;
  /** The schema that most of the keywords are of. */
  readonly home: NodeId;
  /** Where those keywords stand that are not there. */
  readonly elsewhere: Map<string, string>;
  /** What the value may still be, once its type is known. */
  readonly left: Left;
}

/** Where a keyword stands in the published schema, as the fragment of a URI. */
export function placeOf({ graph, names }: Models, { node, tokens }: Site): string {
  return toUriFragment(schemaPointerOf(graph, names, node) + formatPointer(tokens));
}

/** Where what the tokens lead to stands, below the home. */
export function below({ home }: Telling, ...tokens: readonly string[]): Site {
  return { node: home, tokens };
}

/** Whether it stands where the other leads to. */
export function isAt(models: Models, site: Site, expected: Site): boolean {
  // Most are where they are expected, and a place takes a while to spell.
  const node = models.graph.nodes.get(site.node);
  if (site.tokens.length === 0 && standsAt(node, expected.node, expected.tokens)) return true;
  return placeOf(models, site) === placeOf(models, expected);
}

/** One member; undefined where its issue would not be that of the keyword. */
export function tell(telling: Telling, keyword: string, site: Site, value: Code): Entries {
  return isTold(telling, keyword, site) ? [entryOf(keyword, value)] : undefined;
}

/** Whether the runtime can tell where the keyword stands: at home, or at one place elsewhere. */
export function isTold(telling: Telling, keyword: string, site: Site): boolean {
  if (site.tokens.length !== 1 || site.tokens[0] !== keyword) return false;
  if (site.node === telling.home) return true;
  const { models } = telling.reporting;
  if (isAt(models, site, below(telling, keyword))) return true;
  const place = placeOf(models, site);
  if ((telling.elsewhere.get(keyword) ?? place) !== place) return false;
  telling.elsewhere.set(keyword, place);
  return true;
}

/** All of the members, in order. */
export function together(parts: readonly Entries[]): Entries {
  const members: Code[] = [];
  for (const part of parts) {
    if (part === undefined) return undefined;
    for (const each of part) members.push(each);
  }
  return members;
}

/** Whether each of the kinds comes once at most, in the order in which the runtime asks for them. */
export function areInOrder(kinds: readonly string[], order: readonly string[]): boolean {
  let before = -1;
  for (const kind of kinds) {
    const index = order.indexOf(kind);
    if (index <= before) return false;
    before = index;
  }
  return true;
}

export function objectCode(members: readonly Code[]): Code {
  return code`{ ${joinCode(members, ", ")} }`;
}

/** The member that says where something stands, unless that is where it is expected. */
export function atEntry(models: Models, site: Site, expected: Site | undefined): readonly Code[] {
  if (expected && isAt(models, site, expected)) return [];
  return [entryOf("at", stringLiteral(placeOf(models, site)))];
}
