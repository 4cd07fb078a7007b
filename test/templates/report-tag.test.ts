import { expect, it } from "vitest";
import type { TagChecks } from "../../templates/runtime/issue-collector.js";
import { IssueCollector } from "../../templates/runtime/issue-collector.js";
import { reportChecks } from "../../templates/runtime/report-checks.js";
import { reportTag } from "../../templates/runtime/report-tag.js";

const tag: TagChecks = {
  report: reportTag,
  keyword: "oneOf",
  path: ["meta", "kind"],
  required: ["/$defs/A/required", undefined],
  cases: [
    [{ at: "/$defs/A", type: "object", required: ["a"], properties: { a: true } }, "created", "updated"],
    [{ at: "/$defs/B", type: "object", required: ["b"], properties: { b: true } }, 1],
  ],
};

/** Of each issue the path, the place and the message. */
function report(value: unknown, checks: Partial<TagChecks> = {}): readonly (readonly string[])[] {
  const issues = new IssueCollector(reportChecks);
  issues.run(() => ({ tag: { ...tag, ...checks } }), value);
  return issues.found.map(({ pointer, schema, message }) => [
    pointer,
    schema.replace("schema.json#", ""),
    message,
  ]);
}

it.each<[string, unknown, readonly string[]]>([
  ["no object", 1, ["", "/oneOf", "must match exactly one of the schemas under oneOf"]],
  ["nothing on the way", {}, ["", "/$defs/A/required", 'must have property "meta"']],
  [
    "no object on the way",
    { meta: 1 },
    ["/meta", "/oneOf", "must match exactly one of the schemas under oneOf"],
  ],
  [
    "no tag",
    { meta: {} },
    ["/meta", "/oneOf", 'the tag `kind` is missing; expected one of "created", "updated", 1'],
  ],
  [
    "an unknown tag",
    { meta: { kind: "create" } },
    ["/meta/kind", "/oneOf", 'must be one of "created", "updated", 1; did you mean "created"?'],
  ],
  [
    "a text in place of a number",
    { meta: { kind: "1" } },
    ["/meta/kind", "/oneOf", 'must be one of "created", "updated", 1; did you mean 1?'],
  ],
  ["a known tag", { meta: { kind: "updated" } }, ["", "/$defs/A/required", 'must have property "a"']],
  ["another known tag", { meta: { kind: 1 } }, ["", "/$defs/B/required", 'must have property "b"']],
])("reports %s", (_, value, row) => {
  expect(report(value)).toEqual([row]);
});

it("goes on where the tag may be absent", () => {
  const cases: TagChecks["cases"] = [["null", undefined]];
  expect(report({ meta: {} }, { cases })).toEqual([["", "/type", "must be null, but is object"]]);
  expect(report({ meta: { kind: 1 } }, { cases })).toEqual([
    ["/meta/kind", "/oneOf", "must match exactly one of the schemas under oneOf"],
  ]);
});

it("leads other tags, and what is no object, elsewhere", () => {
  expect(report({ meta: { kind: 2 } }, { otherwise: "null" })).toEqual([
    ["", "/type", "must be null, but is object"],
  ]);
  expect(report(1, { notObject: "null" })).toEqual([["", "/type", "must be null, but is number"]]);
});
