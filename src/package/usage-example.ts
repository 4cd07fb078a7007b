import { invariant } from "../invariant.js";
import type { DeclarationNames, UnionNames } from "../names/names.js";
import type { Union } from "../unions/unions.js";
import { rootOf } from "./describe-package.js";
import type { PackageContext } from "./package-context.js";

/** The most variants that the example handles one by one. */
const shownVariants = 4;

/** A module that imports from the package and does with its first union, or else its root type or first definition, what the package is for. */
export function printUsageExample(context: PackageContext, packageName: string): string {
  const { runtime } = context.input;
  const body =
    (runtime.includes("guards") && runtime.includes("unions") ? matchingExample(context) : undefined) ??
    typeExamples(rootOf(context)?.names ?? firstDefinitionOf(context), runtime);
  const imports = [...body.imports].sort().join(", ");
  return `import { ${imports} } from ${JSON.stringify(packageName)};\n\n${body.text}`;
}

interface Example {
  readonly imports: readonly string[];
  readonly text: string;
}

function matchingExample({ names, unions }: PackageContext): Example | undefined {
  for (const union of unions.values()) {
    const own = names.declarations.get(union.node);
    const match = names.unions.get(union.node)?.match;
    const handlers = chooseHandlers(union, (id) => names.declarations.get(id)?.type);
    if (!own || match === undefined || handlers.length === 0) continue;
    const isPartial = handlers.length < union.variants.length;
    const shown = { type: own.type, match, handlers, isPartial };
    const unionNames = names.unions.get(union.node);
    if (unionNames?.outside) return taggedExample(shown, unionNames, unionNames.outside.guard);
    const text = `/** Tells what a value from outside is. */
export function describeValue(value: unknown): string {
  if (!${own.guard}(value)) return "something else";
  // The value is of type \`${own.type}\` from here on, and each handler takes one of its variants.
  return ${printMatch(shown, "value")};
}`;
    return { imports: [own.guard, match], text };
  }
  return undefined;
}

interface Shown {
  readonly type: string;
  readonly match: string;
  readonly handlers: readonly string[];
  readonly isPartial: boolean;
}

/** With a tag that stands outside the value. */
function taggedExample(shown: Shown, { tags: [tag] }: UnionNames, guard: string): Example {
  const name = tag?.parameter ?? "";
  const isTag = tag?.guard ?? "";
  const text = `/** Tells what a value from outside is, by the \`${name}\` that comes with it. */
export function describeValue(${name}: string, body: unknown): string {
  if (!${isTag}(${name})) return "something unknown";
  if (!${guard}(${name}, body)) return "something else";
  // The body is of type \`${shown.type}\` from here on, and each handler takes one of its variants.
  return ${printMatch(shown, `${name}, body`)};
}`;
  return { imports: [isTag, guard, shown.match], text };
}

function printMatch({ type, match, handlers, isPartial }: Shown, subject: string): string {
  const fallback = isPartial ? `, () => ${JSON.stringify(`another ${type}`)}` : "";
  return `${match}(${subject}, {\n${handlers.join("\n")}\n  }${fallback})`;
}

/** Handlers of all variants while they are few, else of the first. Keys that need quotes would say little to a reader. */
function chooseHandlers({ variants }: Union, typeOf: (id: string) => string | undefined): string[] {
  const plain = variants.filter(({ value }) => typeof value === "string" && /^[a-z]\w*$/i.test(value));
  const shown = variants.length <= shownVariants ? plain : plain.slice(0, 2);
  return shown.map(({ id, value }) => `    ${String(value)}: () => ${JSON.stringify(typeOf(id) ?? "")},`);
}

function firstDefinitionOf({ names }: PackageContext): DeclarationNames {
  const first = [...names.declarations.values()].find(({ role }) => role === "definition");
  invariant(first, "a package without a definition");
  return first;
}

function typeExamples(root: DeclarationNames, runtime: readonly string[]): Example {
  const parts: Example[] = [];
  if (runtime.includes("guards")) parts.push(filterExample(root));
  if (runtime.includes("validators")) parts.push(parseExample(root));
  if (parts.length === 0) parts.push(typeExample(root));
  return {
    imports: parts.flatMap(({ imports }) => imports),
    text: parts.map(({ text }) => text).join("\n\n"),
  };
}

function filterExample({ type, guard }: DeclarationNames): Example {
  const text = `/** Keeps the valid values, and tells TypeScript what they are. */
export function keepValid(values: readonly unknown[]): ${type}[] {
  return values.flatMap((value) => (${guard}(value) ? [value] : []));
}`;
  return { imports: [guard, `type ${type}`], text };
}

function parseExample({ parse }: DeclarationNames): Example {
  const text = `/** Tells what is wrong with a text, if anything is. */
export function findProblems(text: string): string[] {
  const result = ${parse}(text);
  return result.ok ? [] : result.issues.map(({ pointer, message }) => \`\${pointer} \${message}\`);
}`;
  return { imports: [parse], text };
}

function typeExample({ type }: DeclarationNames): Example {
  const text = `/** Takes values of a type that the package gives. */
export function countValues(values: readonly ${type}[]): number {
  return values.length;
}`;
  return { imports: [`type ${type}`], text };
}
