import { type Audience, type Change, isBreaking, type Level, type Verdicts } from "./change.js";

/** Kinds of which the new version has more than the old one, or tells consumers to go away from something. */
const additions: ReadonlySet<Change["kind"]> = new Set<Change["kind"]>([
  "export-added",
  "property-added",
  "deprecated",
]);

/**
 * What the changes ask of the version: major, where they break somebody who counts, or are not proved not to; minor, where there
 * is more than before, or other values; patch, where the values are proved to be the same.
 */
export function decideLevel(
  changes: readonly Change[],
  verdicts: Verdicts,
  audiences: readonly Audience[],
): Level {
  if (changes.length === 0) return "none";
  if (audiences.some((audience) => isBreaking(verdicts[audience]))) return "major";
  return changes.every(isUnnoticed) ? "patch" : "minor";
}

function isUnnoticed({ kind, verdicts }: Change): boolean {
  return !additions.has(kind) && verdicts.readers === "compatible" && verdicts.writers === "compatible";
}
