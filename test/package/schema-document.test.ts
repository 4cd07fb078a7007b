import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { schemaPointerOf } from "../../src/names/schema-pointer.js";
import { printJson } from "../../src/package/print-json.js";
import { createSchemaDocument } from "../../src/package/schema-document.js";
import { resolvePointer } from "../../src/pointer.js";
import type { Annotations, CanonicalSchema, SchemaNode } from "../../src/schema/schema-graph.js";
import { graphOf, namesOf, nodeOf, shapesGraph, shapesNames } from "./shapes-package.js";

/** The definition `Root` of the document for a root with these keywords, and these nodes in it. */
function printRoot(
  schema: boolean | CanonicalSchema,
  annotations: Annotations = {},
  nodes: readonly SchemaNode[] = [],
): string {
  const graph = graphOf(nodeOf({ id: "root", schema, annotations }), ...nodes);
  const document = createSchemaDocument(graph, namesOf({ root: "Root", other: "Other" }));
  return JSON.stringify(resolvePointer(document, "/$defs/Root"));
}

/** A node that stands in the root. */
function childOf(
  parent: string,
  id: string,
  schema: boolean | CanonicalSchema,
  ...tokens: string[]
): SchemaNode {
  return nodeOf({ id, schema, parent: { node: parent, tokens } });
}

describe("createSchemaDocument", () => {
  it("names definitions by their types, and starts from the root", () => {
    expect(printJson(createSchemaDocument(shapesGraph, shapesNames))).toBe(`{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$ref": "#/$defs/Shape",
  "$defs": {
    "Shape": {
      "title": "Shape",
      "description": "Anything that can be drawn. It has a kind.",
      "oneOf": [
        {
          "$ref": "#/$defs/Circle"
        },
        {
          "$ref": "#/$defs/Square"
        }
      ]
    },
    "Circle": {
      "description": "All points at one distance\\nfrom a center.",
      "type": "object",
      "required": [
        "kind",
        "radius"
      ],
      "properties": {
        "kind": {
          "const": "circle"
        },
        "radius": {
          "type": "number",
          "exclusiveMinimum": 0
        }
      }
    },
    "Square": {
      "type": "object",
      "required": [
        "kind"
      ],
      "properties": {
        "kind": {
          "const": "square"
        }
      }
    }
  }
}
`);
  });

  it.each<[string, CanonicalSchema, string]>([
    ["one type", { type: ["integer"] }, '{"type":"integer"}'],
    ["several types", { type: ["string", "null"] }, '{"type":["string","null"]}'],
    ["const", { const: { value: { a: null } } }, '{"const":{"a":null}}'],
    ["pattern", { pattern: { source: "^\\p{L}/$", flags: "u" } }, '{"pattern":"^\\\\p{L}/$"}'],
    ["format", { format: { name: "date", asserted: true } }, '{"format":"date"}'],
    [
      "numbers",
      { multipleOf: 0.1, maximum: 5, minimum: -0.5 },
      '{"multipleOf":0.1,"maximum":5,"minimum":-0.5}',
    ],
    ["enum and limits", { enum: [1, "a", [null]], maxItems: 2 }, '{"enum":[1,"a",[null]],"maxItems":2}'],
  ])("writes %s in the author's order, as 2020-12 does", (_, schema, expected) => {
    expect(printRoot(schema)).toBe(expected);
  });

  it("has definitions alone where there is no root", () => {
    const graph = { ...graphOf(nodeOf({ id: "a", schema: true })), roots: [] };
    expect(createSchemaDocument(graph, namesOf({ a: "A" }))).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      $defs: { A: true },
    });
  });

  it("leaves out a discriminator, whose mapping is the author's document's", () => {
    const annotations = {
      discriminator: { propertyName: "kind" },
      externalDocs: { url: "https://a.example" },
    };
    expect(printRoot({}, annotations)).toBe('{"externalDocs":{"url":"https://a.example"}}');
  });

  it("writes annotations before keywords, in the author's order", () => {
    const annotations: Annotations = {
      comment: "why",
      description: "Text",
      title: "Title",
      default: null,
      examples: [1],
      deprecated: true,
      readOnly: false,
      writeOnly: true,
      unknown: new Map<string, JsonValue>([["x-order", { "#": 1 }]]),
    };
    expect(printRoot({ minimum: 1 }, annotations)).toBe(
      '{"$comment":"why","description":"Text","title":"Title","default":null,"examples":[1],"deprecated":true,' +
        '"readOnly":false,"writeOnly":true,"x-order":{"#":1},"minimum":1}',
    );
  });

  it("leaves out what the author's dialect did not know and 2020-12 would act upon", () => {
    const unknown = new Map<string, JsonValue>([
      ["const", 1],
      ["$id", "https://example.com/"],
      ["id", "a"],
    ]);
    expect(printRoot({}, { unknown })).toBe('{"id":"a"}');
  });

  it.each<[boolean, Annotations, string]>([
    [true, {}, "true"],
    [false, {}, "false"],
    [true, { title: "All" }, '{"title":"All"}'],
    [false, { title: "None" }, '{"title":"None","not":true}'],
  ])("writes the boolean schema %s with the annotations %o", (schema, annotations, expected) => {
    expect(printRoot(schema, annotations)).toBe(expected);
  });

  it("nests what stands in a schema under its keyword", () => {
    const schema: CanonicalSchema = {
      prefixItems: ["a", "b"],
      items: "c",
      patternProperties: [{ pattern: { source: "^x-", flags: "u" }, schema: "d" }],
      additionalProperties: "e",
      anyOf: ["f"],
      not: "g",
    };
    const nodes = [
      childOf("root", "a", { minimum: 0 }, "prefixItems", "0"),
      childOf("root", "b", true, "prefixItems", "1"),
      childOf("root", "c", { minimum: 1 }, "items"),
      childOf("root", "d", { minimum: 2 }, "patternProperties", "^x-"),
      childOf("root", "e", false, "additionalProperties"),
      childOf("root", "f", { allOf: ["h"] }, "anyOf", "0"),
      childOf("root", "g", { minimum: 4 }, "not"),
      childOf("f", "h", { minimum: 3 }, "allOf", "0"),
    ];
    expect(printRoot(schema, {}, nodes)).toBe(
      '{"prefixItems":[{"minimum":0},true],"items":{"minimum":1},"patternProperties":{"^x-":{"minimum":2}},' +
        '"additionalProperties":false,"anyOf":[{"allOf":[{"minimum":3}]}],"not":{"minimum":4}}',
    );
  });

  it("refers to what stands elsewhere, also within another schema", () => {
    const schema: CanonicalSchema = {
      properties: new Map([
        ["a/b ü%", "a"],
        ["c", "a"],
      ]),
      items: "other",
      not: "itself",
    };
    const nodes = [
      nodeOf({ id: "other", schema: true }),
      childOf("root", "a", { minimum: 0 }, "properties", "a/b ü%"),
      childOf("root", "itself", { $ref: "a" }, "not"),
    ];
    const reference = '{"$ref":"#/$defs/Root/properties/a~1b%20%C3%BC%25"}';
    expect(printRoot(schema, {}, nodes)).toBe(
      `{"properties":{"a/b ü%":{"minimum":0},"c":${reference}},"items":{"$ref":"#/$defs/Other"},"not":${reference}}`,
    );
  });

  it("keeps a property called __proto__", () => {
    const properties = new Map([["__proto__", "a"]]);
    const nodes = [childOf("root", "a", { minimum: 0 }, "properties", "__proto__")];
    expect(printRoot({ properties }, {}, nodes)).toBe('{"properties":{"__proto__":{"minimum":0}}}');
  });

  it("writes a schema that is nested too deep for a stack", () => {
    const depth = 10_000;
    const nodes = Array.from({ length: depth }, (_, level) =>
      nodeOf({
        id: `n${level}`,
        schema: level + 1 < depth ? { items: `n${level + 1}` } : { minimum: 7 },
        ...(level === 0 ? {} : { parent: { node: `n${level - 1}`, tokens: ["items"] } }),
      }),
    );
    const text = printJson(createSchemaDocument(graphOf(...nodes), namesOf({ n0: "Root" })));
    expect(text.split('"items"')).toHaveLength(depth);
    expect(text).toContain('{"minimum": 7}');
  });
});

describe("schemaPointerOf", () => {
  it("leads to the node in the document", () => {
    const document = createSchemaDocument(shapesGraph, shapesNames);
    const pointers = [...shapesGraph.nodes.keys()].map((id) => schemaPointerOf(shapesGraph, shapesNames, id));
    expect(pointers).toEqual([
      "/$defs/Shape",
      "/$defs/Circle",
      "/$defs/Square",
      "/$defs/Circle/properties/kind",
      "/$defs/Circle/properties/radius",
      "/$defs/Square/properties/kind",
    ]);
    expect(resolvePointer(document, pointers[4] ?? "")).toEqual({ type: "number", exclusiveMinimum: 0 });
  });

  it("escapes the names of properties", () => {
    const graph = graphOf(
      nodeOf({ id: "root", schema: {} }),
      childOf("root", "a", true, "properties", "a/b~c"),
      childOf("a", "b", true, "items"),
    );
    expect(schemaPointerOf(graph, namesOf({ root: "Root" }), "b")).toBe(
      "/$defs/Root/properties/a~1b~0c/items",
    );
  });
});
