import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { findMissing, link } from "../../src/link/link.js";
import { makeDocument, makeDocuments } from "./make-documents.js";

const root = "file:///root.json";
const meta = "https://example.com/meta";
const options = { dialect: "2020-12" };
const schema2020 = "https://json-schema.org/draft/2020-12/schema";
const vocab = (name: string) => `https://json-schema.org/draft/2020-12/vocab/${name}`;

const linkAll = (documents: Readonly<Record<string, JsonValue>>) => link(makeDocuments(documents), options);

/** The dialect that a document gets from a meta-schema. */
const dialectBy = (metaSchema: JsonValue, others: Readonly<Record<string, JsonValue>> = {}) => {
  const { value, diagnostics } = linkAll({ [root]: { $schema: meta }, [meta]: metaSchema, ...others });
  return { dialect: value.schemas.get(`${root}#`)?.dialect, diagnostics };
};

describe("link: dialects of meta-schemas", () => {
  it("have the keywords of the vocabularies listed, and read the rest as annotations", () => {
    const { value, diagnostics } = linkAll({
      [root]: {
        $schema: `${meta}#`,
        properties: { a: { $ref: "#/$defs/A" } },
        unevaluatedProperties: { $ref: "#/nowhere" },
        $defs: { A: {} },
      },
      [meta]: { $schema: schema2020, $vocabulary: { [vocab("core")]: true, [vocab("applicator")]: true } },
    });
    expect(diagnostics).toEqual([]);
    expect([...value.schemas.keys()]).toEqual([`${root}#`, `${root}#/properties/a`, `${root}#/$defs/A`]);
    expect([...value.schemas.values()].map(({ dialect }) => dialect.name)).toEqual([meta, meta, meta]);
  });

  it("are found by the identifier of a meta-schema too", () => {
    const metaSchema = { $id: meta, $schema: schema2020, $vocabulary: { [vocab("applicator")]: true } };
    const { value, diagnostics } = linkAll({ [root]: { $schema: meta }, "file:///meta.json": metaSchema });
    expect(diagnostics).toEqual([]);
    expect(value.schemas.get(`${root}#`)?.dialect.name).toBe(meta);
  });

  it("hold for an embedded resource, and end with it", () => {
    const { value } = linkAll({
      [root]: { $defs: { a: { $id: "a", $schema: meta, not: {} }, b: {} } },
      [meta]: { $schema: schema2020, $vocabulary: { [vocab("applicator")]: true } },
    });
    const names = [...value.schemas.values()].map(({ dialect }) => dialect.name);
    expect(names).toEqual(["2020-12", meta, meta, "2020-12"]);
  });

  it("are one for all documents that name it", () => {
    const { value } = linkAll({
      [root]: { $schema: meta, $ref: "other.json" },
      "file:///other.json": { $schema: meta },
      [meta]: { $schema: schema2020, $vocabulary: {} },
    });
    const [first, second] = [...value.schemas.values()];
    expect(first?.dialect).toBe(second?.dialect);
  });

  it("are those that the meta-schema is written in where it lists no vocabularies, or may not", () => {
    expect(dialectBy({ $schema: "http://json-schema.org/draft-07/schema#" }).dialect?.name).toBe("draft-07");
    const listing = { $vocabulary: { "https://example.com/v": true } };
    for (const [uri, name] of [
      ["http://json-schema.org/draft-07/schema#", "draft-07"],
      ["https://json-schema.org/v1", "v1"],
    ]) {
      const { dialect, diagnostics } = dialectBy({ $schema: uri ?? "", ...listing });
      expect(diagnostics).toEqual([]);
      expect(dialect?.name).toBe(name);
    }
  });

  it("may be written in one another, and in themselves", () => {
    const second = "https://example.com/second";
    const chained = dialectBy({ $schema: second }, { [second]: { $schema: schema2020 } });
    expect(chained.dialect?.name).toBe("2020-12");
    const itself = dialectBy({ $schema: meta, $vocabulary: { [vocab("core")]: true } });
    expect(itself.diagnostics).toEqual([]);
    expect(itself.dialect?.name).toBe(meta);
    expect(itself.dialect?.keywords.has("$dynamicRef")).toBe(true);
    expect(dialectBy({ $vocabulary: { [vocab("core")]: true } }).dialect?.name).toBe(meta);
  });

  it("may be at the end of a long chain", () => {
    const name = (index: number) => `https://example.com/meta/${index}`;
    const chain = Array.from({ length: 20_000 }, (_, index) => [name(index), { $schema: name(index + 1) }]);
    const last = { [name(20_000)]: { $schema: schema2020 } };
    const { diagnostics, dialect } = dialectBy(
      { $schema: name(0) },
      { ...Object.fromEntries(chain), ...last },
    );
    expect(diagnostics).toEqual([]);
    expect(dialect?.name).toBe("2020-12");
  });

  it("that only name each other are not known", () => {
    const second = "https://example.com/second";
    for (const { diagnostics } of [
      dialectBy({ $schema: second }, { [second]: { $schema: meta } }),
      dialectBy({ $schema: meta }),
    ])
      expect(diagnostics).toMatchObject([
        { code: "dialect-unknown", place: { uri: root, pointer: "/$schema" } },
      ]);
  });

  it("may come from the option, and from beside an inline schema", () => {
    const documents = makeDocuments({ [root]: {}, [meta]: { $schema: schema2020, $vocabulary: {} } });
    const byOption = link(documents, { dialect: meta });
    expect(byOption.diagnostics).toEqual([]);
    expect(byOption.value.schemas.get(`${root}#`)?.dialect.name).toBe(meta);
    const inline = new Map([...documents.documents, [root, makeDocument(root, {}, meta)]]);
    const beside = link({ ...documents, documents: inline }, options);
    expect(beside.diagnostics).toEqual([]);
    expect(beside.value.schemas.get(`${root}#`)?.dialect.name).toBe(meta);
  });
});

describe("link: vocabularies that are not known", () => {
  const custom = "https://example.com/vocab/a~b";

  it("are an error where they are required, told once at the meta-schema", () => {
    const { diagnostics } = linkAll({
      [root]: { $schema: meta, properties: { a: {} } },
      [meta]: { $schema: schema2020, $vocabulary: { [vocab("applicator")]: true, [custom]: true } },
    });
    expect(diagnostics).toEqual([
      {
        code: "vocabulary-unknown",
        severity: "error",
        message: `This meta-schema requires the vocabulary "${custom}", which is not known.`,
        help: "Give it the value false if schemas may be read without its keywords.",
        place: { uri: meta, pointer: "/$vocabulary/https:~1~1example.com~1vocab~1a~0b" },
      },
    ]);
  });

  it("are ignored where they are optional, and where nothing is read by the meta-schema", () => {
    const metaSchema = (required: boolean) => ({ $schema: schema2020, $vocabulary: { [custom]: required } });
    expect(dialectBy(metaSchema(false)).diagnostics).toEqual([]);
    expect(linkAll({ [root]: { $ref: meta }, [meta]: metaSchema(true) }).diagnostics).toEqual([]);
  });
});

describe("link: meta-schemas that are missing", () => {
  it("are asked for before what is referred to", () => {
    const documents = makeDocuments({ [root]: { $schema: meta, $ref: "other.json" } });
    expect(findMissing(documents, options)).toEqual([meta]);
    const unavailable = { ...documents, unavailable: new Map([[meta, "no"]]) };
    expect(findMissing(unavailable, options)).toEqual(["file:///other.json"]);
  });

  it("are asked for in chains", () => {
    const second = "https://example.com/second";
    const documents = makeDocuments({ [root]: { $schema: meta }, [meta]: { $schema: second } });
    expect(findMissing(documents, options)).toEqual([second]);
  });

  it("are not asked for by what is not reached", () => {
    const documents = makeDocuments({
      [root]: { $ref: "other.json#/$defs/A" },
      "file:///other.json": { $defs: { A: {}, B: { $id: "b", $schema: meta } } },
    });
    expect(findMissing(documents, options)).toEqual([]);
  });

  it("are an error where they stay so, also if only a part of the document is reached", () => {
    const documents = makeDocuments({
      [root]: { $ref: "other.json#/$defs/A" },
      "file:///other.json": { $schema: meta, $defs: { A: { not: {} } } },
    });
    expect(findMissing(documents, options)).toEqual([meta]);
    expect(link(documents, options).diagnostics).toMatchObject([
      { code: "dialect-unknown", place: { uri: "file:///other.json", pointer: "/$schema" } },
    ]);
  });
});
