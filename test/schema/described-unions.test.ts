import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { lowerDocuments, short } from "./lower-documents.js";

const send = (schema: JsonValue): JsonObject => ({
  post: { requestBody: { content: { "application/json": { schema } } } },
});
const password = { type: "object", properties: { password: { type: "string", writeOnly: true } } };
const webhooks = {
  a: send({ $ref: "#/components/schemas/A" }),
  b: send(password),
  c: send({ $ref: "#/components/schemas/A" }),
};
const document = { openapi: "3.1.0", webhooks, components: { schemas: { A: { type: "null" } } } };

describe("lower: a union that a description stands for", () => {
  it("has what stands outside, aligned with its members, and no keyword for it", () => {
    const { node, schema, diagnostics } = lowerDocuments(document);
    expect(diagnostics).toEqual([]);
    const { annotations, givenNames, parent } = node("/webhooks~");
    expect(annotations).toEqual({
      description: "What any webhook of this API sends.",
      externalTag: { name: "event", values: ["a", "b", "c"] },
    });
    expect([givenNames[0], parent]).toEqual(["Webhook", undefined]);
    const members = schema("/webhooks~").anyOf?.map((id) => schema(short(id)?.slice(1) ?? "").$ref);
    expect(members?.map(short)).toEqual([
      "#/components/schemas/A",
      "#/webhooks/b/post/requestBody/content/application~1json/schema",
      "#/components/schemas/A",
    ]);
  });

  it("stands where the description has its members", () => {
    const { node } = lowerDocuments(document);
    const pointers = ["/webhooks~", "/webhooks~/anyOf/0"].map((id) => node(id).place.pointer);
    expect(pointers).toEqual(["/webhooks", "/webhooks/a/post/requestBody/content/application~1json/schema"]);
  });

  it("has it in each of its forms", () => {
    const { node } = lowerDocuments(document, { readWrite: "split" });
    expect(node("/webhooks~?write").annotations.externalTag?.values).toEqual(["a", "b", "c"]);
  });

  it("is in the dialect of the document, whatever that says of its schemas", () => {
    const jsonSchemaDialect = "https://example.com/none";
    const metaSchema = { $schema: "https://json-schema.org/draft/2020-12/schema", $vocabulary: {} };
    const { schema } = lowerDocuments(
      { ...document, jsonSchemaDialect },
      {},
      { [jsonSchemaDialect]: metaSchema },
    );
    expect(schema("/webhooks~").anyOf).toHaveLength(3);
  });
});
