import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/index.js";
import { generate } from "../../src/index.js";
import { createFolder } from "../config/temporary-folder.js";
import { createRandom } from "../write/random.js";

/** Documents whose definitions have the same names, and refer to each other in a circle. */
const documents: Readonly<Record<string, JsonSchema>> = {
  "a.json": {
    $id: "https://example.com/a.json",
    title: "Item",
    type: "object",
    properties: { next: { $ref: "b.json" }, part: { $ref: "#/$defs/Part" } },
    $defs: { Part: { type: "object", properties: { a: { type: "string" } } }, ä: { enum: ["z", "ä", "a"] } },
  },
  "b.json": {
    $id: "https://example.com/b.json",
    title: "Item",
    type: "object",
    properties: { next: { $ref: "c.json" }, part: { $ref: "#/$defs/Part" } },
    $defs: { Part: { type: "object", properties: { b: { type: "number" } } } },
  },
  "c.json": {
    $id: "https://example.com/c.json",
    title: "item",
    oneOf: [{ $ref: "a.json#/$defs/Part" }, { $ref: "b.json#/$defs/Part" }, { $ref: "a.json#/$defs/ä" }],
    $defs: { part: { type: "boolean" }, I: { const: "I" }, ı: { const: "ı" } },
  },
  "d.json": { title: "Alone", $defs: { Part: { type: "null" }, Item: { type: "integer" } } },
};

const root = {
  title: "Root",
  type: "object",
  properties: { a: { $ref: "https://example.com/a.json" }, c: { $ref: "https://example.com/c.json" } },
};

describe("the order of documents", () => {
  const names = Object.keys(documents);
  const random = createRandom(7);
  const orders = [names, names.toReversed(), names.toSorted(() => random() - 0.5)];

  it("does not matter where they are named by paths", async () => {
    const folder = createFolder({
      "root.json": JSON.stringify(root),
      ...Object.fromEntries(
        Object.entries(documents).map(([name, schema]) => [name, JSON.stringify(schema)]),
      ),
    });
    const results = [];
    for (const order of [...orders, ["[a-d].json"]]) {
      results.push(
        await generate({ inputs: [{ schema: "root.json", documents: order, output: "out" }], root: folder }),
      );
    }
    expect(results[0]?.files.length).toBeGreaterThan(3);
    for (const result of results) expect(result).toEqual(results[0]);
  });

  it("does not matter where they are values", async () => {
    const results = [];
    for (const order of orders) {
      const values = Object.fromEntries(order.map((name) => [name, documents[name] ?? true]));
      const schema = { uri: "https://example.com/root.json", schema: root };
      results.push(await generate({ inputs: [{ schema, documents: values, output: "out", format: false }] }));
    }
    expect(results[0]?.files.length).toBeGreaterThan(3);
    for (const result of results) expect(result).toEqual(results[0]);
  });
});

it("names hold nothing of the folder that a project lies in", async () => {
  const texts = [];
  for (const place of ["first", "second/deeper"]) {
    const folder = createFolder({
      [`${place}/root.json`]: JSON.stringify({
        title: "Root",
        oneOf: [{ $ref: "item.json" }, { $ref: "parts/item.json" }, { $ref: "c.json" }],
      }),
      [`${place}/item.json`]: '{"title": "Item", "type": "string", "minLength": 1}',
      [`${place}/parts/item.json`]: '{"title": "Item", "type": "integer"}',
      [`${place}/c.json`]: '{"title": "Item", "type": "null"}',
    });
    const input = { schema: "root.json", documents: ["c.json", "parts/*.json"], output: "out" };
    const { files } = await generate({ inputs: [{ ...input, format: false }], root: join(folder, place) });
    texts.push(files.map(({ path, text }) => [path, text]));
  }
  expect(texts[0]?.flat().join("")).toContain("PartsItem");
  expect(texts[0]).toEqual(texts[1]);
});
