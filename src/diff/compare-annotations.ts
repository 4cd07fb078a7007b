import type { NodeId } from "../schema/schema-graph.js";
import { type Change, fine } from "./change.js";
import type { Judge } from "./judge.js";
import type { Space } from "./space.js";
import type { Pair } from "./draft-change.js";

/** What is said to people alone. */
export function compareAnnotations({ space }: Judge, pair: Pair): Change[] {
  const [old, updated] = [read(space, pair.old), read(space, pair.new)];
  const names = [...new Set([...old.keys(), ...updated.keys()])];
  const changed = names.filter((name) => old.get(name) !== updated.get(name));
  const make = (kind: "deprecated" | "annotation", what: string): Change => ({
    kind,
    where: pair.where,
    schema: pair.pointer,
    what,
    verdicts: fine,
  });
  const others = changed.filter((name) => name !== "deprecated").map((name) => `\`${name}\``);
  return [
    ...(changed.includes("deprecated")
      ? [
          make(
            "deprecated",
            updated.get("deprecated") === "true" ? "It is deprecated." : "It is no longer deprecated.",
          ),
        ]
      : []),
    ...(others.length > 0 ? [make("annotation", `What ${others.join(" and ")} says differs.`)] : []),
  ];
}

function read(space: Space, id: NodeId): ReadonlyMap<string, string> {
  const { unknown, ...known } = space.nodeOf(id).annotations;
  const entries = [...Object.entries(known), ...(unknown ?? [])];
  return new Map(entries.map(([name, value]) => [name, JSON.stringify(value) ?? ""]));
}
