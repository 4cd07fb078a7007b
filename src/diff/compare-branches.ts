import type { NodeId } from "../schema/schema-graph.js";
import type { Change } from "./change.js";
import type { Drafter } from "./draft-change.js";
import { lastSegment } from "./definition-name.js";
import type { Part } from "./parts.js";

type Choice = "anyOf" | "oneOf" | "allOf";

/** Branches of both versions that belong together, and those of one alone. */
export interface Matching {
  readonly pairs: readonly { readonly old: NodeId; readonly part: Part }[];
  readonly added: readonly NodeId[];
  readonly removed: readonly NodeId[];
}

/** Pairs branches by what they refer to, then those that say the same, then those that list the same tag, then by place. */
export function matchBranches(drafter: Drafter, keyword: Choice): Matching {
  const { judge, old, new: updated } = drafter;
  const { space } = judge;
  let [left, right] = [[...(old[keyword] ?? [])], [...(updated[keyword] ?? [])]];
  const found = new Map<NodeId, NodeId>();
  const match = (isSame: (one: NodeId, other: NodeId) => boolean): void => {
    for (const one of left) {
      const other = right.find((each) => !found.has(each) && isSame(one, each));
      if (other !== undefined) found.set(other, one);
    }
    const matched = new Set(found.values());
    left = left.filter((each) => !matched.has(each));
    right = right.filter((each) => !found.has(each));
  };
  const targetOf = (id: NodeId): string | undefined => lastSegment(space.keywordsOf(id).$ref);
  match((one, other) => targetOf(one) !== undefined && targetOf(one) === targetOf(other));
  match((one, other) => judge.sameness.areSame(one, other));
  match((one, other) => readTags(drafter, one) !== "" && readTags(drafter, one) === readTags(drafter, other));
  if (left.length === 1 && right.length === 1) match(() => true);
  const pairs = [...found].map(([id, one]) => {
    const index = updated[keyword]?.indexOf(id) ?? 0;
    return { old: one, part: { keyword, tokens: [keyword, String(index)], id } };
  });
  return { pairs, added: right, removed: left };
}

/** The properties that a branch requires, where it lists their values. */
function readTags({ judge }: Drafter, id: NodeId): string {
  const facts = judge.space.factsOf(id);
  const tags = [...facts.requiredKeys(id)].sort().flatMap((key) => {
    const [values] = facts.propertySchemas(id, key).flatMap((each) => [facts.literals(each) ?? []]);
    return values && values.length > 0 ? [[key, values]] : [];
  });
  return tags.length === 0 ? "" : JSON.stringify(tags);
}

/** The changes that branches of one version alone make. */
export function compareBranches(drafter: Drafter, keyword: Choice, matching: Matching): Change[] {
  const { pair, old, new: updated } = drafter;
  const asked = { keywords: [keyword] } as const;
  if (keyword === "allOf") {
    const added = matching.added.map((id) =>
      drafter.draft("check-tighter", `${name(drafter, id)} is asked as well.`, {
        writers: { keywords: ["allOf"], schema: { allOf: [id] } },
      }),
    );
    const removed = matching.removed.map((id) =>
      drafter.draft("check-looser", `${name(drafter, id)} is no longer asked.`, {
        readers: { keywords: ["allOf"], schema: { allOf: [id] } },
      }),
    );
    return [...added, ...removed];
  }
  if (old[keyword] === undefined || updated[keyword] === undefined) {
    if (old[keyword] === updated[keyword]) return [];
    const isNew = old[keyword] === undefined;
    const what = `\`${keyword}\` is ${isNew ? "new" : "gone"}.`;
    return [
      drafter.draft(isNew ? "check-tighter" : "check-looser", what, { readers: asked, writers: asked }),
    ];
  }
  // Beside a branch that is new, an old value may be valid by two of a oneOf.
  const others = keyword === "oneOf" ? asked : undefined;
  return [
    ...matching.added.map((id) =>
      drafter.draft("variant-added", `The variant ${name(drafter, id)} is new.`, {
        readers: { ...asked, from: [pair.new, id] },
        ...(others && { writers: others }),
      }),
    ),
    ...matching.removed.map((id) =>
      drafter.draft("variant-removed", `The variant ${name(drafter, id)} is gone.`, {
        writers: { ...asked, from: [pair.old, id] },
        ...(others && { readers: others }),
      }),
    ),
  ];
}

/** What people call a branch: the definition that it refers to, its tag, or its title. */
function name(drafter: Drafter, id: NodeId): string {
  const { space } = drafter.judge;
  const target = lastSegment(space.keywordsOf(id).$ref);
  if (target !== undefined) return target;
  const tags = readTags(drafter, id);
  const { title } = space.nodeOf(id).annotations;
  const type = space.keywordsOf(id).type?.join(" or ");
  return title ?? (tags === "" ? (type ?? "without a name") : tags);
}
