import type { Reference } from "../../link/linked.js";
import type { KeywordTable, KeywordUse, LowerKeyword, Lowering } from "./keyword.js";
import { keep } from "./keyword.js";
import { readObject, readString, rejectValue } from "./read-value.js";

/** A keyword that `link` has used up: only its value is checked. */
const name: LowerKeyword = (use) => void readString(use);

const map: LowerKeyword = (use) => void readObject(use);

/**
 * What names schemas and refers to them. An anchor for dynamic references does nothing by itself; a vocabulary matters only to
 * schemas that name this one as their dialect.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8
 */
export const coreKeywords: KeywordTable = {
  $id: name,
  $schema: name,
  $anchor: name,
  $dynamicAnchor: name,
  "2019-09/$recursiveAnchor": (use) => {
    if (typeof use.value !== "boolean") rejectValue(use, "true or false");
  },
  $vocabulary: map,
  $defs: map,
  $ref: keep("$ref", (use) => referenceOf(use)?.target),
  $dynamicRef: lookUp,
  "2019-09/$recursiveRef": lookUp,
};

function referenceOf(use: KeywordUse): Reference | undefined {
  return use.linked.references.get(use.owner.id)?.get(use.name);
}

function lookUp(use: KeywordUse, lowering: Lowering): void {
  lowering.reference ??= referenceOf(use);
}
