import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { Acceptance } from "./agreement.js";
import { findDisagreements } from "./agreement.js";
import type { Validation } from "./generate-module.js";
import {
  bodyOf,
  generateFiles,
  generateRoot,
  generateText,
  importText,
  plainOptions,
} from "./generate-module.js";
import { isValid } from "./reference-validator.js";
import { splitDocument, splitSchema, splitValue } from "./split-schemas.js";
import { typeCheck } from "./type-check.js";

const split = { readWrite: "split" } as const;
const id = { type: "integer", readOnly: true };
const password = { type: "string", writeOnly: true };
const user = {
  type: "object",
  properties: { id, name: { type: "string" }, password },
  required: ["id", "name", "password"],
};
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });

/** A schema, with values that only its read form accepts, only its write form, both, and neither. */
type Row = readonly [
  what: string,
  schema: JsonObject,
  read: readonly unknown[],
  write: readonly unknown[],
  both: readonly unknown[],
  neither: readonly unknown[],
];

const read = { id: 1, name: "n" };
const written = { name: "n", password: "p" };

const rows: readonly Row[] = [
  [
    "properties",
    user,
    [read, { ...read, more: 1 }],
    [written],
    [],
    [{ name: "n" }, { ...read, ...written }, { ...written, id: "1" }],
  ],
  [
    "a closed object",
    { ...user, additionalProperties: false },
    [read],
    [written],
    [],
    [
      { ...read, more: 1 },
      { ...written, more: 1 },
      { ...read, ...written },
    ],
  ],
  [
    "an object that leaves nothing unevaluated",
    { allOf: [user], unevaluatedProperties: false },
    [read],
    [written],
    [],
    [
      { ...read, more: 1 },
      { ...written, more: 1 },
      { ...read, ...written },
    ],
  ],
  [
    "others that must be strings",
    { ...user, additionalProperties: { type: "string" } },
    [{ ...read, more: "m" }],
    [{ ...written, more: "m" }],
    [],
    [
      { ...read, more: 1 },
      { ...written, id: "1" },
    ],
  ],
  [
    "a requirement beside, through references",
    {
      allOf: [ref("Keyed"), ref("Demanding")],
      $defs: {
        Keyed: { type: "object", properties: { id: ref("Id") } },
        Id: id,
        Demanding: { required: ["id", "a"] },
      },
    },
    [{ id: 1, a: 1 }],
    [{ a: 1 }],
    [],
    [{}, { id: 1 }, { id: "1", a: 1 }],
  ],
  [
    "items",
    { type: "array", items: ref("User"), $defs: { User: user } },
    [[read]],
    [[written]],
    [[]],
    [[read, written]],
  ],
  [
    "a tree",
    {
      ...ref("Tree"),
      $defs: {
        Tree: {
          type: "object",
          required: ["id"],
          properties: { id, children: { type: "array", items: ref("Tree") } },
        },
      },
    },
    [{ id: 1 }, { id: 1, children: [{ id: 2 }] }],
    [{}, { children: [{ children: [] }] }],
    [],
    [{ id: 1, children: [{}] }, { children: [{ id: 2 }] }],
  ],
  [
    "a map of what is only read",
    { type: "object", additionalProperties: ref("Id"), $defs: { Id: id } },
    [{ a: 1 }],
    [],
    [{}],
    [{ a: "1" }],
  ],
  [
    "a condition, which is about the value as it is",
    { ...user, required: ["name"], if: { required: ["id"] }, then: { required: ["more"] } },
    [{ ...read, more: 1 }],
    [written],
    [{ name: "n" }],
    [read],
  ],
  [
    "what it must not be, as it is",
    { properties: { key: id }, not: ref("User"), $defs: { User: user } },
    [{ ...read, key: 1 }],
    [],
    [1, read, written, {}],
    [{ ...read, ...written }, { key: "1" }],
  ],
  [
    "items of which one must be such",
    { type: "array", contains: ref("User"), $defs: { User: user } },
    [[1, read]],
    [[written, 1]],
    [[read, written]],
    [[], [1]],
  ],
];

describe("what is read and what is written", () => {
  it.each(rows)("differ in %s", async (_, schema, ...values) => {
    const module = await generateRoot(schema, split);
    const judge = (value: unknown): unknown[] => [
      value,
      module.isRoot(value),
      module.validateRoot(value).ok,
      module.get("isRootWrite")(value),
      (module.get("validateRootWrite")(value) as Validation).ok,
    ];
    const [onlyRead, onlyWritten, both, neither] = values;
    const wanted = [
      ...onlyRead.map((value) => [value, true, true, false, false]),
      ...onlyWritten.map((value) => [value, false, false, true, true]),
      ...both.map((value) => [value, true, true, true, true]),
      ...neither.map((value) => [value, false, false, false, false]),
    ];
    expect([...onlyRead, ...onlyWritten, ...both, ...neither].map(judge)).toEqual(wanted);
  });

  it("have the whole set each, and share what is alike", async () => {
    const schema = {
      type: "object",
      properties: { user: ref("User"), home: ref("Home") },
      $defs: { User: user, Home: { type: "object" } },
    };
    const exports = Object.keys(await importText(await generateText(schema, split)));
    const setOf = (name: string) => [
      `is${name}`,
      `assert${name}`,
      `validate${name}`,
      `parse${name}`,
      `parse${name}OrThrow`,
    ];
    expect(exports).toEqual(
      expect.arrayContaining(["Root", "RootWrite", "User", "UserWrite", "Home"].flatMap(setOf)),
    );
    expect(exports).not.toContain("isHomeWrite");
  });

  it("say which property is one too many", async () => {
    const module = await generateRoot(user, split);
    const { issues } = module.get("validateRootWrite")({ ...written, id: 1 }) as Validation;
    expect(issues).toMatchObject([{ pointer: "/id", schema: "schema.json#/$defs/RootWrite/properties/id" }]);
  });

  it("are types that say what the guards do", async () => {
    const text = await generateText(user, split);
    expect(text.replaceAll(/\s+/g, " ")).toMatch(/interface Root \{ [^}]*password\?: never; \}/);
    expect(text.replaceAll(/\s+/g, " ")).toMatch(
      /interface RootWrite \{ id\?: never; name: string; password: string; \}/,
    );
    expect(bodyOf(text, "isRootWrite")).toContain("value.id === undefined");
  });

  it("are told apart by one tag each, with helpers for both", async () => {
    const variant = (kind: string) => ({
      type: "object",
      properties: { kind: { const: kind }, id, [`${kind}s`]: password },
      required: ["kind", "id"],
    });
    const text = await generateText(
      {
        oneOf: [ref("Cat"), ref("Dog"), ref("Fish")],
        $defs: {
          Cat: variant("cat"),
          Dog: variant("dog"),
          Fish: { type: "object", properties: { kind: { const: "fish" } }, required: ["kind"] },
        },
      },
      { ...split, unions: { Root: { tags: ["kind"], open: true } } },
    );
    const exports = await importText(text);
    expect(Object.keys(exports)).toEqual(
      expect.arrayContaining([
        "isRootKind",
        "matchRoot",
        "isUnknownRoot",
        "matchRootWrite",
        "rootWriteIs",
        "createRootWriteRouter",
        "isUnknownRootWrite",
      ]),
    );
    expect(text).toContain("export type RootWrite = CatWrite | DogWrite | Fish;");
  });
});

describe("random schemas, split", () => {
  const seed = Number(process.env["SEED"] ?? 1);
  const schemas = fc.sample(splitSchema, { seed, numRuns: Number(process.env["RUNS"] ?? 100) });
  const values = fc.sample(splitValue, { seed, numRuns: 40 });
  const texts: string[] = [];

  beforeAll(async () => {
    const { files, diagnostics } = await generate({
      inputs: schemas.map((schema, index) => ({
        ...plainOptions,
        ...split,
        schema: { schema },
        output: `${index}`,
      })),
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { path, text } of files) if (path === "index.ts") texts.push(text);
  }, 120_000);

  it("decide as documents that are split by hand", async () => {
    const wrong: unknown[] = [];
    const accepted = { read: 0, write: 0 };
    for (const [index, schema] of schemas.entries()) {
      const exports = (await importText(texts[index] ?? "")) as Record<string, (value: JsonValue) => boolean>;
      for (const side of ["read", "write"] as const) {
        const whole = splitDocument(schema, side);
        const guard = side === "write" ? (exports["isRootWrite"] ?? exports["isRoot"]) : exports["isRoot"];
        for (const value of values) {
          const wanted = isValid(whole, whole, value);
          if (wanted) accepted[side]++;
          if (guard?.(value) !== wanted)
            wrong.push({ side, wanted, schema: JSON.stringify(schema), value: JSON.stringify(value) });
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(Math.min(accepted.read, accepted.write)).toBeGreaterThan(1000);
  });

  it("compile", async () => {
    const files = new Map(texts.map((text, index) => [`${index}.ts`, text]));
    expect(await typeCheck("typescript", files)).toBe("");
  });

  it("have types that admit what their guards accept", async () => {
    const accepted: Acceptance[] = [];
    for (const [index, text] of texts.entries()) {
      const exports = (await importText(text)) as Record<string, (value: JsonValue) => boolean>;
      for (const type of ["Root", "RootWrite"]) {
        const some = values.filter((value) => exports[`is${type}`]?.(value));
        const name = `${type} of ${JSON.stringify(schemas[index])}`;
        accepted.push(
          ...some.map((value) => ({ name: `${name}: ${JSON.stringify(value)}`, text, type, value })),
        );
      }
    }
    expect(accepted.length).toBeGreaterThan(1000);
    expect(findDisagreements(accepted).refused).toEqual([]);
  });

  it("publish what the guards decide by, in both forms", async () => {
    const some = schemas.slice(0, 15);
    const { files } = await generate({
      inputs: some.map((schema, index) => ({
        ...plainOptions,
        ...split,
        schema: { schema },
        output: `${index}`,
        package: { name: "example", version: "1.0.0" },
      })),
    });
    const published = files.filter(({ path }) => path === "schema.json");
    expect(published).toHaveLength(some.length);
    const wrong: unknown[] = [];
    for (const [index, schema] of some.entries()) {
      const document = JSON.parse(published[index]?.text ?? "", decodeReference) as JsonObject;
      const isSplit = "RootWrite" in (document["$defs"] as JsonObject);
      for (const side of ["read", "write"] as const) {
        const whole = splitDocument(schema, side);
        const reference = { $ref: `#/$defs/${side === "write" && isSplit ? "RootWrite" : "Root"}` };
        for (const value of values) {
          const wanted = isValid(whole, whole, value);
          if (isValid(document, reference, value) !== wanted) wrong.push({ side, wanted, schema, value });
        }
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** The validator takes fragments for pointers. */
function decodeReference(key: string, value: unknown): unknown {
  return key === "$ref" ? decodeURIComponent(value as string) : value;
}

describe("a form of each compiler's time", () => {
  it.each(["typescript-5.4", "typescript-5.9", "typescript-6.0", "typescript"] as const)(
    "compiles under %s, and refuses what its guard does",
    async (compiler) => {
      const schema = {
        type: "object",
        properties: { ...user.properties, friends: { type: "array", items: { $ref: "#" } } },
        required: user.required,
        additionalProperties: { type: ["string", "integer", "array"] },
      };
      const files = await generateFiles(schema, { ...split, name: "User" });
      const uses = `
import type { User, UserWrite } from "./index.js";
export const read: User = { id: 1, name: "n", friends: [{ id: 2, name: "m" }] };
export const written: UserWrite = { name: "n", password: "p", more: "m" };
// @ts-expect-error: it is never sent back
export const leak: User = { id: 1, name: "n", password: "p" };
// @ts-expect-error: others give it
export const numbered: UserWrite = { id: 1, name: "n", password: "p" };
// @ts-expect-error: what was read is not what is written
export const sent: UserWrite = { ...read, password: "p" };
// @ts-expect-error: each form requires its own
export const nameless: User = { name: "n" };
`;
      expect(await typeCheck(compiler, new Map([...files, ["uses.ts", uses]]))).toBe("");
    },
  );
});
