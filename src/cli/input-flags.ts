import { type Command, InvalidArgumentError, Option } from "commander";
import { type Input, type Options, optionDefaults, type PackageOptions } from "../config/config.js";
import { resolveReference } from "../config/resolve-config.js";

/** The flags that say what to generate, as commander gives them: a flag that was not given is no member. */
export interface InputFlags extends Partial<Omit<Options, "names">> {
  readonly name?: string;
  readonly documents?: readonly string[];
  readonly overlays?: readonly string[];
  readonly package?: Pick<PackageOptions, "name" | "version">;
}

/** Adds a flag for each member of InputFlags. */
export function addInputFlags(command: Command): Command {
  for (const flag of [...sourceFlags(), ...meaningFlags(), ...outputFlags()]) command.addOption(flag);
  return command;
}

/** Adds the flags that say what a schema is made from, and by which dialect it is read. */
export function addSourceFlags(command: Command): Command {
  const [, ...sources] = sourceFlags();
  const [dialect] = meaningFlags();
  for (const flag of dialect ? [...sources, dialect] : sources) command.addOption(flag);
  return command;
}

/** Adds those that say how a schema is read. */
export function addReadingFlags(command: Command): Command {
  for (const flag of [...sourceFlags(), ...meaningFlags()]) command.addOption(flag);
  return command;
}

/** The input, with each flag that was given in place of its own setting; paths in flags start from `cwd`. */
export function applyInputFlags<T extends Partial<Input>>(input: T, flags: InputFlags, cwd: string): T {
  const given = Object.entries(flags).filter(([name]) => flagNames.has(name));
  const paths = given.map(([name, value]) => [name, pathFlags.has(name) ? resolveAll(value, cwd) : value]);
  const merged = { ...input, ...Object.fromEntries(paths) };
  return flags.package ? { ...merged, package: { ...input.package, ...flags.package } } : merged;
}

const pathFlags: ReadonlySet<string> = new Set(["documents", "overlays"]);

const flagNames: ReadonlySet<string> = new Set([
  ...Object.keys(optionDefaults),
  "name",
  "package",
  ...pathFlags,
]);

function resolveAll(paths: readonly string[], cwd: string): readonly string[] {
  return paths.map((path) => resolveReference(path, cwd));
}

function sourceFlags(): readonly Option[] {
  return [
    new Option("--name <name>", "the root type's name"),
    new Option("--documents <glob...>", "more documents that references may reach"),
    new Option("--overlays <file...>", "OpenAPI Overlay 1.0 documents, applied in order"),
    new Option("--remote <host...>", "hosts that may be read"),
    new Option("--no-remote", "read no host (the default)"),
  ];
}

function meaningFlags(): readonly Option[] {
  return [
    new Option("--dialect <name>", "the dialect of schemas without $schema; 2020-12 by default"),
    new Option("--untyped <reading>", "how a schema without type is read").choices(["infer", "exact"]),
    new Option("--formats <mode>", "whether format is checked").choices(["dialect", "annotate", "assert"]),
    new Option("--exact-optional", "refuse an optional property whose value is undefined"),
    new Option("--no-exact-optional", "take it for absent (the default)"),
    new Option("--discriminator <mode>", "whether OpenAPI's discriminator is asserted").choices([
      "assert",
      "annotate",
    ]),
    new Option("--read-write <mode>", "whether readOnly and writeOnly make two forms").choices([
      "annotate",
      "split",
    ]),
    new Option("--one-of <mode>", "whether branches of oneOf exclude each other").choices([
      "overlap",
      "exclusive",
    ]),
  ];
}

function outputFlags(): readonly Option[] {
  return [
    new Option("--package <name@version>", "make a package that can be published").argParser(parsePackage),
    new Option("--types <printer>", "what prints the types").choices([
      "schemist",
      "json-schema-to-typescript",
    ]),
    new Option("--declarations <kind>", "how object types are declared").choices(["interface", "type"]),
    new Option("--readonly", "make properties and arrays readonly"),
    new Option("--no-readonly", "leave them mutable (the default)"),
    new Option("--brands", "brand the types of strings whose format is asserted"),
    new Option("--no-brands", "leave them strings (the default)"),
    new Option("--enums <kind>", "what a named enum becomes").choices(["union", "const"]),
    new Option("--documentation", "document declarations, for editors (the default)"),
    new Option("--no-documentation", "leave them undocumented"),
    new Option("--layout <layout>", "a module per document, or one file").choices(["modules", "single-file"]),
    new Option(
      "--runtime <list>",
      "the helpers to generate, of guards,validators,unions,standard-schema,defaults,coercion,dates",
    ).argParser(parseList),
    new Option("--format <printer>", "prettier, or false for none").argParser(parseFormat),
    new Option("--no-format", "do not format"),
    new Option("--banner <text>", "what stands at the top of each file"),
    new Option("--import-extension <ending>", "how imports end").choices([".js", ".ts", ""]),
  ];
}

function parsePackage(text: string): Pick<PackageOptions, "name" | "version"> {
  const at = text.lastIndexOf("@");
  if (at < 1) throw new InvalidArgumentError("Write it like @example/event@1.0.0.");
  return { name: text.slice(0, at), version: text.slice(at + 1) };
}

function parseList(text: string): readonly string[] {
  return text
    .split(",")
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

function parseFormat(text: string): "prettier" | false {
  if (text === "prettier") return text;
  if (text === "false") return false;
  throw new InvalidArgumentError("Allowed choices are prettier, false.");
}
