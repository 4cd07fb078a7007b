import type { KeywordTable, KeywordUse, LowerKeyword } from "./keyword.js";
import { keep, siblingOf } from "./keyword.js";
import { readNumber, rejectValue } from "./read-value.js";

const minimum = keep("minimum", readNumber);
const maximum = keep("maximum", readNumber);
const exclusiveMinimum = keep("exclusiveMinimum", readNumber);
const exclusiveMaximum = keep("exclusiveMaximum", readNumber);

/**
 * In draft 4 a limit is exclusive where the keyword beside it says `true`.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-6.2
 * @see https://json-schema.org/draft-04/draft-fge-json-schema-validation-00#rfc.section.5.1.2
 */
export const numberKeywords: KeywordTable = {
  minimum,
  maximum,
  exclusiveMinimum,
  exclusiveMaximum,
  multipleOf: keep("multipleOf", readDivisor),
  "draft-03/divisibleBy": keep("multipleOf", readDivisor),
  "draft-04/minimum": (use, lowering) =>
    (siblingOf(use, "exclusiveMinimum") === true ? exclusiveMinimum : minimum)(use, lowering),
  "draft-04/maximum": (use, lowering) =>
    (siblingOf(use, "exclusiveMaximum") === true ? exclusiveMaximum : maximum)(use, lowering),
  "draft-04/exclusiveMinimum": checkFlag("minimum"),
  "draft-04/exclusiveMaximum": checkFlag("maximum"),
};

function readDivisor(use: KeywordUse): number | undefined {
  return typeof use.value === "number" && use.value > 0
    ? use.value
    : rejectValue(use, "a number greater than 0");
}

function checkFlag(limit: string): LowerKeyword {
  return (use) => {
    const help = `Write true beside ${limit}, or name a dialect in which ${use.name} is a number.`;
    if (typeof use.value !== "boolean") rejectValue(use, "true or false", help);
  };
}
