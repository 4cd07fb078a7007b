import type { SourceFile } from "ts-morph";
import type { JsonSchema } from "./config.js";

/** A definition as a hook sees it. */
export interface Definition {
  /** Its key among the definitions, or the last segment of its `$id`, or of its document's name; may be empty. */
  readonly name: string;
  /** Its document: a path relative to the config, with `/`, or its URI. */
  readonly document: string;
  /** Where it stands in that, as a JSON Pointer. */
  readonly pointer: string;
  /** Whether it is what is generated from. */
  readonly isRoot: boolean;
  readonly schema: JsonSchema;
}

/**
 * Functions of the config that change what is generated. They are synchronous, and give the same for the same; what one throws is an
 * error of the input. See docs/hooks.md.
 */
export interface Hooks {
  /** The schema to read in the definition's place. What stands in it comes before it. */
  readonly transform?: (definition: Definition) => JsonSchema;
  /** Whether nothing is generated for the definition itself: what refers to it has its schema in place. */
  readonly skip?: (definition: Definition) => boolean;
  /** What its type is called; undefined: as without the hook. */
  readonly rename?: (definition: Definition) => string | undefined;
  /** Adds to a module, as `guards.ts`, before it is printed. */
  readonly statements?: (file: SourceFile) => void;
}
