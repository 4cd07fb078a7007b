import type { JsonValue } from "../json.js";

/** Who a change may break. */
export type Audience =
  /** Code of the old version that receives values of the new one. */
  | "readers"
  /** Code of the old version whose values the new one must accept. */
  | "writers"
  /** Code that is compiled against the package. */
  | "consumers";

/**
 * `compatible`: proved, for all values. `assumed`: proved, for values without properties that one version leaves open and the other
 * names. `breaking`: there is a value, or a use, that breaks. `unknown`: neither is proved, which counts as breaking.
 */
export type Verdict = "compatible" | "assumed" | "breaking" | "unknown";

export type Verdicts = Readonly<Record<Audience, Verdict>>;

export type ChangeKind =
  | "export-added"
  | "export-removed"
  | "export-renamed"
  | "export-changed"
  | "property-added"
  | "property-removed"
  | "property-required"
  | "property-optional"
  | "type-wider"
  | "type-narrower"
  | "type-changed"
  | "value-added"
  | "value-removed"
  | "variant-added"
  | "variant-removed"
  | "additional-closed"
  | "additional-opened"
  | "check-tighter"
  | "check-looser"
  | "check-changed"
  | "schema-rewritten"
  | "schema-changed"
  | "deprecated"
  | "annotation";

/** One thing that differs between two versions. */
export interface Change {
  readonly kind: ChangeKind;
  /** The definition, and the way from it to the part of its values: `Event.data.id`. */
  readonly where: string;
  /** A JSON Pointer into the `schema.json` of the version that has it, the new one where both do; absent for exports alone. */
  readonly schema?: string;
  /** One sentence that says what differs. */
  readonly what: string;
  readonly verdicts: Verdicts;
  /** A value that one version accepts, and not the other. */
  readonly example?: { readonly breaks: "readers" | "writers"; readonly value: JsonValue };
}

/** What a change asks of the version. `none`: nothing differs. */
export type Level = "none" | "patch" | "minor" | "major";

export const levels: readonly Level[] = ["none", "patch", "minor", "major"];

export interface Comparison {
  readonly old: { readonly label: string; readonly version: string | undefined };
  readonly new: { readonly label: string; readonly version: string | undefined };
  readonly changes: readonly Change[];
  readonly verdicts: Verdicts;
  readonly level: Level;
  /** The version that the change asks for; undefined where the old one has none. */
  readonly nextVersion: string | undefined;
}

export const fine: Verdicts = { readers: "compatible", writers: "compatible", consumers: "compatible" };

const ranks: readonly Verdict[] = ["compatible", "assumed", "unknown", "breaking"];

/** The one that weighs most. */
export function worstOf(verdicts: Iterable<Verdict>): Verdict {
  return [...verdicts].reduce<Verdict>(
    (worst, verdict) => (ranks.indexOf(verdict) > ranks.indexOf(worst) ? verdict : worst),
    "compatible",
  );
}

export function isBreaking(verdict: Verdict): boolean {
  return verdict === "breaking" || verdict === "unknown";
}
