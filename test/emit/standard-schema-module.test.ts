import { build } from "esbuild";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateFiles, generateText, importText } from "./generate-module.js";

const only = { runtime: ["standard-schema"] } as const;

const family: JsonObject = {
  type: "object",
  required: ["pet"],
  properties: { pet: { $ref: "#/$defs/Pet" } },
  $defs: {
    Pet: { type: "object", properties: { name: { $ref: "#/$defs/Name" }, breeder: { $ref: "#/$defs/Pet" } } },
    Name: { type: "string", description: "It's 'so' \"called\"." },
    Unused: { type: "object", description: "unused", properties: { root: { $ref: "#" } } },
  },
};

interface Standard {
  readonly "~standard": {
    readonly validate: (value: unknown) => unknown;
    readonly jsonSchema: { readonly input: (options: { readonly target: string }) => JsonObject };
  };
}

async function importSchemas(schema: JsonObject): Promise<Readonly<Record<string, Standard>>> {
  const exports = await importText(await generateText(schema, only));
  return Object.fromEntries(Object.entries(exports).filter(([name]) => name.endsWith("Schema"))) as never;
}

const write = (schema: Standard | undefined): JsonObject | undefined =>
  schema?.["~standard"].jsonSchema.input({ target: "draft-2020-12" });

describe("the Standard Schema of a definition", () => {
  it("is there for each, and validates", async () => {
    const schemas = await importSchemas(family);
    expect(Object.keys(schemas)).toEqual(["nameSchema", "petSchema", "rootSchema", "unusedSchema"]);
    const { rootSchema } = schemas;
    expect(rootSchema?.["~standard"].validate({ pet: {} })).toEqual({ value: { pet: {} } });
    expect(rootSchema?.["~standard"].validate({})).toEqual({
      issues: [{ message: "must be present", path: ["pet"] }],
    });
  });

  it("writes what it refers to and no more, and itself as the root", async () => {
    const { petSchema } = await importSchemas(family);
    expect(write(petSchema)).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      type: "object",
      properties: { name: { $ref: "#/$defs/Name" }, breeder: { $ref: "#" } },
      $defs: { Name: { type: "string", description: "It's 'so' \"called\"." } },
    });
  });

  it("keeps names and texts that JavaScript has a meaning for", async () => {
    const text = '{"properties":{"__proto__":{"const":"\\u2028${a}\\ud800\'"}},"required":["constructor"]}';
    const { rootSchema } = await importSchemas(JSON.parse(text) as JsonObject);
    expect(JSON.stringify(write(rootSchema))).toContain(JSON.stringify(JSON.parse(text)).slice(1, -1));
  });

  it("has a name of its own where two types differ in capitals alone", async () => {
    const schemas = await importSchemas({
      $defs: { HTTPError: { type: "string" }, HttpError: { type: "null" } },
    });
    const names = Object.keys(schemas);
    expect(names).toEqual(["HttpErrorSchema", "httpErrorSchema", "rootSchema"]);
    expect(names.map((name) => write(schemas[name])?.["type"]).toSorted()).toEqual([
      "null",
      "string",
      undefined,
    ]);
  });

  it("is that of the body, where a tag stands outside", async () => {
    const member = { type: "object", properties: { action: { const: "a" } } };
    const schema = {
      oneOf: [{ $ref: "#/$defs/Push" }, { $ref: "#/$defs/Pull" }],
      $defs: { Push: member, Pull: member },
    };
    const options = { ...only, unions: { Root: { tags: [{ external: "event" }] } } };
    expect(await generateText(schema, options)).toContain(
      "export const rootBodySchema: StandardSchema<Root>",
    );
  });

  it("brings guards and validators, and comes with no other set", async () => {
    const text = await generateText(family, only);
    expect(text).toContain("export function isRoot(");
    expect(text).toContain("export function validateRoot(");
    expect(await generateText(family, { runtime: ["guards", "validators", "unions"] })).not.toContain(
      "Standard",
    );
  });
});

describe("the modules of Standard Schemas", () => {
  it("declare one short line per definition, and keep the definitions to themselves", async () => {
    const files = await generateFiles(family, {
      ...only,
      layout: "modules",
      package: { name: "family", version: "1.0.0" },
    });
    const declared = files.get("dist/standard-schema.d.ts") ?? "";
    expect(declared).toContain("export const petSchema: StandardSchema<Pet>;");
    expect(declared).not.toContain("{@");
    expect(files.get("dist/index.d.ts")).toContain("StandardSchema");
    expect(files.get("dist/index.js")).not.toContain("definitions");
  });

  it("leave a bundle that does not use them, and bring it no definition that is not reached", async () => {
    const text = await generateText(family, {});
    const standard = await generateText(family, { runtime: ["guards", "validators", "standard-schema"] });
    expect(await bundle(text, "isRoot")).toBe(await bundle(standard, "isRoot"));
    const bundled = await bundle(standard, "nameSchema");
    expect(bundled).toContain("called");
    expect(bundled).not.toContain("unused");
    expect(bundled).not.toContain("breeder");
  });
});

/** What is left of a module where one export is used, by esbuild. */
async function bundle(contents: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "module";`, loader: "ts" },
    plugins: [
      {
        name: "module",
        setup: (setup) => {
          setup.onResolve({ filter: /^module$/ }, ({ path }) => ({ path, namespace: "memory" }));
          setup.onLoad({ filter: /.*/, namespace: "memory" }, () => ({ contents, loader: "ts" }));
        },
      },
    ],
    bundle: true,
    write: false,
    format: "esm",
    minifySyntax: true,
  });
  return outputFiles[0]?.text ?? "";
}
