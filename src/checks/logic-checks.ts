import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { invariant } from "../invariant.js";
import type { TypeSet } from "../schema/type-set.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Union, Unions } from "../unions/unions.js";
import { pathOf } from "../unions/unions.js";
import type { Applied, ConditionalCheck, DispatchCheck, LogicCheck, Site } from "./check-plan.js";

/**
 * `left`: the types that the schema leaves altogether; `tested`: those that the plan itself lets through before it comes to these
 * checks. A negation is only left out where the plan's own test of types does its work.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.1
 */
export function planLogic(
  graph: SchemaGraph,
  facts: Facts,
  unions: Unions,
  node: NodeId,
  { left, tested }: { readonly left: TypeSet; readonly tested: TypeSet },
): LogicCheck[] {
  const schema = keywordsOf(graph, node);
  const { anyOf, oneOf, not, if: condition } = schema;
  const dispatch = planDispatch(graph, facts, unions.get(node));
  const checks: LogicCheck[] = [];
  if (dispatch) checks.push(dispatch);
  else {
    if (anyOf) checks.push(planChoice(facts, node, "any", ["anyOf", anyOf], left));
    if (oneOf) checks.push(planChoice(facts, node, "one", ["oneOf", oneOf], tested));
  }
  if (not !== undefined && (facts.types(not) & tested) !== 0) {
    checks.push({ kind: "not", value: { node: not, site: { node, tokens: ["not"] } } });
  }
  if (condition !== undefined && (schema.then ?? schema.else) !== undefined) {
    checks.push({ kind: "if", condition, ...planOutcomes(node, schema) });
  }
  return checks;
}

/** @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.2.2 */
function planOutcomes(
  node: NodeId,
  { then, else: otherwise }: CanonicalSchema,
): Pick<ConditionalCheck, "then" | "otherwise"> {
  const apply = (keyword: string, target: NodeId | undefined): Applied | undefined =>
    target === undefined ? undefined : { node: target, site: { node, tokens: [keyword] } };
  return { then: apply("then", then), otherwise: apply("else", otherwise) };
}

/** Branches that no value of the types could meet have no say. Where they are counted, only tested types count: what a value that fits two branches loses is proved by the count itself. */
function planChoice(
  facts: Facts,
  node: NodeId,
  kind: "any" | "one",
  [keyword, branches]: readonly [keyword: string, branches: readonly NodeId[]],
  left: TypeSet,
): LogicCheck {
  const applied = branches.map((branch, index): Applied => ({
    node: branch,
    site: { node, tokens: [keyword, `${index}`] },
  }));
  return {
    kind,
    site: { node, tokens: [keyword] },
    branches: applied.filter((branch) => (facts.types(branch.node) & left) !== 0),
  };
}

/** By the first tag, where no two members share a value of it: a union consists of one `anyOf` or `oneOf` and nothing else. */
function planDispatch(graph: SchemaGraph, facts: Facts, union: Union | undefined): DispatchCheck | undefined {
  if (!union || union.form === "flat" || canExcludeItself(graph, facts, union)) return undefined;
  const taken = union.branches.flatMap(({ values }) => values[0] ?? []);
  if (new Set(taken).size < taken.length) return undefined;
  const keyword = keywordsOf(graph, union.node).oneOf ? "oneOf" : "anyOf";
  const site = { node: union.node, tokens: [keyword] };
  const cases = union.branches.map(({ node, values }) => ({
    values: values[0] ?? [],
    value: { node, site },
  }));
  const path = pathOf(union.tags[0]);
  if (path.length === 0) return undefined;
  return { kind: "dispatch", path, required: findRequired(graph, facts, union, path), cases, site };
}

/** For each step of a tag's path, the first `required` of the first member that names it. */
function findRequired(
  graph: SchemaGraph,
  facts: Facts,
  { node, branches }: Union,
  path: readonly string[],
): Site[] {
  const sites: Site[] = [];
  let applying = branches.slice(0, 1).map((branch) => branch.node);
  for (const key of path) {
    const conjuncts = applying.flatMap((id) => facts.conjuncts(id));
    const requiring = conjuncts.find((id) => keywordsOf(graph, id).required?.includes(key));
    invariant(requiring !== undefined, `no member of ${node} requires the tag ${key}`);
    sites.push({ node: requiring, tokens: ["required"] });
    applying = applying.flatMap((id) => facts.propertySchemas(id, key));
  }
  return sites;
}

/** Whether a member is reached twice where some `oneOf` counts: its values are then valid twice, and so not at all. */
function canExcludeItself(graph: SchemaGraph, facts: Facts, union: Union): boolean {
  const members = new Set(union.branches.map(({ node }) => node));
  const seen = new Set<NodeId>();
  let counts = false;
  let repeats = false;
  const stack = [union.node];
  for (let id = stack.pop(); id !== undefined; id = stack.pop()) {
    const member = facts.resolve(id);
    if (seen.has(member)) repeats = true;
    else if (!members.has(member)) {
      const { anyOf, oneOf } = keywordsOf(graph, member);
      counts ||= oneOf !== undefined;
      stack.push(...(anyOf ?? oneOf ?? []));
    }
    seen.add(member);
  }
  return counts && repeats;
}
