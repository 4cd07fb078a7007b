import { expect, it } from "vitest";
import type { SchemaChecks } from "../../templates/runtime/issue-collector.js";
import { IssueCollector } from "../../templates/runtime/issue-collector.js";
import { reportChecks } from "../../templates/runtime/report-checks.js";
import { reportTag } from "../../templates/runtime/report-tag.js";

/** Of each issue the path, the keyword and the place. */
type Row = readonly [path: string, keyword: string, schema: string];

function report(checks: SchemaChecks, value: unknown, maxIssues = 100): IssueCollector["found"] {
  const issues = new IssueCollector(reportChecks, { maxIssues });
  issues.run(() => checks, value);
  return issues.found;
}

const user = (): SchemaChecks => ({
  at: "/$defs/User",
  type: "object",
  required: ["id"],
  properties: { id: "integer" },
});
const isText = (value: unknown): boolean => typeof value === "string";

it.each<[string, SchemaChecks, unknown, readonly Row[]]>([
  [
    "nothing of a value that meets all",
    { type: "object", properties: { a: "string | null" } },
    { a: null },
    [],
  ],
  ["one issue of a wrong type", { type: "string | null", minLength: 3 }, 5, [["", "type", "/type"]]],
  [
    "the keyword that leaves only some types",
    { type: "string", typeKeyword: "not" },
    5,
    [["", "not", "/not"]],
  ],
  [
    "bounds of numbers",
    { minimum: 3, exclusiveMaximum: 1 },
    2,
    [
      ["", "minimum", "/minimum"],
      ["", "exclusiveMaximum", "/exclusiveMaximum"],
    ],
  ],
  [
    "bounds of texts, by characters",
    { minLength: 2, maxLength: 1, pattern: /^a/u },
    "😀",
    [
      ["", "minLength", "/minLength"],
      ["", "pattern", "/pattern"],
    ],
  ],
  ["a format", { format: ["date", () => false] }, "a", [["", "format", "/format"]]],
  [
    "items",
    { minItems: 3, items: { type: "array", items: "string" }, uniqueItems: () => false },
    [["a"], [1]],
    [
      ["", "minItems", "/minItems"],
      ["/1/0", "type", "/items/items/type"],
      ["", "uniqueItems", "/uniqueItems"],
    ],
  ],
  [
    "what is missing, by the names that must be there",
    { required: ["b"], properties: { a: "string", b: true } },
    {},
    [["", "required", "/required"]],
  ],
  [
    "what is missing, by the names that need not be there",
    { optional: ["a"], properties: { a: "string", b: true } },
    {},
    [["", "required", "/required"]],
  ],
  [
    "properties in the order of the schema",
    { optional: [], properties: { "a/b ü": "string", b: false } },
    { b: 1, "a/b ü": 2 },
    [
      ["/a~1b ü", "type", "/properties/a~1b%20%C3%BC/type"],
      ["/b", "properties", "/properties/b"],
    ],
  ],
  [
    "what has no name",
    { properties: { a: true }, patternProperties: [[/^x/u, "string"]], additionalProperties: false },
    { a: 1, x: 1, b: 1, c: undefined },
    [
      ["/x", "type", "/patternProperties/%5Ex/type"],
      ["/b", "additionalProperties", "/additionalProperties"],
    ],
  ],
  [
    "undefined, where it counts",
    { properties: {}, additionalProperties: false, countsUndefined: true },
    { c: undefined },
    [["/c", "additionalProperties", "/additionalProperties"]],
  ],
  [
    "another definition where it stands itself",
    { properties: { user } },
    { user: { id: 0.5 } },
    [["/user/id", "type", "/$defs/User/properties/id/type"]],
  ],
  [
    "keywords from elsewhere where they stand",
    { elsewhere: { type: "/allOf/1/type" }, type: "null" },
    1,
    [["", "type", "/allOf/1/type"]],
  ],
  [
    "that no alternative fits",
    { choice: { keyword: "anyOf", accepts: isText, object: user } },
    1,
    [["", "anyOf", "/anyOf"]],
  ],
  [
    "the alternative for the type",
    { choice: { keyword: "anyOf", accepts: isText, object: user } },
    {},
    [["", "required", "/$defs/User/required"]],
  ],
  ["what is excluded", { not: isText }, "", [["", "not", "/not"]]],
  [
    "an outcome",
    { conditions: [{ if: isText, then: { minLength: 1 }, else: "null" }] },
    "",
    [["", "minLength", "/then/minLength"]],
  ],
  ["the other outcome", { conditions: [{ if: isText, else: "null" }] }, 1, [["", "type", "/else/type"]]],
  [
    "values",
    { const: 1, enum: [2, 3] },
    4,
    [
      ["", "const", "/const"],
      ["", "enum", "/enum"],
    ],
  ],
  [
    "all of a list, after all else",
    { allOf: [user, { at: "/allOf/1", type: "object", required: ["a"], properties: { a: true } }], const: 1 },
    { id: 1 },
    [
      ["", "const", "/const"],
      ["", "required", "/allOf/1/required"],
    ],
  ],
  [
    "what the tag leads to",
    {
      tag: {
        report: reportTag,
        keyword: "oneOf",
        path: ["type"],
        required: [undefined],
        cases: [[user, "user", 1]],
      },
    },
    { type: 1 },
    [["", "required", "/$defs/User/required"]],
  ],
])("reports %s", (_, checks, value, rows) => {
  const found = report(checks, value);
  expect(
    found.map(({ pointer, keyword, schema }) => [pointer, keyword, schema.replace("schema.json#", "")]),
  ).toEqual(rows);
});

it("says which types and values are expected", () => {
  expect(report({ type: "array | null | string" }, 1)[0]?.expected).toBe("array, null or string");
  const values = Array.from({ length: 12 }, (_, index) => index);
  expect(report({ enum: values }, "a")[0]?.expected).toBe("0, 1, 2, 3, 4, 5, 6, 7, 8, 9 and 2 more");
});

it("looks at no more than it reports", () => {
  let looks = 0;
  const row = {
    get id(): unknown {
      return looks++;
    },
  };
  const rows = Array.from({ length: 1_000_000 }, () => row);
  expect(
    report({ type: "array", items: { type: "object", properties: { id: "string" } } }, rows),
  ).toHaveLength(100);
  expect(looks).toBeLessThan(1000);
});

it("makes the checks of a definition once", () => {
  let made = 0;
  const item = (): SchemaChecks => {
    made++;
    return { at: "/$defs/Item", type: "string" };
  };
  expect(report({ items: item }, [1, 2, 3])).toHaveLength(3);
  expect(made).toBe(1);
});
