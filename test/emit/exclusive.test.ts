import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { Acceptance } from "./agreement.js";
import { findDisagreements } from "./agreement.js";
import { exclusiveDocument, exclusiveSchema, exclusiveValue } from "./exclusive-schemas.js";
import { generateFiles, generateRoot, generateText, importText, plainOptions } from "./generate-module.js";
import { isValid } from "./reference-validator.js";
import { typeCheck } from "./type-check.js";

const exclusive = { oneOf: "exclusive" } as const;
const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const having = (name: string, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties: { [name]: { type: "string" } },
  required: [name],
  ...more,
});
const $defs = { Card: having("number"), Transfer: having("iban") };

/** A schema, with values that it takes as it is and when exclusive, only as it is, only when exclusive, and never. */
type Row = readonly [
  what: string,
  schema: JsonObject,
  both: readonly unknown[],
  asItIs: readonly unknown[],
  exclusive: readonly unknown[],
  neither: readonly unknown[],
];

const rows: readonly Row[] = [
  [
    "two objects",
    { oneOf: [having("a"), having("b")] },
    [{ a: "a" }, { b: "b" }, { a: "a", more: 1 }],
    [
      { a: "a", b: 1 },
      { a: 1, b: "b" },
    ],
    [],
    [{}, { a: "a", b: "b" }, { a: 1 }, 1],
  ],
  [
    "one that has what the other has, and more",
    { oneOf: [having("a"), { allOf: [having("a"), having("b")] }] },
    [{ a: "a" }],
    [{ a: "a", b: 1 }],
    [{ a: "a", b: "b" }],
    [{ b: "b" }],
  ],
  [
    "definitions, and what stands beside them",
    {
      properties: { id: { type: "string" } },
      required: ["id"],
      oneOf: [
        ref("Card"),
        ref("Transfer"),
        { type: "object", properties: { id: { minLength: 2 }, cash: true } },
      ],
      $defs,
    },
    [{ id: "ab", cash: 1 }, { id: "a", number: "1" }, { id: "ab" }],
    [
      { id: "a", number: "1", cash: 1 },
      { id: "ab", cash: 1, iban: 1 },
    ],
    [
      { id: "ab", number: "1" },
      { id: "ab", iban: "1" },
    ],
    [{ number: "1" }, { id: "a" }],
  ],
  [
    "unions within each other",
    {
      oneOf: [
        { oneOf: [having("a"), having("b")] },
        { type: "null" },
        having("c", { additionalProperties: false }),
      ],
    },
    [{ a: "a" }, { b: "b" }, { c: "c" }, null],
    [
      { a: "a", b: 1 },
      { a: "a", c: "c" },
    ],
    [],
    [{ a: "a", b: "b" }],
  ],
];

describe("branches that exclude each other", () => {
  it.each(rows)("decide on %s", async (_, schema, both, asItIs, excluding, neither) => {
    const [plain, module] = await Promise.all([generateRoot(schema), generateRoot(schema, exclusive)]);
    const judge = (value: unknown): unknown[] => [
      value,
      plain.isRoot(value),
      module.isRoot(value),
      module.validateRoot(value).ok,
    ];
    const wanted = [
      ...both.map((value) => [value, true, true, true]),
      ...asItIs.map((value) => [value, true, false, false]),
      ...excluding.map((value) => [value, false, true, true]),
      ...neither.map((value) => [value, false, false, false]),
    ];
    expect([...both, ...asItIs, ...excluding, ...neither].map(judge)).toEqual(wanted);
  });

  it("are types that say so", async () => {
    const inline = await generateText({ oneOf: [having("a"), having("b")] }, exclusive);
    expect(inline.replaceAll(/\s+/g, " ")).toContain(
      "Root = ARoot | BRoot; export interface ARoot { a: string; b?: never; } export interface BRoot { b: string; a?: never; }",
    );
    const named = await generateText({ oneOf: [ref("Card"), ref("Transfer")], $defs }, exclusive);
    expect(named.replaceAll(/\s+/g, " ")).toContain(
      "interface NumberRoot extends Card { iban?: never; } export interface IbanRoot extends Transfer { number?: never; }",
    );
    expect(named.replaceAll(/\s+/g, " ")).toContain("interface Card { number: string; }");
  });

  it("leave the helpers of a tagged union as they are", async () => {
    const variant = (kind: string) =>
      having(`${kind}s`, { properties: { kind: { const: kind } }, required: ["kind"] });
    const schema = { oneOf: [ref("Cat"), ref("Dog")], $defs: { Cat: variant("cat"), Dog: variant("dog") } };
    expect(await generateText(schema, exclusive)).toBe(await generateText(schema));
  });

  it("go with the forms of what is read and written", async () => {
    const secret = having("secret", { properties: { secret: { writeOnly: true } } });
    const module = await generateRoot({ oneOf: [secret, having("b")] }, { ...exclusive, readWrite: "split" });
    const judge = (value: unknown) => [module.isRoot(value), module.get("isRootWrite")(value)];
    expect([{}, { secret: "s" }, { b: "b" }, { b: "b", secret: "s" }].map(judge)).toEqual([
      [true, false],
      [false, true],
      [true, true],
      [false, false],
    ]);
  });

  it("say which property is one too many", async () => {
    const { validateRoot } = await generateRoot(
      { oneOf: [having("a"), having("b", { properties: { b: { type: "string" } } })] },
      exclusive,
    );
    const { ok, issues } = validateRoot({ a: "a", b: 1 });
    expect(ok).toBe(false);
    expect(issues).toMatchObject([{ pointer: "/b", keyword: "properties" }]);
  });
});

describe("random schemas, exclusive", () => {
  const seed = Number(process.env["SEED"] ?? 1);
  const schemas = fc.sample(exclusiveSchema, { seed, numRuns: Number(process.env["RUNS"] ?? 100) });
  const values = fc.sample(exclusiveValue, { seed, numRuns: 40 });
  const texts: string[] = [];

  beforeAll(async () => {
    const { files, diagnostics } = await generate({
      inputs: schemas.map((schema, index) => ({
        ...plainOptions,
        ...exclusive,
        schema: { schema },
        output: `${index}`,
      })),
    });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    for (const { path, text } of files) if (path === "index.ts") texts.push(text);
  }, 120_000);

  it("decide as documents that refuse by hand", async () => {
    const wrong: unknown[] = [];
    const verdicts = { accepted: 0, changed: 0 };
    for (const [index, schema] of schemas.entries()) {
      const { isRoot } = (await importText(texts[index] ?? "")) as { isRoot: (value: JsonValue) => boolean };
      const written = exclusiveDocument(schema);
      for (const value of values) {
        const wanted = isValid(written, written, value);
        if (wanted) verdicts.accepted++;
        if (wanted !== isValid(schema, schema, value)) verdicts.changed++;
        if (isRoot(value) !== wanted)
          wrong.push({ wanted, schema: JSON.stringify(schema), value: JSON.stringify(value) });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(verdicts.accepted).toBeGreaterThan(500);
    expect(verdicts.changed).toBeGreaterThan(50);
  });

  it("compile", async () => {
    const files = new Map(texts.map((text, index) => [`${index}.ts`, text]));
    expect(await typeCheck("typescript", files)).toBe("");
  });

  it("have types that admit what their guards accept", async () => {
    const accepted: Acceptance[] = [];
    for (const [index, text] of texts.entries()) {
      const { isRoot } = (await importText(text)) as { isRoot: (value: JsonValue) => boolean };
      const name = JSON.stringify(schemas[index]);
      const some = values.filter((value) => isRoot(value));
      accepted.push(
        ...some.map((value) => ({ name: `${name}: ${JSON.stringify(value)}`, text, type: "Root", value })),
      );
    }
    expect(accepted.length).toBeGreaterThan(500);
    expect(findDisagreements(accepted).refused).toEqual([]);
  });

  it("publish what the guards decide by", async () => {
    const some = schemas.slice(0, 15);
    const { files } = await generate({
      inputs: some.map((schema, index) => ({
        ...plainOptions,
        ...exclusive,
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
      const written = exclusiveDocument(schema);
      for (const value of values) {
        const wanted = isValid(written, written, value);
        if (isValid(document, document, value) !== wanted) wrong.push({ wanted, schema, value });
      }
    }
    expect(wrong.slice(0, 3)).toEqual([]);
  });
});

/** The validator takes fragments for pointers. */
function decodeReference(key: string, value: unknown): unknown {
  return key === "$ref" ? decodeURIComponent(value as string) : value;
}

describe("an exclusive union at each compiler's time", () => {
  it.each(["typescript-5.4", "typescript-5.9", "typescript-6.0", "typescript"] as const)(
    "compiles under %s, narrows by what is there, and refuses what its guard does",
    async (compiler) => {
      const files = await generateFiles(
        { oneOf: [ref("Card"), ref("Transfer"), having("cash", { additionalProperties: false })], $defs },
        { ...exclusive, name: "Payment" },
      );
      const uses = `
import type { Payment } from "./index.js";
export const card: Payment = { number: "1" };
export const transfer: Payment = { iban: "1" };
export const cash: Payment = { cash: "1" };
// @ts-expect-error: of two branches
export const both: Payment = { number: "1", iban: "1" };
// @ts-expect-error: of two branches
export const mixed: Payment = { number: "1", cash: "1" };
// @ts-expect-error: of none
export const none: Payment = {};
export function describe(payment: Payment): string {
  if (payment.number !== undefined) return payment.number;
  return payment.iban === undefined ? payment.cash : payment.iban;
}
`;
      expect(await typeCheck(compiler, new Map([...files, ["uses.ts", uses]]))).toBe("");
    },
  );
});
