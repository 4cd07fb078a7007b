import type { Diagnostic, Outcome } from "../../diagnostic.js";
import type { Structure } from "../structure.js";
import { findStructure } from "../structure.js";
import { decideValues } from "./decide-values.js";
import { readDiscriminators } from "./discriminator.js";
import { findGroups } from "./find-groups.js";
import { placeTags } from "./place-tags.js";
import { reportUnused } from "./reports.js";
import { findStated } from "./stated.js";
import { writeTags } from "./write-tags.js";

/**
 * The same schemas, with what OpenAPI's `discriminator` says of them as a required tag in each variant, and a definition of the
 * variants of each base; see "Discriminators" in docs/decisions. `isWhole`: whether all schemas of the documents are read.
 */
export function assertDiscriminators(written: Structure, isWhole: boolean): Outcome<Structure> {
  const { value: discriminators, diagnostics } = readDiscriminators(written);
  if (discriminators.size === 0) return { value: written, diagnostics };
  const { structure, groups, bases } = findGroups(written, discriminators);
  const stated = findStated(structure);
  const context = { structure, stated, bases, isWhole };
  const outcomes = groups.map((group) => decideValues(context, group));
  const placement = placeTags(
    structure,
    stated,
    outcomes.map(({ value }) => value),
  );
  const unused: Diagnostic[] = bases
    .filter(({ variants }) => variants.length === 0)
    .map(({ discriminator }) => reportUnused(discriminator));
  return {
    value: findStructure(writeTags(structure, stated, placement)),
    diagnostics: [...diagnostics, ...outcomes.flatMap((outcome) => outcome.diagnostics), ...unused],
  };
}
