import type { Member } from "./branches.js";
import { findEnvelope } from "./envelope.js";
import type { TaggedBranches } from "./search-tags.js";
import type { TagSource } from "./tags.js";
import type { Union } from "./unions.js";
import { cutVariants } from "./variants.js";

/** What is known of a union besides its tags. */
export interface Shape extends Pick<Union, "node" | "form"> {
  readonly members: readonly Member[];
  /** Whether an open form is asked for. One that has a branch for unknown tags is open by itself. */
  readonly isOpen: boolean;
}

/** The union of branches whose values for one tag or two are known. */
export function buildUnion(
  { graph, facts }: TagSource,
  { node, form, members, isOpen }: Shape,
  { tags, branches: tagged, fallback }: TaggedBranches,
): Union {
  const chains = new Map(members.map((member) => [member.node, member.chain]));
  const branches = tagged.map((branch) => ({ ...branch, chain: chains.get(branch.node) ?? [] }));
  const variants = cutVariants({ node, form, tags, branches, members });
  const groups = branches.map((branch) => (form === "based" ? [node, branch.node] : [branch.node]));
  const envelope = form === "flat" ? [] : findEnvelope(graph, facts, groups, tags);
  return {
    node,
    form,
    tags,
    branches,
    variants,
    isOpen: isOpen || fallback !== undefined,
    envelope,
    fallback,
  };
}
