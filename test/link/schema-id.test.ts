import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { SchemaId } from "../../src/link/linked.js";
import { rootId, subschemaId } from "../../src/link/linked.js";
import { link } from "../../src/link/link.js";
import { makeDocuments } from "./make-documents.js";

const root = rootId("https://example.com/a.json");

describe("the name of a schema", () => {
  it("is its document's URI with a pointer", () => {
    expect(subschemaId(root, ["$defs", "a/b~c"])).toBe("https://example.com/a.json#/$defs/a~1b~0c");
    expect(subschemaId(subschemaId(root, ["items"]), ["allOf", 0])).toBe(`${root}/items/allOf/0`);
  });

  it("stays short however deep the schema stands, and is no other schema's", () => {
    const ids = new Set<SchemaId>();
    let id = root;
    for (let depth = 0; depth < 10_000; depth++) ids.add((id = subschemaId(id, ["properties", "a"])));
    expect(ids.size).toBe(10_000);
    expect(Math.max(...[...ids].map(({ length }) => length))).toBeLessThan(2100);
  });

  it("does not depend on how much of the way is walked at once, and begins with what no pointer has", () => {
    const tokens = Array.from({ length: 1000 }, (_, index) => `key${index}`);
    const whole = subschemaId(root, tokens);
    expect(subschemaId(subschemaId(root, tokens.slice(0, 617)), tokens.slice(617))).toBe(whole);
    expect(whole).toMatch(/^https:\/\/example\.com\/a\.json#~~[\da-f]{32}(\/key\d+)*$/);
    // The same in every run, and on every machine.
    expect(subschemaId(root, ["x".repeat(3000)])).toBe(`${root}~~d916194b778870ba647bc71b5afdd256`);
  });
});

describe("a schema far below its document's root", () => {
  it("is found by references, and knows its whole pointer", () => {
    const levels = 400;
    const pointer = "/properties/a".repeat(levels);
    let schema: JsonObject = {};
    for (let level = 0; level < levels; level++) schema = { properties: { a: schema } };
    const { value, diagnostics } = link(
      makeDocuments({ "https://example.com/a.json": { ...schema, not: { $ref: `#${pointer}` } } }),
      { dialect: "2020-12" },
    );
    expect(diagnostics).toEqual([]);
    const deepest = [...value.schemas.values()].find(({ place }) => place.pointer === pointer);
    expect(value.references.get(`${root}/not`)?.get("$ref")?.target).toBe(deepest?.id);
    expect(deepest?.id).toMatch(/#~~/);
  });
});
