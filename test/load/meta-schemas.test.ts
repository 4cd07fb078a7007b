import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { dialects } from "../../src/dialect/dialects.js";
import { findMissing, link } from "../../src/link/link.js";
import { load } from "../../src/load/load.js";
import { findMetaSchema } from "../../src/load/meta-schemas.js";
import { resolvedInput } from "./resolved-input.js";

const dialect = "2020-12";

/** Loads and links a schema given as a value: nothing is read from disk or network. */
async function loadOffline(schema: JsonSchema, documents: Readonly<Record<string, JsonSchema>> = {}) {
  const input = resolvedInput("/", { schema: { schema }, documents });
  const loaded = await load(input, (known) => findMissing(known, { dialect }));
  const linked = link(loaded.value, { dialect });
  return {
    documents: [...loaded.value.documents.keys()].slice(1),
    schemas: linked.value.schemas,
    diagnostics: [...loaded.diagnostics, ...linked.diagnostics],
  };
}

const vocabularies2019 = ["applicator", "content", "core", "format", "meta-data", "validation"];
const vocabularies2020 = [
  ...["applicator", "content", "core", "format-annotation", "meta-data", "unevaluated", "validation"],
];

describe("meta-schemas", () => {
  // Those of OpenAPI and AsyncAPI are read by what documents are, and have none that a schema would name.
  const drafts = dialects.filter(({ name }) => !/api/.test(name));

  it.each(drafts.map(({ name, uri }) => [name, uri]))(
    "of %s link without network, under http and https",
    async (_, uri) => {
      const other = uri.startsWith("https:") ? uri.replace(/^https/, "http") : uri.replace(/^http/, "https");
      const schema = { anyOf: [{ $ref: uri }, { $ref: `${uri}#` }, { $ref: `${other}#` }] };
      const { documents, diagnostics } = await loadOffline(schema);
      expect(diagnostics).toEqual([]);
      expect(documents).toEqual(expect.arrayContaining([uri, other]));
    },
  );

  it("bring the meta-schemas of their vocabularies", async () => {
    const base = "https://json-schema.org/draft";
    const of2019 = await loadOffline({ $ref: `${base}/2019-09/schema` });
    expect(of2019.documents.toSorted()).toEqual([
      ...vocabularies2019.map((name) => `${base}/2019-09/meta/${name}`),
      `${base}/2019-09/schema`,
    ]);
    const of2020 = await loadOffline({ $ref: `${base}/2020-12/schema` });
    expect(of2020.documents.toSorted()).toEqual([
      ...vocabularies2020.map((name) => `${base}/2020-12/meta/${name}`),
      `${base}/2020-12/schema`,
    ]);
    const assertion = await loadOffline({ $ref: `${base}/2020-12/meta/format-assertion` });
    expect(assertion.diagnostics).toEqual([]);
  });

  it("are there only where something refers to them", async () => {
    const { documents } = await loadOffline({ $schema: "http://json-schema.org/draft-07/schema#" });
    expect(documents).toEqual([]);
  });

  it("give way to documents of the user's, by address or by identifier", async () => {
    const uri = "http://json-schema.org/draft-07/schema";
    const reference = { $ref: `${uri}#/definitions/own` };
    const own = { $schema: `${uri}#`, definitions: { own: {} } };
    const byAddress = await loadOffline(reference, { [uri]: own });
    expect(byAddress.diagnostics).toEqual([]);
    const byIdentifier = await loadOffline(reference, { "https://example.com/own": { ...own, $id: uri } });
    expect(byIdentifier.diagnostics).toEqual([]);
    expect(byIdentifier.documents).toEqual(["https://example.com/own"]);
  });

  it("identify themselves by the URI that they are asked for by", () => {
    expect(findMetaSchema("https://json-schema.org/draft-04/schema")).toMatchObject({
      id: "https://json-schema.org/draft-04/schema",
    });
    expect(findMetaSchema("https://json-schema.org/v1/2026")).toMatchObject({
      $id: "https://json-schema.org/v1/2026",
      $schema: "https://json-schema.org/v1",
    });
  });

  it("are no other documents of that host, nor names of the prototype", () => {
    expect(findMetaSchema("https://json-schema.org/draft-05/schema")).toBeUndefined();
    expect(findMetaSchema("https://json-schema.org/constructor")).toBeUndefined();
    expect(findMetaSchema("file://json-schema.org/draft-07/schema")).toBeUndefined();
  });
});
