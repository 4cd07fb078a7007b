import type { LinkedSchema } from "../link/linked.js";
import type { Annotations, CanonicalSchema } from "./schema-graph.js";

/** A schema in canonical form, with the SchemaIds of its subschemas where the graph will have NodeIds. */
export interface LoweredSchema {
  readonly source: LinkedSchema;
  readonly schema: boolean | CanonicalSchema;
  readonly annotations: Annotations;
  /** Keywords that stand beside `$ref` where they do not count. */
  readonly ignored: readonly string[];
  /** The place in the canonical schema of a reference that asks the dynamic scope for an anchor before it takes its target. */
  readonly dynamic: { readonly pointer: string; readonly anchor: string | undefined } | undefined;
}
