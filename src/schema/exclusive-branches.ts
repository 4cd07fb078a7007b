import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { SchemaId } from "../link/linked.js";
import { subschemaId } from "../link/linked.js";
import { appendPointer } from "../pointer.js";
import { haveTag } from "./branch-tags.js";
import type { Conjunctions } from "./conjunctions.js";
import { findConjunctions } from "./conjunctions.js";
import type { DescribedNames, Start } from "./described-names.js";
import { describeNames, walkBudget } from "./described-names.js";
import type { Inference } from "./infer-types.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { NodeId } from "./schema-graph.js";
import type { Holder, Structure, StructureEdge, StructuredSchema } from "./structure.js";
import { findBelow, findHolders, findReferred, findStructure, gatherBits, isInPlace } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { admits } from "./type-set.js";

/** The schemas, and how those without a type are read. */
export interface Exclusive {
  readonly structure: Structure;
  readonly inference: Inference;
}

/** As many names the branches of one `oneOf` refuse, together. */
const refusalBudget = 1000;

/**
 * The same schemas with branches of `oneOf` that exclude each other: each refuses the properties that only others of them describe; see
 * "Exclusive branches" in docs/decisions. No type is inferred of that, and a reference to a branch leads to what stands there.
 */
export function excludeSiblings(structure: Structure, inference: Inference): Outcome<Exclusive> {
  const work: Work = {
    structure,
    conjunctions: findConjunctions(structure),
    holders: findHolders(structure),
    referred: findReferred(structure),
    closed: findClosed(structure),
    refused: new Map(),
    diagnostics: [],
  };
  // What is read to the letter.
  const tested = findBelow(structure, ({ role }) => role === "test");
  for (const schema of structure.values()) if (!tested.has(schema.id)) refuseSiblings(work, schema);
  const rewriting: Rewriting = { ...work, lowered: new Map(), settled: new Map(inference.settled) };
  for (const schema of structure.values()) rewrite(rewriting, schema);
  const { lowered, settled } = rewriting;
  const value = { structure: findStructure(lowered), inference: { ...inference, settled } };
  return { value, diagnostics: work.diagnostics };
}

interface Work {
  readonly structure: Structure;
  readonly conjunctions: Conjunctions;
  readonly holders: ReadonlyMap<SchemaId, Holder>;
  readonly referred: ReadonlySet<SchemaId>;
  /** What admits no properties but those that it describes. */
  readonly closed: ReadonlySet<SchemaId>;
  /** The names that each branch refuses. */
  readonly refused: Map<SchemaId, readonly string[]>;
  readonly diagnostics: Diagnostic[];
}

function findClosed(structure: Structure): Set<SchemaId> {
  const isFalse = ({ target }: StructureEdge): boolean => structure.get(target)?.lowered.schema === false;
  const closing = new Set(["additionalProperties", "unevaluatedProperties"]);
  const bits = gatherBits(
    structure,
    ({ edges }) => (edges.some((edge) => closing.has(edge.tokens[0]) && isFalse(edge)) ? 1 : 0),
    ({ role }) => role === "conjunct",
  );
  return new Set([...structure.values()].flatMap((schema) => (bits(schema) === 1 ? [schema.id] : [])));
}

/** Finds what each branch of a schema's `oneOf` refuses, among those that admit objects. */
function refuseSiblings(work: Work, schema: StructuredSchema): void {
  const { structure, conjunctions, refused, diagnostics } = work;
  const branches = schema.edges
    .filter(({ tokens }) => tokens[0] === "oneOf")
    .flatMap(({ target }) => structure.get(target) ?? [])
    .filter(
      (branch) => branch.lowered.schema !== false && admits(conjunctions.statedTypes(branch), "object"),
    );
  if (branches.length < 2) return;
  const ids = branches.map(({ id }) => id);
  if (haveTag(structure, schema.id, ids)) return;
  const described = branches.map((branch) =>
    describeNames(structure, [{ schema: branch, follows: () => true }]),
  );
  const beside = describeNames(structure, listBeside(work, schema));
  const lists =
    beside && described.every((each) => each !== undefined) ? listRefused(described, beside) : undefined;
  if (!lists) {
    diagnostics.push(reportTooMany(schema));
    return;
  }
  for (const [index, names] of lists.entries()) refused.set(ids[index] ?? schema.id, names);
  const open = branches.filter(({ id }) => !work.closed.has(id));
  const maps = branches.filter(
    (branch, index) => described[index]?.isMap && open.some((each) => each !== branch),
  );
  diagnostics.push(...maps.map(reportMap));
}

/** For each branch the names that only others list; undefined where they are too many. */
function listRefused(branches: readonly DescribedNames[], beside: DescribedNames): string[][] | undefined {
  let count = 0;
  const lists: string[][] = [];
  for (const branch of branches) {
    const names = new Set<string>();
    for (const { listed } of branches) {
      for (const name of listed) {
        if (names.has(name) || branch.covers(name) || beside.covers(name)) continue;
        if (++count > refusalBudget) return undefined;
        names.add(name);
      }
    }
    lists.push([...names]);
  }
  return lists;
}

/** Of the branches of these keywords none need hold beside another. */
const alternatives: ReadonlySet<string> = new Set(["oneOf", "then", "else"]);

/** What describes the same object beside the schema's `oneOf`: the schema itself, what it stands in, and what these lead to. */
function listBeside({ holders }: Work, start: StructuredSchema): Start[] {
  const starts: Start[] = [{ schema: start, follows: ({ tokens }) => tokens[0] !== "oneOf" }];
  let holder = holders.get(start.id);
  while (holder && isInPlace(holder.edge) && starts.length <= walkBudget) {
    const { schema, edge: inner } = holder;
    const isAlternative = alternatives.has(inner.tokens[0]);
    starts.push({
      schema,
      follows: (edge) => (isAlternative ? !areAlternatives(edge, inner) : edge !== inner),
    });
    holder = holders.get(schema.id);
  }
  return starts;
}

function areAlternatives({ tokens: [one] }: StructureEdge, { tokens: [other] }: StructureEdge): boolean {
  return one === other || (one !== "oneOf" && other !== "oneOf" && alternatives.has(one));
}

interface Rewriting extends Work {
  readonly lowered: Map<SchemaId, LoweredSchema>;
  readonly settled: Map<SchemaId, TypeSet>;
}

/** Adds the schema with what it refuses; where references lead to it, in a schema around it, so that they do not. */
function rewrite(rewriting: Rewriting, { id, lowered }: StructuredSchema): void {
  const { refused, lowered: result, settled } = rewriting;
  const names = refused.get(id) ?? [];
  const written = enterWrappers(rewriting, lowered);
  if (names.length === 0 || !rewriting.referred.has(id)) {
    result.set(id, written);
    addRefusals(rewriting, written, names);
    return;
  }
  const types = settled.get(id);
  const source = { ...lowered.source, id: wrapperOf(rewriting, id), value: {}, givenNames: [] };
  const wrapper = { ...bare, source, schema: { allOf: [id] } };
  result.set(source.id, wrapper);
  if (types !== undefined) settled.set(source.id, types);
  addRefusals(rewriting, wrapper, names);
  result.set(id, written);
}

const bare = { annotations: {}, ignored: [], dynamic: undefined };

/** The schema with what stands around the branches of its `oneOf` in place of those. */
function enterWrappers(work: Work, lowered: LoweredSchema): LoweredSchema {
  const { schema } = lowered;
  if (typeof schema === "boolean" || !schema.oneOf) return lowered;
  const enter = (id: NodeId): NodeId => {
    const branch = id as SchemaId;
    const isWrapped = work.referred.has(branch) && (work.refused.get(branch) ?? []).length > 0;
    return isWrapped ? wrapperOf(work, branch) : id;
  };
  return { ...lowered, schema: { ...schema, oneOf: schema.oneOf.map(enter) } };
}

function addRefusals(
  { structure, lowered: result }: Rewriting,
  lowered: LoweredSchema,
  names: readonly string[],
) {
  if (names.length === 0 || lowered.schema === false) return;
  const schema = lowered.schema === true ? {} : lowered.schema;
  const { source } = lowered;
  const refusals = names.map((name) => [name, freshId(structure, source.id, ["properties", name])] as const);
  const properties = new Map([...(schema.properties ?? []), ...refusals]);
  result.set(source.id, { ...lowered, schema: { ...schema, properties } });
  for (const [, id] of refusals) {
    result.set(id, {
      ...bare,
      source: { ...source, id, value: false, definition: false, givenNames: [] },
      schema: false,
    });
  }
}

function wrapperOf({ structure }: Work, branch: SchemaId): SchemaId {
  return freshId(structure, branch, ["exclusive"]);
}

/** The name of what stands there, and not that of a schema which only a reference finds there. */
function freshId(structure: Structure, id: SchemaId, tokens: readonly string[]): SchemaId {
  let fresh = subschemaId(id, tokens);
  while (structure.has(fresh)) fresh = subschemaId(fresh, ["exclusive"]);
  return fresh;
}

function reportTooMany({ lowered }: StructuredSchema): Diagnostic {
  const { uri, pointer } = lowered.source.place;
  return diagnose(
    "branch-overlaps",
    "The branches of this oneOf have too many names for each to refuse those of the others, so they may overlap.",
    "Give each branch a property that it requires, with a `const` of its own.",
    { uri, pointer: appendPointer(pointer, "oneOf") },
  );
}

function reportMap({ lowered }: StructuredSchema): Diagnostic {
  return diagnose(
    "branch-overlaps",
    "This branch describes properties whose names it does not list, so the others do not refuse those.",
    "List the names in `properties`, or close the other branches with `additionalProperties: false`.",
    lowered.source.place,
  );
}
