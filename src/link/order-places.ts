import { isJsonObject } from "../json.js";
import type { JsonValue } from "../json.js";
import type { SchemaPlace } from "./schema-place.js";
import type { Survey, Tree } from "./survey.js";

/**
 * All places in document order: documents as they are given, in each its root and what lies below, then places that only references
 * make schemas, as they stand in the document, whatever referred to them first.
 */
export function orderPlaces(survey: Survey): SchemaPlace[] {
  const ranks = rankTrees(survey);
  const trees = survey.trees.toSorted((a, b) => compareRanks(ranks.get(a) ?? [], ranks.get(b) ?? []));
  return trees.flatMap((tree) => tree.places);
}

/** For each tree the index of its document, and of each member or item on the way to it. */
function rankTrees(survey: Survey): Map<Tree, number[]> {
  const documents = new Map(
    [...survey.documents.documents.values()].map((document, index) => [document, index]),
  );
  const positions = new Map<JsonValue, Map<string, number>>();
  const ranks = survey.trees.map((tree) => {
    const rank = [documents.get(tree.document) ?? -1];
    let value: JsonValue | undefined = tree.document.value;
    for (const token of tree.tokens) {
      const members: Map<string, number> = positions.get(value ?? null) ?? indexMembers(value);
      positions.set(value ?? null, members);
      rank.push(members.get(token) ?? -1);
      value = memberAt(value, token);
    }
    return [tree, rank] as const;
  });
  return new Map(ranks);
}

function indexMembers(value: JsonValue | undefined): Map<string, number> {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  return new Map(keys.map((key, index) => [key, index]));
}

function memberAt(value: JsonValue | undefined, token: string): JsonValue | undefined {
  if (Array.isArray(value)) return value[Number(token)];
  return isJsonObject(value) ? value[token] : undefined;
}

/** A path comes before those that go on from it. */
function compareRanks(a: readonly number[], b: readonly number[]): number {
  const differing = a.findIndex((rank, index) => rank !== b[index]);
  if (differing === -1) return a.length - b.length;
  return (a[differing] ?? 0) - (b[differing] ?? -1);
}
