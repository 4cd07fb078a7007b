import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findMissing, link } from "../../src/link/link.js";
import type { Linked } from "../../src/link/linked.js";
import { makeDocuments } from "./make-documents.js";

const root = "file:///api.yaml";
const options = { dialect: "2020-12" };
const short = (id: string | undefined) => id?.replace(root, "");
const idsOf = (linked: Linked) => [...linked.schemas.keys()].map(short);
const dialectsOf = (linked: Linked) => [...linked.schemas.values()].map(({ dialect }) => dialect.name);
const openApi = (schemas: JsonObject, more: JsonObject = {}): JsonValue => ({
  openapi: "3.0.3",
  info: { title: "Shop", version: "1" },
  ...more,
  components: { schemas, ...(more["components"] as JsonObject | undefined) },
});
const linkAt = (document: JsonValue, pointer = "", others: Record<string, JsonValue> = {}) =>
  link(makeDocuments({ [root]: document, ...others }, [`${root}#${pointer}`]), options);

describe("link: a whole OpenAPI document", () => {
  it("stands for the schemas of its components, which are definitions and no roots", () => {
    const { value, diagnostics } = linkAt(
      openApi({ Pet: { items: {} }, Owner: { $ref: "#/components/schemas/Pet" } }),
    );
    expect(diagnostics).toEqual([]);
    expect(value.roots).toEqual([]);
    expect(idsOf(value)).toEqual([
      "#/components/schemas/Pet",
      "#/components/schemas/Owner",
      "#/components/schemas/Pet/items",
    ]);
    const schemas = [...value.schemas.values()];
    expect(schemas.map(({ definition }) => definition)).toEqual([true, true, false]);
    expect(schemas.map(({ givenNames }) => givenNames)).toEqual([["Pet"], ["Owner"], []]);
    expect(short(value.references.get(`${root}#/components/schemas/Owner`)?.get("$ref")?.target)).toBe(
      "#/components/schemas/Pet",
    );
  });

  it("is not read as a schema outside of these", () => {
    const paths = { "/pets": { get: { responses: { 200: { $ref: "#/components/responses/Pets" } } } } };
    const components = { responses: { Pets: { description: "All.", $ref: "#/nowhere" } } };
    const document = openApi({ Pet: {} }, { paths, components, properties: { a: { $ref: "#/x" } } });
    const { value, diagnostics } = linkAt(document);
    expect([idsOf(value), diagnostics]).toEqual([["#/components/schemas/Pet"], []]);
  });

  it.each([
    ["3.0.0", "openapi-3.0"],
    ["3.0", "openapi-3.0"],
    ["3.1.1", "openapi-3.1"],
    ["3.2.0", "openapi-3.2"],
  ])("of version %s is read as %s", (openapi, dialect) => {
    expect(dialectsOf(linkAt(openApi({ Pet: {} }, { openapi })).value)).toEqual([dialect]);
  });

  it("without schemas is an error that says so", () => {
    const documents = [openApi({}), { openapi: "3.1.0" }, { openapi: "3.1.0", components: [] }];
    for (const document of documents) {
      expect(linkAt(document).diagnostics).toMatchObject([
        { code: "document-without-schemas", place: { uri: root, pointer: "" } },
      ]);
    }
  });

  it("takes 20,000 schemas that refer to each other", () => {
    const names = Array.from({ length: 20_000 }, (_, index) => `S${index}`);
    const schemas = names.map((name, index) => [
      name,
      { items: { $ref: `#/components/schemas/S${index + 1}` } },
    ]);
    const document = openApi({ ...(Object.fromEntries(schemas) as JsonObject), S20000: {} });
    const started = performance.now();
    const { value, diagnostics } = linkAt(document);
    expect([value.schemas.size, diagnostics]).toEqual([40_001, []]);
    expect(performance.now() - started).toBeLessThan(10_000);
  });

  it("has components of any name", () => {
    const schemas = JSON.parse('{"__proto__": {}, "constructor": {}, "a/b~c": {}}') as JsonObject;
    expect(idsOf(linkAt(openApi(schemas)).value)).toEqual([
      "#/components/schemas/__proto__",
      "#/components/schemas/constructor",
      "#/components/schemas/a~1b~0c",
    ]);
  });

  it("reports what is no schema among its components", () => {
    expect(linkAt(openApi({ Pet: "dog" })).diagnostics).toMatchObject([
      { code: "schema-invalid", place: { pointer: "/components/schemas/Pet" } },
    ]);
  });
});

describe("link: a pointer into an OpenAPI document", () => {
  it("is a root, and brings what it reaches alone", () => {
    const { value, diagnostics } = linkAt(
      openApi({ Pet: { items: { $ref: "#/components/schemas/Owner" } }, Owner: {}, Other: {} }),
      "/components/schemas/Pet",
    );
    expect(diagnostics).toEqual([]);
    expect(value.roots.map(short)).toEqual(["#/components/schemas/Pet"]);
    expect(idsOf(value)).toEqual([
      "#/components/schemas/Pet",
      "#/components/schemas/Pet/items",
      "#/components/schemas/Owner",
    ]);
  });

  it("may lead to a schema among the paths, which is read by the document's dialect", () => {
    const schema = { allOf: [{ $ref: "#/components/schemas/Other" }] };
    const document = openApi({ Other: {} }, { paths: { "/pets": { get: { schema } } } });
    const { value, diagnostics } = linkAt(document, "/paths/~1pets/get/schema");
    expect(diagnostics).toEqual([]);
    expect(idsOf(value)).toEqual([
      "#/paths/~1pets/get/schema",
      "#/paths/~1pets/get/schema/allOf/0",
      "#/components/schemas/Other",
    ]);
    expect(new Set(dialectsOf(value))).toEqual(new Set(["openapi-3.0"]));
  });

  it.each(["/info", "/components", "/components/schemas", "/components/responses/Pets"])(
    "that leads to %s is an error",
    (pointer) => {
      const document = openApi({ A: {} }, { components: { responses: { Pets: { description: "All." } } } });
      expect(linkAt(document, pointer).diagnostics).toMatchObject([
        { code: "schema-invalid", place: { uri: root, pointer } },
      ]);
    },
  );

  it("that leads nowhere suggests the nearest schema", () => {
    expect(linkAt(openApi({ Pet: {} }), "/components/schemas/Pets").diagnostics).toMatchObject([
      { code: "reference-unresolved", help: 'Did you mean "#/components/schemas/Pet"?' },
    ]);
  });
});

describe("link: references between OpenAPI documents", () => {
  it("lead to the schemas of the other, each read by its own dialect", () => {
    const common = openApi({ Money: { $ref: "#/components/schemas/Cents" }, Cents: {}, Unused: {} });
    const { value, diagnostics } = linkAt(
      openApi({ Order: { $ref: "./common.yaml#/components/schemas/Money" } }, { openapi: "3.1.0" }),
      "",
      { "file:///common.yaml": common },
    );
    expect(diagnostics).toEqual([]);
    expect([...value.schemas.keys()]).toEqual([
      `${root}#/components/schemas/Order`,
      "file:///common.yaml#/components/schemas/Money",
      "file:///common.yaml#/components/schemas/Cents",
    ]);
    expect(dialectsOf(value)).toEqual(["openapi-3.1", "openapi-3.0", "openapi-3.0"]);
  });

  it("are asked for", () => {
    const documents = makeDocuments({
      [root]: openApi({ Order: { $ref: "./common.yaml#/components/schemas/A" } }),
    });
    expect(findMissing(documents, options)).toEqual(["file:///common.yaml"]);
  });

  it("do not lead to a whole document, nor to a component that is no schema", () => {
    const common = { openapi: "3.1.0", components: { responses: { Ok: { description: "Fine." } } } };
    for (const [reference, what] of [
      ["common.yaml", "a whole API description, which is no schema"],
      ["common.yaml#/components/responses/Ok", "a part of an API description that is no schema"],
    ] as const) {
      const { diagnostics } = linkAt(openApi({ A: { $ref: reference } }), "", {
        "file:///common.yaml": common,
      });
      expect(diagnostics).toMatchObject([
        {
          code: "schema-invalid",
          message: `The reference "${reference}" leads to ${what}.`,
          place: { uri: root, pointer: "/components/schemas/A/$ref" },
        },
      ]);
    }
  });

  it("lead to files with a schema alone, which are read as the document that the input names", () => {
    const files = { "file:///pet.yaml": { properties: { a: { nullable: true } } } };
    const document = openApi({ Pet: { $ref: "pet.yaml" } });
    expect(dialectsOf(linkAt(document, "", files).value)).toEqual(Array(3).fill("openapi-3.0"));
    const own = { "file:///pet.yaml": { $schema: "http://json-schema.org/draft-07/schema#" } };
    expect(
      dialectsOf(linkAt(openApi({ Pet: { $ref: "pet.yaml" } }, { openapi: "3.1.0" }), "", own).value),
    ).toEqual(["openapi-3.1", "draft-07"]);
    const chosen = link(makeDocuments({ [root]: document, ...files }), { dialect: "draft-04" });
    expect(dialectsOf(chosen.value)).toEqual(["openapi-3.0", "draft-04", "draft-04"]);
  });

  it("lead to what a document of 3.2 calls itself", () => {
    const { value, diagnostics } = linkAt(
      openApi({ Pet: { $ref: "https://example.com/shared.json#/components/schemas/Name" } }),
      "",
      {
        "file:///moved.json": openApi(
          { Name: { $ref: "tag.json#/components/schemas/Tag" } },
          { openapi: "3.2.0", $self: "https://example.com/shared.json" },
        ),
        "file:///tag.json": openApi({ Tag: {} }, { openapi: "3.2.0", $self: "https://example.com/tag.json" }),
      },
    );
    expect(diagnostics).toEqual([]);
    expect(value.schemas.size).toBe(3);
  });
});

describe("link: the dialect of an OpenAPI document", () => {
  const named = (jsonSchemaDialect: string, schema: JsonObject = {}) =>
    linkAt(openApi({ Pet: schema }, { openapi: "3.1.0", jsonSchemaDialect }));

  it("is what jsonSchemaDialect says, but for schemas that say otherwise", () => {
    const draft07 = "http://json-schema.org/draft-07/schema#";
    expect(dialectsOf(named(draft07).value)).toEqual(["draft-07"]);
    expect(
      dialectsOf(named(draft07, { $schema: "https://json-schema.org/draft/2020-12/schema" }).value),
    ).toEqual(["2020-12"]);
    expect(dialectsOf(named("https://spec.openapis.org/oas/3.1/dialect/base").value)).toEqual([
      "openapi-3.1",
    ]);
  });

  it("that is not known is an error at its place", () => {
    expect(named("https://example.com/mine").diagnostics).toMatchObject([
      { code: "dialect-unknown", place: { uri: root, pointer: "/jsonSchemaDialect" } },
    ]);
  });

  it("may be that of a meta-schema, which is asked for", () => {
    const meta = "https://example.com/mine";
    const document = openApi(
      { Pet: { minimum: 1 }, Owner: {} },
      { openapi: "3.1.0", jsonSchemaDialect: meta },
    );
    expect(findMissing(makeDocuments({ [root]: document }), options)).toEqual([meta]);
    const vocabulary = {
      "https://json-schema.org/draft/2020-12/vocab/applicator": true,
      "https://spec.openapis.org/oas/3.1/vocab/base": true,
    };
    const metaSchema = { $schema: "https://spec.openapis.org/oas/3.1/dialect/base", $vocabulary: vocabulary };
    const { value, diagnostics } = linkAt(document, "", { [meta]: metaSchema });
    expect([dialectsOf(value), diagnostics]).toEqual([[meta, meta], []]);
    const { keywords } = [...value.schemas.values()][0]?.dialect ?? {};
    expect([keywords?.has("minimum"), keywords?.has("discriminator")]).toEqual([false, true]);
  });

  it("is not said by that word in 3.0", () => {
    const document = openApi({ Pet: {} }, { jsonSchemaDialect: "http://json-schema.org/draft-07/schema#" });
    expect(dialectsOf(linkAt(document).value)).toEqual(["openapi-3.0"]);
  });
});

describe("link: descriptions that are not read", () => {
  it.each([
    [{ swagger: "2.0", definitions: { Pet: {} } }, "/swagger", "Swagger 2.0"],
    [{ openapi: "4.0.0" }, "/openapi", "OpenAPI 4.0.0"],
    [{ asyncapi: "1.2.0" }, "/asyncapi", "AsyncAPI 1.2.0"],
  ])("are errors: %j", (document, pointer, name) => {
    expect(linkAt(document).diagnostics).toMatchObject([
      {
        code: "document-unsupported",
        message: `This is a document of ${name}, which Schemist does not read.`,
        place: { uri: root, pointer },
      },
    ]);
  });

  it("are told once, where something refers into them", () => {
    const swagger = { swagger: "2.0", definitions: { Pet: {}, Owner: {} } };
    const schemas = {
      Pet: { $ref: "old.json#/definitions/Pet" },
      Owner: { $ref: "old.json#/definitions/Owner" },
    };
    const { diagnostics } = linkAt(openApi(schemas), "", { "file:///old.json": swagger });
    expect(diagnostics).toMatchObject([{ code: "document-unsupported", place: { uri: "file:///old.json" } }]);
    expect(linkAt(openApi({ A: {} }), "", { "file:///old.json": swagger }).diagnostics).toEqual([]);
  });

  it("are not what schemas are that speak of such documents", () => {
    const schema = { properties: { openapi: { const: "3.1.0" } }, openapi: true };
    expect(idsOf(linkAt(schema).value)).toEqual(["#", "#/properties/openapi"]);
  });
});

describe("link: AsyncAPI documents", () => {
  const asyncApi = (components: JsonObject, asyncapi = "3.0.0"): JsonValue => ({ asyncapi, components });

  it("stand for their schemas, then for the payloads of their messages", () => {
    const { value, diagnostics } = linkAt(
      asyncApi({
        messages: {
          Placed: { payload: { properties: { id: {} } } },
          Same: { payload: { $ref: "#/components/schemas/Order" } },
          Elsewhere: { payload: { $ref: "#/components/schemas/Order/properties/id" } },
          Bare: {},
          Other: { $ref: "#/components/messages/Placed" },
        },
        schemas: { Order: { $id: "https://example.com/order", properties: { id: {} } } },
      }),
    );
    expect(diagnostics).toEqual([]);
    expect(value.roots).toEqual([]);
    expect(idsOf(value)).toEqual([
      "#/components/schemas/Order",
      "#/components/messages/Placed/payload",
      "#/messages~",
      "#/messages~/anyOf/0",
      "#/messages~/anyOf/1",
      "#/messages~/anyOf/2",
      "#/components/messages/Placed/payload/properties/id",
      "#/components/schemas/Order/properties/id",
    ]);
    expect([...value.schemas.values()].slice(0, 2).map(({ givenNames }) => givenNames)).toEqual([
      ["Order", "order"],
      ["Placed", "PlacedPayload"],
    ]);
    expect(new Set(dialectsOf(value))).toEqual(new Set(["asyncapi"]));
  });

  it.each(["2.0.0", "2.6.0", "3.0.0", "3.1.0"])("of version %s are read", (version) => {
    expect(dialectsOf(linkAt(asyncApi({ schemas: { A: {} } }, version)).value)).toEqual(["asyncapi"]);
  });

  it("say of a schema what it is written in", () => {
    const formats = [
      ["application/vnd.aai.asyncapi+yaml;version=3.0.0", "asyncapi"],
      ["application/vnd.aai.asyncapi;version=2.6.0", "asyncapi"],
      ["application/schema+json;version=draft-07", "draft-07"],
      ["application/schema;version=draft-2020-12", "2020-12"],
      ["application/vnd.oai.openapi+json;version=3.0.0", "openapi-3.0"],
    ] as const;
    const schemas = formats.map(([schemaFormat], index) => [`S${index}`, { schemaFormat, schema: {} }]);
    const { value, diagnostics } = linkAt(asyncApi({ schemas: Object.fromEntries(schemas) as JsonObject }));
    expect(diagnostics).toEqual([]);
    expect(idsOf(value)).toEqual(formats.map((_, index) => `#/components/schemas/S${index}/schema`));
    expect(dialectsOf(value)).toEqual(formats.map(([, dialect]) => dialect));
  });

  it("have references to what holds such a schema, and pointers too", () => {
    const schema = { schemaFormat: "application/schema+json;version=draft-07", schema: { items: [{}] } };
    const document = asyncApi({ schemas: { A: schema, B: { $ref: "#/components/schemas/A" } } });
    const { value, diagnostics } = linkAt(document);
    expect(diagnostics).toEqual([]);
    const target = value.references.get(`${root}#/components/schemas/B`)?.get("$ref")?.target;
    expect(short(target)).toBe("#/components/schemas/A/schema");
    expect(linkAt(document, "/components/schemas/A").value.roots.map(short)).toEqual([
      "#/components/schemas/A/schema",
    ]);
    const channels = { c: { messages: { m: { payload: schema } } } };
    const inChannel = linkAt({ asyncapi: "3.0.0", channels }, "/channels/c/messages/m/payload");
    expect(dialectsOf(inChannel.value)).toEqual(["draft-07", "draft-07"]);
  });

  it("of version 2 say it beside the payload", () => {
    const schemaFormat = "application/schema+json;version=draft-07";
    const { value } = linkAt(asyncApi({ messages: { A: { schemaFormat, payload: {} } } }, "2.6.0"));
    expect(dialectsOf(value)).toEqual(["draft-07"]);
    const schema = linkAt(asyncApi({ schemas: { A: { schema: { $ref: "#/nowhere" } } } }, "2.6.0"));
    expect([idsOf(schema.value), schema.diagnostics]).toEqual([["#/components/schemas/A"], []]);
  });

  it("tell of schemas in other languages: a note where they are passed over, an error where they are needed", () => {
    const avro = { schemaFormat: "application/vnd.apache.avro;version=1.9.0", schema: { type: "record" } };
    const whole = linkAt(asyncApi({ schemas: { A: {}, B: avro } }));
    expect(idsOf(whole.value)).toEqual(["#/components/schemas/A"]);
    expect(whole.diagnostics).toMatchObject([
      { code: "schema-format-skipped", severity: "note", place: { pointer: "/components/schemas/B/schema" } },
    ]);
    const needed = { code: "schema-format-unsupported", severity: "error" };
    for (const pointer of ["/components/schemas/B", "/components/schemas/B/schema"]) {
      expect(linkAt(asyncApi({ schemas: { B: avro } }), pointer).diagnostics).toMatchObject([needed]);
    }
    const referring = asyncApi({ schemas: { A: { $ref: "#/components/schemas/B" }, B: avro } });
    expect(linkAt(referring, "/components/schemas/A").diagnostics).toMatchObject([
      { ...needed, place: { pointer: "/components/schemas/A/$ref" } },
    ]);
    const message = { schemaFormat: avro.schemaFormat, payload: {} };
    const old = asyncApi({ messages: { M: message } }, "2.6.0");
    expect(linkAt(old, "/components/messages/M/payload").diagnostics).toMatchObject([needed]);
    expect(linkAt(old).diagnostics).toMatchObject([
      { code: "schema-format-skipped" },
      { code: "document-without-schemas" },
    ]);
  });
});
