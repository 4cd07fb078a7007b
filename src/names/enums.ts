import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { isIdentifierName, toPascalCase } from "../identifier.js";
import type { JsonValue } from "../json.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { admits, jsonTypesOf } from "../schema/type-set.js";
import { lastResort } from "./candidates.js";

/** A named schema that admits some strings and numbers, and nothing else, or knows some where others may come. */
export interface Enum {
  readonly node: NodeId;
  readonly values: readonly (string | number)[];
}

/** The enums among the nodes; other meanings of a schema, names for another one, and single constants are none. */
export function findEnums(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): readonly Enum[] {
  return nodes.flatMap((node) => {
    const values = facts.literals(node) ?? listKnown(graph, facts, node);
    const isEnum =
      isOwn(graph, facts, node) && values.length > 0 && keywordsOf(graph, node).const === undefined;
    return isEnum && values.every(isKeyed) ? [{ node, values }] : [];
  });
}

/** The open enums among the nodes. */
export function findOpenEnums(graph: SchemaGraph, facts: Facts, nodes: readonly NodeId[]): readonly NodeId[] {
  return nodes.filter(
    (node) =>
      isOwn(graph, facts, node) &&
      nodeOf(graph, node).annotations.openEnum !== undefined &&
      admits(facts.types(node), "string") &&
      facts.literals(node) === undefined,
  );
}

/** What an open enum of strings alone knows. */
function listKnown(graph: SchemaGraph, facts: Facts, node: NodeId): readonly string[] {
  const { openEnum = [] } = nodeOf(graph, node).annotations;
  return jsonTypesOf(facts.types(node)).join() === "string" ? openEnum : [];
}

function isOwn(graph: SchemaGraph, facts: Facts, node: NodeId): boolean {
  const { source, annotations } = nodeOf(graph, node);
  return source === node && facts.resolve(node) === node && annotations.typescriptType === undefined;
}

function isKeyed(value: JsonValue): value is string | number {
  return typeof value === "string" || Number.isFinite(value);
}

const capitals = /^\p{Lu}[\p{Lu}\p{Nd}_]*$/u;

/**
 * A key for each value, all different: in PascalCase where that is an identifier, otherwise, or where it is in capitals, the value as
 * it stands. Of two that would have one key the first keeps it, so that appending a value moves no other.
 */
export function nameValues(values: readonly (string | number)[]): readonly string[] {
  const taken = new Set<string>();
  return values.map((value) => {
    const text = String(value);
    const pascal = text === "" ? "Empty" : toPascalCase(text);
    const isPlain = typeof value === "string" && isIdentifierName(pascal) && !capitals.test(text);
    const plain = isPlain ? [pascal] : [];
    const spelled = JSON.stringify(value);
    const key = [...plain, text, spelled].find((each) => !taken.has(each)) ?? lastResort(pascal, spelled);
    taken.add(key);
    return key;
  });
}
