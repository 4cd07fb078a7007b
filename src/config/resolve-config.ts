import { isAbsolute, posix, resolve, sep } from "node:path";
import { isDynamicPattern, loadTinyglobby } from "../libraries.js";
import { isAbsoluteUri } from "../uri.js";
import {
  type Config,
  type ExtensionOptions,
  type Input,
  optionDefaults,
  type Options,
  type PackageOptions,
  type ResolvedExtensions,
  type ResolvedInput,
} from "./config.js";

/**
 * The inputs with every option decided and every path absolute. Paths start from `config.root`, which itself starts
 * from `root`. URLs and values stay as they are, and so does the `#/pointer` behind a path.
 */
export function resolveConfig(config: Config, root: string): readonly ResolvedInput[] {
  const folder = resolve(root, config.root ?? "");
  return config.inputs.map((input) => resolveInput(input, folder));
}

/** A path or glob, made absolute from `root`; a URL as it is. The `#/pointer` behind it survives. */
export function resolveReference(reference: string, root: string): string {
  if (isAddress(reference)) return reference;
  const hash = reference.search(/#(\/|$)/);
  const path = hash === -1 ? reference : reference.slice(0, hash);
  return resolvePattern(path, root) + reference.slice(path.length);
}

function resolveInput(input: Input, root: string): ResolvedInput {
  const { schema, documents = [], overlays = [] } = input;
  return {
    ...decideOptions(input),
    root,
    schema: typeof schema === "string" ? resolveReference(schema, root) : schema,
    documents: isList(documents) ? documents.map((path) => resolveReference(path, root)) : documents,
    overlays: overlays.map((item) => (typeof item === "string" ? resolveReference(item, root) : item)),
    output: resolve(root, input.output),
    package: input.package && resolvePackage(input.package, root),
    unions: input.unions ?? {},
    name: input.name,
    extensions: input.extensions && resolveExtensions(input.extensions, root),
    hooks: input.hooks,
  };
}

function resolvePackage(options: PackageOptions, root: string): PackageOptions {
  const { licenseFile } = options;
  return licenseFile === undefined ? options : { ...options, licenseFile: resolve(root, licenseFile) };
}

/** A file's path is made absolute; it begins as no package does. */
function resolveExtensions(extensions: ExtensionOptions, root: string): ResolvedExtensions {
  const { module, version, formats = {}, keywords = {} } = extensions;
  return {
    module: /^\.{0,2}[/\\]/.test(module) ? resolve(root, module) : module,
    version,
    formats,
    keywords,
  };
}

/** The dialect beside a schema value is also that of the documents it refers to, which come with it. */
function decideOptions(input: Input): Options {
  const names = Object.keys(optionDefaults) as (keyof Options)[];
  const given = typeof input.schema === "string" ? undefined : input.schema.dialect;
  const defaults = given === undefined ? optionDefaults : { ...optionDefaults, dialect: given };
  const decided = names.map((name) => [name, input[name] ?? defaults[name]]);
  return Object.fromEntries(decided);
}

function isList(documents: NonNullable<Input["documents"]>): documents is readonly string[] {
  return Array.isArray(documents);
}

function resolvePattern(path: string, root: string): string {
  if (isAbsolute(path)) return path;
  if (!isDynamicPattern(path)) return resolve(root, path);
  // The folder's own name may hold brackets or braces, which are no part of the pattern.
  return posix.join(loadTinyglobby().escapePath(root.replaceAll(sep, "/")), path);
}

/** Whether the text is a URI, and not a path that starts with the letter of a drive. */
function isAddress(text: string): boolean {
  return isAbsoluteUri(text) && !/^[a-z]:/i.test(text);
}
