import type { Diagnostic, Place } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { placeOf } from "../link/linked.js";
import type { NodeId } from "../schema/schema-graph.js";

/** What is wrong with a configured tag, once the place of the union is known. */
export function explainTag(
  code: "union-tag-missing" | "union-tag-overlap",
  path: readonly string[],
  member: NodeId,
): (place: Place) => Diagnostic {
  const tag = path.join(".");
  if (code === "union-tag-overlap") {
    return (place) =>
      diagnose(
        code,
        `The tag \`${tag}\` does not tell all members of this union apart: two of them have the same values.`,
        "Name a second tag, or give the members different values.",
        place,
      );
  }
  const { pointer } = placeOf(member as `${string}#${string}`);
  return (place) =>
    diagnose(
      code,
      `The member at \`${pointer || "/"}\` has no tag \`${tag}\`: the property must be required, with \`const\` or \`enum\`.`,
      "Require the property in that member and give it its values, or name another tag.",
      place,
    );
}

export function reportMissingUnion(place: Place): Diagnostic {
  return diagnose(
    "union-not-found",
    "The config calls this definition a union, but no tag that tells its members apart was found.",
    "Name the tags (`unions: { Name: { tags: [...] } }`), or take the entry out of the config.",
    place,
  );
}
