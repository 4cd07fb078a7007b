import type { SchemaId } from "../link/linked.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";
import { isInPlace, orderInPlace } from "./structure.js";

/** The side that a schema is read for, and what it withholds: the properties of the other. */
export type Side = "read" | "write";

/**
 * Which required names need not be there: those of properties that are withheld, wherever beside the requirement the property is
 * declared.
 */
export interface Waivers {
  /** Whether a schema waives a name, given those that what leads to it does. */
  readonly at: (side: Side, schema: SchemaId, given: readonly string[]) => (name: string) => boolean;
  /** The names to give to `target`: those that it requires, and does not know itself to be withheld; sorted. */
  readonly give: (
    side: Side,
    from: { readonly schema: SchemaId; readonly waived: readonly string[] },
    edge: StructureEdge,
    target: SchemaId,
  ) => readonly string[];
}

/** The keywords whose schemas are those of properties. */
export const propertyKeywords: ReadonlySet<keyof CanonicalSchema> = new Set([
  "properties",
  "patternProperties",
  "additionalProperties",
  "unevaluatedProperties",
] as const);

type IsWithheld = (edge: StructureEdge) => boolean;

export function findWaivers(structure: Structure, isWithheld: Readonly<Record<Side, IsWithheld>>): Waivers {
  const required = new Set([...structure.values()].flatMap(({ lowered }) => listRequired(lowered.schema)));
  const withheld = {
    read: findWithheld(structure, required, isWithheld.read),
    write: findWithheld(structure, required, isWithheld.write),
  };
  const names = [...new Set([...withheld.read.values(), ...withheld.write.values()].flat())].sort();
  if (names.length === 0) return noWaivers;
  const bits = new Map(names.map((name, index) => [name, 1n << BigInt(index)]));
  const toBits = (some: readonly string[]) => some.reduce((sum, name) => sum | (bits.get(name) ?? 0n), 0n);
  const toNames = (sum: bigint) => names.filter((name) => ((bits.get(name) ?? 0n) & sum) !== 0n);
  const order = orderInPlace(structure);
  const asked = gatherInPlace(order, ({ lowered }) => toBits(listRequired(lowered.schema)), isInPlace);
  const gatherSide = (side: Side) =>
    gatherWithheld(structure, order, ({ id }) => toBits(withheld[side].get(id) ?? []));
  const sides = { read: gatherSide("read"), write: gatherSide("write") };
  return {
    at: (side, schema, given) => {
      const sum = toBits(given) | sides[side].below(schema);
      return (name) => ((bits.get(name) ?? 0n) & sum) !== 0n;
    },
    give: (side, from, edge, target) => {
      if (!isInPlace(edge)) return [];
      const sum = toBits(from.waived) | sides[side].beside(from.schema, edge);
      const wanted = sum & (asked.get(target) ?? 0n) & ~sides[side].always(target);
      return wanted === 0n ? [] : toNames(wanted);
    },
  };
}

const noWaivers: Waivers = { at: () => () => false, give: () => [] };

/** What is withheld of an object, as bits: in or below a schema in some cases, or in any, or beside what an edge leads to. */
interface Withheld {
  readonly below: (schema: SchemaId) => bigint;
  readonly always: (schema: SchemaId) => bigint;
  readonly beside: Beside;
}

type Beside = (schema: SchemaId, edge: StructureEdge) => bigint;

function gatherWithheld(
  structure: Structure,
  order: readonly StructuredSchema[],
  ownBits: (schema: StructuredSchema) => bigint,
): Withheld {
  const below = gatherInPlace(order, ownBits, isInPlace);
  const always = gatherInPlace(order, ownBits, ({ role }) => role === "conjunct");
  const besides = new Map<SchemaId, (edge: StructureEdge) => bigint>();
  return {
    below: (schema) => below.get(schema) ?? 0n,
    always: (schema) => always.get(schema) ?? 0n,
    beside: (id, edge) => {
      const known = besides.get(id) ?? gatherBeside(structure, id, ownBits, below);
      besides.set(id, known);
      return known(edge);
    },
  };
}

/**
 * For each schema its own bits and those of all that the followed edges lead to, of which there may be very many; in one pass where
 * `order` has each schema after what they lead to.
 */
function gatherInPlace(
  order: readonly StructuredSchema[],
  ownBits: (schema: StructuredSchema) => bigint,
  follows: (edge: StructureEdge) => boolean,
): ReadonlyMap<SchemaId, bigint> {
  const bits = new Map(order.map((schema) => [schema.id, ownBits(schema)]));
  const holders = new Map<SchemaId, SchemaId[]>();
  for (const { id, edges } of order) {
    for (const { id: target } of edges.filter(follows).flatMap(({ targets }) => targets)) {
      if (holders.get(target)?.push(id) === undefined) holders.set(target, [id]);
    }
  }
  const pending = new Set(bits.keys());
  // A set yields what is added while it is walked, once more after it was deleted.
  for (const id of pending) {
    pending.delete(id);
    for (const holder of holders.get(id) ?? []) {
      const before = bits.get(holder) ?? 0n;
      const after = before | (bits.get(id) ?? 0n);
      if (after === before) continue;
      bits.set(holder, after);
      pending.add(holder);
    }
  }
  return bits;
}

/** Of the branches of these keywords one need not hold beside another. */
const alternatives: Readonly<Partial<Record<keyof CanonicalSchema, string>>> = {
  anyOf: "anyOf",
  oneOf: "oneOf",
  then: "then",
  else: "then",
};

/** What applies beside the target of each edge of one schema: the schema itself, and what other edges lead to. */
function gatherBeside(
  structure: Structure,
  id: SchemaId,
  ownBits: (schema: StructuredSchema) => bigint,
  below: ReadonlyMap<SchemaId, bigint>,
): (edge: StructureEdge) => bigint {
  const schema = structure.get(id);
  const groups = new Map<StructureEdge | string, bigint>();
  const groupOf = (edge: StructureEdge) => alternatives[edge.tokens[0]] ?? edge;
  for (const edge of schema?.edges.filter(isInPlace) ?? []) {
    const bits = edge.targets.reduce((sum, target) => sum | (below.get(target.id) ?? 0n), 0n);
    groups.set(groupOf(edge), (groups.get(groupOf(edge)) ?? 0n) | bits);
  }
  const beside = new Map<StructureEdge | string, bigint>();
  for (const sides of [[...groups], [...groups].reverse()]) {
    let passed = schema ? ownBits(schema) : 0n;
    for (const [group, bits] of sides) {
      beside.set(group, (beside.get(group) ?? 0n) | passed);
      passed |= bits;
    }
  }
  return (edge) => beside.get(groupOf(edge)) ?? 0n;
}

/** The names that a schema requires, some of them only beside another. */
function listRequired(schema: boolean | CanonicalSchema): string[] {
  if (typeof schema === "boolean") return [];
  return [...(schema.required ?? []), ...[...(schema.dependentRequired?.values() ?? [])].flat()];
}

/** By schema those of the required names whose property this very schema withholds. */
function findWithheld(
  structure: Structure,
  required: ReadonlySet<string>,
  isWithheld: IsWithheld,
): Map<SchemaId, string[]> {
  const found = new Map<SchemaId, string[]>();
  for (const schema of structure.values()) {
    const names = listWithheld(schema, required, isWithheld);
    if (names.length > 0) found.set(schema.id, names);
  }
  return found;
}

function listWithheld(
  { lowered: { schema }, edges }: StructuredSchema,
  required: ReadonlySet<string>,
  isWithheld: IsWithheld,
): string[] {
  if (typeof schema === "boolean") return [];
  const withheld = edges.filter((edge) => propertyKeywords.has(edge.tokens[0]) && isWithheld(edge));
  if (withheld.length === 0) return [];
  const keysOf = (keyword: keyof CanonicalSchema): Set<string> =>
    new Set(withheld.filter(({ tokens }) => tokens[0] === keyword).map(({ tokens }) => tokens[1] ?? ""));
  const named = keysOf("properties");
  const matched = keysOf("patternProperties");
  const others = keysOf("additionalProperties");
  if (matched.size + others.size === 0) return [...named].filter((name) => required.has(name));
  const patterns = (schema.patternProperties ?? []).map(({ pattern: { source, flags } }) => ({
    isWithheld: matched.has(source),
    expression: new RegExp(source, flags),
  }));
  return [...required].filter((name) => {
    const claiming = patterns.filter(({ expression }) => expression.test(name));
    const isOther = claiming.length === 0 && schema.properties?.has(name) !== true;
    return named.has(name) || claiming.some((each) => each.isWithheld) || (isOther && others.size > 0);
  });
}

/** The schema without the requirements that are waived. */
export function waive(schema: CanonicalSchema, isWaived: (name: string) => boolean): CanonicalSchema {
  const { required, dependentRequired, ...others } = schema;
  if (!listRequired(schema).some(isWaived)) return schema;
  const keep = (names: readonly string[]): string[] => names.filter((name) => !isWaived(name));
  const left = keep(required ?? []);
  const dependent = [...(dependentRequired ?? [])]
    .map(([name, names]) => [name, keep(names)] as const)
    .filter(([, names]) => names.length > 0);
  return {
    ...others,
    ...(left.length > 0 ? { required: left } : {}),
    ...(dependent.length > 0 ? { dependentRequired: new Map(dependent) } : {}),
  };
}
