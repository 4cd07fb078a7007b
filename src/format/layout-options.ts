import type { Options } from "prettier";
import type { LayoutOptions } from "./layout/options.js";

/** What our layout does where nothing is configured, as Prettier does. */
const defaults: LayoutOptions = {
  printWidth: 80,
  tabWidth: 2,
  useTabs: false,
  singleQuote: false,
  quoteProps: "as-needed",
  trailingComma: "all",
  arrowParens: "always",
  bracketSpacing: true,
  objectWrap: "preserve",
};

/** Options that change nothing in TypeScript, or that are followed elsewhere. */
const irrelevant = new Set(
  (
    "bracketSameLine embeddedLanguageFormatting endOfLine filepath htmlWhitespaceSensitivity jsxSingleQuote proseWrap " +
    "singleAttributePerLine vueIndentScriptAndStyle"
  ).split(" "),
);

/** The values that our layout knows, of options that it knows in part. */
const known: Readonly<Record<string, readonly unknown[]>> = {
  semi: [true],
  quoteProps: ["as-needed", "preserve"],
  trailingComma: ["all", "es5", "none"],
  arrowParens: ["always"],
  objectWrap: ["preserve", "collapse"],
  experimentalTernaries: [false],
  experimentalOperatorPosition: ["end"],
  insertPragma: [false],
  requirePragma: [false],
  checkIgnorePragma: [false],
  parser: ["typescript"],
};

/** Prettier's options as our layout has them; undefined where they ask for a style that only Prettier knows. */
export function readLayoutOptions(formatting: Options): LayoutOptions | undefined {
  const options: Record<string, unknown> = { ...defaults };
  for (const [name, value] of Object.entries(formatting)) {
    if (value === undefined || irrelevant.has(name)) continue;
    if (name === "plugins" && Array.isArray(value) && value.length === 0) continue;
    const isKnown = known[name]?.includes(value) ?? isLike(defaults[name as keyof LayoutOptions], value);
    if (!isKnown) return undefined;
    if (name in defaults) options[name] = value;
  }
  return options as unknown as LayoutOptions;
}

/** Whether the layout is that of Prettier's defaults. */
export function isDefault(layout: LayoutOptions): boolean {
  return Object.entries(defaults).every(([name, value]) => layout[name as keyof LayoutOptions] === value);
}

/** A number or a switch, where the default is one. */
function isLike(initial: unknown, value: unknown): boolean {
  if (typeof value === "number") return typeof initial === "number" && Number.isInteger(value) && value > 0;
  return typeof value === "boolean" && typeof initial === "boolean";
}
