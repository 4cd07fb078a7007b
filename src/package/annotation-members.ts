import { draft2020 } from "../dialect/draft-2020-12.js";
import type { JsonValue } from "../json.js";
import type { Annotations } from "../schema/schema-graph.js";

/**
 * Annotations as members of a schema of 2020-12, in the author's order. A keyword that the author's dialect did not know, and
 * that 2020-12 does, is left out: it would say more than it did. So is a `discriminator`, whose mapping names schemas as the author's
 * document has them, what no schema says, and what the author says of types. What an open enum knows is among the examples.
 */
export function annotationMembers(annotations: Annotations): (readonly [string, JsonValue])[] {
  const {
    unknown = new Map<string, JsonValue>(),
    discriminator: _,
    externalTag: _tag,
    typescriptName: _name,
    typescriptType: _type,
    typescriptOpen: _open,
    openEnum = [],
    ...known
  } = annotations;
  const { examples = [] } = known;
  const others = openEnum.filter((value) => !examples.includes(value));
  const own = { ...known, ...(openEnum.length > 0 ? { examples: [...examples, ...others] } : {}) };
  return [
    ...Object.entries(own).map(([name, value]) => [name === "comment" ? "$comment" : name, value] as const),
    ...[...unknown].filter(([name]) => !draft2020.keywords.has(name)),
  ];
}
