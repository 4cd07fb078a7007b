import { readFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";
import { parse } from "yaml";
import type { Input, JsonSchema } from "../../src/config/config.js";
import type { Diagnostic } from "../../src/diagnostic.js";
import { generate } from "../../src/generate.js";
import type { JsonValue } from "../../src/json.js";
import type { InstanceResult } from "../conformance/fidelity/try-types.js";
import { TypeTrials } from "../conformance/fidelity/try-types.js";
import { importText } from "../emit/generate-module.js";

/** What docs/types.examples.yaml holds. */
export interface Chapter {
  readonly heading: string;
  readonly text: string;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly title: string;
  readonly text: string;
  readonly schema: JsonSchema;
  /** The type's name; `Example` without one. */
  readonly name?: string;
  readonly dialect?: string;
  readonly options?: Partial<Input>;
  /** What is tried on type and guard. */
  readonly values?: readonly JsonValue[];
}

/** An example as it ran. */
export interface ExampleRun {
  readonly example: Example;
  readonly types: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly values: readonly ValueRun[];
}

export interface ValueRun extends InstanceResult {
  readonly value: JsonValue;
  readonly isAccepted: boolean;
}

export function readChapters(): readonly Chapter[] {
  return parse(
    readFileSync(new URL("../../docs/types.examples.yaml", import.meta.url), "utf8"),
  ) as readonly Chapter[];
}

const nameOf = ({ name = "Example" }: Example): string => name;

/** Generates types and guard of every example in one run, and tries its values on both. */
export async function runExamples(examples: readonly Example[]): Promise<ExampleRun[]> {
  const uriOf = (set: string, index: number): string => `https://schemist.test/${set}/${index}`;
  const inputOf = (set: "types" | "guards", example: Example, index: number): Input => ({
    ...{ layout: "single-file", format: false, name: nameOf(example), ...example.options },
    schema: {
      uri: uriOf(set, index),
      schema: example.schema,
      ...(example.dialect && { dialect: example.dialect }),
    },
    runtime: set === "types" ? [] : ["guards"],
    output: `${set}-${index}`,
  });
  const sets = ["types", "guards"] as const;
  const { files, diagnostics } = await generate({
    inputs: sets.flatMap((set) => examples.map((example, index) => inputOf(set, example, index))),
  });
  const textOf = (set: string, index: number): string =>
    files.find(({ output, path }) => output.endsWith(`${set}-${index}`) && path === "index.ts")?.text ?? "";
  const runs = await Promise.all(
    examples.map(async (example, index) => {
      const guards = await importText(textOf("guards", index));
      const isAccepted = guards[`is${nameOf(example)}`] as (value: unknown) => boolean;
      return {
        example,
        types: textOf("types", index),
        diagnostics: diagnostics.filter(({ place }) => place?.uri === uriOf("types", index)),
        values: (example.values ?? []).map((value) => ({ value, isAccepted: isAccepted(value) })),
      };
    }),
  );
  const results = new TypeTrials().try(
    runs.map(({ example, types, values }) => ({
      code: `${types}\nexport type { ${nameOf(example)} as Root };`,
      instances: values.map(({ value, isAccepted }) => ({ data: value, valid: isAccepted })),
    })),
  );
  return runs.map((run, index) => {
    const { error, instances = [] } = results[index] ?? {};
    if (error !== undefined) throw new Error(`${run.example.title}: ${error}`);
    const nothing = { admitsValue: false, admitsLiteral: false, isWeaklyRefused: false };
    return {
      ...run,
      values: run.values.map((value, each) => ({ ...value, ...(instances[each] ?? nothing) })),
    };
  });
}

const introduction = `# What the types say

Keyword by keyword: a schema, the type that comes out, and values that were tried on both. The types are sound: what the
guard accepts, the type admits. They are as tight as TypeScript allows; the guard is exact, and decides what is left.

In the tables, _type_ says whether TypeScript lets the value be assigned; _not as a literal_: it does, but not where the
value is written out in code, since there it refuses names that a type does not list.

<!-- Written by \`npm run docs\` from types.examples.yaml; edit that. -->
`;

/** The page, in the layout that this repository has. */
export async function renderPage(chapters: readonly Chapter[], runs: readonly ExampleRun[]): Promise<string> {
  const byExample = new Map(runs.map((run) => [run.example, run]));
  const parts = chapters.flatMap(({ heading, text, examples }) => [
    `## ${heading}`,
    text,
    ...examples.flatMap((example) => renderExample(byExample.get(example))),
  ]);
  const path = new URL("../../docs/types.md", import.meta.url).pathname;
  const options = (await resolveConfig(path)) ?? {};
  return format([introduction, ...parts].join("\n\n"), { ...options, parser: "markdown" });
}

function renderExample(run: ExampleRun | undefined): string[] {
  if (!run) return [];
  const { example, types, diagnostics, values } = run;
  return [
    `### ${example.title}`,
    example.text,
    fence("json", JSON.stringify(example.schema)),
    ...(example.options ? [`With ${writeOptions(example.options)}:`] : []),
    fence("ts", types.replace(/^(\/[/*].*\n)+/, "").trim()),
    ...renderValues(values),
    ...renderDiagnostics(diagnostics),
  ];
}

function fence(language: string, text: string): string {
  return `\`\`\`${language}\n${text}\n\`\`\``;
}

function writeOptions(options: Partial<Input>): string {
  const lines = Object.entries(options).map(([name, value]) => `\`${name}: ${JSON.stringify(value)}\``);
  return lines.join(" and ");
}

function renderValues(values: readonly ValueRun[]): string[] {
  if (values.length === 0) return [];
  const rows = values.map((run) => {
    const value = JSON.stringify(run.value).replaceAll("|", "\\|");
    return `| \`${value}\` | ${describeType(run)} | ${run.isAccepted ? "yes" : "no"} |`;
  });
  return [["| value | type | guard |", "| --- | --- | --- |", ...rows].join("\n")];
}

function describeType({ admitsValue, admitsLiteral, isWeaklyRefused }: ValueRun): string {
  if (admitsValue) return admitsLiteral ? "yes" : "not as a literal";
  return isWeaklyRefused ? "no: it has no name in common with the type" : "no";
}

function renderDiagnostics(diagnostics: readonly Diagnostic[]): string[] {
  const lines = diagnostics.map(({ severity, code, message }) => `- ${severity} \`${code}\`: ${message}`);
  return lines.length === 0 ? [] : [["The run says:", "", ...new Set(lines)].join("\n")];
}
