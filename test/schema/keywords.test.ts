import { describe, expect, it } from "vitest";
import { dialects } from "../../src/dialect/dialects.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { keywordLowerings } from "../../src/schema/keywords/keywords.js";
import { parse } from "../link/make-documents.js";
import { lowerDocuments, root } from "./lower-documents.js";

const at = (pointer: string) => `${root}#${pointer}`;

/** The canonical schema of the root, and what was said about it. */
function lowerRoot(schema: JsonValue, dialect = "2020-12") {
  const { schema: canonical, node, diagnostics } = lowerDocuments(schema, { dialect });
  return { schema: canonical(""), annotations: node("").annotations, diagnostics };
}

const codesAndPlaces = (schema: JsonValue, dialect?: string) =>
  lowerRoot(schema, dialect).diagnostics.map(({ code, place }) => [code, place?.pointer]);

describe("lowering", () => {
  it("keeps assertions as they are", () => {
    const schema = {
      type: ["string", "integer"],
      enum: [1, "a", null, { $ref: "#/nowhere" }],
      minimum: 1,
      maximum: 2.5,
      exclusiveMinimum: -1,
      exclusiveMaximum: 0,
      multipleOf: 0.01,
      minLength: 0,
      maxLength: 3,
      minItems: 1,
      maxItems: 2,
      required: ["a"],
    };
    const { schema: canonical, diagnostics } = lowerRoot(schema);
    expect(diagnostics).toEqual([]);
    expect(canonical).toEqual(schema);
  });

  it("wraps const, so that null is told from absence", () => {
    expect(lowerRoot({ const: null }).schema).toEqual({ const: { value: null } });
    expect(lowerRoot({}).schema).toEqual({});
  });

  it("names subschemas by the ids of their nodes", () => {
    const { schema, diagnostics } = lowerRoot({
      $ref: "#/$defs/A",
      $defs: { A: true },
      properties: { b: {}, a: {} },
      patternProperties: { "^x-": {} },
      additionalProperties: false,
      prefixItems: [{}, {}],
      items: {},
      allOf: [{}],
      anyOf: [{}],
      oneOf: [{}],
      not: {},
    });
    expect(diagnostics).toEqual([]);
    expect(schema).toEqual({
      $ref: at("/$defs/A"),
      properties: new Map([
        ["b", at("/properties/b")],
        ["a", at("/properties/a")],
      ]),
      patternProperties: [{ pattern: { source: "^x-", flags: "u" }, schema: at("/patternProperties/^x-") }],
      additionalProperties: at("/additionalProperties"),
      prefixItems: [at("/prefixItems/0"), at("/prefixItems/1")],
      items: at("/items"),
      allOf: [at("/allOf/0")],
      anyOf: [at("/anyOf/0")],
      oneOf: [at("/oneOf/0")],
      not: at("/not"),
    });
    expect([...(schema.properties?.keys() ?? [])]).toEqual(["b", "a"]);
  });

  it("keeps boolean schemas", () => {
    const { node } = lowerDocuments({ properties: { a: true, b: false } });
    expect(node("/properties/a").schema).toBe(true);
    expect(node("/properties/b").schema).toBe(false);
  });

  it("holds properties such as __proto__ and the empty name", () => {
    const { schema } = lowerRoot(
      parse('{ "properties": { "__proto__": {}, "": {}, "a/b~": {} }, "required": ["__proto__"] }'),
    );
    expect([...(schema.properties ?? [])]).toEqual([
      ["__proto__", at("/properties/__proto__")],
      ["", at("/properties/")],
      ["a/b~", at("/properties/a~1b~0")],
    ]);
    expect(schema.required).toEqual(["__proto__"]);
  });

  it("takes each name of required, and each type, once", () => {
    expect(lowerRoot({ required: ["a", "a"], type: ["null", "null"] }).schema).toEqual({
      required: ["a"],
      type: ["null"],
    });
  });

  it("admits an empty enum, which nothing satisfies", () => {
    expect(lowerRoot({ enum: [] })).toMatchObject({ schema: { enum: [] }, diagnostics: [] });
  });
});

describe("lowering of drafts", () => {
  it.each(["2019-09", "draft-07", "draft-06", "draft-04"])(
    "reads an array of items as prefixItems in %s",
    (dialect) => {
      expect(lowerRoot({ items: [{}, {}], additionalItems: false }, dialect).schema).toEqual({
        prefixItems: [at("/items/0"), at("/items/1")],
        items: at("/additionalItems"),
      });
    },
  );

  it("leaves additionalItems out where items is no array", () => {
    expect(lowerRoot({ items: {}, additionalItems: false }, "draft-07").schema).toEqual({
      items: at("/items"),
    });
    expect(lowerRoot({ additionalItems: false }, "draft-07").schema).toEqual({});
  });

  it("reads draft 4's exclusive limits as numbers", () => {
    const schema = { minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false };
    expect(lowerRoot(schema, "draft-04")).toMatchObject({
      schema: { exclusiveMinimum: 1, maximum: 9 },
      diagnostics: [],
    });
    expect(lowerRoot({ exclusiveMinimum: true }, "draft-04").schema).toEqual({});
    expect(codesAndPlaces({ exclusiveMinimum: 5 }, "draft-04")).toEqual([
      ["keyword-invalid", "/exclusiveMinimum"],
    ]);
    expect(codesAndPlaces({ exclusiveMinimum: true }, "draft-06")).toEqual([
      ["keyword-invalid", "/exclusiveMinimum"],
    ]);
  });

  it.each(["draft-07", "draft-06", "draft-04"])(
    "drops what stands beside $ref in %s, but for annotations",
    (dialect) => {
      const { schema, annotations, diagnostics } = lowerRoot(
        {
          $ref: "#/definitions/A",
          definitions: { A: {} },
          description: "Kept.",
          "x-kept": 1,
          type: "string",
          minLength: 2,
        },
        dialect,
      );
      expect(schema).toEqual({ $ref: at("/definitions/A") });
      expect(annotations).toEqual({ description: "Kept.", unknown: new Map([["x-kept", 1]]) });
      expect(diagnostics.map(({ code, message, place }) => [code, message, place?.pointer])).toEqual([
        ["keyword-ignored", `In ${dialect} type does not count where it stands beside $ref.`, "/type"],
        [
          "keyword-ignored",
          `In ${dialect} minLength does not count where it stands beside $ref.`,
          "/minLength",
        ],
      ]);
    },
  );

  it("applies what stands beside $ref from 2019-09 on", () => {
    expect(lowerRoot({ $ref: "#/$defs/A", $defs: { A: {} }, minLength: 2 }, "2019-09").schema).toEqual({
      $ref: at("/$defs/A"),
      minLength: 2,
    });
  });

  it("takes no keyword from another draft", () => {
    expect(lowerRoot({ const: 1, prefixItems: [{}], $defs: {} }, "draft-04")).toMatchObject({
      schema: {},
      annotations: {
        unknown: new Map<string, JsonValue>([
          ["const", 1],
          ["prefixItems", [{}]],
          ["$defs", {}],
        ]),
      },
    });
  });
});

describe("lowering of annotations", () => {
  it("keeps them beside the schema", () => {
    const { schema, annotations, diagnostics } = lowerRoot({
      title: "T",
      description: "D",
      default: null,
      examples: [1],
      example: { $ref: "#/nowhere" },
      deprecated: true,
      readOnly: false,
      writeOnly: true,
      $comment: "C",
    });
    expect(diagnostics).toEqual([]);
    expect(schema).toEqual({});
    expect(annotations).toEqual({
      title: "T",
      description: "D",
      default: null,
      examples: [1, { $ref: "#/nowhere" }],
      deprecated: true,
      readOnly: false,
      writeOnly: true,
      comment: "C",
    });
  });

  it("reads a text as deprecated, and leaves out what makes no sense, each with a warning", () => {
    const { annotations, diagnostics } = lowerRoot({
      deprecated: "Use b.",
      title: null,
      examples: {},
      readOnly: "yes",
    });
    expect(annotations).toEqual({ deprecated: true });
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.pointer])).toEqual([
      ["keyword-tolerated", "warning", "/deprecated"],
      ["keyword-tolerated", "warning", "/title"],
      ["keyword-tolerated", "warning", "/examples"],
      ["keyword-tolerated", "warning", "/readOnly"],
    ]);
  });

  it("keeps names that the dialect does not know, with one note for each name", () => {
    const { diagnostics, node } = lowerDocuments({
      nullable: true,
      "x-mine": 1,
      properties: { a: { nullable: true }, b: { additionalProperty: false, constructor: 5 } },
    });
    expect(node("").annotations.unknown).toEqual(
      new Map<string, JsonValue>([
        ["nullable", true],
        ["x-mine", 1],
      ]),
    );
    expect(node("/properties/a").annotations.unknown?.get("nullable")).toBe(true);
    expect(diagnostics.map(({ code, severity, place }) => [code, severity, place?.pointer])).toEqual([
      ["keyword-unknown", "note", "/nullable"],
      ["keyword-unknown", "note", "/properties/b/additionalProperty"],
      ["keyword-unknown", "note", "/properties/b/constructor"],
    ]);
    expect(diagnostics[0]?.message).toBe('"nullable" is no keyword of 2020-12, so it changes no verdict.');
    expect(diagnostics[1]?.help).toBe('Did you mean "additionalProperties"?');
  });
});

describe("lowering of formats", () => {
  const asserted = (dialect: string, formats: "dialect" | "annotate" | "assert") =>
    lowerDocuments({ format: "date" }, { dialect, formats }).schema("").format?.asserted;

  it("asserts them as the dialect says, unless told always or never", () => {
    expect(asserted("2020-12", "dialect")).toBe(false);
    expect(asserted("draft-07", "dialect")).toBe(false);
    expect(asserted("2020-12", "assert")).toBe(true);
    expect(asserted("2020-12", "annotate")).toBe(false);
  });
});

describe("lowering of patterns", () => {
  it("compiles with Unicode rules, else without them and with a warning", () => {
    const { schema, diagnostics } = lowerRoot({ pattern: "^\\p{L}+$", patternProperties: { "^\\-": {} } });
    expect(schema.pattern).toEqual({ source: "^\\p{L}+$", flags: "u" });
    expect(schema.patternProperties?.[0]?.pattern).toEqual({ source: "^\\-", flags: "" });
    expect(diagnostics).toEqual([
      {
        code: "pattern-not-unicode",
        severity: "warning",
        message:
          'The pattern "^\\-" does not parse with Unicode rules (Invalid escape), so it is used without them.',
        help: "Leave out escapes that mean nothing, and escape braces and brackets that stand for themselves.",
        place: { uri: root, pointer: "/patternProperties/^\\-" },
      },
    ]);
  });

  it("refuses what does not parse", () => {
    const { schema, diagnostics } = lowerRoot({ pattern: "(a" });
    expect(schema).toEqual({});
    expect(diagnostics).toMatchObject([
      {
        code: "pattern-invalid",
        message: 'The pattern "(a" does not parse: Unterminated group.',
        place: { pointer: "/pattern" },
      },
    ]);
  });
});

describe("lowering of what is wrong", () => {
  it.each<[JsonObject, string, string]>([
    [
      { minLength: "3" },
      "/minLength",
      'The value of minLength must be a non-negative integer, but here stands "3".',
    ],
    [
      { maxItems: -1 },
      "/maxItems",
      "The value of maxItems must be a non-negative integer, but here stands -1.",
    ],
    [
      { minItems: 1.5 },
      "/minItems",
      "The value of minItems must be a non-negative integer, but here stands 1.5.",
    ],
    [{ maximum: null }, "/maximum", "The value of maximum must be a number, but here stands null."],
    [
      { multipleOf: 0 },
      "/multipleOf",
      "The value of multipleOf must be a number greater than 0, but here stands 0.",
    ],
    [
      { required: "a" },
      "/required",
      'The value of required must be an array of strings, but here stands "a".',
    ],
    [
      { required: ["a", 1] },
      "/required",
      "The value of required must be an array of strings only, but here stands an array.",
    ],
    [{ enum: {} }, "/enum", "The value of enum must be an array, but here stands an object."],
    [
      { prefixItems: {} },
      "/prefixItems",
      "The value of prefixItems must be an array of schemas, but here stands an object.",
    ],
    [
      { properties: [] },
      "/properties",
      "The value of properties must be an object of schemas, but here stands an array.",
    ],
    [
      { patternProperties: [] },
      "/patternProperties",
      "The value of patternProperties must be an object of schemas, but here stands an array.",
    ],
    [
      { anyOf: [] },
      "/anyOf",
      "The value of anyOf must be an array with at least one schema, but here stands an array.",
    ],
    [{ pattern: 5 }, "/pattern", "The value of pattern must be a string, but here stands 5."],
    [{ format: [] }, "/format", "The value of format must be a string, but here stands an array."],
    [{ $id: 5 }, "/$id", "The value of $id must be a string, but here stands 5."],
    [{ $defs: [] }, "/$defs", "The value of $defs must be an object, but here stands an array."],
    [{ type: "strnig" }, "/type", 'There is no type "strnig".'],
    [{ type: ["string", "any"] }, "/type/1", 'There is no type "any".'],
    [
      { type: [] },
      "/type",
      "The value of type must be the name of a type, or an array of at least one, but here stands an array.",
    ],
    [{ type: 5 }, "/type", "There is no type 5."],
  ])("reports %j at %s", (schema, pointer, message) => {
    const { schema: canonical, diagnostics } = lowerRoot(schema);
    expect(canonical).toEqual({});
    expect(diagnostics.map((d) => [d.code, d.place, d.message])).toEqual([
      ["keyword-invalid", { uri: root, pointer }, message],
    ]);
  });

  it("offers the nearest type", () => {
    expect(lowerRoot({ type: "strnig" }).diagnostics[0]?.help).toBe('Did you mean "string"?');
    expect(lowerRoot({ type: "any" }).diagnostics[0]?.help).toBe(
      "Use one of these: null, boolean, object, array, number, string, integer.",
    );
  });

  it("reads null as the type null, with a warning", () => {
    expect(lowerRoot({ type: null }).schema).toEqual({ type: ["null"] });
    expect(lowerRoot({ type: ["string", null] }).schema).toEqual({ type: ["string", "null"] });
    expect(codesAndPlaces({ type: ["string", null] })).toEqual([["keyword-tolerated", "/type/1"]]);
  });

  it("lets an empty allOf be, with a warning", () => {
    expect(lowerRoot({ allOf: [] }).schema).toEqual({});
    expect(codesAndPlaces({ allOf: [] })).toEqual([["keyword-tolerated", "/allOf"]]);
  });

  it("has a lowering for every keyword of every dialect", () => {
    const ids = dialects.flatMap(({ keywords }) => [...keywords.values()].map(({ id }) => id));
    expect([...new Set(ids)].filter((id) => !keywordLowerings.has(id))).toEqual([]);
  });

  it("goes on where link found no schema or no target", () => {
    const { schema, diagnostics } = lowerRoot({
      $ref: "#/nowhere",
      properties: { a: 5, b: {} },
      not: "x",
      allOf: [1, {}],
    });
    expect(diagnostics.every(({ severity }) => severity === "error")).toBe(true);
    expect(schema).toEqual({ properties: new Map([["b", at("/properties/b")]]), allOf: [at("/allOf/1")] });
  });
});
