import { expect, it } from "vitest";
import { IssueCollector, type CollectIssues } from "../../templates/runtime/issue-collector.js";
import { reportChecks } from "../../templates/runtime/report-checks.js";
import type { ValidationPath } from "../../templates/runtime/validation-path.js";

const path: ValidationPath = { parent: { parent: undefined, key: "a/b" }, key: 0 };

it("adds an issue with place, keyword, message, expected and received", () => {
  const issues = new IssueCollector(reportChecks);
  issues.add(path, "type", "/$defs/A/type", 5, "string");
  expect(issues.found).toEqual([
    {
      pointer: "/a~1b/0",
      path: ["a/b", 0],
      keyword: "type",
      schema: "schema.json#/$defs/A/type",
      message: "must be string, but is number",
      expected: "string",
      received: "5",
    },
  ]);
});

it("has no expected where the keyword asks for nothing that can be named", () => {
  const issues = new IssueCollector(reportChecks);
  issues.add(path, "additionalProperties", "/additionalProperties", 5);
  expect(issues.found[0]).not.toHaveProperty("expected");
  expect(issues.found[0]?.message).toBe("must not be present");
});

it("says a given message instead of the keyword's own", () => {
  const issues = new IssueCollector(reportChecks);
  issues.add(undefined, "oneOf", "/oneOf", 5, "6", "must be 6");
  expect(issues.found[0]).toMatchObject({ keyword: "oneOf", expected: "6", message: "must be 6" });
});

it("places a missing property at the object that lacks it", () => {
  const issues = new IssueCollector(reportChecks);
  issues.addRequired(path, "id", "/required");
  expect(issues.found).toEqual([
    {
      pointer: "/a~1b/0",
      path: ["a/b", 0],
      keyword: "required",
      schema: "schema.json#/required",
      message: 'must have property "id"',
      expected: "id",
    },
  ]);
});

it.each<[string, ConstructorParameters<typeof IssueCollector>[1], number]>([
  ["100 issues unless told", undefined, 100],
  ["as many as maxIssues", { maxIssues: 3 }, 3],
  ["one with failFast", { failFast: true, maxIssues: 3 }, 1],
  ["maxIssues where failFast is false", { failFast: false, maxIssues: 3 }, 3],
  ["one at the least", { maxIssues: 0 }, 1],
  ["all of them", { maxIssues: Infinity }, 200],
])("keeps %s", (_, options, kept) => {
  const issues = new IssueCollector(reportChecks, options);
  for (let count = 0; count < 100; count++) {
    issues.add(undefined, "not", "/not", count);
    issues.addRequired(undefined, "id", "/required");
  }
  expect(issues.found).toHaveLength(kept);
  expect(issues.isFull).toBe(kept < 200);
});

interface Nested {
  readonly child?: Nested;
}

function chainOf(length: number): Nested {
  let chain: Nested = {};
  for (let level = 1; level < length; level++) chain = { child: chain };
  return chain;
}

it("visits nesting of any depth", () => {
  const issues = new IssueCollector(reportChecks);
  let visits = 0;
  const collect: CollectIssues = (value, at) => {
    visits++;
    const { child } = value as Nested;
    if (child === undefined) issues.add(at, "minProperties", "/minProperties", value, "1");
    else issues.visit(collect, child, { parent: at, key: "child" });
  };
  issues.run(collect, chainOf(100_000));
  expect(visits).toBe(100_000);
  expect(issues.found[0]?.path).toHaveLength(99_999);
});

it("visits a wide value in the order of the document", () => {
  const rows = Array.from({ length: 500 }, (_, index) => [index]);
  const issues = new IssueCollector(reportChecks);
  const order: unknown[] = [];
  const collect: CollectIssues = (value, at) => {
    order.push(value);
    if (!Array.isArray(value)) return;
    for (const item of value) issues.visit(collect, item, at);
  };
  issues.run(collect, rows);
  expect(order).toEqual([rows, ...rows.flatMap((row) => [row, row[0]])]);
});

it("visits a cyclic value once per validator, however it branches", () => {
  const cyclic: Record<string, unknown> = {};
  Object.assign(cyclic, { left: cyclic, right: cyclic });
  const issues = new IssueCollector(reportChecks);
  const visits: string[] = [];
  const collectTree: CollectIssues = (value, at) => {
    visits.push("tree");
    for (const key of ["left", "right"]) {
      issues.visit(collectTree, (value as typeof cyclic)[key], { parent: at, key });
      issues.visit(collectLeaf, (value as typeof cyclic)[key], { parent: at, key });
    }
  };
  const collectLeaf: CollectIssues = () => void visits.push("leaf");
  issues.run(collectTree, cyclic);
  expect(visits).toEqual(["tree", "leaf"]);
});

it("visits each scalar, though it equals another", () => {
  const issues = new IssueCollector(reportChecks);
  for (const value of [1, 1, "a", "a", null, null, undefined]) {
    issues.visit((item) => issues.add(undefined, "not", "/not", item), value, undefined);
  }
  expect(issues.found).toHaveLength(7);
});

it("visits nothing more when it is full", () => {
  const issues = new IssueCollector(reportChecks, { failFast: true });
  const collect: CollectIssues = (value, at) => issues.add(at, "not", "/not", value);
  issues.visit(collect, {}, undefined);
  let visited = false;
  issues.visit(() => void (visited = true), {}, undefined);
  expect(visited).toBe(false);
});
