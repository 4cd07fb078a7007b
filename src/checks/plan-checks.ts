import { keywordsOf, nodeOf } from "../facts/conjuncts.js";
import { includesValue } from "../facts/equal-values.js";
import type { Facts } from "../facts/facts.js";
import { allTypes, noTypes, typeSetOf } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Unions } from "../unions/unions.js";
import { planArrays } from "./array-checks.js";
import type { Applied, CheckPlan, NodePlan } from "./check-plan.js";
import { planLogic } from "./logic-checks.js";
import { planProperties, planRest } from "./object-checks.js";
import { planLiterals, planNumbers, planStrings } from "./scalar-checks.js";

/** The plan of every node, exact: a value meets a node's plan if and only if the node's schema calls it valid. */
export function planChecks(graph: SchemaGraph, facts: Facts, unions: Unions): CheckPlan {
  return new Map([...graph.nodes.keys()].map((id) => [id, planNode(graph, facts, unions, id)]));
}

function planNode(graph: SchemaGraph, facts: Facts, unions: Unions, node: NodeId): NodePlan {
  const types = facts.types(node);
  if (types === noTypes) return { ...emptyPlan(node), never: { node, keyword: neverKeyword(graph, node) } };
  const { inline, applied } = gatherConjuncts(graph, node);
  const schemas = inline.map((id): [NodeId, CanonicalSchema] => [id, keywordsOf(graph, id)]);
  return {
    ...emptyPlan(node),
    types: planTypes(graph, facts, node, inline),
    literals: schemas.flatMap(([id, schema]) => planLiterals(id, schema)),
    numbers: schemas.flatMap(([id, schema]) => planNumbers(id, schema)),
    strings: schemas.flatMap(([id, schema]) => planStrings(id, schema)),
    arrays: schemas.flatMap(([id, schema]) => planArrays(id, schema, facts)),
    properties: planProperties(graph, facts, inline),
    rests: inline.map((id) => planRest(graph, facts, id)).filter((rest) => rest !== undefined),
    logic: schemas.flatMap(([id, schema]) => planLogic(id, schema, types, facts, unions.get(id))),
    applied: applied.filter((each) => !isImplied(graph, facts, inline, each.node)),
  };
}

function emptyPlan(node: NodeId): NodePlan {
  return {
    node,
    never: undefined,
    types: undefined,
    literals: [],
    numbers: [],
    strings: [],
    arrays: [],
    properties: [],
    rests: [],
    logic: [],
    applied: [],
  };
}

/** The keyword to blame where nothing is valid: the one that states types or values. */
function neverKeyword(graph: SchemaGraph, node: NodeId): string {
  const schema = keywordsOf(graph, node);
  return ["type", "enum", "const", "allOf", "$ref"].find((keyword) => keyword in schema) ?? "false schema";
}

/** The node with its inline `allOf` branches, whose keywords are checked together; and what it refers to, which is called. */
function gatherConjuncts(graph: SchemaGraph, start: NodeId): { inline: NodeId[]; applied: Applied[] } {
  const inline: NodeId[] = [];
  const applied: Applied[] = [];
  const stack: Applied[] = [{ node: start, site: { node: start, keyword: "" } }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node } = next;
    if (node !== start && nodeOf(graph, node).parent === undefined) {
      applied.push(next);
      continue;
    }
    inline.push(node);
    const { $ref, allOf } = keywordsOf(graph, node);
    const children = (allOf ?? []).map((child, index) => ({
      node: child,
      site: { node, keyword: `allOf/${index}` },
    }));
    stack.push(...children.reverse());
    if ($ref !== undefined) applied.push({ node: $ref, site: { node, keyword: "$ref" } });
  }
  return { inline, applied };
}

/** Whether the values that the inline schemas leave are all valid by a definition that says nothing but types and values. */
function isImplied(graph: SchemaGraph, facts: Facts, inline: readonly NodeId[], definition: NodeId): boolean {
  const target = facts.resolve(definition);
  const admitted = facts.literals(target);
  const says = Object.keys(keywordsOf(graph, target));
  if (!admitted || !says.every((keyword) => ["type", "enum", "const"].includes(keyword))) return false;
  return inline.some((id) => {
    const { enum: values, const: only } = keywordsOf(graph, id);
    const own = only ? [only.value] : values;
    return own?.every((value) => includesValue(admitted, value)) ?? false;
  });
}

/** The types that are tested: those that are stated, or, where nothing else refuses what is no JSON, those that are proved. */
function planTypes(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  inline: readonly NodeId[],
): NodePlan["types"] {
  const stating = inline.filter((id) => keywordsOf(graph, id).type !== undefined);
  const set = stating.reduce((types, id) => types & typeSetOf(keywordsOf(graph, id).type ?? []), allTypes);
  const [first] = stating;
  if (first !== undefined) return { set, site: { node: first, keyword: "type" } };
  const isFree = inline.every((id) => Object.keys(keywordsOf(graph, id)).length === 0);
  if (isFree || facts.enforcesTypes(node)) return undefined;
  return { set: facts.types(node), site: { node, keyword: "type" } };
}
