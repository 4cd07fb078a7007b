import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Union } from "../unions/unions.js";
import type { Applied, DispatchCheck, LogicCheck } from "./check-plan.js";

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1 */
export function planLogic(
  node: NodeId,
  schema: CanonicalSchema,
  types: number,
  facts: Facts,
  union: Union | undefined,
): LogicCheck[] {
  const checks: LogicCheck[] = [];
  for (const [keyword, kind] of [
    ["anyOf", "any"],
    ["oneOf", "one"],
  ] as const) {
    const branches = schema[keyword];
    const site = { node, keyword };
    if (!branches) continue;
    const dispatch = union && planDispatch(union, keyword);
    if (dispatch) checks.push(dispatch);
    else checks.push({ kind, site, branches: reachable(node, branches, keyword, types, facts) });
  }
  if (schema.not !== undefined && (facts.types(schema.not) & types) !== 0) {
    checks.push({ kind: "not", value: { node: schema.not, site: { node, keyword: "not" } } });
  }
  return checks;
}

/** Branches that some value of the types that are left could meet. */
function reachable(
  node: NodeId,
  branches: readonly NodeId[],
  keyword: string,
  types: number,
  facts: Facts,
): Applied[] {
  return branches
    .map((branch, index) => ({ node: branch, site: { node, keyword: `${keyword}/${index}` } }))
    .filter((branch) => (facts.types(branch.node) & types) !== 0);
}

/** By the first tag; members that share a value of it are told apart by the second, among themselves, by the plain union. */
function planDispatch(union: Union, keyword: string): DispatchCheck | undefined {
  const [tag] = union.tags;
  const taken = union.branches.flatMap(({ values }) => values[0] ?? []);
  if (union.form === "flat" || new Set(taken).size < taken.length) return undefined;
  const cases = union.branches.map(({ node, values }) => ({
    values: values[0] ?? [],
    value: { node, site: { node: union.node, keyword } },
  }));
  return { kind: "dispatch", path: tag.path, cases, site: { node: union.node, keyword } };
}

/** Whether the node has any in-place alternative, so that a value may be valid in more than one way. */
export function hasAlternatives(graph: SchemaGraph, node: NodeId): boolean {
  const { anyOf, oneOf, not } = keywordsOf(graph, node);
  return (anyOf ?? oneOf ?? not) !== undefined;
}
