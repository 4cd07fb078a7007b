import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import type { Branches } from "../../src/unions/branches.js";
import { findBranches } from "../../src/unions/branches.js";
import { at, proveDocuments } from "../facts/prove-documents.js";

const object = { type: "object" };
const $defs = {
  A: { type: "object", required: ["a"] },
  B: { type: "object", required: ["b"] },
  Alias: { $ref: "#/$defs/A" },
  Any: { anyOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
  One: { oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
};
const ref = (name: string): JsonValue => ({ $ref: `#/$defs/${name}` });

/** The first union that the root is; of members their nodes alone. */
function branchesOf(schema: Readonly<Record<string, JsonValue>>, most?: number): unknown {
  return summarize(findBranches(proveDocuments({ ...schema, $defs }), at(""), most)[0]);
}

function summarize(branches: Branches | undefined): unknown {
  if (branches?.kind !== "members") return branches;
  const nodes = branches.members.map(({ node }) => node);
  return { kind: branches.isBased ? "based" : "members", nodes };
}

const members = (...pointers: readonly string[]): unknown => ({ kind: "members", nodes: pointers.map(at) });
const based = (...pointers: readonly string[]): unknown => ({ kind: "based", nodes: pointers.map(at) });

describe("the branches of a union", () => {
  it.for<[string, Readonly<Record<string, JsonValue>>, unknown]>([
    ["are the members of oneOf", { oneOf: [object, ref("A")] }, members("/oneOf/0", "/$defs/A")],
    ["are the members of anyOf", { anyOf: [ref("B"), ref("A")] }, members("/$defs/B", "/$defs/A")],
    ["may be one", { oneOf: [ref("A")] }, members("/$defs/A")],
    ["are what aliases lead to", { oneOf: [ref("Alias"), ref("B")] }, members("/$defs/A", "/$defs/B")],
    [
      "are those of unions among the members, in order",
      { oneOf: [object, ref("Any"), { ...object, required: ["c"] }] },
      members("/oneOf/0", "/$defs/A", "/$defs/B", "/oneOf/2"),
    ],
    [
      "are there once where anyOf has them twice",
      { anyOf: [ref("A"), ref("Any"), ref("Alias")] },
      members("/$defs/A", "/$defs/B"),
    ],
    ["are none where neither keyword is there", { type: "object" }, { kind: "no-union" }],
    [
      "are none where nothing meets any",
      { anyOf: [false, { type: "null", const: 1 }] },
      { kind: "no-union" },
    ],
    [
      "may stand beside other keywords",
      { type: "object", required: ["a"], oneOf: [object] },
      based("/oneOf/0"),
    ],
    [
      "may stand beside a type that leaves objects of what members admit",
      { type: "object", oneOf: [{ type: ["object", "null"] }], required: ["a"] },
      based("/oneOf/0"),
    ],
    ["may stand beside a reference", { $ref: "#/$defs/A", oneOf: [object] }, based("/oneOf/0")],
    ["may stand in allOf", { allOf: [ref("A"), { oneOf: [object] }] }, based("/allOf/1/oneOf/0")],
    ["may be one of two unions, oneOf first", { anyOf: [ref("B")], oneOf: [object] }, based("/oneOf/0")],
    ["are none of a reference to a union", { $ref: "#/$defs/One" }, { kind: "no-union" }],
    [
      "are members themselves where keywords stand beside a union among them",
      { anyOf: [ref("A"), { ...object, required: ["c"], oneOf: [ref("B")] }] },
      members("/$defs/A", "/anyOf/1"),
    ],
    [
      "must be objects",
      { oneOf: [ref("A"), { type: ["object", "null"] }] },
      { kind: "no-object", member: at("/oneOf/1") },
    ],
    [
      "may not be met twice by oneOf",
      { oneOf: [ref("A"), ref("Alias")] },
      { kind: "repeated", member: at("/$defs/A") },
    ],
    [
      "may not be met twice by a oneOf further in",
      { anyOf: [ref("A"), ref("One")] },
      { kind: "repeated", member: at("/$defs/A") },
    ],
    [
      "may not be unions that are met twice by oneOf",
      { oneOf: [ref("Any"), ref("Any")] },
      { kind: "repeated", member: at("/$defs/Any") },
    ],
  ])("%s", ([, schema, want]) => {
    expect(branchesOf(schema)).toEqual(want);
  });

  it("are given up beyond a limit", () => {
    const schema = { anyOf: [object, ref("Any"), { ...object, required: ["c"] }] };
    expect(branchesOf(schema, 4)).toMatchObject({ kind: "members" });
    expect(branchesOf(schema, 3)).toEqual({ kind: "too-many" });
  });

  it("are found in time that does not double with each level", () => {
    const level = (index: number): JsonValue => ({ anyOf: [ref(`u${index + 1}`), ref(`u${index + 1}`)] });
    const levels = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`u${index}`, level(index)]));
    const source = proveDocuments({ ...(ref("u0") as object), $defs: { ...levels, u40: object } });
    expect(findBranches(source, at("/$defs/u0")).map(summarize)).toEqual([members("/$defs/u40")]);
  });
});
