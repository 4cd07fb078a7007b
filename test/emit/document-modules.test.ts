import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateFiles } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const schema = {
  type: "object",
  required: ["owner"],
  properties: { owner: { $ref: "people/Person.json" }, tag: { $ref: "#/$defs/Tag" } },
  $defs: { Tag: { type: "string" } },
};

const person = {
  type: "object",
  required: ["name"],
  properties: {
    name: { $ref: "names.json#/$defs/FullName" },
    friends: { type: "array", items: { $ref: "#" } },
    owns: { $ref: "../schema.json#" },
  },
};

const names = { $defs: { FullName: { type: "object", properties: { bearer: { $ref: "Person.json" } } } } };

const documents = { "people/Person.json": person, "people/names.json": names };
const options = { layout: "modules", documents } as const;

const linesOf = (text: string | undefined, start: string): string[] =>
  (text ?? "").split("\n").filter((line) => line.startsWith(start));

describe("the types of another document", () => {
  it("stand in a module of their own, which imports from others what it needs", async () => {
    const files = await generateFiles(schema, options);
    expect([...files.keys()].filter((path) => path.startsWith("types"))).toEqual([
      "types.ts",
      "types/people/names.ts",
      "types/people/person.ts",
    ]);
    expect(linesOf(files.get("types.ts"), "import")).toEqual([
      'import type { Person } from "./types/people/person.js";',
    ]);
    expect(linesOf(files.get("types.ts"), "export")).toEqual([
      "export interface Root {",
      "export type Tag = string;",
    ]);
    expect(linesOf(files.get("types/people/person.ts"), "import")).toEqual([
      'import type { Root } from "../../types.js";',
      'import type { FullName } from "./names.js";',
    ]);
    expect(linesOf(files.get("types/people/names.ts"), "import")).toEqual([
      'import type { Person } from "./person.js";',
    ]);
  });

  it("are imported from there by guards, and exported by the index", async () => {
    const files = await generateFiles(schema, options);
    expect(linesOf(files.get("guards.ts"), "import type")).toEqual([
      'import type { Root, Tag } from "./types.js";',
      'import type { FullName } from "./types/people/names.js";',
      'import type { Person } from "./types/people/person.js";',
    ]);
    expect(linesOf(files.get("index.ts"), "export type *")).toEqual([
      'export type * from "./types.js";',
      'export type * from "./types/people/names.js";',
      'export type * from "./types/people/person.js";',
    ]);
  });

  it.each(compilers)("compile under %s", async (compiler) => {
    const files = new Map(await generateFiles(schema, options));
    files.set(
      "use.ts",
      'import type { Person } from "./index.js";\nexport const name: Person["name"] = { bearer: { name: {} } };\n',
    );
    expect(await typeCheck(compiler, files)).toBe("");
  });

  it("are imported with the extension that the config asks for", async () => {
    const files = await generateFiles(schema, { ...options, importExtension: "" });
    expect(files.get("types/people/person.ts")).toContain('from "../../types";');
  });

  it("stand with all others in a single file", async () => {
    const files = await generateFiles(schema, { documents });
    expect([...files.keys()]).toEqual(["index.ts", "schemist.manifest.json"]);
  });

  it("stand beside those of the unions that the document holds", async () => {
    const variant = (kind: string): JsonObject => ({
      title: kind,
      type: "object",
      required: ["kind"],
      properties: { kind: { const: kind } },
    });
    const union = { title: "Pet", oneOf: [variant("cat"), variant("dog")] };
    const other = { title: "Van", oneOf: [variant("bus"), { $ref: "pet.json#/oneOf/0" }] };
    const files = await generateFiles(
      { type: "object", properties: { pet: { $ref: "pet.json" }, van: { $ref: "van.json" } } },
      {
        layout: "modules",
        documents: { "pet.json": union, "van.json": other },
        unions: { Pet: { tags: ["kind"], open: true }, Van: { tags: ["kind"], open: true } },
      },
    );
    const pet = files.get("types/pet.ts") ?? "";
    for (const name of ["Pet", "CatPet", "DogPet", "PetKind", "UnknownPet", "AnyPet"]) {
      expect(pet).toMatch(new RegExp(`^export (type|interface) ${name}\\b`, "m"));
    }
    expect(pet).toContain("declare enum UnknownTag");
    expect(files.get("types/van.ts")).toContain("declare enum UnknownTag");
    expect(linesOf(files.get("types/van.ts"), "import")).toEqual(['import type { CatPet } from "./pet.js";']);
    expect(files.get("types.ts")).not.toContain("UnknownTag");
    expect(await typeCheck("typescript", files)).toBe("");
  });
});

describe("a root that only refers to another document", () => {
  it("has its own name beside that one's", async () => {
    const files = await generateFiles({ $ref: "people/Person.json" }, options);
    expect(files.get("types.ts")).toContain("export type Root = Person;");
    expect(files.get("types/people/person.ts")).toContain("export interface Person {");
  });
});
