import type { ExternalTagOptions, UnionOptions } from "../config/config.js";
import type { Diagnostic, Outcome } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import { areDistinct } from "../facts/distinct.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { ExternalLeaf } from "./external-leaves.js";
import { findLeaves } from "./external-leaves.js";
import type { ExternalMember } from "./external-members.js";
import { listExternalMembers } from "./external-members.js";
import { chooseValues, listNames } from "./external-values.js";
import {
  reportMissingLeaves,
  reportNameless,
  reportSharedValue,
  reportSiblings,
  reportUnmatchedValue,
} from "./report-external.js";
import { reportMissingUnion, reportOpenTag } from "./report-unions.js";
import type { TagSource } from "./tags.js";
import type { Branch, ExternalTag, Part, PropertyTag, Union, Variant } from "./unions.js";
import { nameCut } from "./variants.js";

/** The tag outside the value that the config gives a union, or else an API description. */
export function findExternalTag(node: SchemaNode, { tags }: UnionOptions): ExternalTagOptions | undefined {
  const [first] = tags ?? [];
  if (typeof first === "object") return first;
  const said = tags === undefined ? node.annotations.externalTag : undefined;
  return said && { external: said.name };
}

/**
 * The union whose direct members, each as it is, are told apart by a tag outside the value. The second tag, where there is one, is a
 * path within those members that have it.
 */
export function readExternalUnion(
  source: TagSource,
  node: SchemaNode,
  options: UnionOptions,
  external: ExternalTagOptions,
): Outcome<Union | undefined> {
  const { graph } = source;
  const found = listExternalMembers(source, node.id);
  if (found.kind === "no-union") return refuse([reportMissingUnion(graph, node, found)]);
  if (found.kind === "siblings") return refuse([reportSiblings(node, found.keywords)]);
  const valued = valueMembers(graph, node, found.members, external);
  if (valued.diagnostics.length > 0) return refuse(valued.diagnostics);
  const shared = found.keyword === "oneOf" ? findShared(source, external.external, valued.value) : [];
  if (shared.length > 0) return refuse(shared);
  const second = options.tags?.find((tag) => typeof tag === "string");
  const merged = mergeMembers(valued.value);
  const shape = { node: node.id, name: external.external, isOpen: options.open ?? false };
  if (second === undefined) return accept(graph, assemble(shape, undefined, merged));
  // A name with dots is one property where a member has it as it stands.
  for (const path of [[second], second.split(".")]) {
    const members = merged.map((member) => ({
      ...member,
      leaves: findLeaves(source, member.node, path),
    }));
    if (members.some(({ leaves }) => leaves.length > 0)) return accept(graph, assemble(shape, path, members));
  }
  return refuse([reportMissingLeaves(node, second)]);
}

function accept(graph: SchemaGraph, union: Union): Outcome<Union | undefined> {
  const problem = union.isOpen ? reportOpenTag(graph, union) : undefined;
  return problem ? refuse([problem]) : { value: union, diagnostics: [] };
}

function refuse(diagnostics: readonly Diagnostic[]): Outcome<undefined> {
  return { value: undefined, diagnostics };
}

/** A member and the values that it has: by the config, by the description, by the members' names. */
interface Valued {
  readonly node: NodeId;
  /** As it stands in the union, first. */
  readonly site: NodeId;
  readonly values: readonly string[];
}

function valueMembers(
  graph: SchemaGraph,
  node: SchemaNode,
  members: readonly ExternalMember[],
  { external, values: configured = {} }: ExternalTagOptions,
): Outcome<readonly Valued[]> {
  const said = node.annotations.externalTag?.values;
  const { values, unmatched } = chooseValues(graph, members, configured, said);
  const names = members.flatMap((member) => listNames(graph, member).slice(0, 1));
  const nameless = members.filter((_, index) => values[index] === undefined);
  return {
    value: members.map((member, index) => ({ ...member, values: [values[index] ?? ""] })),
    diagnostics: [
      ...unmatched.map((name) => reportUnmatchedValue(node, external, name, names)),
      ...nameless.map(({ site }) => reportNameless(nodeOf(graph, site), external)),
    ],
  };
}

/** Members of one value that might both be met by a body, which the `oneOf` around them refuses: no type could say so. */
function findShared(
  { graph, facts }: TagSource,
  external: string,
  members: readonly Valued[],
): readonly Diagnostic[] {
  return members.flatMap((member, index) => {
    const other = members
      .slice(0, index)
      .find(({ values }) => values.some((value) => member.values.includes(value)));
    if (!other || areDistinct(facts, [other.node, member.node])) return [];
    return reportSharedValue(
      [nodeOf(graph, other.node), nodeOf(graph, member.node)],
      external,
      member.values[0] ?? "",
    );
  });
}

interface ValuedMember extends Valued {
  readonly leaves: readonly ExternalLeaf[];
}

/** A member that stands there twice has the values of both. */
function mergeMembers(members: readonly Valued[]): readonly ValuedMember[] {
  const merged = new Map<NodeId, ValuedMember>();
  for (const member of members) {
    const { values = [], site = member.site } = merged.get(member.node) ?? {};
    const all = [...new Set([...values, ...member.values])];
    merged.set(member.node, { node: member.node, site, values: all, leaves: [] });
  }
  return [...merged.values()];
}

function assemble(
  { node, name, isOpen }: { readonly node: NodeId; readonly name: string; readonly isOpen: boolean },
  path: readonly string[] | undefined,
  members: readonly ValuedMember[],
): Union {
  const values = [...new Set(members.flatMap((member) => member.values))];
  const external: ExternalTag = { kind: "external", name, values };
  const leafValues = new Set(members.flatMap(({ leaves }) => leaves.flatMap((leaf) => leaf.values)));
  const inner: PropertyTag | undefined = path && { kind: "property", path, values: [...leafValues] };
  const branches = members.map((member): Branch => {
    const own = member.leaves.flatMap((leaf) => leaf.values);
    const ofLeaves = own.length === 0 ? undefined : [...new Set(own)];
    return {
      node: member.node,
      chain: [member.site],
      values: inner ? [member.values, ofLeaves] : [member.values],
    };
  });
  return {
    node,
    form: "branches",
    tags: inner ? [external, inner] : [external],
    branches,
    variants: values.map((value) => assembleVariant(node, value, members)),
    isOpen,
    envelope: [],
    fallback: undefined,
  };
}

/** Leaves only where every member of the value has the second tag: a body of another might have anything there. */
function assembleVariant(node: NodeId, value: string, members: readonly ValuedMember[]): Variant {
  const having = members.filter(({ values }) => values.includes(value));
  const isSplit = having.every(({ leaves }) => leaves.length > 0);
  const leaves = isSplit ? having.flatMap((member) => member.leaves) : [];
  const leafValues = new Set(leaves.flatMap((leaf) => leaf.values));
  return {
    id: nameCut(node, [value]),
    value,
    branches: having.map((member) => member.node),
    isCut: false,
    isOfUnion: false,
    leaves: [...leafValues].map((leafValue): Part => {
      const parts = leaves.filter((leaf) => leaf.values.includes(leafValue));
      return {
        id: nameCut(node, [value, leafValue]),
        value: leafValue,
        branches: parts.map((leaf) => leaf.node),
        isCut: parts.some((leaf) => leaf.values.length > 1),
        isOfUnion: false,
      };
    }),
  };
}
