import type { Facts } from "../facts/facts.js";
import { invariant } from "../invariant.js";
import type { SchemaGraph } from "../schema/schema-graph.js";
import { findEnvelope } from "./envelope.js";
import type { TaggedBranches } from "./search-tag.js";
import type { Tag, Union } from "./unions.js";
import { cutVariants } from "./variants.js";

/** The union of branches whose values at one path or two are known. */
export function buildUnion(
  graph: SchemaGraph,
  facts: Facts,
  { node, form, isOpen, branches, paths }: Pick<Union, "node" | "form" | "isOpen"> & TaggedBranches,
): Union {
  const [first, second] = paths.map((path, index): Tag => ({
    kind: "property",
    path,
    values: [...new Set(branches.flatMap(({ values }) => values[index] ?? []))],
  }));
  invariant(first, "a union has a tag");
  const tags = second ? ([first, second] as const) : ([first] as const);
  const variants = cutVariants(node, tags, branches);
  const envelope = form === "flat" ? [] : findEnvelope(graph, facts, branches, tags);
  return { node, form, tags, branches, variants, isOpen, envelope, fallback: undefined };
}
