import { describe, expect, it } from "vitest";
import { dialects, findDialect } from "../../src/dialect/dialects.js";

describe("findDialect", () => {
  it.each(dialects.map((dialect) => [dialect.name, dialect] as const))(
    "finds %s by its URI, with or without an empty fragment, and by its name",
    (name, dialect) => {
      expect(findDialect(dialect.uri)).toBe(dialect);
      expect(findDialect(`${dialect.uri}#`)).toBe(dialect);
      expect(findDialect(name)).toBe(dialect);
    },
  );

  it("takes http and https for the same", () => {
    expect(findDialect("https://json-schema.org/draft-07/schema#")?.name).toBe("draft-07");
    expect(findDialect("http://json-schema.org/draft/2020-12/schema")?.name).toBe("2020-12");
  });

  it("takes any date and version of OpenAPI's and AsyncAPI's", () => {
    expect(findDialect("https://spec.openapis.org/oas/3.1/dialect/2024-11-10")?.name).toBe("openapi-3.1");
    expect(findDialect("https://spec.openapis.org/oas/3.2/dialect/2025-09-17")?.name).toBe("openapi-3.2");
    expect(findDialect("http://asyncapi.com/definitions/2.6.0/schema.json")?.name).toBe("asyncapi");
    expect(findDialect("https://spec.openapis.org/oas/3.1/dialect/latest")).toBeUndefined();
  });

  it("does not know other meta-schemas, nor names of the prototype", () => {
    expect(findDialect("https://example.com/meta")).toBeUndefined();
    expect(findDialect("constructor")).toBeUndefined();
    expect(findDialect("")).toBeUndefined();
  });
});

describe("dialects", () => {
  const drafts = dialects.filter(({ name }) => !/api/.test(name));
  const keyword = (dialect: string, name: string) => findDialect(dialect)?.keywords.get(name);

  it("reads items in the two ways that it had", () => {
    expect(keyword("2020-12", "items")).toEqual({ id: "items", shape: "schema" });
    expect(keyword("2019-09", "items")).toEqual({ id: "draft-04/items", shape: "schema-or-schemas" });
    expect(keyword("2020-12", "additionalItems")).toBeUndefined();
  });

  it("gives draft 4 its id and its boolean limits", () => {
    expect(keyword("draft-04", "id")).toEqual({ id: "$id", shape: "identifier" });
    expect(keyword("draft-04", "$id")).toBeUndefined();
    expect(keyword("draft-04", "exclusiveMinimum")?.id).toBe("draft-04/exclusiveMinimum");
    expect(keyword("draft-06", "exclusiveMinimum")?.id).toBe("exclusiveMinimum");
  });

  it("gives each keyword to the drafts that define it", () => {
    const definers = (name: string) => drafts.filter(({ keywords }) => keywords.has(name)).map((d) => d.name);
    const all = drafts.map(({ name }) => name);
    expect(all).toEqual(["v1", "2020-12", "2019-09", "draft-07", "draft-06", "draft-04", "draft-03"]);
    expect(definers("uniqueItems")).toEqual(all);
    expect(definers("allOf")).toEqual(all.slice(0, 6));
    expect(definers("const")).toEqual(["v1", "2020-12", "2019-09", "draft-07", "draft-06"]);
    expect(definers("if")).toEqual(["v1", "2020-12", "2019-09", "draft-07"]);
    expect(definers("$defs")).toEqual(["v1", "2020-12", "2019-09"]);
    expect(definers("definitions")).toEqual(all.slice(1));
    expect(definers("$recursiveRef")).toEqual(["2019-09"]);
    expect(definers("$dynamicRef")).toEqual(["v1", "2020-12"]);
    expect(definers("prefixItems")).toEqual(["v1", "2020-12"]);
    expect(definers("$vocabulary")).toEqual(["2020-12", "2019-09"]);
    expect(definers("disallow")).toEqual(["draft-03"]);
  });

  it("keeps dependencies as long as meta-schemas list it", () => {
    const ids = drafts.map(({ name, keywords }) => [name, keywords.get("dependencies")?.id]);
    expect(Object.fromEntries(ids)).toEqual({
      v1: undefined,
      "2020-12": "draft-04/dependencies",
      "2019-09": "draft-04/dependencies",
      "draft-07": "draft-04/dependencies",
      "draft-06": "draft-04/dependencies",
      "draft-04": "draft-04/dependencies",
      "draft-03": "draft-03/dependencies",
    });
  });

  it("gives draft 3 its own meanings, and none of later drafts", () => {
    for (const name of ["type", "disallow", "extends", "properties", "required", "divisibleBy"]) {
      expect(keyword("draft-03", name)?.id).toBe(`draft-03/${name}`);
    }
    expect(keyword("draft-03", "exclusiveMinimum")?.id).toBe("draft-04/exclusiveMinimum");
    for (const name of ["anyOf", "oneOf", "not", "multipleOf", "minProperties", "maxProperties", "$id"]) {
      expect(keyword("draft-03", name)).toBeUndefined();
    }
  });

  it("asserts formats by default in v1 alone", () => {
    expect(dialects.filter(({ formats }) => formats === "assert").map(({ name }) => name)).toEqual(["v1"]);
  });

  it("gives OpenAPI 3.0 what it took of the drafts, and its own", () => {
    expect(keyword("openapi-3.0", "nullable")).toEqual({ id: "openapi-3.0/nullable", shape: "data" });
    expect(keyword("openapi-3.0", "exclusiveMinimum")?.id).toBe("draft-04/exclusiveMinimum");
    expect(keyword("openapi-3.0", "discriminator")?.id).toBe("openapi/discriminator");
    const foreign = "$id $schema $defs definitions const patternProperties if additionalItems".split(" ");
    expect(foreign.filter((name) => keyword("openapi-3.0", name))).toEqual([]);
  });

  it("gives OpenAPI 3.1 and 3.2 all of 2020-12, and AsyncAPI all of draft 7", () => {
    for (const [name, draft] of [
      ["openapi-3.1", "2020-12"],
      ["openapi-3.2", "2020-12"],
      ["asyncapi", "draft-07"],
    ] as const) {
      for (const [key, row] of findDialect(draft)?.keywords ?? []) expect(keyword(name, key)).toEqual(row);
      expect(keyword(name, "nullable")).toBeUndefined();
      expect(keyword(name, "externalDocs")?.shape).toBe("data");
    }
    expect(keyword("openapi-3.1", "discriminator")?.id).toBe("openapi/discriminator");
    expect(keyword("asyncapi", "discriminator")?.id).toBe("asyncapi/discriminator");
  });

  it("knows annotations in every draft, and OpenAPI's other names in none", () => {
    for (const { keywords } of drafts) {
      expect(keywords.get("example")?.shape).toBe("data");
      expect(keywords.has("deprecated")).toBe(true);
      expect(keywords.has("nullable")).toBe(false);
      expect(keywords.has("discriminator")).toBe(false);
    }
  });

  it("has no keyword of the prototype's names", () => {
    for (const { keywords } of dialects) expect(keywords.get("constructor")).toBeUndefined();
  });
});
