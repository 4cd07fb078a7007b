import type { Outcome } from "../diagnostic.js";
import type { ResolvedExtensions } from "../config/config.js";
import type { Linked } from "../link/linked.js";
import { buildGraph } from "./build-graph.js";
import { assertDiscriminators } from "./discriminators/assert-discriminators.js";
import { checkKeywordNames, noteUnusedExtensions, readExtensions } from "./extensions.js";
import { excludeSiblings } from "./exclusive-branches.js";
import { findForms, oneForm } from "./forms.js";
import { inferNothing, inferTypes } from "./infer-types.js";
import type { LoweringOptions } from "./lower-schema.js";
import { lowerSchemas } from "./lower-schema.js";
import { findMeanings } from "./meanings.js";
import { noteIgnoredKeywords, noteInferredTypes, noteUnknownKeywords } from "./notes.js";
import type { OpenEnumOptions } from "./open-enums.js";
import { openEnums } from "./open-enums.js";
import type { SchemaGraph } from "./schema-graph.js";
import { findStructure } from "./structure.js";

export interface SchemaOptions extends LoweringOptions, OpenEnumOptions {
  /** Whether a schema without a type is read as what its keywords speak of, or to the letter. */
  readonly untyped: "infer" | "exact";
  /** Whether `format` is checked: as the dialect says, never, or always. */
  readonly formats: "dialect" | "annotate" | "assert";
  /** Whether OpenAPI's `discriminator` is a tag that each variant requires, or tells people something. */
  readonly discriminator: "assert" | "annotate";
  /** Whether `readOnly` and `writeOnly` tell people something, or make a read and a write form of what has them. */
  readonly readWrite: "annotate" | "split";
  /** Whether values may have what several branches of a `oneOf` describe, or each branch refuses what is the others' alone. */
  readonly oneOf: "overlap" | "exclusive";
  /** The formats and keywords that functions of the user's decide; none, where absent. */
  readonly extensions?: Pick<ResolvedExtensions, "formats" | "keywords"> | undefined;
}

/** Every schema in the one canonical form, whatever its dialect, and every meaning that it has as a node. */
export function lower(linked: Linked, options: SchemaOptions): Outcome<SchemaGraph> {
  const extensions = readExtensions(options.extensions);
  const { value: lowered, diagnostics } = lowerSchemas(linked, options, extensions);
  const opened = openEnums(lowered, linked.roots, options);
  const asserts = options.discriminator === "assert";
  const tagged = asserts
    ? assertDiscriminators(findStructure(opened.value), linked.roots.length === 0)
    : undefined;
  const written = tagged?.value ?? findStructure(opened.value);
  const inferred = options.untyped === "infer" ? inferTypes(written) : inferNothing(written);
  const exclusive = options.oneOf === "exclusive" ? excludeSiblings(written, inferred) : undefined;
  const { structure, inference } = exclusive?.value ?? { structure: written, inference: inferred };
  const forms = options.readWrite === "split" ? findForms(structure) : oneForm;
  const graph = buildGraph(linked, structure, findMeanings(structure, inference, forms));
  return {
    value: graph.value,
    diagnostics: [
      ...checkKeywordNames(extensions, linked),
      ...diagnostics,
      ...opened.diagnostics,
      ...graph.diagnostics,
      ...noteUnknownKeywords(lowered.values()),
      ...noteIgnoredKeywords(lowered.values()),
      ...noteUnusedExtensions(extensions, lowered.values()),
      ...noteInferredTypes(written, inferred),
      ...(tagged?.diagnostics ?? []),
      ...(exclusive?.diagnostics ?? []),
    ],
  };
}
