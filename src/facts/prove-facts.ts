import type { Outcome } from "../diagnostic.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import { noTypes, typeSetOfValues } from "../schema/type-set.js";
import { nodeOf, proveConjuncts } from "./conjuncts.js";
import { findDeep } from "./depth.js";
import type { Facts } from "./facts.js";
import { orderInPlace } from "./in-place.js";
import { KeywordIndex } from "./keyword-index.js";
import { findNarrowedTypes, isAlias, listInPlace } from "./keyword-table.js";
import { findLiterals, mayAdmit, mustAdmit } from "./literals.js";
import { findSpeakers, proveMembers } from "./member-facts.js";
import { numberNodes } from "./number-nodes.js";
import type { Proof, ProofOf } from "./proof.js";
import { provedFalse, provedTrue, unproved } from "./proof.js";
import { findRecursive } from "./recursion.js";
import { reportDoubts } from "./report-doubts.js";
import { reportCycles, reportUnsatisfiable } from "./report-facts.js";
import { findEnforcement, findTypes, findWholeTypes } from "./types.js";

/** Proves of every node what later stages ask, in one pass over the graph in in-place order. */
export function proveFacts(graph: SchemaGraph): Outcome<Facts> {
  const numbered = numberNodes(graph);
  const { order, cycles } = orderInPlace(numbered);
  const proofs = new Map<NodeId, Proof>();
  const targets = new Map<NodeId, NodeId>();
  const proofOf: ProofOf = (id) => proofs.get(id) ?? unproved;
  for (const id of order) {
    const node = nodeOf(graph, id);
    const { schema } = node;
    proofs.set(id, proveSchema(schema, proofOf));
    if (isAlias(schema) && !hasOwnType(node)) targets.set(id, targets.get(schema.$ref) ?? schema.$ref);
  }
  const recursive = findRecursive(numbered);
  const speakers = findSpeakers(graph, order);
  const resolve = (id: NodeId): NodeId => targets.get(id) ?? id;
  const deep = findDeep(numbered, recursive);
  const facts: Facts = {
    order,
    types: (id) => proofOf(id).types,
    wholeTypes: (id) => proofOf(id).whole,
    mayAdmit: (id, value) => mayAdmit(proofOf(id), value),
    mustAdmit: (id, value) => mustAdmit(proofOf(id), value),
    literals: (id) => proofOf(id).literals?.values,
    conjuncts: proveConjuncts(graph),
    resolve,
    ...proveMembers(graph, speakers),
    isRecursive: (id) => recursive.has(id),
    isDeep: (id) => deep.has(id),
    enforcesTypes: (id) => proofOf(id).enforcesTypes,
  };
  return {
    value: facts,
    diagnostics: [
      ...reportCycles(graph, cycles),
      ...reportUnsatisfiable(graph, proofOf),
      ...reportDoubts({ graph, keywords: new KeywordIndex(graph), order, proofOf, speakers, resolve }),
    ],
  };
}

/** Whether a reference that says nothing else has a type of its own all the same, since its author says so. */
function hasOwnType({ annotations, parent }: SchemaNode): boolean {
  const isNamedInline = annotations.typescriptName !== undefined && parent !== undefined;
  return isNamedInline || annotations.typescriptType !== undefined;
}

/** The proof of a schema, given those of all that applies in place of it. */
function proveSchema(schema: SchemaNode["schema"], proofOf: ProofOf): Proof {
  if (typeof schema === "boolean") return schema ? provedTrue : provedFalse;
  if (isAlias(schema)) return proofOf(schema.$ref);
  const left = findTypes(schema, proofOf);
  const whole = findWholeTypes(schema, proofOf);
  const literals = findLiterals(schema, left, proofOf);
  const types = literals ? left & typeSetOfValues(literals.values) : left;
  const isCondition = schema.oneOf !== undefined || schema.if !== undefined;
  const areListed = literals !== undefined && !isCondition && (findNarrowedTypes(schema) & types) === noTypes;
  return {
    types,
    whole,
    literals,
    isDecided:
      types === whole || (areListed && listInPlace(schema).every((child) => proofOf(child).isDecided)),
    enforcesTypes: findEnforcement(schema, proofOf),
  };
}
