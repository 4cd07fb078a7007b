import { describe, expect, it } from "vitest";
import { formatNames, numberFormatNames } from "../../src/checks/check-plan.js";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { planSchema } from "./plan-schema.js";

const asserted = (schema: JsonValue) => planSchema(schema, { formats: "assert" }).diagnostics;

describe("a format that is to be checked and not known", () => {
  it("is a warning at the keyword, once for each name", () => {
    const schema = {
      properties: { a: { format: "colour" }, b: { format: "colour" }, c: { format: "size" } },
    };
    expect(asserted(schema)).toEqual([
      {
        code: "format-unknown",
        severity: "warning",
        message: 'The format "colour" is not known, so it is not checked.',
        help: "Say what it means with `pattern`, or leave the keyword as a hint to readers.",
        place: { uri: root, pointer: "/properties/a/format" },
      },
      expect.objectContaining({ place: { uri: root, pointer: "/properties/c/format" } }),
    ]);
  });

  it("may be a known one misspelt", () => {
    expect(asserted({ format: "datetime" })).toMatchObject([{ help: 'Did you mean "date-time"?' }]);
  });
});

it("says nothing of known formats", () => {
  const telling = ["float", "double", "binary", "password"];
  const names = [...formatNames, ...numberFormatNames, ...telling];
  expect(names.flatMap((format) => asserted({ format }))).toEqual([]);
});

it("says nothing of formats that are not checked", () => {
  expect(planSchema({ format: "colour" }, { formats: "annotate" }).diagnostics).toEqual([]);
});
