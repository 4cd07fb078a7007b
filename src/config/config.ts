import type { JsonObject } from "../json.js";
import type { Hooks } from "./hooks.js";

/** What `schemist.config.*` exports, and what `generate` takes. */
export interface Config {
  readonly inputs: readonly Input[];
  /** The folder that relative paths start from; by default that of the config file, else the working directory. */
  readonly root?: string;
  /** Schemas that code imports as modules; see docs/bundlers.md. */
  readonly imports?: ImportOptions;
  /** What the config depends on beside what it imports, so that it need not be read in every run; false: nothing is cached. */
  readonly cache?: false | CacheOptions;
}

/** What a config looks at while it is read; see docs/config.md. */
export interface CacheOptions {
  /** Paths and globs of files. */
  readonly files?: readonly string[];
  /** Names of variables of the environment. */
  readonly env?: readonly string[];
}

/** Schemas that code imports, as in `import { isEvent } from "./event.schema.json?schemist"`. */
export interface ImportOptions {
  /** Globs of the code that imports them; for what they find there, declarations are written. */
  readonly from: readonly string[];
  /** The file of declarations; `schemist-env.d.ts` by default. */
  readonly declarations?: string;
  /** What holds for every import. */
  readonly settings?: ImportSettings;
}

export type ImportSettings = Omit<
  Partial<Input>,
  "schema" | "output" | "package" | "layout" | "format" | "banner" | "importExtension"
>;

/** A schema given as a value, so that nothing need be read. */
export interface InlineSchema {
  /** Its absolute URI; references to it resolve by this. */
  readonly uri?: string;
  readonly schema: JsonSchema;
  readonly dialect?: string;
}

export type JsonSchema = boolean | JsonObject;

/** Asked for a document before any file or address is. */
export type DocumentLookup = (uri: string) => JsonSchema | undefined | Promise<JsonSchema | undefined>;

/** One package or folder to generate. */
export interface Input extends Partial<Options> {
  /** A path, URL or glob, each with an optional `#/json/pointer`, or a schema value. */
  readonly schema: string | InlineSchema;
  /** More documents that references may reach: paths and globs, values by URI, or a function. */
  readonly documents?: readonly string[] | Readonly<Record<string, JsonSchema>> | DocumentLookup;
  /** OpenAPI Overlay 1.0 documents, applied in order: paths, URLs, or values. */
  readonly overlays?: readonly (string | JsonObject)[];
  /** The folder that is written. */
  readonly output: string;
  /** Makes the output a package that can be published; without it, TypeScript sources only. */
  readonly package?: PackageOptions;
  /** Formats and keywords of the user's own. */
  readonly extensions?: ExtensionOptions;
  /** Tagged unions, by the name of the definition. */
  readonly unions?: Readonly<Record<string, UnionOptions>>;
  /** The root type's name; otherwise title, `$id` or file name give it. */
  readonly name?: string;
  /** Functions that change what is generated. */
  readonly hooks?: Hooks | undefined;
}

export interface PackageOptions {
  readonly name: string;
  readonly version: string;
  readonly description?: string;
  /** An SPDX expression: `MIT`. */
  readonly license?: string;
  /** A file whose text becomes the package's `LICENSE`. */
  readonly licenseFile?: string;
  readonly keywords?: readonly string[];
  readonly homepage?: string;
  readonly bugs?: string | BugsOptions;
  /** Where the sources are. A registry that checks provenance compares it with where the package was built. */
  readonly repository?: string | RepositoryOptions;
  readonly author?: string | AuthorOptions;
  /** What `npm publish` obeys. */
  readonly publishConfig?: PublishOptions;
}

export type BugsOptions = { readonly url?: string; readonly email?: string };

export type RepositoryOptions = { readonly type: string; readonly url: string; readonly directory?: string };

export type AuthorOptions = { readonly name: string; readonly email?: string; readonly url?: string };

/** See https://docs.npmjs.com/generating-provenance-statements */
export type PublishOptions = {
  readonly access?: "public" | "restricted";
  readonly provenance?: boolean;
  readonly registry?: string;
  readonly tag?: string;
};

/** Formats and keywords that functions of the user's decide, and the module that exports them; see docs/extensions.md. */
export interface ExtensionOptions {
  /** A file, as a path that begins with `./`, `../` or `/`, or a package with or without a subpath. */
  readonly module: string;
  /** Of a package: the range that a generated package depends on. */
  readonly version?: string;
  /** By the name of a format: the export that says whether a string has it. */
  readonly formats?: Readonly<Record<string, string>>;
  /** By the name of a keyword: the export that says whether a value meets it, given what the schema says under that name. */
  readonly keywords?: Readonly<Record<string, string>>;
}

export interface UnionOptions {
  /** One or two tags, each a property path with dots; the first may stand outside the value. Without them the tag is found. */
  readonly tags?: readonly (string | ExternalTagOptions)[];
  /** Whether a form with an unknown variant is made beside the closed one; of an enum of strings, whether others pass. */
  readonly open?: boolean;
  /** What variants and leaves are called before the union's name: by tag value, or both values with a dot between. */
  readonly names?: Readonly<Record<string, string>>;
}

/** A tag outside the value, as a header that names the event; see docs/unions.md. */
export interface ExternalTagOptions {
  /** What the tag is called. */
  readonly external: string;
  /** What it is for a member, by the name of its definition; for members without one their names give it. */
  readonly values?: Readonly<Record<string, string>>;
}

/** The sets of helpers that can be asked for. */
export type RuntimeSet =
  "guards" | "validators" | "unions" | "standard-schema" | "defaults" | "coercion" | "dates";

/** What each input may choose; `optionDefaults` says what holds otherwise. */
export interface Options {
  /** The dialect of schemas that do not say: a meta-schema's URI, or its short name. */
  readonly dialect: string;
  /** How a schema without `type` is read; see docs/decisions. */
  readonly untyped: "infer" | "exact";
  /** Whether `format` is checked: as the dialect says, never, or always. */
  readonly formats: "dialect" | "annotate" | "assert";
  /** Whether a guard refuses an optional property whose value is `undefined`. */
  readonly exactOptional: boolean;
  /** Whether OpenAPI's `discriminator` is a tag that each variant requires, or an annotation; see docs/openapi.md. */
  readonly discriminator: "assert" | "annotate";
  /** Whether `readOnly` and `writeOnly` are annotations, or make two forms of a definition; see docs/openapi.md. */
  readonly readWrite: "annotate" | "split";
  /** Whether branches of `oneOf` may overlap, or each refuses what is the others' alone; see docs/decisions. */
  readonly oneOf: "overlap" | "exclusive";
  /** Hosts that may be read. */
  readonly remote: false | readonly string[];
  /** What prints the types of schemas; see docs/json-schema-to-typescript.md. */
  readonly types: "schemist" | "json-schema-to-typescript";
  readonly declarations: "interface" | "type";
  readonly readonly: boolean;
  /** Whether a string whose format is asserted has a branded type, which only a guard gives. */
  readonly brands: boolean;
  /** Whether a named enum is a union of literals alone, or a constant object and an array of its values too. */
  readonly enums: "union" | "const";
  /** Whether declarations are documented, for editors. */
  readonly documentation: boolean;
  /** Names by definition: its key, or its SchemaId. */
  readonly names: Readonly<Record<string, string>>;
  readonly layout: "modules" | "single-file";
  readonly runtime: readonly RuntimeSet[];
  readonly format: "prettier" | false;
  /** What stands at the top of each file, as lines of a comment; by default that it is generated, and from what. */
  readonly banner: string | undefined;
  readonly importExtension: ".js" | ".ts" | "";
}

export const optionDefaults: Options = {
  dialect: "https://json-schema.org/draft/2020-12/schema",
  untyped: "infer",
  formats: "dialect",
  exactOptional: false,
  discriminator: "assert",
  readWrite: "annotate",
  oneOf: "overlap",
  remote: false,
  types: "schemist",
  declarations: "interface",
  readonly: false,
  brands: false,
  enums: "union",
  documentation: true,
  names: {},
  layout: "modules",
  runtime: ["guards", "validators", "unions", "standard-schema"],
  format: "prettier",
  banner: undefined,
  importExtension: ".js",
};

/** An input with every option decided and every path absolute. */
export interface ResolvedInput extends Options {
  /** The folder that paths shown to people are relative to. */
  readonly root: string;
  readonly schema: string | InlineSchema;
  readonly documents: readonly string[] | Readonly<Record<string, JsonSchema>> | DocumentLookup;
  readonly overlays: readonly (string | JsonObject)[];
  readonly output: string;
  readonly package: PackageOptions | undefined;
  readonly unions: Readonly<Record<string, UnionOptions>>;
  readonly name: string | undefined;
  readonly extensions: ResolvedExtensions | undefined;
  /** What comes of them is not said by the config and the sources alone. */
  readonly hooks?: Hooks | undefined;
}

export interface ResolvedExtensions {
  /** The absolute path of a file, or what names a package. */
  readonly module: string;
  readonly version: string | undefined;
  readonly formats: Readonly<Record<string, string>>;
  readonly keywords: Readonly<Record<string, string>>;
}

/** The sets that make new values of what was received; see docs/reading.md. */
export const readingSets: readonly RuntimeSet[] = ["defaults", "coercion", "dates"];

/** The exports that an input asks for, each once. */
export function listExports(extensions: ResolvedExtensions | undefined): readonly string[] {
  const { formats = {}, keywords = {} } = extensions ?? {};
  return [...new Set([...Object.values(formats), ...Object.values(keywords)])];
}

/** Gives a config its type, for editors. */
export function defineConfig(config: Config): Config {
  return config;
}
