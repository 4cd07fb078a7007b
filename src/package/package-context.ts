import type { ResolvedInput } from "../config/config.js";
import type { JsonObject } from "../json.js";
import type { ExtensionFile } from "../load/documents.js";
import type { Names } from "../names/names.js";
import type { Annotations, SchemaGraph } from "../schema/schema-graph.js";
import type { Unions } from "../unions/unions.js";

/** A document that the output was made from; see `describeInputs`. */
export interface InputFile {
  /** Its path relative to the root schema's folder, with `/`, or its URI; never a path of this machine. */
  readonly file: string;
  /** The SHA-256 of its text, in hexadecimal. */
  readonly digest: string;
  /** Of an API description: what it says it is. */
  readonly about?: Pick<Annotations, "title" | "description">;
}

/** A form of JavaScript, with the declarations of its kind. */
export type ScriptForm = "esm" | "commonjs";

/** What a package says beside its modules. */
export interface PackageContext {
  readonly input: ResolvedInput;
  readonly graph: SchemaGraph;
  readonly names: Names;
  readonly unions: Unions;
  /** What `createSchemaDocument` makes of the graph, for a package. */
  readonly published: JsonObject | undefined;
  /** The forms of JavaScript that a package has; it has the declarations of ESM in any case. */
  readonly scripts: readonly ScriptForm[];
  /** The root schema's document first. */
  readonly documents: readonly InputFile[];
  /** The file of the user's functions, where the package takes it in. */
  readonly extensions?: ExtensionFile | undefined;
  /** The text of its licence. */
  readonly license?: string | undefined;
}
