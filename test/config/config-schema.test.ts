import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { optionDefaults } from "../../src/config/config.js";
import configSchema from "../../src/config/config.schema.json?raw";
import { ruleAt } from "../../src/config/config-rule.js";
import { loadConfig } from "../../src/config/load-config.js";
import { generate } from "../../src/generate.js";
import { write } from "../../src/write/write.js";

const folder = fileURLToPath(new URL("../../src/config", import.meta.url));

describe("config.schema.json", () => {
  it("has every option with its default", () => {
    const { properties = {} } = ruleAt("/$defs/Input");
    const defaults = Object.keys(optionDefaults).map((name) => [name, properties[name]?.default]);
    expect(Object.fromEntries(defaults)).toEqual(optionDefaults);
  });

  it("is what the guard of configs is generated from", async () => {
    const { value } = await loadConfig({ file: "schemist.config.json", from: folder });
    const { files, diagnostics } = await generate({ inputs: [], ...value?.config, root: folder });
    expect(diagnostics.filter(({ severity }) => severity !== "note")).toEqual([]);
    const changes = await write({ files }, { check: true });
    // `npm run generate` renews it.
    expect(changes.map(({ kind, path }) => [path, kind])).toEqual([
      ["index.ts", "same"],
      ["schemist.manifest.json", "same"],
    ]);
  });

  it("describes itself to editors as JSON Schema, in a config too", () => {
    expect(JSON.parse(configSchema)).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      properties: { $schema: { type: "string" } },
    });
  });
});
