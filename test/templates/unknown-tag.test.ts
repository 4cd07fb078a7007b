import { expect, it } from "vitest";
import { IssueCollector } from "../../templates/runtime/issue-collector.js";
import type { TagLiteral } from "../../templates/runtime/tag-literal.js";
import { addUnknownTag } from "../../templates/runtime/unknown-tag.js";
import type { ValidationIssue } from "../../templates/runtime/validation-issue.js";

function issuesOf(value: unknown, known: readonly TagLiteral[]): readonly ValidationIssue[] {
  const issues = new IssueCollector();
  addUnknownTag(issues, { parent: undefined, key: "resource" }, "oneOf", "/oneOf", value, known);
  return issues.found;
}

it("lists the known tags and asks whether the nearest was meant", () => {
  expect(issuesOf("mesages", ["messages", "rooms"])).toEqual([
    {
      pointer: "/resource",
      path: ["resource"],
      keyword: "oneOf",
      schema: "schema.json#/oneOf",
      message: 'must be one of "messages", "rooms"; did you mean "messages"?',
      expected: '"messages", "rooms"',
      received: '"mesages"',
    },
  ]);
});

it("counts the known tags after the tenth, and still finds the nearest among them", () => {
  const known = Array.from({ length: 34 }, (_, index) => `variant-${String.fromCharCode(97 + index)}`);
  const [issue] = issuesOf("variant-n!", known);
  expect(issue?.expected).toMatch(/^"variant-a", .*"variant-j" and 24 more$/);
  expect(issue?.message).toMatch(/and 24 more; did you mean "variant-n"\?$/);
});

it("names no nearest tag where none is close, or where the value is no text", () => {
  expect(issuesOf("xyz", ["messages"])[0]?.message).toBe('must be one of "messages"');
  expect(issuesOf(1, ["1", 2, true, null])[0]?.message).toBe('must be one of "1", 2, true, null');
});

it("adds nothing where no more issues are kept", () => {
  const issues = new IssueCollector({ failFast: true });
  for (const tag of ["a", "b"]) addUnknownTag(issues, undefined, "enum", "/enum", tag, ["c"]);
  expect(issues.found).toHaveLength(1);
});

it("names the tag where it stands outside the value", () => {
  const issues = new IssueCollector();
  addUnknownTag(issues, undefined, "oneOf", "/oneOf", "isues", ["issues"], "event");
  expect(issues.found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ["", 'event must be one of "issues"; did you mean "issues"?'],
  ]);
});
