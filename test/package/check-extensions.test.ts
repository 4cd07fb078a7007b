import { describe, expect, it } from "vitest";
import type { ResolvedExtensions, ResolvedInput } from "../../src/config/config.js";
import { checkExtensions } from "../../src/package/check-extensions.js";
import { inputOf } from "./shapes-package.js";

const path = "/home/someone/project/src/extensions.ts";

/** What is said of a module with this text, as `message help line`. */
async function check(
  extensions: Partial<ResolvedExtensions>,
  text?: string,
  input: Partial<ResolvedInput> = { package: undefined },
): Promise<string[]> {
  const complete = { module: path, version: undefined, formats: {}, keywords: {}, ...extensions };
  const file = text === undefined ? undefined : { uri: `file://${path}`, file: "src/extensions.ts", text };
  const diagnostics = await checkExtensions(inputOf({ ...input, extensions: complete }), file);
  return diagnostics.map(({ code, severity, message, help, place }) => {
    expect([code, severity]).toEqual(["extension-invalid", "error"]);
    return [message, help, ...(place?.line === undefined ? [] : [`${place.line}:${place.column}`])].join(" ");
  });
}

const keywords = { "x-luhn": "passesLuhn" };
const packaged = { package: { name: "a", version: "1.0.0" } };

describe("a file", () => {
  it("is right where it exports what is asked for", async () => {
    expect(await check({ keywords }, "export const passesLuhn = () => true;")).toEqual([]);
    expect(await check({ keywords }, "export * from './more.js';")).toEqual([]);
  });

  it("must export each function; the nearest name is offered", async () => {
    const formats = { "order-number": "isOrderNumber" };
    const text = "export const passLuhn = () => true; const isOrderNumber = () => true;";
    expect(await check({ keywords, formats }, text)).toEqual([
      "src/extensions.ts exports no function isOrderNumber. Export a function of that name.",
      "src/extensions.ts exports no function passesLuhn. Did you mean passLuhn?",
    ]);
  });

  it("must export functions that answer at once", async () => {
    expect(await check({ keywords }, "export const passesLuhn = async () => true;")).toEqual([
      "src/extensions.ts exports passesLuhn, which is asynchronous, and guards answer at once. Let it return a boolean.",
    ]);
  });

  it("must be TypeScript", async () => {
    const [message] = await check({ keywords }, "export const passesLuhn = \n");
    expect(message).toMatch(
      /^src\/extensions\.ts is no TypeScript: Expression expected\. Correct it\. \d:\d+$/,
    );
  });

  it("may import what it likes, but where it becomes part of a package", async () => {
    const text = "import type { A } from './a.js';\nimport 'node:fs';\nexport const passesLuhn = () => true;";
    expect(await check({ keywords }, text)).toEqual([]);
    expect(await check({ keywords }, text, packaged)).toEqual([
      "src/extensions.ts becomes part of the package, and imports './a.js', which the package would lack. Put all that it needs into the file, or publish it as a package and name that as `module`. 1:24",
      "src/extensions.ts becomes part of the package, and imports 'node:fs', which the package would lack. Put all that it needs into the file, or publish it as a package and name that as `module`. 2:8",
    ]);
  });

  it("must end as modules do, in a package as those of TypeScript", async () => {
    for (const ending of [".ts", ".mts", ".js", ".mjs"])
      expect(await check({ module: `/a${ending}` })).toEqual([]);
    expect(await check({ module: "/a.cjs" })).toEqual([
      'A file of your own formats and keywords cannot end in ".cjs": no import of it would be sure to work. Name a file that ends in .ts or .mts or .js or .mjs.',
    ]);
    expect(await check({ module: "/a.mjs" }, undefined, packaged)).toEqual([
      'A file of your own formats and keywords cannot end in ".mjs": a package takes in TypeScript alone. Name a file that ends in .ts or .mts.',
    ]);
  });

  it("has no version", async () => {
    expect(await check({ version: "^1.0.0" })).toEqual([
      "`extensions` has a version, and its module is a file. Remove the version, or name a package.",
    ]);
  });
});

describe("a package", () => {
  it.each(["rules", "@example/rules", "@example/rules/card", "rules/card.js"])(
    "may be %s",
    async (module) => {
      expect(await check({ module, keywords })).toEqual([]);
      expect(await check({ module, keywords, version: "^1.0.0" }, undefined, packaged)).toEqual([]);
    },
  );

  it.each([
    "src/extensions.ts",
    "extensions.mts",
    "node:fs",
    "https://example.com/a.js",
    "@example",
    "Rules",
    "a//b",
    "",
  ])("cannot be %j", async (module) => {
    expect(await check({ module, keywords })).toEqual([
      `${JSON.stringify(module)}, which is to export formats and keywords of your own, names no package. Begin the path of a file with "./", as in ${JSON.stringify(`./${module}`)}.`,
    ]);
  });

  it("needs a range where a package depends on it", async () => {
    expect(await check({ module: "@example/rules", keywords }, undefined, packaged)).toEqual([
      'The generated package imports "@example/rules", and the config does not say which versions of it. Add the range to `extensions`, as in `version: "^1.0.0"`.',
    ]);
  });
});

it("refuses what is no name of an export", async () => {
  expect(await check({ module: "rules", keywords: { "x-a": "a-b", "x-b": "a-b", "x-c": "c" } })).toEqual([
    '"a-b" is no name of an export. Name a function that the module exports.',
  ]);
});

it("says nothing of an input without extensions", async () => {
  expect(await checkExtensions(inputOf(), undefined)).toEqual([]);
});
