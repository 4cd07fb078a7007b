import { extname, isAbsolute, relative, sep } from "node:path";
import type { ResolvedInput } from "../config/config.js";

/** A package's name, and a subpath of it. */
const packageSpecifier = /^((?:@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*)(?:\/[^\s/]+)*$/;

/** What imports of the user's functions name, where those are not in a module of the output: a package, or their file. */
export function extensionsSpecifier(
  input: Pick<ResolvedInput, "extensions" | "package" | "output" | "importExtension">,
): string | undefined {
  const module = input.extensions?.module;
  if (module === undefined || !isAbsolute(module)) return module;
  if (input.package) return undefined;
  const path = relative(input.output, module).split(sep).join("/");
  const ending = extname(path);
  const stem = path.slice(0, path.length - ending.length);
  const specifier = stem + (endings[ending]?.[input.importExtension] ?? ending);
  return specifier.startsWith("../") ? specifier : `./${specifier}`;
}

/** How a specifier ends, by the ending of the file and that of specifiers. What says which kind of module it is has to stay. */
const endings: Readonly<Record<string, Readonly<Record<ResolvedInput["importExtension"], string>>>> = {
  ".ts": { ".js": ".js", ".ts": ".ts", "": "" },
  ".mts": { ".js": ".mjs", ".ts": ".mts", "": ".mjs" },
  ".js": { ".js": ".js", ".ts": ".js", "": "" },
};

/** The package that `module` names; undefined where that is no name of one. */
export function packageNameOf(module: string): string | undefined {
  return packageSpecifier.exec(module)?.[1];
}

/** What a generated package depends on: the package of the user's functions, if they are in one. */
export function extensionDependencies({ extensions }: ResolvedInput): Readonly<Record<string, string>> {
  if (!extensions || isAbsolute(extensions.module)) return {};
  const name = packageNameOf(extensions.module);
  return name === undefined || extensions.version === undefined ? {} : { [name]: extensions.version };
}
