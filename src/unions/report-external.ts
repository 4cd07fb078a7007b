import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { nearest } from "../nearest.js";
import type { SchemaNode } from "../schema/schema-graph.js";

/** What the config calls a union is more than its members. */
export function reportSiblings(node: SchemaNode, keywords: readonly string[]): Diagnostic {
  const listed = keywords.map((keyword) => `\`${keyword}\``).join(", ");
  return diagnose(
    "union-not-found",
    `The config calls this definition a union, but other keywords stand beside its members (${listed}).`,
    "Move them into a definition that each member includes by `allOf`.",
    node.place,
  );
}

/** A member that no value of the tag belongs to. */
export function reportNameless(member: SchemaNode, external: string): Diagnostic {
  return diagnose(
    "union-value-missing",
    `The member at \`${member.place.pointer}\` has no \`${external}\`: it has no name to take it from.`,
    "Make it a definition, or give it a title.",
    member.place,
  );
}

/** The config gives a value to what is no member. */
export function reportUnmatchedValue(
  node: SchemaNode,
  external: string,
  name: string,
  known: readonly string[],
): Diagnostic {
  const [near] = nearest(name, known, 1);
  return diagnose(
    "union-value-unmatched",
    `The config gives \`${name}\` a value of \`${external}\`, and no member of this union is called so.`,
    near === undefined ? "Name a member by the key of its definition." : `Did you mean \`${near}\`?`,
    node.place,
  );
}

/** Two members of a `oneOf` with one value: a body that both admit is valid by neither. */
export function reportSharedValue(
  members: readonly [SchemaNode, SchemaNode],
  external: string,
  value: string,
): Diagnostic {
  const [one, other] = members.map(({ place }) => `\`${place.pointer}\``);
  return diagnose(
    "union-tag-overlap",
    `The members at ${one} and ${other} both have \`${external}\`: ${JSON.stringify(value)}, and \`oneOf\` refuses what is valid by both.`,
    "Give them different values with `values`, or use `anyOf`.",
    members[1].place,
  );
}

/** A second tag that no member has throughout. */
export function reportMissingLeaves(node: SchemaNode, tag: string): Diagnostic {
  return diagnose(
    "union-tag-missing",
    `No member of this union has the tag \`${tag}\`, required and with listed values.`,
    "Name another, or leave it out.",
    node.place,
  );
}
