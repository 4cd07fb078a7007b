import type { UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { placeOf } from "../link/linked.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { findBranches } from "./branches.js";
import { explainTag, reportMissingUnion } from "./diagnostics.js";
import { findEnvelope } from "./envelope.js";
import { areDisjoint, findCandidates, findTagValues } from "./tags.js";
import type { Branch, Tag, Union, Unions } from "./unions.js";
import { cutVariants } from "./variants.js";

/** `options` by the node of the definition that the config names; what it names and is not there is reported. */
export function findUnions(
  graph: SchemaGraph,
  facts: Facts,
  options: ReadonlyMap<NodeId, UnionOptions>,
): Outcome<Unions> {
  const unions = new Map<NodeId, Union>();
  const diagnostics: Diagnostic[] = [];
  for (const node of graph.nodes.values()) {
    if (node.parent !== undefined) continue;
    const configured = options.get(node.id);
    const branches = findBranches(graph, facts, node.id);
    const place = placeOf(node.source);
    if (configured?.tags) {
      const { union, problems } = readTags(graph, facts, node.id, branches, configured);
      if (union) unions.set(node.id, union);
      diagnostics.push(...problems.map((problem) => problem(place)));
      continue;
    }
    const union = branches && searchTag(graph, facts, node.id, branches, configured?.open ?? false);
    if (union) unions.set(node.id, union);
    else if (configured) diagnostics.push(reportMissingUnion(place));
  }
  return { value: unions, diagnostics };
}

type Problem = ReturnType<typeof explainTag>;

/** The union by the tags that the config names: at each, every branch must have values, and all of them together must differ. */
function readTags(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  branches: readonly NodeId[] | undefined,
  options: UnionOptions,
): { union?: Union; problems: Problem[] } {
  const paths = (options.tags ?? []).map((tag) => tag.split("."));
  const members = branches ?? [node];
  const problems: Problem[] = [];
  const rows = members.map((member) => {
    const values = paths.map((path) => findTagValues(facts, member, path));
    values.forEach((found, index) => {
      if (found === undefined)
        problems.push(explainTag("union-tag-missing", paths[index] ?? [], nodeOf(graph, member).id));
    });
    return { node: member, values: values.map((found) => found ?? []) };
  });
  const pairs = rows.map(({ values }) => values.reduce<string[]>(multiply, [""]));
  if (problems.length === 0 && new Set(pairs.flat()).size < pairs.flat().length) {
    problems.push(explainTag("union-tag-overlap", paths[0] ?? [], node));
  }
  if (problems.length > 0) return { problems };
  const form = branches ? "branches" : "flat";
  return {
    union: buildUnion(graph, facts, { node, form, isOpen: options.open ?? false }, rows, paths),
    problems,
  };
}

function multiply(prefixes: string[], values: readonly unknown[]): string[] {
  return prefixes.flatMap((prefix) => values.map((value) => `${prefix}/${JSON.stringify(value)}`));
}

/** The first property that every branch requires and that has other values in each. */
function searchTag(
  graph: SchemaGraph,
  facts: Facts,
  node: NodeId,
  branches: readonly NodeId[],
  isOpen: boolean,
): Union | undefined {
  for (const key of findCandidates(graph, facts, branches)) {
    const values = branches.map((branch) => findTagValues(facts, branch, [key]));
    const known = values.filter((found) => found !== undefined);
    if (known.length < branches.length || !areDisjoint(known)) continue;
    const rows = branches.map((branch, index) => ({ node: branch, values: [known[index] ?? []] }));
    return buildUnion(graph, facts, { node, form: "branches", isOpen }, rows, [[key]]);
  }
  return undefined;
}

function buildUnion(
  graph: SchemaGraph,
  facts: Facts,
  union: Pick<Union, "node" | "form" | "isOpen">,
  branches: readonly Branch[],
  paths: readonly (readonly string[])[],
): Union {
  const tags = paths.map((path, index) => ({
    path,
    values: [...new Set(branches.flatMap(({ values }) => values[index] ?? []))],
  })) as unknown as readonly [Tag];
  const envelope = union.form === "flat" ? [] : findEnvelope(graph, facts, branches, tags);
  return { ...union, tags, branches, variants: cutVariants(union.node, tags, branches), envelope };
}
