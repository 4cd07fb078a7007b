import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { findMissing, link } from "../../src/link/link.js";
import type { Linked } from "../../src/link/linked.js";
import type { Documents } from "../../src/load/documents.js";
import { makeDocument, makeDocuments, parse } from "./make-documents.js";

const options = { dialect: "2020-12" };
const root = "file:///root.json";

const linkOne = (schema: JsonValue) => link(makeDocuments({ [root]: schema }), options);

/** Ids without the URI of the root document. */
const short = (id: string | undefined) => id?.replace(root, "");
const idsOf = (linked: Linked) => [...linked.schemas.keys()].map(short);
const targetOf = (linked: Linked, id: string, keyword = "$ref") =>
  short(linked.references.get(`${root}${id as "#"}`)?.get(keyword)?.target);
const codesOf = (documents: Documents) => link(documents, options).diagnostics.map(({ code }) => code);

describe("link: what is reached", () => {
  it("visits subschemas by the shapes of their keywords, in document order", () => {
    const { value, diagnostics } = linkOne({
      properties: { b: { items: true }, a: { prefixItems: [{}, { not: {} }] } },
      anyOf: [{ patternProperties: { "^x": { additionalProperties: false } } }],
    });
    expect(diagnostics).toEqual([]);
    expect(value.roots).toEqual([`${root}#`]);
    expect(idsOf(value)).toEqual([
      "#",
      "#/properties/b",
      "#/properties/b/items",
      "#/properties/a",
      "#/properties/a/prefixItems/0",
      "#/properties/a/prefixItems/1",
      "#/properties/a/prefixItems/1/not",
      "#/anyOf/0",
      "#/anyOf/0/patternProperties/^x",
      "#/anyOf/0/patternProperties/^x/additionalProperties",
    ]);
  });

  it("walks keywords that later stages cannot lower yet", () => {
    const { value } = linkOne({
      if: { $ref: "#/$defs/A" },
      dependentSchemas: { a: {} },
      unevaluatedProperties: {},
      contains: {},
      propertyNames: {},
      $defs: { A: {} },
    });
    expect(idsOf(value)).toContain("#/dependentSchemas/a");
    expect(value.schemas.size).toBe(7);
    expect(targetOf(value, "#/if")).toBe("#/$defs/A");
  });

  it("visits every definition of what it reaches, and nothing of a document that nothing refers to", () => {
    const documents = makeDocuments({
      [root]: { $defs: { Unused: { $defs: { Deeper: {} } } }, $ref: "sister.json" },
      "file:///sister.json": { $defs: { OfSister: {} } },
      "file:///other.json": { $ref: "#/nowhere" },
    });
    const { value, diagnostics } = link(documents, options);
    expect(diagnostics).toEqual([]);
    expect([...value.schemas.keys()]).toEqual([
      "file:///root.json#",
      "file:///root.json#/$defs/Unused",
      "file:///root.json#/$defs/Unused/$defs/Deeper",
      "file:///sister.json#",
      "file:///sister.json#/$defs/OfSister",
    ]);
  });

  it("visits only the target of a reference into another document, and what it reaches", () => {
    const documents = makeDocuments({
      [root]: { $ref: "api.json#/components/schemas/B" },
      "file:///api.json": {
        components: {
          schemas: { A: { $ref: "#/nowhere" }, B: { items: { $ref: "#/components/schemas/C" } }, C: {} },
        },
      },
    });
    const { value, diagnostics } = link(documents, options);
    expect(diagnostics).toEqual([]);
    expect([...value.schemas.keys()].slice(1)).toEqual([
      "file:///api.json#/components/schemas/B",
      "file:///api.json#/components/schemas/B/items",
      "file:///api.json#/components/schemas/C",
    ]);
  });

  it("starts from a pointer into a document, and puts roots first in the order given", () => {
    const documents = makeDocuments(
      { [root]: { components: { A: { $ref: "#/components/C" }, B: {}, C: {} } } },
      [`${root}#/components/B`, `${root}#/components/A`],
    );
    const { value } = link(documents, options);
    expect(value.roots.map(short)).toEqual(["#/components/B", "#/components/A"]);
    expect(idsOf(value)).toEqual(["#/components/B", "#/components/A", "#/components/C"]);
  });

  it("orders what only references make schemas as it stands in the document", () => {
    const { value } = linkOne({
      allOf: [{ $ref: "#/x/second" }, { $ref: "#/x/first" }],
      x: { first: {}, second: { $ref: "#/x/third/0" }, third: [{}] },
    });
    expect(idsOf(value).slice(3)).toEqual(["#/x/first", "#/x/second", "#/x/third/0"]);
  });

  it("reports a root that is not there", () => {
    const documents = makeDocuments({ [root]: { $defs: { Event: {} } } }, [`${root}#/$defs/Evnt`]);
    expect(link(documents, options).diagnostics).toEqual([
      {
        code: "reference-unresolved",
        severity: "error",
        message: `The input asks for "#/$defs/Evnt", but ${root} has nothing there.`,
        help: 'Did you mean "#/$defs/Event"?',
        place: { uri: root, pointer: "" },
      },
    ]);
  });
});

describe("link: references", () => {
  it("are followed only where a schema may stand", () => {
    const reference = { $ref: "#/nowhere" };
    const { value, diagnostics } = linkOne({
      enum: [reference],
      const: reference,
      default: reference,
      examples: [reference],
      example: reference,
      "x-note": reference,
      unknown: { properties: { a: reference } },
      properties: { $ref: { type: "string" } },
    });
    expect(diagnostics).toEqual([]);
    expect(value.references.size).toBe(0);
    expect(idsOf(value)).toEqual(["#", "#/properties/$ref"]);
  });

  it("decode percent signs first, then the escapes of JSON Pointer", () => {
    const { value, diagnostics } = linkOne({
      $defs: { "a/b": {}, "a~b": {}, "100%": {}, 'say "hi"': {}, "": { $defs: { "": {} } }, "ä ö": {} },
      properties: {
        slash: { $ref: "#/$defs/a~1b" },
        tilde: { $ref: "#/$defs/a~0b" },
        percent: { $ref: "#/$defs/100%25" },
        quote: { $ref: "#/$defs/say%20%22hi%22" },
        plain: { $ref: "#/$defs/ä ö" },
        empty: { $ref: "#/$defs//$defs/" },
      },
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#/properties/slash")).toBe("#/$defs/a~1b");
    expect(targetOf(value, "#/properties/tilde")).toBe("#/$defs/a~0b");
    expect(targetOf(value, "#/properties/percent")).toBe("#/$defs/100%");
    expect(targetOf(value, "#/properties/quote")).toBe('#/$defs/say "hi"');
    expect(targetOf(value, "#/properties/plain")).toBe("#/$defs/ä ö");
    expect(targetOf(value, "#/properties/empty")).toBe("#/$defs//$defs/");
  });

  it("reach names such as __proto__ and the empty one", () => {
    const { value, diagnostics } = linkOne(
      parse(`{
        "$defs": { "__proto__": { "type": "string" }, "constructor": {}, "": {} },
        "properties": { "__proto__": { "$ref": "#/$defs/__proto__" }, "": { "$ref": "#/$defs/" } },
        "allOf": [{ "$ref": "#/$defs/constructor" }]
      }`),
    );
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#/properties/__proto__")).toBe("#/$defs/__proto__");
    expect(targetOf(value, "#/properties/")).toBe("#/$defs/");
    expect(targetOf(value, "#/allOf/0")).toBe("#/$defs/constructor");
  });

  it("never reach what the prototype has", () => {
    expect(codesOf(makeDocuments({ [root]: { $ref: "#/constructor" } }))).toEqual(["reference-unresolved"]);
    expect(codesOf(makeDocuments({ [root]: { $ref: "#/__proto__" } }))).toEqual(["reference-unresolved"]);
  });

  it("may go round in circles", () => {
    const { value, diagnostics } = linkOne({
      $defs: { a: { $ref: "#/$defs/b" }, b: { $ref: "#/$defs/a" } },
      $ref: "#",
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#")).toBe("#");
    expect(targetOf(value, "#/$defs/b")).toBe("#/$defs/a");
  });

  it("to arrays' items take the index as it is written, without leading zeros", () => {
    const schema = (index: string) => ({
      prefixItems: [{ type: "integer" }, { $ref: `#/prefixItems/${index}` }],
    });
    expect(targetOf(linkOne(schema("0")).value, "#/prefixItems/1")).toBe("#/prefixItems/0");
    expect(codesOf(makeDocuments({ [root]: schema("00") }))).toEqual(["reference-unresolved"]);
  });

  it("are linked by the name of their keyword", () => {
    const { value } = linkOne({
      $dynamicRef: "#node",
      $ref: "#/$defs/a",
      $defs: { a: { $dynamicAnchor: "node" } },
    });
    expect(targetOf(value, "#", "$dynamicRef")).toBe("#/$defs/a");
    expect(targetOf(value, "#", "$ref")).toBe("#/$defs/a");
  });

  it("must be strings, and lead to schemas", () => {
    const { diagnostics } = linkOne({
      properties: { a: { $ref: 5 }, b: { $ref: "#/required" }, c: "string" },
      required: [],
      items: [],
    });
    expect(diagnostics.map(({ code, message, place }) => [code, message, place?.pointer])).toEqual([
      [
        "schema-invalid",
        "The value of $ref is a URI reference in a string, but here stands a number.",
        "/properties/a/$ref",
      ],
      [
        "schema-invalid",
        'The reference "#/required" leads to an array, which is no schema.',
        "/properties/b/$ref",
      ],
      ["schema-invalid", "A schema is an object or a boolean, but here stands a string.", "/properties/c"],
      ["schema-invalid", "A schema is an object or a boolean, but here stands an array.", "/items"],
    ]);
  });

  it("beside siblings: up to draft 7 these are not read, but definitions are", () => {
    const schema = {
      $schema: "http://json-schema.org/draft-07/schema#",
      definitions: { A: {} },
      properties: { a: { $ref: "#/definitions/A", items: { $ref: "#/nowhere" }, definitions: { B: {} } } },
    };
    const { value, diagnostics } = linkOne(schema);
    expect(diagnostics).toEqual([]);
    expect(idsOf(value)).toEqual(["#", "#/definitions/A", "#/properties/a", "#/properties/a/definitions/B"]);
    expect(
      codesOf(
        makeDocuments({ [root]: { ...schema, $schema: "https://json-schema.org/draft/2019-09/schema" } }),
      ),
    ).toEqual(["reference-unresolved"]);
  });
});

describe("link: identifiers", () => {
  it("make base URIs: the nearest around a reference counts", () => {
    const { value, diagnostics } = linkOne({
      $id: "http://example.com/a.json",
      $defs: {
        x: { $id: "http://example.com/b/c.json", not: { $defs: { y: { $id: "d.json", type: "number" } } } },
        z: { $id: "b/", items: { $ref: "d.json" } },
      },
      allOf: [{ $ref: "http://example.com/b/d.json" }],
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#/allOf/0")).toBe("#/$defs/x/not/$defs/y");
    expect(targetOf(value, "#/$defs/z/items")).toBe("#/$defs/x/not/$defs/y");
    expect(value.schemas.get(`${root}#/$defs/z/items`)?.baseUri).toBe("http://example.com/b/");
  });

  it("come before addresses: what names itself is not asked for", () => {
    const documents = makeDocuments({
      [root]: {
        $id: "https://example.com/root.json",
        properties: { a: { $ref: "https://example.com/root.json#/$defs/A" } },
        $defs: { A: {} },
      },
    });
    const { value, diagnostics } = link(documents, options);
    expect(diagnostics).toEqual([]);
    expect(value.missing).toEqual([]);
    expect(targetOf(value, "#/properties/a")).toBe("#/$defs/A");
  });

  it("of sister documents are known, wherever these were read from", () => {
    const documents = makeDocuments({
      [root]: { $id: "https://example.com/a", $ref: "b#/$defs/B" },
      "file:///elsewhere/x.json": { $id: "https://example.com/b", $defs: { B: {} } },
    });
    const { value } = link(documents, options);
    expect(value.references.get(`${root}#`)?.get("$ref")?.target).toBe("file:///elsewhere/x.json#/$defs/B");
  });

  it("leave a document reachable by its address", () => {
    const documents = makeDocuments({
      [root]: { $ref: "x.json#/$defs/B" },
      "file:///x.json": { $id: "https://example.com/b", $defs: { B: { $ref: "#/$defs/C" }, C: {} } },
    });
    const { value, diagnostics } = link(documents, options);
    expect(diagnostics).toEqual([]);
    expect(value.references.get("file:///x.json#/$defs/B")?.get("$ref")?.target).toBe(
      "file:///x.json#/$defs/C",
    );
  });

  it("make pointers count from the resource that they open", () => {
    const { value, diagnostics } = linkOne({
      $ref: "urn:uuid:deadbeef-4321-ffff-ffff-1234feebdaed",
      $defs: {
        foo: {
          $id: "urn:uuid:deadbeef-4321-ffff-ffff-1234feebdaed",
          $defs: { bar: {} },
          $ref: "#/$defs/bar",
        },
      },
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#")).toBe("#/$defs/foo");
    expect(targetOf(value, "#/$defs/foo")).toBe("#/$defs/foo/$defs/bar");
  });

  it("may end in an empty fragment", () => {
    const { value, diagnostics } = linkOne({ $id: "https://example.com/a#", $ref: "https://example.com/a" });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#")).toBe("#");
  });

  it("stand beside a reference in vain up to draft 7", () => {
    const { value } = linkOne({
      $schema: "http://json-schema.org/draft-07/schema#",
      $id: "http://example.com/base/",
      definitions: {
        foo: { $id: "http://example.com/foo.json" },
        base_foo: { $id: "foo.json" },
      },
      allOf: [{ $id: "http://example.com/", $ref: "foo.json" }],
    });
    expect(targetOf(value, "#/allOf/0")).toBe("#/definitions/base_foo");
  });

  it("inside data are none", () => {
    const documents = makeDocuments({
      [root]: { $ref: "https://example.com/x", enum: [{ $id: "https://example.com/x" }] },
    });
    expect(codesOf(documents)).toEqual(["reference-unresolved"]);
  });

  it("with a fragment are forbidden from 2019-09 on, and change nothing", () => {
    const documents = makeDocuments({
      [root]: {
        $id: "#/components/Root",
        properties: { a: { $id: "https://example.com/a#b", $ref: "sister.json" } },
      },
      "file:///sister.json": {},
      "file:///unreached.json": { $id: "#/components/Unreached" },
    });
    const { value, diagnostics } = link(documents, options);
    expect(value.schemas.get(`${root}#`)?.baseUri).toBe(root);
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ["identifier-forbidden", "/$id"],
      ["identifier-forbidden", "/properties/a/$id"],
    ]);
    expect(diagnostics[0]?.message).toBe(
      'The $id "#/components/Root" has a fragment, which 2020-12 does not allow, so it does not change the base URI.',
    );
  });

  it("given twice are errors that name both places", () => {
    const { diagnostics } = linkOne({
      $defs: { a: { $id: "https://example.com/x" }, b: { $id: "https://example.com/x" } },
    });
    expect(diagnostics).toEqual([
      {
        code: "identifier-duplicate",
        severity: "error",
        message:
          'The identifier "https://example.com/x" is given to more than one schema: file:///root.json#/$defs/a, file:///root.json#/$defs/b.',
        help: "Give each a name of its own, or leave one of them out.",
        place: { uri: root, pointer: "/$defs/a" },
      },
    ]);
  });

  it("given twice by documents that nothing reaches are let be", () => {
    const twin = { $id: "https://example.com/x" };
    expect(codesOf(makeDocuments({ [root]: {}, "file:///a.json": twin, "file:///b.json": twin }))).toEqual(
      [],
    );
    expect(
      codesOf(
        makeDocuments({
          [root]: { $ref: "https://example.com/x" },
          "file:///a.json": twin,
          "file:///b.json": twin,
        }),
      ),
    ).toEqual(["identifier-duplicate"]);
  });
});

describe("link: anchors", () => {
  it("belong to the resource that they stand in", () => {
    const { value, diagnostics } = linkOne({
      $id: "http://example.com/root",
      $defs: {
        A: { $id: "child1", allOf: [{ $id: "child2", $anchor: "same" }, { $anchor: "same" }] },
        B: { $anchor: "same" },
      },
      allOf: [{ $ref: "child1#same" }, { $ref: "child2#same" }, { $ref: "#same" }],
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#/allOf/0")).toBe("#/$defs/A/allOf/1");
    expect(targetOf(value, "#/allOf/1")).toBe("#/$defs/A/allOf/0");
    expect(targetOf(value, "#/allOf/2")).toBe("#/$defs/B");
  });

  it("are fragments of $id in drafts 4 to 7, but pointers are none", () => {
    const { value, diagnostics } = linkOne({
      $schema: "http://json-schema.org/draft-06/schema#",
      definitions: { A: { $id: "#foo" }, B: { $id: "#/definitions/C" } },
      items: { $ref: "#foo" },
    });
    expect(targetOf(value, "#/items")).toBe("#/definitions/A");
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ["identifier-forbidden", "/definitions/B/$id"],
    ]);
    const draft4 = linkOne({
      $schema: "http://json-schema.org/draft-04/schema#",
      definitions: { A: { id: "#foo" } },
      items: { $ref: "#foo" },
    });
    expect(targetOf(draft4.value, "#/items")).toBe("#/definitions/A");
  });

  it("given twice in one resource are errors", () => {
    expect(
      codesOf(makeDocuments({ [root]: { $defs: { a: { $anchor: "x" }, b: { $anchor: "x" } } } })),
    ).toEqual(["identifier-duplicate"]);
  });

  it("that a later reference makes known are found all the same", () => {
    const { value, diagnostics } = linkOne({
      allOf: [{ $ref: "#late" }, { $ref: "#/x/y" }],
      x: { y: { items: { $anchor: "late" } } },
    });
    expect(diagnostics).toEqual([]);
    expect(targetOf(value, "#/allOf/0")).toBe("#/x/y/items");
  });
});

describe("link: dialects", () => {
  const dialectsOf = (linked: Linked) => [...linked.schemas.values()].map(({ dialect }) => dialect.name);

  it("are named by $schema, else beside an inline schema, else by the options", () => {
    const documents: Documents = {
      roots: ["file:///a", "file:///b", "file:///c"].map((uri) => ({ uri, pointer: "" })),
      documents: new Map(
        [
          makeDocument("file:///a", { $schema: "http://json-schema.org/draft-04/schema#" }, "draft-06"),
          makeDocument("file:///b", {}, "draft-06"),
          makeDocument("file:///c", {}),
        ].map((document) => [document.uri, document]),
      ),
      unavailable: new Map(),
    };
    expect(dialectsOf(link(documents, { dialect: "draft-07" }).value)).toEqual([
      "draft-04",
      "draft-06",
      "draft-07",
    ]);
  });

  it("hold for the resource that names them, and change only where a resource starts", () => {
    const { value } = linkOne({
      $defs: {
        own: {
          $id: "https://example.com/own",
          $schema: "http://json-schema.org/draft-07/schema#",
          items: [{}],
        },
        not: { $schema: "http://json-schema.org/draft-07/schema#" },
      },
    });
    expect(dialectsOf(value)).toEqual(["2020-12", "draft-07", "draft-07", "2020-12"]);
  });

  it("are read from a document's root even beside a reference", () => {
    const { value, diagnostics } = linkOne({
      $schema: "http://json-schema.org/draft-07/schema#",
      $ref: "#/definitions/A",
      definitions: { A: { items: [{}] } },
    });
    expect(diagnostics).toEqual([]);
    expect(dialectsOf(value)).toEqual(["draft-07", "draft-07", "draft-07"]);
  });

  it("are read at the target of a reference that no schema is known around", () => {
    const { value } = linkOne({
      $ref: "#/components/A",
      components: { A: { $schema: "http://json-schema.org/draft-07/schema#", items: [{}] } },
    });
    expect(dialectsOf(value)).toEqual(["2020-12", "draft-07", "draft-07"]);
  });

  it("that are not known are errors with those that are", () => {
    const { diagnostics } = linkOne({ $schema: "http://json-schema.org/draft-7/schema#" });
    expect(diagnostics).toMatchObject([
      {
        code: "dialect-unknown",
        message: 'The dialect "http://json-schema.org/draft-7/schema#" is not known.',
        help: expect.stringMatching(
          /^Did you mean "http:\/\/json-schema.org\/draft-07\/schema"\? Use one of these: v1 \(https:.*, draft-03 \(http:/,
        ),
        place: { uri: root, pointer: "/$schema" },
      },
    ]);
  });

  it("that are not known are told of the options and of inline schemas too", () => {
    const documents = makeDocuments({ [root]: {} });
    expect(link(documents, { dialect: "draft-99" }).diagnostics).toMatchObject([{ code: "dialect-unknown" }]);
    const inline = { ...documents, documents: new Map([[root, makeDocument(root, {}, "2020-11")]]) };
    expect(link(inline, options).diagnostics).toMatchObject([
      { code: "dialect-unknown", place: { uri: root, pointer: "" } },
    ]);
  });
});

describe("link: definitions", () => {
  const definitionsOf = (linked: Linked) =>
    [...linked.schemas.values()].filter(({ definition }) => definition).map(({ id }) => short(id));

  it("are roots, members of $defs, and targets that are no subschemas", () => {
    const { value } = linkOne({
      $defs: { A: { $defs: { B: {} } } },
      properties: { a: { items: {} }, b: { $ref: "#/properties/a" }, c: { $ref: "#/x/C" } },
      x: { C: { items: {} } },
    });
    expect(definitionsOf(value)).toEqual(["#", "#/$defs/A", "#/$defs/A/$defs/B", "#/x/C"]);
  });

  it("are targets in documents of which nothing else is reached", () => {
    const documents = makeDocuments({
      [root]: { $ref: "sister.json#/properties/a" },
      "file:///sister.json": { properties: { a: { items: {} } } },
    });
    expect(definitionsOf(link(documents, options).value)).toEqual(["#", "file:///sister.json#/properties/a"]);
  });

  it.each<[string, JsonValue, string[]]>([
    ["file:///some/event.schema.json", {}, ["event"]],
    ["file:///some/event.yaml", { title: "Title" }, ["event"]],
    ["file:///event.json", { $id: "#/components/schemas/Event" }, ["Event", "event"]],
    ["file:///e.json", { $id: "https://example.com/x/y/event.schema.json" }, ["event", "e"]],
    ["file:///e.json", { $id: "https://example.com/x/%C3%89v.json?version=1#" }, ["Év", "e"]],
    ["file:///e.json", { $id: "urn:example:event" }, ["event", "e"]],
    ["file:///e.json", { $id: "urn:uuid:deadbeef-4321-ffff-ffff-1234feebdaed" }, ["e"]],
    ["https://example.com/", {}, []],
  ])("give the root of %s with %j the names %j", (uri, schema, names) => {
    const { value } = link(makeDocuments({ [uri]: schema }), options);
    expect(value.schemas.get(`${uri}#`)?.givenNames).toEqual(names);
  });

  it("are named by their key or the end of their pointer, then by their $id", () => {
    const { value } = linkOne({
      $defs: { "a/b": { $id: "https://example.com/other.json" } },
      properties: { p: { $ref: "#/components/schemas/X" } },
      components: { schemas: { X: {} } },
    });
    expect(value.schemas.get(`${root}#/$defs/a~1b`)?.givenNames).toEqual(["a/b", "other"]);
    expect(value.schemas.get(`${root}#/components/schemas/X`)?.givenNames).toEqual(["X"]);
    expect(value.schemas.get(`${root}#/properties/p`)?.givenNames).toEqual([]);
  });
});

describe("link: what is missing", () => {
  it("is every document that a reference asks for, once, and what findMissing gives", () => {
    const documents = makeDocuments(
      {
        [root]: {
          allOf: [
            { $ref: "a.json" },
            { $ref: "a.json#/x" },
            { $ref: "https://example.com/b" },
            { $ref: "gone.json" },
          ],
        },
      },
      undefined,
      { "file:///gone.json": "No such file." },
    );
    const { value, diagnostics } = link(documents, options);
    expect(value.missing).toEqual(["file:///a.json", "https://example.com/b", "file:///gone.json"]);
    expect(findMissing(documents, options)).toEqual(["file:///a.json", "https://example.com/b"]);
    expect(diagnostics.at(-1)?.message).toBe(
      'The reference "gone.json" leads nowhere: "file:///gone.json" cannot be read (No such file).',
    );
  });

  it("is no document where the reference has no address", () => {
    const documents = makeDocuments({ "urn:example:a": { $ref: "b.json" } });
    expect(link(documents, options).diagnostics).toMatchObject([{ code: "reference-unresolved" }]);
    expect(findMissing(documents, options)).toEqual([]);
  });

  it("is reported with what else could be meant", () => {
    const documents = makeDocuments({
      [root]: {
        $defs: { Address: {}, Person: { $anchor: "person" } },
        allOf: [
          { $ref: "#/$defs/Adress" },
          { $ref: "#/definitions/Person" },
          { $ref: "#persn" },
          { $ref: "#/x" },
        ],
      },
      "file:///sister.json": { $defs: { Adresse: {} } },
    });
    const { diagnostics } = link(documents, options);
    expect(diagnostics.map(({ message }) => message)).toEqual([
      'The reference "#/$defs/Adress" leads nowhere: file:///root.json has nothing at "/$defs/Adress".',
      'The reference "#/definitions/Person" leads nowhere: file:///root.json has nothing at "/definitions/Person".',
      'The reference "#persn" leads nowhere: file:///root.json has nothing named "persn".',
      'The reference "#/x" leads nowhere: file:///root.json has nothing at "/x".',
    ]);
    expect(diagnostics.map(({ help }) => help)).toEqual([
      'Did you mean "#/$defs/Address" or "file:///sister.json#/$defs/Adresse"? Otherwise add the document that holds it to `documents`.',
      'Did you mean "#/$defs/Person" or "#person"? Otherwise add the document that holds it to `documents`.',
      'Did you mean "#person" or "#/$defs/Person"? Otherwise add the document that holds it to `documents`.',
      "Add the document that holds it to `documents`.",
    ]);
  });
});

describe("link: files cut from a bigger document", () => {
  const event: JsonValue = {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    $id: "#/components/schemas/Event",
    properties: {
      resource: {
        $ref: "#/components/schemas/EventResourceEnum",
        description: "The type of resource in the event.",
      },
      type: { $ref: "#/components/schemas/EventTypeEnum" },
      data: { properties: { recipients: { items: { $ref: "#/components/schemas/Recipient" } } } },
    },
  };
  const sister = (name: string): JsonValue => ({ $id: `#/components/schemas/${name}`, type: "string" });
  const sisters = {
    "file:///EventResourceEnum.json": sister("EventResourceEnum"),
    "file:///EventTypeEnum.json": sister("EventTypeEnum"),
    "file:///Recipient.json": sister("Recipient"),
  };
  const place = (pointer: string) => ({ uri: root, pointer });

  it("report all that they lack at once, with places", () => {
    const { value, diagnostics } = link(makeDocuments({ [root]: event }), options);
    expect(diagnostics.map(({ code, place }) => ({ code, place }))).toEqual([
      { code: "identifier-forbidden", place: place("/$id") },
      { code: "reference-unresolved", place: place("/properties/resource/$ref") },
      { code: "reference-unresolved", place: place("/properties/type/$ref") },
      { code: "reference-unresolved", place: place("/properties/data/properties/recipients/items/$ref") },
    ]);
    expect(value.missing).toEqual([]);
  });

  it("find each other by the letters of their $id", () => {
    const { value, diagnostics } = link(makeDocuments({ [root]: event, ...sisters }), options);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(value.references.get(`${root}#/properties/resource`)?.get("$ref")?.target).toBe(
      "file:///EventResourceEnum.json#",
    );
    expect(value.schemas.get("file:///Recipient.json#")).toMatchObject({
      definition: true,
      givenNames: ["Recipient"],
    });
  });

  it("find themselves likewise", () => {
    const { value } = linkOne({
      $id: "#/components/schemas/Tree",
      items: { $ref: "#/components/schemas/Tree" },
    });
    expect(targetOf(value, "#/items")).toBe("#");
  });

  it("come second to what the specification finds", () => {
    const own = { $ref: "#/components/schemas/Recipient", components: { schemas: { Recipient: {} } } };
    const { value } = link(makeDocuments({ [root]: own, ...sisters }), options);
    expect(targetOf(value, "#")).toBe("#/components/schemas/Recipient");
  });

  it("may not have the same $id twice, where it is referred to", () => {
    const documents = makeDocuments({ [root]: event, ...sisters, "file:///copy.json": sister("Recipient") });
    const { diagnostics } = link(documents, options);
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([
      {
        code: "reference-ambiguous",
        severity: "error",
        message:
          'The reference "#/components/schemas/Recipient" is the `$id` of more than one document: file:///Recipient.json, file:///copy.json.',
        help: "Leave one of them out of `documents`, or give each an `$id` of its own.",
        place: place("/properties/data/properties/recipients/items/$ref"),
      },
    ]);
  });
});

describe("link: size", () => {
  it("does not overflow on a schema nested 10,000 deep", () => {
    let schema: JsonValue = { $ref: "#" };
    for (let depth = 0; depth < 10_000; depth++) schema = { items: schema };
    const { value, diagnostics } = linkOne(schema);
    expect(diagnostics.length).toBe(0);
    expect(value.schemas.size).toBe(10_001);
  });

  it("links a chain of 10,000 definitions within seconds", () => {
    const chain = Object.fromEntries(
      Array.from({ length: 10_000 }, (_, index) => [`d${index}`, { $ref: `#/$defs/d${index + 1}` }] as const),
    );
    const started = performance.now();
    const { value, diagnostics } = linkOne({
      $ref: "#/$defs/d0",
      $defs: { ...chain, d10000: { type: "string" } },
    });
    expect(diagnostics).toEqual([]);
    expect(value.schemas.size).toBe(10_002);
    expect(performance.now() - started).toBeLessThan(20_000);
  });

  it("takes 150,000 definitions in one map", () => {
    const definitions = Object.fromEntries(
      Array.from({ length: 150_000 }, (_, index) => [`d${index}`, true] as const),
    );
    expect(linkOne({ $defs: definitions }).value.schemas.size).toBe(150_001);
  });
});
