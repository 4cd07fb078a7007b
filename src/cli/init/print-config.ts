import type { JsonObject } from "../../json.js";
import { type Code, entryOf, valueLiteral } from "../../emit/code.js";
import type { FoundUnion } from "./find-input-unions.js";
import type { PlannedInput } from "./planned-input.js";

export type ConfigFormat = "ts" | "mjs" | "json";

/** An input, and what is known of its unions. */
export interface DescribedInput extends PlannedInput {
  readonly unions: readonly FoundUnion[];
}

/** The text of the config file. JSON has no comments, and so no remarks. */
export function printConfig(inputs: readonly DescribedInput[], format: ConfigFormat): string {
  if (format === "json") {
    return `${JSON.stringify({ inputs: inputs.map(({ input }) => input) }, undefined, 2)}\n`;
  }
  const members = inputs.flatMap((input) => printInput(input).map((line) => `    ${line}`));
  return [...heads[format], "  inputs: [", ...members, "  ],", ends[format], ""].join("\n");
}

const about = [
  "// `schemist generate` writes what is listed here, and `schemist check` tells in CI whether that is up to date.",
  "// Paths start from the folder of this file. `schemist generate --help` lists the options of an input.",
];

const heads: Readonly<Record<"ts" | "mjs", readonly string[]>> = {
  ts: ['import { defineConfig } from "schemist";', "", ...about, "export default defineConfig({"],
  // Nothing is imported, so that it works where Schemist is not installed.
  mjs: [...about, '/** @type {import("schemist").Config} */', "export default {"],
};

const ends: Readonly<Record<"ts" | "mjs", string>> = { ts: "});", mjs: "};" };

function printInput({ input, remarks, unions }: DescribedInput): readonly string[] {
  const members = Object.entries(input as unknown as JsonObject);
  return [
    "{",
    ...remarks.map((remark) => `  // ${onOneLine(remark)}`),
    ...members
      .filter(([key]) => key !== "unions")
      .map(([key, value]) => `  ${entryOf(key, valueLiteral(value))},`),
    ...printUnions(input.unions ?? {}, unions),
    "},",
  ];
}

/** Those that are open, and as a comment how the others could be. */
function printUnions(chosen: object, found: readonly FoundUnion[]): readonly string[] {
  const names = new Set(Object.keys(chosen));
  const closed = found.filter(({ name, canOpen }) => canOpen && !names.has(name));
  const lines = found.map((union) => `  // ${onOneLine(describeUnion(union))}`);
  if (names.size > 0) lines.push(`  unions: ${printOpen([...names])},`);
  else if (closed.length > 0) {
    lines.push("  // Open, a union also has a form that takes variants which are still to come:");
    lines.push(`  // unions: ${onOneLine(printOpen(closed.map(({ name }) => name)))},`);
  }
  return lines;
}

function printOpen(names: readonly string[]): Code {
  return valueLiteral(Object.fromEntries(names.map((name) => [name, { open: true }])));
}

export function describeUnion({ name, tags, variants }: FoundUnion): string {
  return `${name}: ${variants} variants, told apart by ${tags.join(" and ")}.`;
}

/** A line comment ends with its line; what is invisible does not belong into one either. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, " ");
}
