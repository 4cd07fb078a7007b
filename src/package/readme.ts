import type { RuntimeSet } from "../config/config.js";
import { describePackage, nameSource, rootOf, summaryOf } from "./describe-package.js";
import { listDependencies } from "./dependencies.js";
import { extensionDependencies } from "./extensions-specifier.js";
import { markdownCode, markdownTable, markdownText } from "./markdown.js";
import type { PackageContext } from "./package-context.js";
import { printUnion } from "./readme-unions.js";
import { printUsageExample } from "./usage-example.js";

/** The package's README, a block of Markdown per piece: what it is, how to use it, and what it holds. */
export function printReadme(context: PackageContext, packageName: string): string[] {
  const unions = [...context.unions.values()];
  return [
    `# ${markdownText(packageName)}`,
    markdownText(describePackage(context)),
    describeContents(context),
    `\`\`\`sh\nnpm install ${packageName}\n\`\`\``,
    "## Usage",
    `\`\`\`ts\n${printUsageExample(context, packageName)}\n\`\`\``,
    ...unions.flatMap((union) => printUnion(context, union)),
    "## Types",
    ...printDefinitions(context),
  ];
}

const contents: Readonly<Record<RuntimeSet, string>> = {
  guards: "type guards that decide as the schema does",
  validators: "validators that say what is wrong",
  unions: "helpers that tell variants apart",
  "standard-schema": "Standard Schemas for libraries that take them",
  defaults: "functions that fill in defaults",
  coercion: "functions that read numbers and booleans from texts",
  dates: "functions that make dates of texts",
};

function describeContents(context: PackageContext): string {
  const root = rootOf(context)?.names.type;
  const subject =
    root === undefined
      ? `all schemas of ${markdownCode(nameSource(context))}`
      : `${markdownCode(root)} and all that it refers to`;
  const sets = context.input.runtime.filter((set) => set !== "unions" || context.unions.size > 0);
  const parts = ["TypeScript types", ...sets.map((set) => contents[set])];
  return `This package holds ${parts.join(", ")}, and the JSON Schema itself as \`schema.json\`, for ${subject}. ${describeDependencies(context)}`;
}

function describeDependencies({ input, graph }: PackageContext): string {
  const [first, ...others] = Object.keys(listDependencies(input, graph));
  if (first === undefined) return "It has no dependencies.";
  if (others.length > 0) return `It depends on ${[first, ...others].map(markdownCode).join(", ")}.`;
  const gives = Object.hasOwn(extensionDependencies(input), first)
    ? "decides some of the formats and keywords"
    : "has some of the types";
  return `Its one dependency is ${markdownCode(first)}, which ${gives}.`;
}

function printDefinitions({ graph, names, input }: PackageContext): string[] {
  const hasGuards = input.runtime.includes("guards");
  const definitions = [...names.declarations].filter(
    ([id, { role }]) => role === "definition" && graph.nodes.has(id),
  );
  const rows = definitions.map(([id, { type, guard }]) => [
    markdownCode(type),
    ...(hasGuards ? [markdownCode(guard)] : []),
    markdownText(summaryOf(graph.nodes.get(id)?.annotations ?? {})),
  ]);
  return markdownTable(["Type", ...(hasGuards ? ["Guard"] : []), "What it is"], rows);
}
