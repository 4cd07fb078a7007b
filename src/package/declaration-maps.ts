import { posix } from "node:path";
import type { ResolvedInput } from "../config/config.js";
import { enumsModule, holdsTypes } from "../emit/module.js";
import type { GeneratedFile } from "../file.js";
import type { PackageContext } from "./package-context.js";
import { printSourceMap } from "./source-map.js";

/** The paths of the maps that come beside declarations of types. */
export function listMapPaths(paths: readonly string[], { layout }: ResolvedInput): string[] {
  return paths.filter((path) => declaresTypes(path, layout)).map((path) => `${path}.map`);
}

function declaresTypes(path: string, layout: ResolvedInput["layout"]): boolean {
  const [, module] = /^dist\/(.*)\.d\.c?ts$/.exec(path) ?? [];
  if (module === undefined) return false;
  return layout === "single-file" || holdsTypes(module) || module === enumsModule;
}

/**
 * The files with a map beside each declaration file of types, by which editors go from a type or a member to its line in the
 * package's `schema.json`. It comes after formatting, since lines are counted.
 */
export async function addDeclarationMaps(
  files: readonly GeneratedFile[],
  context: PackageContext,
): Promise<readonly GeneratedFile[]> {
  const { package: options, layout } = context.input;
  if (!options) return files;
  // It takes the compiler, which nobody else waits for.
  const { DeclarationMapper } = await import("./declaration-mapper.js");
  const mapper = new DeclarationMapper(context);
  return files.flatMap((file) => {
    if (!declaresTypes(file.path, layout)) return [file];
    const name = posix.basename(file.path);
    const source = posix.relative(posix.dirname(file.path), "schema.json");
    const [lineBreak] = /\r\n?|\n/.exec(file.text) ?? ["\n"];
    const text = printSourceMap(name, source, mapper.map(file.text));
    return [
      { ...file, text: `${file.text}//# sourceMappingURL=${name}.map${lineBreak}` },
      { ...file, path: `${file.path}.map`, text: `${text}\n` },
    ];
  });
}
