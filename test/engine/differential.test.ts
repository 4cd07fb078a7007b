import { readFileSync } from "node:fs";
import type { JSONSchema } from "json-schema-to-typescript";
import { compile } from "json-schema-to-typescript";
import { describe, expect, it } from "vitest";
import type { Input, JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import { typeCheck } from "../emit/type-check.js";
import type { Idiom } from "./idioms.js";
import { idioms } from "./idioms.js";

/** A schema whose root type has the name in both programs. */
interface Compared extends Idiom {
  readonly name: string;
  readonly root: string;
  readonly dialect: string;
}

type Printer = NonNullable<Input["types"]>;

const compared: readonly Compared[] = Object.entries(idioms).map(([name, idiom]) => ({
  ...idiom,
  name,
  root: "Root",
  dialect: "draft-07",
}));

/** The fixtures that are of its idioms, as their packages publish them. */
const fixtures: readonly Compared[] = [
  published("webex-event-bare", "Event"),
  {
    ...published("webex-event", "Event"),
    relation: "tighter",
    kept: "tighter",
    reason: "it forgets required keys whose schema stands in another branch",
  },
];

function published(name: string, root: string): Compared {
  const file = new URL(`../../generated/${name}/schema.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(file, "utf8")) as JsonSchema;
  return { name, root, schema, dialect: "2020-12" };
}

/** Ours as aliases, which fit its index signatures; and its types as it makes them of the same schema by itself. */
async function writeTypes(all: readonly Compared[], types: Printer): Promise<Map<string, string>> {
  const { files, diagnostics } = await generate({
    inputs: all.map(({ schema, dialect, root }, index) => ({
      schema: { schema, dialect },
      name: root,
      output: `${index}`,
      layout: "single-file",
      declarations: "type",
      types,
      untyped: "exact",
      runtime: [],
      format: false,
    })),
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const written = new Map<string, string>();
  for (const { output, path, text } of files) {
    if (path === "index.ts") written.set(`${/\d+$/.exec(output)?.[0]}/index.ts`, text);
  }
  for (const [index, { schema, root }] of all.entries()) {
    const text = await compile(structuredClone(schema) as JSONSchema, root, { format: false });
    written.set(`${index}/theirs.ts`, text);
  }
  return written;
}

/** A program that compiles where the types stand to each other as it is told. */
function printRelation({ root, relation, kept }: Compared, types: Printer): string {
  const told = types === "schemist" ? relation : kept;
  return [
    `import type { ${root} as Ours } from "./index.js";`,
    `import type { ${root} as Theirs } from "./theirs.js";`,
    "type Relation = [Ours] extends [Theirs]",
    '  ? [Theirs] extends [Ours] ? "same" : "tighter"',
    '  : [Theirs] extends [Ours] ? "wider" : "apart";',
    `export const relation: Relation = "${told ?? "same"}";`,
  ].join("\n");
}

/** What the compiler finds to be otherwise than told, with the name of each. */
async function findSurprises(all: readonly Compared[], types: Printer = "schemist"): Promise<string[]> {
  const relations = all.map((each, index): [string, string] => [
    `${index}/relation.ts`,
    printRelation(each, types),
  ]);
  const files = new Map([...(await writeTypes(all, types)), ...relations]);
  // Optional items of ours admit undefined, as members do without the option.
  const without = ["exactOptionalPropertyTypes", "noUnusedLocals", "isolatedDeclarations"];
  const report = await typeCheck("typescript", files, without);
  return report
    .split("\n")
    .filter((line) => /^\S/.test(line))
    .map(
      (line) => `${all[Number(/(\d+)\/\w+\.ts\(/.exec(line)?.[1])]?.name}: ${line.replace(/^.*error /, "")}`,
    );
}

describe("our types and those that json-schema-to-typescript makes by itself", () => {
  it("admit the same, or ours are tighter, but where a reason is given", async () => {
    expect(await findSurprises(compared)).toEqual([]);
  });

  it("admit the same, or ours are tighter, for the events", async () => {
    expect(await findSurprises(fixtures)).toEqual([]);
  });

  it("are kept by the engine, but where a reason is given", async () => {
    expect(await findSurprises([...compared, ...fixtures], "json-schema-to-typescript")).toEqual([]);
  });

  it("are compared by a test that can fail", async () => {
    const told: Compared = {
      name: "a string",
      root: "Root",
      schema: { type: "string" },
      dialect: "draft-07",
      relation: "tighter",
    };
    expect(await findSurprises([told])).toEqual([
      "a string: TS2322: Type '\"tighter\"' is not assignable to type '\"same\"'.",
    ]);
  });

  it("differ for a reason wherever they differ", () => {
    const unexplained = [...compared, ...fixtures].filter(
      ({ relation, kept, reason }) => (relation ?? kept) && !reason,
    );
    expect(unexplained).toEqual([]);
    expect(compared.length).toBeGreaterThan(40);
  });
});
