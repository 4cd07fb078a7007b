import { describe, expect, it } from "vitest";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import { findUnions } from "../../src/unions/find-unions.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";
import { describeUnion, findInDocuments, tagged } from "./find-in-documents.js";
import { pathOf } from "../../src/unions/unions.js";

type Case = [string, { given: JsonValue; want: readonly string[] }];

describe("a tag that is found", () => {
  it.for<Case>([
    [
      "by const",
      {
        given: { oneOf: [tagged("kind", "a"), tagged("kind", "b")] },
        want: ['kind: ["a","b"]', '"a" is #/oneOf/0', '"b" is #/oneOf/1'],
      },
    ],
    [
      "by an enum of one",
      {
        given: { oneOf: [tagged("kind", ["a"]), tagged("kind", ["b"])] },
        want: ['kind: ["a","b"]', '"a" is #/oneOf/0', '"b" is #/oneOf/1'],
      },
    ],
    [
      "by an enum of several, whose variants are cut",
      {
        given: { oneOf: [tagged("kind", ["a", "b"]), tagged("kind", "c")] },
        want: ['kind: ["a","b","c"]', '"a" cut from #/oneOf/0', '"b" cut from #/oneOf/0', '"c" is #/oneOf/1'],
      },
    ],
    [
      "by integers, booleans and null",
      {
        given: { anyOf: [tagged("v", 1), tagged("v", true), tagged("v", null), tagged("v", "1")] },
        want: [
          'v: [1,true,null,"1"]',
          "1 is #/anyOf/0",
          "true is #/anyOf/1",
          "null is #/anyOf/2",
          '"1" is #/anyOf/3',
        ],
      },
    ],
    [
      "beside type: object",
      {
        given: { type: "object", oneOf: [tagged("kind", "a"), tagged("kind", "b")] },
        want: ['kind: ["a","b"]', '"a" is #/oneOf/0', '"b" is #/oneOf/1'],
      },
    ],
    [
      "where an enum lists a value twice",
      {
        given: { oneOf: [tagged("v", [1, 1.0]), tagged("v", 2)] },
        want: ["v: [1,2]", "1 is #/oneOf/0", "2 is #/oneOf/1"],
      },
    ],
    [
      "only among values of a type that is left",
      {
        given: {
          oneOf: [
            { ...(tagged("v", ["a", 1]) as object), properties: { v: { enum: ["a", 1], type: "string" } } },
            tagged("v", 1),
          ],
        },
        want: ['v: ["a",1]', '"a" is #/oneOf/0', "1 is #/oneOf/1"],
      },
    ],
  ])("%s", ([, { given, want }]) => {
    const { union, diagnostics } = findInDocuments(given);
    expect(describeUnion(union())).toEqual(want);
    expect(diagnostics).toEqual([]);
  });

  it("may be inherited through allOf and references", () => {
    const { union } = findInDocuments({
      oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }],
      $defs: {
        Base: { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
        TagA: { properties: { kind: { $ref: "#/$defs/a" } } },
        a: { const: "a" },
        A: { allOf: [{ $ref: "#/$defs/Base" }, { $ref: "#/$defs/TagA" }] },
        B: { $ref: "#/$defs/Base", properties: { kind: { enum: ["b", 2] } } },
      },
    });
    expect(describeUnion(union())).toEqual(['kind: ["a","b"]', '"a" is #/$defs/A', '"b" is #/$defs/B']);
  });

  it("is found in another document, and behind references that say nothing else", () => {
    const { union } = findInDocuments(
      {
        oneOf: [{ $ref: "#/$defs/A" }, { $ref: "other.json" }],
        $defs: { A: { $ref: "#/$defs/A1" }, A1: tagged("kind", "a") },
      },
      {},
      {},
      { "file:///other.json": tagged("kind", "b") },
    );
    expect(describeUnion(union())).toEqual([
      'kind: ["a","b"]',
      '"a" is #/$defs/A1',
      '"b" is file:///other.json#',
    ]);
  });

  it("is found in the branches of unions among the members", () => {
    const { union, unions } = findInDocuments({
      anyOf: [tagged("kind", "a"), { $ref: "#/$defs/Rest" }],
      $defs: {
        Rest: { oneOf: [tagged("kind", "b"), { anyOf: [tagged("kind", "c"), tagged("kind", "d")] }] },
      },
    });
    expect(describeUnion(union())[0]).toBe('kind: ["a","b","c","d"]');
    expect([...unions.keys()].map(short)).toEqual(["#", "#/$defs/Rest"]);
  });

  it("is found where types are inferred", () => {
    const branch = (value: string): JsonValue => ({
      required: ["kind"],
      properties: { kind: { const: value } },
    });
    const { union } = findInDocuments({ oneOf: [branch("a"), branch("b")] }, {}, { untyped: "infer" });
    expect(describeUnion(union())[0]).toBe('kind: ["a","b"]');
  });

  it("is there once, though the union has several meanings", () => {
    const branch = (value: string): JsonValue =>
      tagged("kind", value, { properties: { kind: { const: value }, more: { minLength: 1 } } });
    const $defs = { U: { oneOf: [branch("a"), branch("b")] } };
    const { unions, graph } = findInDocuments(
      { properties: { u: { $ref: "#/$defs/U" } }, not: { $ref: "#/$defs/U" }, $defs },
      {},
      { untyped: "infer" },
    );
    expect([...graph.nodes.keys()].map(short)).toContain("#/$defs/U?exact-below");
    expect([...unions.keys()].map(short)).toEqual(["#/$defs/U"]);
  });
});

describe("no tag is found", () => {
  it.for<[string, JsonValue]>([
    ["where values overlap", { oneOf: [tagged("kind", ["a", "b"]), tagged("kind", ["b", "c"])] }],
    ["where a member lacks it", { oneOf: [tagged("kind", "a"), { type: "object" }] }],
    [
      "where a member does not list its values",
      {
        oneOf: [
          tagged("kind", "a"),
          { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
        ],
      },
    ],
    ["where a value is an object", { oneOf: [tagged("kind", { a: 1 }), tagged("kind", "b")] }],
    [
      "where a member may be no object",
      { oneOf: [tagged("kind", "a"), { ...(tagged("kind", "b") as object), type: ["object", "null"] }] },
    ],
    [
      "where a member's type is not stated",
      { oneOf: [tagged("kind", "a"), { required: ["kind"], properties: { kind: { const: "b" } } }] },
    ],
    [
      "where a member is met twice by oneOf",
      {
        oneOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/A" }, tagged("kind", "b")],
        $defs: { A: tagged("kind", "a") },
      },
    ],
    ["where only one member is left", { oneOf: [tagged("kind", "a")] }],
    [
      "where the values of a member contradict each other",
      { oneOf: [tagged("kind", "a", { allOf: [tagged("kind", "x")] }), tagged("kind", "b")] },
    ],
    ["in one object, unless the config names it", tagged("kind", ["a", "b"])],
    ["in a reference to the union, which has it", { $ref: "#/$defs/A", $defs: { A: { type: "object" } } }],
  ])("%s", ([, given]) => {
    const { union, diagnostics } = findInDocuments(given);
    expect(union()).toBeUndefined();
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
  });
});

describe("which tag is found", () => {
  const member = (values: Readonly<Record<string, JsonValue>>): JsonValue => ({
    type: "object",
    required: Object.keys(values),
    properties: Object.fromEntries(Object.entries(values).map(([key, value]) => [key, { const: value }])),
  });

  it("is the first by the first member's properties", () => {
    const { union } = findInDocuments({
      oneOf: [member({ version: 1, b: "x", a: "x" }), member({ version: 1, a: "y", b: "y" })],
    });
    expect(union()?.tags).toEqual([{ kind: "property", path: ["b"], values: ["x", "y"] }]);
  });

  it("is, for an open union, the first whose values are strings", () => {
    const oneOf = [member({ code: 1, kind: "a" }), member({ code: 2, kind: "b" })];
    expect(findInDocuments({ oneOf }).union()?.tags.map(pathOf)).toEqual([["code"]]);
    expect(
      findInDocuments({ oneOf }, { Root: { open: true } })
        .union()
        ?.tags.map(pathOf),
    ).toEqual([["kind"]]);
  });
});

describe("unions", () => {
  it("are definitions, in document order", () => {
    const oneOf = [tagged("kind", "a"), tagged("kind", "b")];
    const { unions } = findInDocuments({
      properties: { inline: { oneOf } },
      $defs: { B: { oneOf }, A: { anyOf: oneOf } },
    });
    expect([...unions.keys()].map(short)).toEqual(["#/$defs/B", "#/$defs/A"]);
  });

  it("leave out members that nothing can meet", () => {
    const { union } = findInDocuments({
      oneOf: [false, tagged("kind", "a"), tagged("kind", "b"), { type: "null", const: 1 }],
    });
    expect(describeUnion(union())).toEqual(['kind: ["a","b"]', '"a" is #/oneOf/1', '"b" is #/oneOf/2']);
  });

  it("are closed unless the config opens them", () => {
    const schema = { oneOf: [tagged("kind", "a"), tagged("kind", "b")] };
    expect(findInDocuments(schema).union()?.isOpen).toBe(false);
    expect(findInDocuments(schema, { Root: { open: false } }).union()?.isOpen).toBe(false);
    expect(findInDocuments(schema, { Root: { open: true } }).union()?.isOpen).toBe(true);
  });

  it("end where their members go in circles", () => {
    const { graph } = lowerDocuments({
      oneOf: [tagged("kind", "a"), { $ref: "#" }, { $ref: "#/$defs/b" }],
      $defs: { b: { oneOf: [{ $ref: "#" }, tagged("kind", "b")] } },
    });
    expect(findUnions(graph, proveFacts(graph).value, new Map()).value.size).toBe(0);
  });
});

describe("unions of unions in a row", () => {
  /** Each definition is a union of one variant and the next definition. */
  function nest(length: number, keyword: string): JsonValue {
    const link = (index: number): JsonValue => ({
      [keyword]: [
        tagged("kind", `k${index}`),
        ...(index + 1 < length ? [{ $ref: `#/$defs/d${index + 1}` }] : []),
      ],
    });
    return {
      $ref: "#/$defs/d0",
      $defs: Object.fromEntries(Array.from({ length }, (_, index) => [`d${index}`, link(index)])),
    };
  }

  it("all get helpers while they are few", () => {
    const { unions, diagnostics } = findInDocuments(nest(100, "anyOf"));
    expect([...unions.values()].map(({ variants }) => variants.length)).toEqual(
      Array.from({ length: 99 }, (_, index) => 100 - index),
    );
    expect(diagnostics).toEqual([]);
  });

  it("get helpers up to a budget, and a note beyond", () => {
    const { unions, union, diagnostics } = findInDocuments(nest(200, "oneOf"));
    expect(union("/$defs/d0")?.variants).toHaveLength(200);
    // The first gets 198 members from further unions, the next 197: the first 59 stay within the budget. The last but one needs none.
    expect(unions.size).toBe(60);
    expect(diagnostics).toEqual([
      {
        code: "union-too-large",
        severity: "note",
        message: "This union holds other unions with so many members that it gets no helpers, nor 138 more.",
        help: "Name it under `unions` in the config to have them all the same.",
        place: { uri: "file:///root.json", pointer: "/$defs/d59" },
      },
    ]);
  });

  it("get helpers beyond the budget where the config names them", () => {
    const { union } = findInDocuments(nest(200, "oneOf"), { d100: {}, d120: { tags: ["kind"] } });
    expect(union("/$defs/d100")?.variants).toHaveLength(100);
    expect(union("/$defs/d120")?.variants).toHaveLength(80);
  });
});
