import type { Diagnostic } from "../../src/diagnostic.js";
import type { JsonValue } from "../../src/json.js";
import { link } from "../../src/link/link.js";
import type { SchemaOptions } from "../../src/schema/schema.js";
import { lower } from "../../src/schema/schema.js";
import type { CanonicalSchema, SchemaGraph, SchemaNode } from "../../src/schema/schema-graph.js";
import { makeDocuments } from "../link/make-documents.js";

/** The URI of the first document. */
export const root = "file:///root.json";

export interface LowerOptions extends Partial<SchemaOptions> {
  readonly dialect?: string;
}

export interface Lowered {
  readonly graph: SchemaGraph;
  /** Of linking, then of lowering. */
  readonly diagnostics: readonly Diagnostic[];
  /** The node of a pointer into the first document. */
  readonly node: (pointer: string) => SchemaNode;
  /** Its schema, as an object. */
  readonly schema: (pointer: string) => CanonicalSchema;
}

/** Links and lowers `schema`, with more documents by URI. */
export function lowerDocuments(
  schema: JsonValue,
  options: LowerOptions = {},
  others: Readonly<Record<string, JsonValue>> = {},
): Lowered {
  const {
    dialect = "2020-12",
    untyped = "exact",
    formats = "dialect",
    discriminator = "assert",
    readWrite = "annotate",
    oneOf = "overlap",
    extensions,
    unions = {},
    name,
  } = options;
  const linked = link(makeDocuments({ [root]: schema, ...others }), { dialect });
  const lowered = lower(linked.value, {
    untyped,
    formats,
    discriminator,
    readWrite,
    oneOf,
    extensions,
    unions,
    name,
  });
  const node = (pointer: string): SchemaNode => {
    const found = lowered.value.nodes.get(`${root}#${pointer}`);
    if (!found) throw new Error(`No node ${pointer} among ${[...lowered.value.nodes.keys()].join(", ")}`);
    return found;
  };
  return {
    graph: lowered.value,
    diagnostics: [...linked.diagnostics, ...lowered.diagnostics],
    node,
    schema: (pointer) => {
      const { schema: found } = node(pointer);
      if (typeof found === "boolean") throw new Error(`${pointer} is ${found}`);
      return found;
    },
  };
}

/** Ids without the URI of the first document. */
export function short(id: string | undefined): string | undefined {
  return id?.replace(root, "");
}
