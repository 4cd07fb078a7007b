import { describe, expect, it } from "vitest";
import { bundle, type BundleInput } from "../../src/bundle.js";
import type { JsonSchema } from "../../src/config/config.js";
import { createFolder } from "../config/temporary-folder.js";

const dialect = "https://json-schema.org/draft/2020-12/schema";

async function bundleFiles(
  files: Readonly<Record<string, unknown>>,
  options: Partial<BundleInput> = {},
): Promise<JsonSchema | undefined> {
  const texts = Object.entries(files).map(([path, value]) => [path, JSON.stringify(value)]);
  const folder = createFolder(Object.fromEntries(texts) as Record<string, string>);
  const { schema, diagnostics } = await bundle({ schema: "root.json", ...options }, folder);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return schema;
}

describe("a bundle of files", () => {
  it("has what is referred to among its definitions, and keeps the order and annotations", async () => {
    const schema = await bundleFiles({
      "root.json": {
        title: "Order",
        $schema: dialect,
        $defs: { line: { $ref: "parts/line.json", description: "One line." } },
        properties: { lines: { items: { $ref: "#/$defs/line" } } },
      },
      "parts/line.json": { $schema: dialect, properties: { price: { $ref: "../money.json#/$defs/amount" } } },
      "money.json": { $schema: dialect, $defs: { amount: { type: "number", "x-unit": "cent" }, other: {} } },
    });
    expect(JSON.stringify(schema, undefined, 1)).toBe(
      JSON.stringify(
        {
          title: "Order",
          $schema: dialect,
          $defs: {
            line: { $ref: "#/$defs/line2", description: "One line." },
            line2: { properties: { price: { $ref: "#/$defs/amount" } } },
            amount: { type: "number", "x-unit": "cent" },
          },
          properties: { lines: { items: { $ref: "#/$defs/line" } } },
        },
        undefined,
        1,
      ),
    );
  });

  it("leaves data alone that looks like a reference", async () => {
    const data = { const: { $ref: "line.json" }, enum: [{ $ref: "line.json" }], examples: [{ $id: "a" }] };
    const schema = await bundleFiles({
      "root.json": { allOf: [data, { $ref: "line.json" }] },
      "line.json": true,
    });
    expect(schema).toEqual({
      $schema: dialect,
      allOf: [data, { $ref: "#/$defs/line" }],
      $defs: { line: true },
    });
  });

  it("keeps what has an identifier as a resource, and the references to it", async () => {
    const line = {
      $id: "https://shop.example/line",
      items: { $ref: "#part" },
      $defs: { a: { $anchor: "part" } },
    };
    const schema = await bundleFiles(
      { "root.json": { $id: "https://shop.example/order", $ref: "line" }, "line.json": line },
      { documents: ["line.json"] },
    );
    expect(schema).toEqual({
      $schema: dialect,
      $id: "https://shop.example/order",
      $ref: "line",
      $defs: { line },
    });
  });

  it("takes of a resource only what is used", async () => {
    const defs = {
      $id: "https://shop.example/defs",
      $defs: { a: { $ref: "#/$defs/b" }, b: {}, c: { $ref: "gone.json" } },
    };
    const $ref = "https://shop.example/defs#/$defs/a";
    const schema = await bundleFiles(
      { "root.json": { $ref }, "defs.json": defs },
      { documents: ["defs.json"] },
    );
    const used = {
      $schema: dialect,
      $id: "https://shop.example/defs",
      $defs: { a: { $ref: "#/$defs/b" }, b: {} },
    };
    expect(schema).toEqual({ $schema: dialect, $ref, $defs: { defs: used } });
  });

  it("keeps apart what has the same anchor, and what is of another dialect", async () => {
    const old = { $schema: "http://json-schema.org/draft-07/schema#", items: [true] };
    const schema = await bundleFiles({
      "root.json": {
        $anchor: "here",
        allOf: [{ $ref: "one.json#here" }, { $ref: "old.json" }, { $ref: "#here" }],
      },
      "one.json": { $anchor: "here" },
      "old.json": old,
    });
    expect(schema).toEqual({
      $schema: dialect,
      $anchor: "here",
      allOf: [{ $ref: "one.json#here" }, { $ref: "old.json" }, { $ref: "#here" }],
      $defs: { one: { $id: "one.json", $anchor: "here" }, old: { $id: "old.json", ...old } },
    });
  });

  it("refers to a root that stands in what it uses", async () => {
    const schema = await bundleFiles(
      { "root.json": { $defs: { a: { items: { $ref: "#" } } }, type: "array" } },
      { schema: "root.json#/$defs/a" },
    );
    expect(schema).toEqual({
      $schema: dialect,
      $ref: "#/$defs/root/$defs/a",
      $defs: { root: { $defs: { a: { items: { $ref: "#/$defs/root" } } }, type: "array" } },
    });
  });

  it("has its URI as an identifier where a resource refers to it", async () => {
    const uri = "https://here.example/order";
    const line = { $id: "https://shop.example/line", items: { $ref: `${uri}#/$defs/a` } };
    const root = { $ref: "https://shop.example/line", $defs: { a: { type: "string" } } };
    const { schema } = await bundle({
      schema: { uri, schema: root },
      documents: { "https://shop.example/line": line },
    });
    expect(schema).toEqual({ $schema: dialect, $id: uri, ...root, $defs: { ...root.$defs, line } });
  });

  it("has overlays applied, and no path of this machine", async () => {
    const overlay = {
      overlay: "1.0.0",
      info: { title: "a", version: "1" },
      actions: [{ target: "$", update: { title: "New" } }],
    };
    const schema = await bundleFiles(
      { "root.json": { $ref: "line.json" }, "line.json": { $dynamicAnchor: "node" }, "o.json": overlay },
      { overlays: ["o.json"] },
    );
    expect(schema).toEqual({
      $schema: dialect,
      $ref: "line.json",
      title: "New",
      $defs: { line: { $id: "line.json", $dynamicAnchor: "node" } },
    });
  });

  it("is made of any depth", async () => {
    let deep: JsonSchema = { $ref: "line.json" };
    for (let level = 0; level < 5000; level++) deep = { items: deep };
    const { schema, diagnostics } = await bundle({
      schema: { uri: "https://a.example/root.json", schema: deep },
      documents: { "https://a.example/line.json": { type: "string" } },
    });
    expect(diagnostics).toEqual([]);
    expect(schema).toBeTypeOf("object");
  });
});

describe("a bundle of a component", () => {
  const schemas = {
    Pet: {
      oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/Cat", dog: "Dog" } },
    },
    Cat: { type: "object", nullable: true },
    Dog: { type: "object" },
    Unused: { $ref: "gone.json" },
  };
  const api = { openapi: "3.0.3", info: { title: "Pets", version: "1" }, paths: {}, components: { schemas } };

  it("keeps the dialect, and its mapping leads to the definitions", async () => {
    expect(await bundleFiles({ "root.json": api }, { schema: "root.json#/components/schemas/Pet" })).toEqual({
      $schema: "https://spec.openapis.org/oas/3.0/dialect",
      oneOf: [{ $ref: "#/definitions/Cat" }, { $ref: "#/definitions/Dog" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/definitions/Cat", dog: "Dog" } },
      definitions: { Cat: schemas.Cat, Dog: schemas.Dog },
    });
  });

  it("is not of a whole description", async () => {
    const folder = createFolder({
      "root.json": JSON.stringify({ ...api, components: { schemas: { A: {} } } }),
    });
    const { schema, diagnostics } = await bundle({ schema: "root.json" }, folder);
    expect([schema, diagnostics.map(({ code }) => code)]).toEqual([undefined, ["bundle-without-root"]]);
  });
});
