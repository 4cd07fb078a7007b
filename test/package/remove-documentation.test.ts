import { expect, it } from "vitest";
import { removeAllDocumentation } from "../../src/package/remove-all-documentation.js";
import { generateFiles, importText } from "../emit/generate-module.js";
import { typeCheck } from "../emit/type-check.js";
import { twoTags } from "../emit/union-schemas.js";

it("takes the documentation of a declaration and of its members, however deep, and no other comment", () => {
  const text = `/** A. */
export interface A {
  /** One. */
  readonly a: {
    /** "/** in it" */
    b: "/** kept */";
  };
  // Stays.
  [key: string]: /* stays */ unknown;
}`;
  expect(removeAllDocumentation(text)).toBe(`export interface A {
  readonly a: {
    b: "/** kept */";
  };
  // Stays.
  [key: string]: /* stays */ unknown;
}`);
});

it("`documentation: false` leaves no documentation in any module, and nothing else changes", async () => {
  const described = { ...twoTags, description: "An event.", examples: ["*/ /** x"] };
  const options = {
    layout: "modules",
    unions: { Event: { tags: ["resource", "type"], open: true } },
    name: "Event",
    package: { name: "@example/event", version: "1.0.0" },
  } as const;
  const [plain, silent] = await Promise.all([
    generateFiles(described, options),
    generateFiles(described, { ...options, documentation: false }),
  ]);
  expect([...silent.keys()]).toEqual([...plain.keys()]);
  const sources = [...silent].filter(([path]) => path.startsWith("src/"));
  expect(sources.filter(([, text]) => text.includes("/**"))).toEqual([]);
  expect(silent.get("dist/types.d.ts")).not.toContain("/**");
  expect(plain.get("dist/types.d.ts")).toContain("/**");
  for (const path of ["dist/guards.js", "schema.json"]) expect(silent.get(path)).toBe(plain.get(path));
  expect(await typeCheck("typescript", new Map(sources))).toBe("");
});

it("guards decide alike without documentation", async () => {
  const schema = { type: "object", description: "A.", properties: { a: { type: "string", title: "b" } } };
  const text = (await generateFiles(schema, { documentation: false })).get("index.ts") ?? "";
  const { isRoot } = (await importText(text)) as { isRoot: (value: unknown) => boolean };
  expect([isRoot({ a: "b" }), isRoot({ a: 1 })]).toEqual([true, false]);
  expect(text).not.toContain("/**");
});
