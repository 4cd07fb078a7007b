import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findDisagreements } from "./agreement.js";
import { discriminatedDocument, discriminatedValues } from "./discriminator-schemas.js";
import type { ModuleOptions } from "./generate-module.js";
import { generateAll, generateFiles, importText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const ref = (name: string): JsonObject => ({ $ref: `#/components/schemas/${name}` });
const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: "object",
  properties,
  required,
});
const text = { type: "string" };
const child = (base: string, ...required: string[]): JsonObject => ({
  allOf: [ref(base), object(Object.fromEntries(required.map((name) => [name, text])), ...required)],
});

const document = {
  openapi: "3.1.0",
  info: { title: "Pets", version: "1.0.0" },
  components: {
    schemas: {
      Payment: {
        oneOf: [ref("Card"), ref("Transfer")],
        discriminator: { propertyName: "by", mapping: { card: "Card", wire: "Transfer", sepa: "Transfer" } },
      },
      Card: object({ number: text }, "number"),
      Transfer: object({ iban: text, by: { type: "string", description: "How it is sent." } }, "iban"),
      Refund: {
        oneOf: [ref("Card"), ref("Voucher")],
        discriminator: { propertyName: "by", mapping: { money: "Card", voucher: "Voucher" } },
      },
      Voucher: object({ code: text }, "code"),
      Pet: {
        ...object({ petType: text, name: text }, "petType"),
        discriminator: { propertyName: "petType" },
      },
      Cat: child("Pet", "claws"),
      Kitten: child("Cat", "toy"),
      Dog: child("Pet", "bark"),
      Home: object({ pet: { oneOf: [ref("Cat"), ref("Kitten"), ref("Dog")] } }, "pet"),
    },
  },
};

const cat = { petType: "Cat", claws: "c" };
const kitten = { petType: "Kitten", claws: "c", toy: "t" };
const dog = { petType: "Dog", bark: "b" };

/** A type, with values that it has, and values that it has not. */
const rows: readonly (readonly [type: string, valid: readonly JsonValue[], invalid: readonly JsonValue[]])[] =
  [
    [
      "Payment",
      [
        { by: "wire", iban: "i" },
        { by: "sepa", iban: "i", number: "n" },
        { by: "card", number: "n" },
      ],
      [
        { number: "n" },
        { by: "card", iban: "i" },
        { by: "money", number: "n" },
        { by: 1, number: "n" },
        null,
      ],
    ],
    ["Refund", [{ by: "money", number: "n" }], [{ by: "card", number: "n" }, { number: "n" }]],
    ["Card", [{ number: "n" }, { by: "anything", number: "n" }], [{ by: "card" }]],
    ["Transfer", [{ by: "sepa", iban: "i" }], [{ iban: "i" }, { by: "card", iban: "i" }]],
    ["Pet", [cat, kitten, dog, { petType: "Cow" }], [{ name: "n" }]],
    [
      "PetVariant",
      [cat, kitten, dog],
      [{ petType: "Cow" }, { petType: "Kitten", claws: "c" }, { petType: "Pet" }],
    ],
    ["Cat", [cat, kitten], [dog, { petType: "Dog", claws: "c" }, { claws: "c" }]],
    ["Kitten", [kitten], [cat, { ...kitten, petType: "Cat" }]],
    ["Home", [{ pet: cat }, { pet: kitten }, { pet: dog }], [{ pet: { ...kitten, petType: "Dog" } }]],
  ];

const options: ModuleOptions = { untyped: "infer" };

describe("asserted discriminators", () => {
  let files: ReadonlyMap<string, string>;
  let exports: Readonly<Record<string, unknown>>;

  beforeAll(async () => {
    files = await generateFiles(document, options);
    exports = await importText(files.get("index.ts") ?? "");
  });

  const call = (name: string, ...values: readonly unknown[]): unknown =>
    (exports[name] as (...values: readonly unknown[]) => unknown)(...values);

  it.each(rows)("decide on %s, and the validator agrees", (type, valid, invalid) => {
    const judge = (value: JsonValue) => [
      value,
      call(`is${type}`, value),
      (call(`validate${type}`, value) as { ok: boolean }).ok,
    ];
    expect(valid.map(judge)).toEqual(valid.map((value) => [value, true, true]));
    expect(invalid.map(judge)).toEqual(invalid.map((value) => [value, false, false]));
  });

  it("are types that admit what the guards accept", () => {
    const source = files.get("index.ts") ?? "";
    const acceptances = rows.flatMap(([type, valid]) =>
      valid.map((value) => ({ name: `${type} ${JSON.stringify(value)}`, text: source, type, value })),
    );
    expect(findDisagreements(acceptances)).toEqual({ refused: [], weak: [] });
  });

  it.each(compilers)("narrow in %s, in unions and in the variants of a base", async (compiler) => {
    const uses = `
import type { Payment, Pet, PetVariant, Kitten } from "./index.js";
import { matchPetVariant } from "./index.js";
export function pay(payment: Payment): string {
  switch (payment.by) {
    case "card": return payment.number;
    case "wire":
    case "sepa": return payment.iban;
  }
}
export function speak(pet: PetVariant): string {
  switch (pet.petType) {
    case "Cat": return pet.claws;
    case "Kitten": return pet.toy;
    case "Dog": return pet.bark;
  }
}
export const name = (pet: PetVariant): string =>
  matchPetVariant(pet, { Cat: ({ claws }) => claws, Kitten: ({ toy }) => toy, Dog: ({ bark }) => bark });
export const base = (pet: PetVariant): Pet => pet;
// @ts-expect-error: it has another tag
export const wrong: Kitten = { petType: "Cat", claws: "", toy: "" };
`;
    expect(await typeCheck(compiler, new Map([...files, ["uses.ts", uses]]))).toBe("");
  });

  it("dispatch by the tag", () => {
    const handlers = { Cat: () => 1, Kitten: () => 2, Dog: () => 3 };
    expect([cat, kitten, dog].map((pet) => call("matchPetVariant", pet, handlers))).toEqual([1, 2, 3]);
    const result = call("validatePayment", { by: "card" }) as {
      issues: { pointer: string; keyword: string }[];
    };
    expect(result.issues.map(({ pointer, keyword }) => [pointer, keyword])).toEqual([["", "required"]]);
  });

  it("have helpers where a branch has several values, or all that are left", async () => {
    const schemas = {
      Any: {
        oneOf: [ref("Card"), ref("Transfer")],
        discriminator: { propertyName: "by", mapping: { card: "Card", wire: "Transfer", sepa: "Transfer" } },
      },
      Other: {
        oneOf: [ref("Transfer"), ref("Voucher"), ref("Note")],
        discriminator: {
          propertyName: "by",
          mapping: { transfer: "Transfer", code: "Voucher" },
          defaultMapping: "Note",
        },
      },
      Card: object({ number: text }),
      Transfer: object({ iban: text }),
      Voucher: object({ code: text }),
      Note: object({ note: text }),
    };
    const several = await generateFiles({ ...document, openapi: "3.2.0", components: { schemas } }, options);
    expect(await typeCheck("typescript", several)).toBe("");
    const { isSepaAny, isWireAny, isOther } = await importText(several.get("index.ts") ?? "");
    const judge = (guard: unknown) =>
      ["card", "wire", "sepa", "code", "any"].filter((by) => (guard as (value: unknown) => boolean)({ by }));
    expect([judge(isSepaAny), judge(isWireAny)]).toEqual([["sepa"], ["wire"]]);
    expect(judge(isOther)).toEqual(["card", "wire", "sepa", "code", "any"]);
  });

  it("change nothing where they are annotations", async () => {
    const plain = await generateFiles(document, { ...options, discriminator: "annotate" });
    const { isTransfer, isPetVariant } = await importText(plain.get("index.ts") ?? "");
    expect((isTransfer as (value: unknown) => boolean)({ iban: "i" })).toBe(true);
    expect(isPetVariant).toBeUndefined();
  });

  it("split as everything else does, and exclude what only others describe", async () => {
    const all = { ...options, readWrite: "split", oneOf: "exclusive" } as const;
    const both = await generateFiles(document, all);
    expect(await typeCheck("typescript", both)).toBe("");
    const { isPayment, isPetVariant } = await importText(both.get("index.ts") ?? "");
    expect((isPayment as (value: unknown) => boolean)({ by: "wire", iban: "i" })).toBe(true);
    expect((isPetVariant as (value: unknown) => boolean)(kitten)).toBe(true);
  });
});

it("random discriminators only narrow, in guards as in types", async () => {
  const count = Number(process.env["RUNS"] ?? 15);
  const documents = fc.sample(discriminatedDocument, {
    numRuns: count,
    seed: Number(process.env["SEED"] ?? 1),
  });
  const guards = { ...options, runtime: ["guards", "validators"] } as const;
  const asserted = await generateAll(documents, guards);
  const annotated = await generateAll(documents, { ...guards, discriminator: "annotate" });
  const acceptances = [];
  const failures: string[] = [];
  for (const [index, document] of documents.entries()) {
    const source = asserted[index]?.get("index.ts") ?? "";
    const narrow = (await importText(source)) as Record<string, (value: JsonValue) => unknown>;
    const wide = (await importText(annotated[index]?.get("index.ts") ?? "")) as typeof narrow;
    const types = Object.keys(narrow).flatMap((name) => /^is([A-DUV](?:Variant)?)$/.exec(name)?.[1] ?? []);
    for (const type of types) {
      for (const value of discriminatedValues) {
        const isAccepted = narrow[`is${type}`]?.(value) === true;
        const name = `${type} ${JSON.stringify(value)} of ${JSON.stringify(document)}`;
        if ((narrow[`validate${type}`]?.(value) as { ok: boolean } | undefined)?.ok !== isAccepted)
          failures.push(`validator: ${name}`);
        if (!isAccepted) continue;
        acceptances.push({ name, text: source, type, value });
        // Of a union that others make, or of a oneOf that was valid twice, some member accepts it.
        const known = /^[A-D]$/.test(type) ? [type] : ["A", "B", "C", "D"];
        if (!known.some((each) => wide[`is${each}`]?.(value) === true)) failures.push(`wider: ${name}`);
      }
    }
  }
  expect(failures).toEqual([]);
  expect(acceptances.length).toBeGreaterThan(count);
  expect(findDisagreements(acceptances)).toEqual({ refused: [], weak: [] });
}, 120_000);
