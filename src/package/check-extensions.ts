import { extname, isAbsolute } from "node:path";
import type { ResolvedExtensions, ResolvedInput } from "../config/config.js";
import { listExports } from "../config/config.js";
import type { Diagnostic, Place } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { isIdentifierName } from "../identifier.js";
import type { ExtensionFile } from "../load/documents.js";
import { nearest } from "../nearest.js";
import { packageNameOf } from "./extensions-specifier.js";

/** All that keeps the output from importing the user's formats and keywords; `file`: where they are, if that is a file. */
export async function checkExtensions(
  input: ResolvedInput,
  file: ExtensionFile | undefined,
): Promise<Diagnostic[]> {
  const { extensions } = input;
  if (!extensions) return [];
  return [
    ...checkNames(extensions),
    ...(isAbsolute(extensions.module)
      ? checkFileOptions(input, extensions)
      : checkPackage(input, extensions)),
    ...(file ? await checkFile(input, extensions, file) : []),
  ];
}

function checkNames(extensions: ResolvedExtensions): Diagnostic[] {
  return listExports(extensions)
    .filter((name) => !isIdentifierName(name))
    .map((name) =>
      refuse(`${JSON.stringify(name)} is no name of an export.`, "Name a function that the module exports."),
    );
}

function checkPackage(input: ResolvedInput, { module, version }: ResolvedExtensions): Diagnostic[] {
  const shown = JSON.stringify(module);
  if (packageNameOf(module) === undefined || /\.[cm]?tsx?$/.test(module)) {
    const message = `${shown}, which is to export formats and keywords of your own, names no package.`;
    return [refuse(message, `Begin the path of a file with "./", as in ${JSON.stringify(`./${module}`)}.`)];
  }
  if (!input.package || version !== undefined) return [];
  const message = `The generated package imports ${shown}, and the config does not say which versions of it.`;
  return [refuse(message, 'Add the range to `extensions`, as in `version: "^1.0.0"`.')];
}

function checkFileOptions(input: ResolvedInput, { module, version }: ResolvedExtensions): Diagnostic[] {
  const known = input.package ? [".ts", ".mts"] : [".ts", ".mts", ".js", ".mjs"];
  const ending = extname(module);
  const problems: Diagnostic[] = [];
  if (!known.includes(ending)) {
    const reason = input.package
      ? "a package takes in TypeScript alone"
      : "no import of it would be sure to work";
    const message = `A file of your own formats and keywords cannot end in ${JSON.stringify(ending)}: ${reason}.`;
    problems.push(refuse(message, `Name a file that ends in ${known.join(" or ")}.`));
  }
  if (version !== undefined) {
    const message = "`extensions` has a version, and its module is a file.";
    problems.push(refuse(message, "Remove the version, or name a package."));
  }
  return problems;
}

async function checkFile(
  input: ResolvedInput,
  extensions: ResolvedExtensions,
  { uri, file, text }: ExtensionFile,
): Promise<Diagnostic[]> {
  // It takes the compiler, which nobody else waits for.
  const { readUserModule } = await import("./user-module.js");
  const place: Place = { uri, pointer: "", file };
  const { problems, exports, asynchronous, isOpen, imports } = readUserModule(extensions.module, text);
  if (problems.length > 0) {
    return problems.map(({ message, ...position }) =>
      refuse(`${file} is no TypeScript: ${message}`, "Correct it.", { ...place, ...position }),
    );
  }
  const missing = isOpen ? [] : listExports(extensions).filter((name) => !exports.has(name));
  return [
    ...missing.map((name) => {
      const [near] = nearest(name, exports, 1);
      const help = near === undefined ? "Export a function of that name." : `Did you mean ${near}?`;
      return refuse(`${file} exports no function ${name}.`, help, place);
    }),
    ...listExports(extensions)
      .filter((name) => asynchronous.has(name))
      .map((name) => {
        const message = `${file} exports ${name}, which is asynchronous, and guards answer at once.`;
        return refuse(message, "Let it return a boolean.", place);
      }),
    ...(input.package ? imports : []).map(({ specifier, ...position }) =>
      refuse(
        `${file} becomes part of the package, and imports ${specifier}, which the package would lack.`,
        "Put all that it needs into the file, or publish it as a package and name that as `module`.",
        { ...place, ...position },
      ),
    ),
  ];
}

function refuse(message: string, help: string, place?: Place): Diagnostic {
  return diagnose("extension-invalid", message, help, place);
}
