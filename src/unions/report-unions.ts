import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { nodeOf } from "../facts/conjuncts.js";
import type { NodeId, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";
import type { Branches } from "./branches.js";
import type { GapReason, TagReading } from "./tags.js";
import type { TagValue, Union } from "./unions.js";
import { wordsOf } from "./unions.js";

/** Why a member has no listed values for a tag. */
type Gap = Exclude<TagReading, { kind: "values" }>;

/** The config calls a definition a union, and it is none whose members a tag tells apart. */
export function reportMissingUnion(graph: SchemaGraph, node: SchemaNode, branches: Branches): Diagnostic {
  const [reason, help] = explainBranches(graph, branches);
  return diagnose(
    "union-not-found",
    `The config calls this definition a union, but ${reason}.`,
    help,
    node.place,
  );
}

function explainBranches(graph: SchemaGraph, branches: Branches): [reason: string, help: string] {
  const another = "name its tags (`tags: [...]`), or take the entry out of the config.";
  switch (branches.kind) {
    case "members":
      return ["no property that all its members require tells them apart", `Give them one, ${another}`];
    case "no-union":
      return [
        "it has neither `oneOf` nor `anyOf`",
        `If it is one object whose tags are enumerated, ${another}`,
      ];
    case "no-object":
      return [
        `its member at ${describe(graph, branches.member)} admits what is no object`,
        "State `type: object` in that member, or take it out of the union.",
      ];
    case "repeated":
      return [
        `its member at ${describe(graph, branches.member)} is met twice, and \`oneOf\` refuses what is valid twice`,
        "Use `anyOf`, or take one of the two out.",
      ];
    case "too-many":
      return ["it has too many members", `Split it, ${another}`];
  }
}

/** A member, or the one object, that lacks a configured tag. */
export function reportGap(
  member: SchemaNode,
  path: readonly string[],
  gap: Gap,
  branches: Branches,
): Diagnostic {
  const { pointer } = member.place;
  const tag = path.join(".");
  const subject = branches.kind === "members" ? `The member at \`${pointer}\`` : "This definition";
  const at = gap.kind === "others" ? tag : gap.path.join(".");
  const why = gap.kind === "others" ? (gap.mayBeAbsent ? "optional" : "unlisted") : gap.reason;
  const [reason, help] = gaps[why](at);
  return diagnose(
    "union-tag-missing",
    `${subject} has no tag \`${tag}\`: ${reason}.`,
    `${help}, or name another tag.`,
    member.place,
  );
}

/** What is amiss at a path, and the beginning of what to do. */
const gaps: Readonly<Record<GapReason | "unlisted", (at: string) => [reason: string, help: string]>> = {
  "no-object": (at) => [
    `${at === "" ? "it" : `\`${at}\``} admits what is no object`,
    "State `type: object` there",
  ],
  optional: (at) => [`\`${at}\` is not required`, `Require \`${at}\` there`],
  unlisted: (at) => [
    `neither \`const\` nor \`enum\` lists the values of \`${at}\``,
    "Give the property its values",
  ],
  inherited: (at) => [`every object has a \`${at}\``, `Require \`${at}\` there`],
  "no-scalar": (at) => [
    `a value of \`${at}\` is an array or an object`,
    "Give it strings, numbers, booleans or null",
  ],
  contradiction: (at) => [
    `no value meets all that is said of \`${at}\``,
    "Compare what `allOf` and `$ref` bring together there",
  ],
};

/** Two members with the same tag values, which therefore do not tell them apart. */
export function reportOverlap(
  first: SchemaNode,
  second: SchemaNode,
  paths: readonly (readonly string[])[],
  values: readonly TagValue[],
): Diagnostic {
  const [one, other] = [first, second].map(({ place }) => `\`${place.pointer}\``);
  const shared = paths.map((path, index) => `\`${path.join(".")}\`: ${JSON.stringify(values[index])}`);
  return diagnose(
    "union-tag-overlap",
    `The members at ${one} and ${other} both have ${shared.join(" with ")}.`,
    paths.length > 1
      ? "Give them different values, or name other tags."
      : "Give them different values, or name a second tag.",
    second.place,
  );
}

/** An open union needs strings as tags, since an unknown tag is a string; undefined where it has them. */
export function reportOpenTag(graph: SchemaGraph, union: Union): Diagnostic | undefined {
  for (const [index, tag] of union.tags.entries()) {
    const other = tag.values.findIndex((each) => typeof each !== "string");
    if (other < 0 && tag.kind !== "presence") continue;
    const value = tag.values[other];
    const member = union.branches.find((branch) => branch.values[index]?.includes(value));
    const where =
      member && union.form === "branches" ? ` in its member at ${describe(graph, member.node)}` : "";
    const name = `\`${wordsOf(tag).join(".")}\``;
    const reason =
      tag.kind === "property"
        ? `the tag ${name} ${value === undefined ? `may be absent${where}` : `is ${JSON.stringify(value)}${where}, which is no string`}`
        : "its members are told apart by which property they have";
    return diagnose(
      "union-open-not-string",
      `This union cannot be open: ${reason}.`,
      "Name tags whose values are all strings, or take `open` out of the config.",
      nodeOf(graph, union.node).place,
    );
  }
  return undefined;
}

/** Unions that get no helpers, since flattening all of them would come to too much. */
export function reportTooManyMembers([first, ...others]: readonly SchemaNode[]): Diagnostic[] {
  if (!first) return [];
  const more = others.length > 0 ? `, nor ${others.length} more` : "";
  return [
    diagnose(
      "union-too-large",
      `This union holds other unions with so many members that it gets no helpers${more}.`,
      "Name it under `unions` in the config to have them all the same.",
      first.place,
    ),
  ];
}

function describe(graph: SchemaGraph, id: NodeId): string {
  return `\`${nodeOf(graph, id).place.pointer}\``;
}
