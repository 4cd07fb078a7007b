import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { importText } from "../emit/generate-module.js";
import { conditionSchema, conditionValue } from "../emit/condition-schemas.js";
import { randomSchema, randomValue } from "../emit/random-schemas.js";
import type { Acceptance, Disagreements } from "../emit/agreement.js";
import { findDisagreements } from "../emit/agreement.js";
import { drafts, findSuite, readGroups, readRemotes } from "./suite.js";

/** A schema, and values to ask its guard about. */
interface Trial {
  readonly name: string;
  readonly schema: JsonSchema;
  readonly values: readonly JsonValue[];
}

interface TrialOptions {
  readonly untyped: "exact" | "infer";
  readonly dialect?: string;
  readonly documents?: Readonly<Record<string, JsonSchema>>;
}

/** Every value of the trials that a generated guard accepts, with the module that has guard and type. */
async function findAcceptances(trials: readonly Trial[], options: TrialOptions): Promise<Acceptance[]> {
  const { dialect = "2020-12", ...others } = options;
  const { files } = await generate({
    inputs: trials.map(({ schema }, index) => ({
      ...others,
      name: "Root",
      layout: "single-file",
      format: false,
      runtime: ["guards"],
      schema: { uri: `https://schemist.test/${index}`, schema, dialect },
      output: `${index}`,
    })),
  });
  const accepted: Acceptance[] = [];
  for (const { output, path, text } of files) {
    const { name, values } = trials[Number(/\d+$/.exec(output))] ?? { name: "", values: [] };
    if (path !== "index.ts") continue;
    const { isRoot } = (await importText(text)) as { isRoot: (value: JsonValue) => boolean };
    const some = values.filter((value) => isRoot(value));
    accepted.push(
      ...some.map((value) => ({ name: `${name}: ${JSON.stringify(value)}`, text, type: "Root", value })),
    );
  }
  return accepted;
}

/** A few types refuse what has none of their properties, which a guard cannot mean; they are counted, and stay few. */
function expectAgreement(
  accepted: readonly Acceptance[],
  { refused, weak }: Disagreements,
  share = 0.02,
): void {
  expect(refused).toEqual([]);
  expect(weak.length, weak.join("\n")).toBeLessThanOrEqual(accepted.length * share);
}

const modes = ["exact", "infer"] as const;
const suite = findSuite();

describe.skipIf(suite === undefined).each(["draft7", "draft2020-12"])("what guards of %s accept", (draft) => {
  it.each(modes)(
    "is assignable for every instance of the suite, untyped: %s",
    { timeout: 300_000 },
    async (untyped) => {
      const trials = readGroups(suite ?? "", draft, "required").map(
        ({ file, description, schema, tests }) => ({
          name: `${file}: ${description}`,
          schema,
          values: tests.map(({ data }) => data),
        }),
      );
      const documents = readRemotes(suite ?? "", draft);
      const accepted = await findAcceptances(trials, { untyped, dialect: drafts[draft] ?? "", documents });
      expect(accepted.length).toBeGreaterThan(300);
      expectAgreement(accepted, findDisagreements(accepted));
    },
  );
});

const sources = [
  ["schemas", randomSchema, randomValue, 0.02],
  // Their properties are mostly optional, and their values mostly have others.
  ["conditions", conditionSchema, conditionValue, 0.1],
] as const;

describe.each(sources)("what guards of random %s accept", (_, anySchema, anyValue, share) => {
  const seed = Number(process.env["SEED"] ?? 1);
  const schemas: readonly JsonObject[] = fc.sample(anySchema, {
    seed,
    numRuns: Number(process.env["RUNS"] ?? 100),
  });
  const values = fc.sample(anyValue, { seed, numRuns: 60 });
  const trials = schemas.map((schema) => ({ name: JSON.stringify(schema), schema, values }));

  it.each(modes)("is assignable for random values, untyped: %s", { timeout: 300_000 }, async (untyped) => {
    const accepted = await findAcceptances(trials, { untyped });
    expect(accepted.length).toBeGreaterThan(schemas.length * 5);
    expectAgreement(accepted, findDisagreements(accepted), share);
  });
});

describe("findDisagreements", () => {
  const find = (text: string, value: JsonValue) =>
    findDisagreements([{ name: "it", text, type: "Root", value }]);
  const agreed = { refused: [], weak: [] };

  it("finds what a type refuses", () => {
    expect(find("export type Root = string;", 1)).toEqual({ refused: ["it"], weak: [] });
    expect(find("export interface Root { a?: string }", { a: 1 })).toEqual({ refused: ["it"], weak: [] });
    expect(find("export interface Root { a: string }", { b: 1 })).toEqual({ refused: ["it"], weak: [] });
    expect(find("export interface Root { a: unknown; b?: never }", { a: 1, b: 2 })).toEqual({
      refused: ["it"],
      weak: [],
    });
    expect(find("export type Root = [1, ...string[]];", [1, "a", null])).toEqual({
      refused: ["it"],
      weak: [],
    });
  });

  it("tells which of several values of a module it is", () => {
    const text = "export type Root = string; export interface Other { a?: string }";
    const asked = [
      { name: "a text", text, type: "Root", value: "a\n\u2028b" },
      { name: "a number", text, type: "Root", value: 1 },
      { name: "another text", text, type: "Root", value: "c" },
      { name: "another type", text, type: "Other", value: { b: 1 } },
    ];
    expect(findDisagreements(asked)).toEqual({ refused: ["a number"], weak: ["another type"] });
  });

  it("lets pass what it admits, with more than it names", () => {
    expect(find("export interface Root { a: string }", { a: "x", b: 1 })).toEqual(agreed);
    expect(find("export type Root = { [key: string]: 1 | 2 };", { a: 1, b: 2 })).toEqual(agreed);
    expect(find("export interface Root { a?: { b?: Root } }", { a: {}, c: [] })).toEqual(agreed);
  });

  it("tells apart what only the rule of weak types refuses, in a union and below as well", () => {
    const weak = { refused: [], weak: ["it"] };
    expect(find("export interface Root { a?: string }", { b: 1 })).toEqual(weak);
    expect(find("export type Root = string | { a?: string } | { c: 1 };", { b: 1 })).toEqual(weak);
    expect(
      find("export interface Root { __proto__?: string; toString?: string | (() => string) }", { b: 1 }),
    ).toEqual(weak);
    expect(find("export interface Root { toString?: string | (() => string) }", { b: 1 })).toEqual(weak);
    expect(find("export interface Root { a: readonly { b?: 1 }[] }", { a: [{ c: 1 }] })).toEqual(weak);
  });
});
