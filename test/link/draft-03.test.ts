import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { link } from "../../src/link/link.js";
import { makeDocuments } from "./make-documents.js";

const root = "file:///root.json";

const linkOne = (schema: JsonValue) => {
  const { value, diagnostics } = link(makeDocuments({ [root]: schema }), { dialect: "draft-03" });
  return { ids: [...value.schemas.keys()].map((id) => id.replace(root, "")), diagnostics };
};

describe("link: draft 3", () => {
  it("finds schemas among the names of type and disallow", () => {
    const { ids, diagnostics } = linkOne({
      type: ["string", { properties: { a: {} } }, "null"],
      disallow: { enum: [1] },
      items: { type: "integer" },
    });
    expect(diagnostics).toEqual([]);
    expect(ids).toEqual(["#", "#/type/1", "#/type/1/properties/a", "#/disallow", "#/items"]);
  });

  it("finds what extends is, one or many", () => {
    expect(linkOne({ extends: {} }).ids).toEqual(["#", "#/extends"]);
    expect(linkOne({ extends: [{}, {}] }).ids).toEqual(["#", "#/extends/0", "#/extends/1"]);
  });

  it("finds dependencies that are neither a name nor names", () => {
    const { ids, diagnostics } = linkOne({ dependencies: { a: "b", c: ["d"], e: { required: true } } });
    expect(diagnostics).toEqual([]);
    expect(ids).toEqual(["#", "#/dependencies/e"]);
  });

  it("refers by id, and by pointers through what is no keyword of it", () => {
    const { ids, diagnostics } = linkOne({
      id: "http://example.com/root",
      properties: { a: { $ref: "#named" }, b: { $ref: "#/definitions/c" } },
      items: { id: "#named" },
      definitions: { c: {} },
    });
    expect(diagnostics).toEqual([]);
    expect(ids).toContain("#/definitions/c");
  });

  it("reports a schema that is none", () => {
    const { diagnostics } = linkOne({ extends: ["a"] });
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ["schema-invalid", "/extends/0"],
    ]);
  });
});
