import type { PackageOptions } from "../config/config.js";
import type { Module } from "../emit/module.js";
import { extensionsModule } from "../emit/module.js";
import type { PrintedFile } from "../file.js";
import { invariant } from "../invariant.js";
import type { JsonValue } from "../json.js";
import { printBanner, printShortBanner } from "./banner.js";
import { listMapPaths } from "./declaration-maps.js";
import { describePackage } from "./describe-package.js";
import { listDependencies } from "./dependencies.js";
import { extensionsSpecifier } from "./extensions-specifier.js";
import { createManifest, manifestPath } from "./manifest.js";
import { createPackageJson } from "./package-json.js";
import type { PackageContext, ScriptForm } from "./package-context.js";
import { printJson } from "./print-json.js";
import { printModule } from "./print-module.js";
import { printReadme } from "./readme.js";
import { removeAllDocumentation } from "./remove-all-documentation.js";

/**
 * All files of an output, the manifest last: the modules' sources alone, or, with `package`, all that npm takes. Only
 * what people read is formatted; the schema and the JavaScript are as machines read them. The maps that the manifest lists come after
 * that; see `addDeclarationMaps`.
 */
export async function packageFiles(
  documented: readonly Module[],
  context: PackageContext,
): Promise<readonly PrintedFile[]> {
  const { package: options, documentation } = context.input;
  const modules = documentation ? documented : documented.map(withoutDocumentation);
  const files = options ? await printPackage(modules, context, options) : printSources(modules, context);
  const paths = files.map(({ path }) => path);
  const all = [...paths, ...listMapPaths(paths, context.input)];
  return [...files, jsonFile(manifestPath, createManifest(context, all))];
}

function withoutDocumentation(module: Module): Module {
  return { ...module, declarations: module.declarations.map(removeAllDocumentation) };
}

function printSources(modules: readonly Module[], { input }: PackageContext): PrintedFile[] {
  const banner = printBanner(input);
  const form = { file: ".ts", specifier: input.importExtension, extensions: extensionsSpecifier(input) };
  return modules.map((module) => printModule(module, form, banner));
}

async function printPackage(
  modules: readonly Module[],
  context: PackageContext,
  options: PackageOptions,
): Promise<PrintedFile[]> {
  // It takes the compiler, which nobody else waits for.
  const { compileModule, compileScripts } = await import("./compile-module.js");
  const { input, graph, published, license, scripts } = context;
  const banner = printShortBanner(input);
  invariant(published, "a package has no schema");
  const schema = printJson(published);
  return [
    jsonFile(
      "package.json",
      createPackageJson(options, describePackage(context), listDependencies(input, graph)),
    ),
    { path: "README.md", pieces: printReadme(context, options.name), language: "markdown" },
    ...(license === undefined
      ? []
      : [{ path: "LICENSE", pieces: [license], language: "none" } satisfies PrintedFile]),
    { path: "schema.json", pieces: [schema], language: "none" },
    ...printSources(modules, context).map((file) => moveInto("src", file)),
    ...modules
      .flatMap((module) => compileModule(module, banner, scripts, extensionsSpecifier(input)))
      .map((file) => moveInto("dist", file)),
    ...printExtensions(context, compileScripts),
  ];
}

/** The user's module as the package takes it in: its text as it is, and compiled; no declaration of ours speaks of it. */
function printExtensions(
  { extensions, input, scripts }: PackageContext,
  compile: (module: Module, banner: string, scripts: readonly ScriptForm[]) => readonly PrintedFile[],
): PrintedFile[] {
  if (!extensions) return [];
  const module = { name: extensionsModule, imports: [], exports: [], declarations: [extensions.text] };
  const source = printModule(module, { file: ".ts", specifier: "" }, printBanner(input));
  return [
    moveInto("src", { ...source, language: "none" }),
    ...compile(module, printShortBanner(input), scripts).map((file) => moveInto("dist", file)),
  ];
}

function moveInto(folder: string, file: PrintedFile): PrintedFile {
  return { ...file, path: `${folder}/${file.path}` };
}

function jsonFile(path: string, value: JsonValue): PrintedFile {
  return { path, pieces: [printJson(value)], language: "json" };
}
