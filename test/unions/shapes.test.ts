import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { short } from "../schema/lower-documents.js";
import { describeUnion, findInDocuments, tagged } from "./find-in-documents.js";

/** An object that requires all of `values`, each one value or several. */
function holding(values: JsonObject): JsonValue {
  const properties = Object.entries(values).map(([key, value]) => [key, { enum: [value].flat() }] as const);
  return { type: "object", required: Object.keys(values), properties: Object.fromEntries(properties) };
}

const closed = (key: string): JsonValue => ({
  type: "object",
  required: [key],
  properties: { [key]: {}, id: {} },
  additionalProperties: false,
});

describe("a union that is found", () => {
  it.for<[string, JsonObject, string[]]>([
    [
      "by two tags side by side, the one with fewer values in each member first",
      {
        oneOf: [
          holding({ versions: [1, 2], type: "a" }),
          holding({ versions: [3], type: "a" }),
          holding({ versions: [1, 2], type: "b" }),
        ],
      },
      [
        'type: ["a","b"]',
        "versions: [1,2,3]",
        '"a" is #/oneOf/0, #/oneOf/1',
        "  1 cut from #/oneOf/0",
        "  2 cut from #/oneOf/0",
        "  3 is #/oneOf/1",
        '"b" is #/oneOf/2',
        "  1 cut from #/oneOf/2",
        "  2 cut from #/oneOf/2",
      ],
    ],
    [
      "by a second tag that only some have",
      {
        oneOf: [
          holding({ type: "m", part: "text" }),
          holding({ type: "m", part: "image" }),
          holding({ type: "n" }),
        ].map((member) => member),
      },
      [
        'type: ["m","n"]',
        'part: ["text","image"]',
        '"m" is #/oneOf/0, #/oneOf/1',
        '  "text" is #/oneOf/0',
        '  "image" is #/oneOf/1',
        '"n" is #/oneOf/2',
      ],
    ],
    [
      "by a tag that one of them may lack",
      { oneOf: [tagged("kind", "a", { required: [] }), tagged("kind", "b")] },
      ['kind: ["a",null,"b"]', '"a" cut from #/oneOf/0', "undefined cut from #/oneOf/0", '"b" is #/oneOf/1'],
    ],
    [
      "by a tag that several may lack, of which the union decides",
      { oneOf: [tagged("kind", "a", { required: [] }), tagged("kind", "b", { required: [] })] },
      [
        'kind: ["a",null,"b"]',
        '"a" cut from #/oneOf/0',
        "undefined cut from #/oneOf/0, #/oneOf/1",
        '"b" cut from #/oneOf/1',
      ],
    ],
    [
      "by the presence of a key",
      { oneOf: [closed("a"), closed("b")] },
      ['key: ["a","b"]', '"a" is #/oneOf/0', '"b" is #/oneOf/1'],
    ],
    [
      "with more beside its members",
      {
        type: "object",
        required: ["id"],
        properties: { id: {} },
        oneOf: [tagged("kind", "a"), tagged("kind", "b")],
      },
      ['kind: ["a","b"]', '"a" cut from #/oneOf/0', '"b" cut from #/oneOf/1'],
    ],
    [
      "in allOf",
      {
        allOf: [{ $ref: "#/$defs/Base" }, { oneOf: [tagged("kind", "a"), tagged("kind", "b")] }],
        $defs: { Base: { type: "object", properties: { id: {} } } },
      },
      ['kind: ["a","b"]', '"a" cut from #/allOf/1/oneOf/0', '"b" cut from #/allOf/1/oneOf/1'],
    ],
    [
      "of conditions on an enumerated property",
      {
        ...(tagged("kind", ["a", "b", "c"]) as object),
        allOf: ["a", "b"].map((kind) => ({
          if: { properties: { kind: { const: kind } } },
          then: { required: [`of-${kind}`] },
        })),
      },
      ['kind: ["a","b","c"]', '"a" cut from #', '"b" cut from #', '"c" cut from #'],
    ],
  ])("%s", ([, schema, want]) => {
    expect(describeUnion(findInDocuments(schema).union())).toEqual(want);
  });

  it("has a branch for all other tags, where that refuses the known ones", () => {
    const rest = (known: readonly string[]): JsonValue => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", not: { enum: [...known] } } },
    });
    const oneOf = [tagged("kind", "a"), tagged("kind", "b")];
    const union = findInDocuments({ oneOf: [...oneOf, rest(["a", "b"])] }).union();
    expect([union?.isOpen, union?.fallback && short(union.fallback)]).toEqual([true, "#/oneOf/2"]);
    expect(describeUnion(union).slice(1)).toEqual(['"a" is #/oneOf/0', '"b" is #/oneOf/1']);
    expect(findInDocuments({ oneOf: [...oneOf, rest(["a"])] }).union()).toBeUndefined();
  });
});

describe("a union that is not found", () => {
  it("says which members clash, and on what", () => {
    const { diagnostics } = findInDocuments({
      oneOf: [tagged("kind", "a"), tagged("kind", "b"), tagged("kind", "b")],
    });
    expect(diagnostics).toMatchObject([
      {
        code: "union-untold",
        severity: "note",
        message:
          '`kind` does not tell all members of this union apart, so it gets no helpers: of `/oneOf/1` and `/oneOf/2` both have "b".',
      },
    ]);
  });

  it("says which member may have any value", () => {
    const any = { type: "object", required: ["kind"], properties: { kind: { type: "string" } } };
    const { diagnostics } = findInDocuments({ oneOf: [tagged("kind", "a"), tagged("kind", "b"), any] });
    expect(diagnostics.map(({ message }) => message)).toEqual([
      "`kind` does not tell all members of this union apart, so it gets no helpers: of `/oneOf/1` and `/oneOf/2` the second may have any that the first has.",
    ]);
  });

  it("says nothing where no property was meant as a tag", () => {
    const { diagnostics } = findInDocuments({
      oneOf: [{ type: "object" }, { type: "object", required: ["a"] }],
    });
    expect(diagnostics).toEqual([]);
  });
});
