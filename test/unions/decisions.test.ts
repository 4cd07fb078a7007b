import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findDecisions } from "../../src/unions/decisions.js";
import type { Decision, PresenceDecision } from "../../src/unions/unions.js";
import { at, proveDocuments } from "../facts/prove-documents.js";
import { short } from "../schema/lower-documents.js";
import { tagged } from "./find-in-documents.js";

/** The decision of the root as text: a line for each case, choices in brackets. */
function decide(schema: JsonObject): string[] {
  const { graph, facts } = proveDocuments(schema);
  const decision = findDecisions(graph, facts, new Map()).branches.get(at(""));
  return decision ? describeDecision(decision) : ["none"];
}

function describeDecision(decision: Decision | PresenceDecision, indent = ""): string[] {
  if (decision.kind === "presence") return [`by the presence of ${decision.keys.join(", ")}`];
  if (decision.kind === "branch") return [`${indent}${short(decision.node)}`];
  if (decision.kind !== "tag") {
    const inner = decision.of.flatMap((each) => describeDecision(each));
    return [`${indent}${decision.kind} of ${inner.join(" ")}`];
  }
  const lead = (label: string, then: Decision | undefined): string[] =>
    then ? [`${indent}${label}:`, ...describeDecision(then, `${indent}  `)] : [];
  return [
    `${indent}by ${decision.path.join(".")}`,
    ...decision.cases.flatMap(({ values, then }) =>
      lead(values.map((value) => JSON.stringify(value) ?? "-").join(" "), then),
    ),
    ...lead("else", decision.otherwise),
    ...lead("no object", decision.notObject),
  ];
}

describe("a decision", () => {
  it.for<[string, JsonObject, string[]]>([
    [
      "leads each value to its one member",
      { oneOf: [tagged("kind", "a"), tagged("kind", ["b", "c"])] },
      ["by kind", '"a":', "  #/oneOf/0", '"b" "c":', "  #/oneOf/1"],
    ],
    [
      "leaves a choice where members share a value, by a second tag where there is one",
      {
        oneOf: [
          tagged("kind", "a", {
            properties: { kind: { const: "a" }, v: { const: 1 } },
            required: ["kind", "v"],
          }),
          tagged("kind", "a", {
            properties: { kind: { const: "a" }, v: { const: 2 } },
            required: ["kind", "v"],
          }),
          tagged("kind", "b"),
          tagged("kind", "c"),
        ],
      },
      [
        "by kind",
        '"a":',
        "  by v",
        "  1:",
        "    #/oneOf/0",
        "  2:",
        "    #/oneOf/1",
        '"b":',
        "  #/oneOf/2",
        '"c":',
        "  #/oneOf/3",
      ],
    ],
    [
      "counts the members that a value leaves",
      { oneOf: [tagged("kind", "a"), tagged("kind", "a"), tagged("kind", "b")] },
      ["by kind", '"a":', "  one of #/oneOf/0 #/oneOf/1", '"b":', "  #/oneOf/2"],
    ],
    [
      "takes absence for a value",
      { anyOf: [tagged("kind", "a", { required: [] }), tagged("kind", "b"), tagged("kind", "c")] },
      ["by kind", '"a" -:', "  #/anyOf/0", '"b":', "  #/anyOf/1", '"c":', "  #/anyOf/2"],
    ],
    [
      "leads what no member lists to those that list nothing",
      {
        anyOf: [
          tagged("kind", "a"),
          tagged("kind", "b"),
          {
            type: "object",
            required: ["kind"],
            properties: { kind: { type: "string", not: { enum: ["a", "b"] } } },
          },
        ],
      },
      ["by kind", '"a":', "  #/anyOf/0", '"b":', "  #/anyOf/1", "else:", "  #/anyOf/2"],
    ],
    [
      "leads what is no object to the members that take it",
      { anyOf: [tagged("kind", "a"), tagged("kind", "b"), { type: "null" }] },
      ["by kind", '"a":', "  #/anyOf/0", '"b":', "  #/anyOf/1", "no object:", "  #/anyOf/2"],
    ],
    [
      "is by a nested path",
      {
        oneOf: ["a", "b"].map((type): JsonValue => ({
          type: "object",
          required: ["context"],
          properties: { context: tagged("type", type) },
        })),
      },
      ["by context.type", '"a":', "  #/oneOf/0", '"b":', "  #/oneOf/1"],
    ],
    [
      "reads what stands beside the members as well",
      {
        required: ["kind"],
        oneOf: [tagged("kind", "a", { required: [] }), tagged("kind", "b", { required: [] })],
      },
      ["by kind", '"a":', "  #/oneOf/0", '"b":', "  #/oneOf/1"],
    ],
    [
      "flattens unions among the members, whose members are calls",
      {
        oneOf: [{ $ref: "#/$defs/Inner" }, tagged("kind", "c")],
        $defs: {
          Inner: { anyOf: [{ $ref: "#/$defs/A" }, { $ref: "#/$defs/B" }] },
          A: tagged("kind", "a"),
          B: tagged("kind", "b"),
        },
      },
      [
        "by kind",
        '"a":',
        "  #/$defs/Inner/anyOf/0",
        '"b":',
        "  #/$defs/Inner/anyOf/1",
        '"c":',
        "  #/oneOf/1",
      ],
    ],
    [
      "is by which property is there, where nothing else tells",
      {
        oneOf: [
          { type: "object", required: ["a"], properties: { a: {} }, additionalProperties: false },
          { type: "object", required: ["b"], properties: { b: {} }, additionalProperties: false },
        ],
      },
      ["by the presence of a, b"],
    ],
    [
      "is none where all members have the same value",
      { oneOf: [tagged("kind", "a"), tagged("kind", "a")] },
      ["none"],
    ],
    ["is none of one member", { oneOf: [tagged("kind", "a")] }, ["none"]],
    [
      "is none by what every object has",
      { oneOf: [tagged("toString", "a", { required: [] }), tagged("toString", "b")] },
      ["none"],
    ],
  ])("%s", ([, schema, want]) => {
    expect(decide(schema)).toEqual(want);
  });

  it("takes the tags of a union before others", () => {
    const member = (kind: string, id: string): JsonValue => ({
      type: "object",
      required: ["id", "kind"],
      properties: { id: { const: id }, kind: { const: kind } },
    });
    const { graph, facts } = proveDocuments({ oneOf: [member("a", "1"), member("b", "2")] });
    const union = { node: at(""), tags: [{ kind: "property", path: ["kind"], values: ["a", "b"] }] };
    const decisions = findDecisions(graph, facts, new Map([[at(""), union as never]]));
    expect(decisions.branches.get(at(""))).toMatchObject({ kind: "tag", path: ["kind"] });
    expect(findDecisions(graph, facts, new Map()).branches.get(at(""))).toMatchObject({
      kind: "tag",
      path: ["id"],
    });
  });
});

describe("a decision of conditions", () => {
  const test = (kind: JsonValue, more: JsonObject = {}): JsonValue => ({
    properties: { kind: { const: kind } },
    ...more,
  });
  const decideAll = (allOf: readonly JsonValue[], own: JsonObject = {}): string[] => {
    const { graph, facts } = proveDocuments({
      ...(tagged("kind", ["a", "b", "c"]) as object),
      allOf: [...allOf],
      ...own,
    });
    const decision = findDecisions(graph, facts, new Map()).conditions.get(at(""));
    return (decision?.cases ?? []).map(
      ({ values, then }) => `${values.join(" ")}: ${then.map(short).join(" ")}`,
    );
  };

  it("leads each value to all that its conditions lead to", () => {
    const conditions = [
      { if: test("a", { required: ["kind"] }), then: { required: ["x"] } },
      { if: test("b", { type: "object" }), then: { required: ["y"] }, else: { required: ["z"] } },
    ];
    expect(decideAll(conditions)).toEqual([
      "a: #/allOf/0/then #/allOf/1/else",
      "b: #/allOf/1/then",
      "c: #/allOf/1/else",
    ]);
  });

  it.for<[string, JsonValue, JsonObject]>([
    ["where one asks for more", { if: test("b", { required: ["x"] }), then: { required: ["y"] } }, {}],
    [
      "where one asks of another property",
      { if: { properties: { other: { const: 1 } } }, then: { required: ["y"] } },
      {},
    ],
    [
      "where one asks for what literals do not tell",
      { if: { properties: { kind: { type: "string" } } }, then: false },
      {},
    ],
    ["where the property may be absent", { if: test("b"), then: { required: ["y"] } }, { required: [] }],
    [
      "where the value may be no object",
      { if: test("b"), then: { required: ["y"] } },
      { type: ["object", "null"] },
    ],
  ])("is none %s", ([, other, own]) => {
    expect(decideAll([{ if: test("a"), then: { required: ["x"] } }, other], own)).toEqual([]);
  });
});
