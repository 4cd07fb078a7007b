import { describe, expect, it } from "vitest";
import { IssueCollector } from "../../templates/runtime/issue-collector.js";
import type { TagLiteral } from "../../templates/runtime/tag-literal.js";
import { reportChecks } from "../../templates/runtime/report-checks.js";
import { addMissingTag, addUnknownTag } from "../../templates/runtime/unknown-tag.js";
import type { ValidationIssue } from "../../templates/runtime/validation-issue.js";

function issuesOf(value: unknown, known: readonly TagLiteral[]): readonly ValidationIssue[] {
  const issues = new IssueCollector(reportChecks);
  addUnknownTag(issues, { parent: undefined, key: "resource" }, "oneOf", "/oneOf", value, known);
  return issues.found;
}

function messageOf(value: unknown, known: readonly TagLiteral[]): string | undefined {
  return issuesOf(value, known)[0]?.message;
}

describe("a tag that is unknown", () => {
  it("is one issue, which lists the known tags and asks whether the nearest was meant", () => {
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

  it("is to be the one that is known, where there is no choice", () => {
    expect(messageOf("xyz", ["messages"])).toBe('must be "messages"');
    expect(messageOf("message", ["messages"])).toBe('must be "messages"');
  });

  it("counts the known tags after the tenth, and still finds the nearest among them", () => {
    const known = Array.from({ length: 34 }, (_, index) => `variant-${String.fromCharCode(97 + index)}x`);
    const [issue] = issuesOf("variants-nx", known);
    expect(issue?.expected).toMatch(/^"variant-ax", .*"variant-jx" and 24 more$/);
    expect(issue?.message).toMatch(/and 24 more; did you mean "variant-nx"\?$/);
  });

  it("has no nearest where none is close", () => {
    expect(messageOf("xyz", ["messages", "rooms"])).toBe('must be one of "messages", "rooms"');
  });

  it.each<[unknown, readonly TagLiteral[], string]>([
    [1, ["0", "1"], 'must be one of "0", "1"; did you mean "1"?'],
    ["2", [1, 2], "must be one of 1, 2; did you mean 2?"],
    ["true", [true, false], "must be one of true, false; did you mean true?"],
    [null, ["a", "null"], 'must be one of "a", "null"; did you mean "null"?'],
    [["1"], ["0", "1"], 'must be one of "0", "1"'],
    [{ toString: "1" }, ["0", "1"], 'must be one of "0", "1"'],
    [1, ["10", 2], 'must be one of "10", 2'],
  ])("of %j is nearest to one that reads alike: %j", (value, known, message) => {
    expect(messageOf(value, known)).toBe(message);
  });

  it("adds nothing where no more issues are kept", () => {
    const issues = new IssueCollector(reportChecks, { failFast: true });
    for (const tag of ["a", "b"]) addUnknownTag(issues, undefined, "enum", "/enum", tag, ["c"]);
    expect(issues.found).toHaveLength(1);
  });
});

describe("a tag that is missing", () => {
  function missing(known: readonly TagLiteral[]): readonly ValidationIssue[] {
    const issues = new IssueCollector(reportChecks);
    addMissingTag(issues, { parent: undefined, key: "data" }, "type", "/required", known);
    return issues.found;
  }

  it("is said to be, at the object that lacks it, with what it may be", () => {
    expect(missing(["created", "updated"])).toEqual([
      {
        pointer: "/data",
        path: ["data"],
        keyword: "required",
        schema: "schema.json#/required",
        message: 'the tag `type` is missing; expected one of "created", "updated"',
        expected: "type",
      },
    ]);
  });

  it("lists ten at most, and no list of one", () => {
    const known = Array.from({ length: 12 }, (_, index) => index);
    expect(missing(known)[0]?.message).toMatch(/; expected one of 0, .*, 9 and 2 more$/);
    expect(missing(["created"])[0]?.message).toBe('the tag `type` is missing; expected "created"');
  });

  it("adds nothing where no more issues are kept", () => {
    const issues = new IssueCollector(reportChecks, { failFast: true });
    for (const tag of ["a", "b"]) addMissingTag(issues, undefined, tag, "/required", ["c"]);
    expect(issues.found).toHaveLength(1);
  });
});

it("names the tag where it stands outside the value", () => {
  const issues = new IssueCollector(reportChecks);
  addUnknownTag(issues, undefined, "oneOf", "/oneOf", "isues", ["issues", "push"], "event");
  expect(issues.found.map(({ pointer, message }) => [pointer, message])).toEqual([
    ["", 'event must be one of "issues", "push"; did you mean "issues"?'],
  ]);
});
