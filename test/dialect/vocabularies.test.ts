import { describe, expect, it } from "vitest";
import { draft2019 } from "../../src/dialect/draft-2019-09.js";
import { draft2020 } from "../../src/dialect/draft-2020-12.js";
import { dialects } from "../../src/dialect/dialects.js";
import { composeDialect } from "../../src/dialect/vocabularies.js";

const uri = "https://example.com/meta";
const names2019 = (name: string) => `https://json-schema.org/draft/2019-09/vocab/${name}`;
const names2020 = (name: string) => `https://json-schema.org/draft/2020-12/vocab/${name}`;

const compose2020 = (listed: Readonly<Record<string, boolean>>) =>
  composeDialect(
    uri,
    draft2020,
    new Map(Object.entries(listed).map(([name, required]) => [names2020(name), required])),
  );

describe("vocabularies", () => {
  it.each([draft2019, draft2020])("of $name have all of its keywords", ({ keywords, vocabularies }) => {
    const listed = [...vocabularies.values()].flatMap((vocabulary) => [...vocabulary.keywords]);
    const outside = ["example", "definitions", "dependencies"];
    const expected = [...keywords].filter(([name]) => !outside.includes(name));
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(expected));
  });

  it("have each keyword once, but for format", () => {
    for (const { vocabularies } of [draft2019, draft2020]) {
      const names = [...vocabularies.values()].flatMap(({ keywords }) => [...keywords.keys()]);
      const twice = names.filter((name, index) => names.indexOf(name) !== index);
      expect(twice.filter((name) => name !== "format")).toEqual([]);
    }
  });

  it("are those of 2019-09 and 2020-12 alone, and of what OpenAPI made of that", () => {
    const having = dialects.filter(({ vocabularies }) => vocabularies.size > 0);
    expect(having.map(({ name }) => name)).toEqual(["2020-12", "2019-09", "openapi-3.2", "openapi-3.1"]);
  });
});

describe("composeDialect", () => {
  it("knows the keywords of what is listed, and core ones always", () => {
    const { keywords } = compose2020({ applicator: true });
    expect(keywords.get("properties")).toBe(draft2020.keywords.get("properties"));
    expect(keywords.has("$dynamicRef")).toBe(true);
    expect(keywords.has("title")).toBe(true);
    expect(keywords.has("$defs")).toBe(true);
    for (const name of ["type", "minimum", "format", "unevaluatedItems", "dependencies", "contentSchema"]) {
      expect(keywords.has(name)).toBe(false);
    }
  });

  it("has a name of its own, and all else of the dialect that it is made from", () => {
    const dialect = compose2020({});
    expect(dialect).toEqual({ ...draft2020, uri, name: uri, keywords: dialect.keywords });
  });

  it("asserts formats by the format-assertion vocabulary, whatever its value", () => {
    expect(compose2020({ "format-assertion": true }).formats).toBe("assert");
    expect(compose2020({ "format-assertion": false }).formats).toBe("assert");
    expect(compose2020({ "format-assertion": false, "format-annotation": true }).formats).toBe("assert");
    expect(compose2020({ "format-annotation": true }).formats).toBe("annotate");
  });

  it("asserts formats by that of 2019-09 where it is required", () => {
    const compose = (required: boolean) =>
      composeDialect(uri, draft2019, new Map([[names2019("format"), required]]));
    expect(compose(true).formats).toBe("assert");
    expect(compose(false).formats).toBe("annotate");
    expect(compose(false).keywords.has("format")).toBe(true);
  });

  it("takes nothing from vocabularies of another generation", () => {
    const { keywords } = composeDialect(uri, draft2020, new Map([[names2019("validation"), true]]));
    expect(keywords.has("type")).toBe(false);
  });
});
