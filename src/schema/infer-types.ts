import type { SchemaId } from "../link/linked.js";
import type { Conjunctions } from "./conjunctions.js";
import { findConjunctions } from "./conjunctions.js";
import type { SpokenType } from "./keyword-traits.js";
import type { Structure, StructuredSchema } from "./structure.js";
import { findBelow } from "./structure.js";
import type { TypeSet } from "./type-set.js";
import { typeSetOf } from "./type-set.js";

/** How schemas without a type are read, each where it stands. */
export interface Inference {
  /** The type that a schema gets. */
  readonly inferred: ReadonlyMap<SchemaId, SpokenType>;
  /**
   * The types that something has settled on for the instance of a schema. Absent where nothing has: then whatever a reference leads
   * to may be read as it reads itself.
   */
  readonly settled: ReadonlyMap<SchemaId, TypeSet>;
  /** Schemas that stand below a `not`, an `if` or a `contains`, and are read to the letter. */
  readonly tested: ReadonlySet<SchemaId>;
}

/** Nothing is inferred. */
export function inferNothing(structure: Structure): Inference {
  return { inferred: new Map(), settled: new Map(), tested: findTested(structure) };
}

function findTested(structure: Structure): ReadonlySet<SchemaId> {
  return findBelow(structure, ({ role }) => role === "test");
}

interface Work {
  readonly conjunctions: Conjunctions;
  readonly inferred: Map<SchemaId, SpokenType>;
  readonly settled: Map<SchemaId, TypeSet>;
  readonly tested: ReadonlySet<SchemaId>;
  /** Schemas still to be read that nothing else applies beside: definitions, children, and branches where nothing is settled. */
  readonly tops: StructuredSchema[];
}

/** Reads every schema by what its author most likely means; see "Untyped schemas" in docs/decisions. */
export function inferTypes(structure: Structure): Inference {
  const work: Work = {
    conjunctions: findConjunctions(structure),
    inferred: new Map(),
    settled: new Map(),
    tested: findTested(structure),
    tops: listStandalone(structure),
  };
  for (let top = work.tops.pop(); top !== undefined; top = work.tops.pop()) {
    readInPlace(work, top, settleTop(work, top));
  }
  return work;
}

/** Definitions, and whatever stands in no schema. */
function listStandalone(structure: Structure): StructuredSchema[] {
  const isInline = new Uint8Array(structure.size);
  for (const { edges } of structure.values()) {
    for (const { inline, targets } of edges) if (inline) for (const { index } of targets) isInline[index] = 1;
  }
  return [...structure.values()].filter(({ index }) => isInline[index] === 0);
}

const spokenTypes: readonly SpokenType[] = ["object", "array", "string", "number"];

/** The types of the top's instance; undefined where nothing states or speaks of any. */
function settleTop({ conjunctions, inferred }: Work, top: StructuredSchema): TypeSet | undefined {
  if (conjunctions.states(top)) return conjunctions.statedTypes(top);
  const spoken = conjunctions.spokenTypes(top);
  // A branch that states a type says nothing of its siblings: `anyOf: [{type: "null"}, {properties: …}]` is a nullable object.
  if (spoken === 0) return undefined;
  if (conjunctions.branchStates(top)) return conjunctions.statedTypes(top);
  const only = spokenTypes.find((type) => typeSetOf([type]) === spoken);
  // Where only references speak, what they lead to says it itself.
  if (only !== undefined && conjunctions.spokenInline(top) !== 0) inferred.set(top.id, only);
  return only === undefined ? conjunctions.statedTypes(top) : spoken;
}

/** Hands what is settled on to all that applies in place, and finds the tops below. */
function readInPlace(
  { conjunctions, settled: known, tops }: Work,
  top: StructuredSchema,
  settled: TypeSet | undefined,
): void {
  const stack = [{ schema: top, types: settled }];
  for (let place = stack.pop(); place; place = stack.pop()) {
    const { schema, types } = place;
    if (types !== undefined) known.set(schema.id, types);
    for (const { role, targets, inline } of schema.edges) {
      if (!inline || role === "test") continue;
      for (const target of targets) {
        if (role === "conjunct") stack.push({ schema: target, types });
        else if (role === "child" || types === undefined) tops.push(target);
        else stack.push({ schema: target, types: types & conjunctions.statedTypes(target) });
      }
    }
  }
}
