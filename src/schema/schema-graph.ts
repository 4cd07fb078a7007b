import type { JsonValue } from "../json.js";
import type { SchemaId, SchemaPosition } from "../link/linked.js";

/**
 * The name of a node: the SchemaId it comes from, and, where one schema has several meanings, `?` and which: `?exact` is to the
 * letter for its own instance where the plain one has inferred types, `?exact-below` for all parts of it too, as below a `not`;
 * `?node=strict-tree.json#` in a dynamic scope where the anchor `node` is that schema; `?write` is the form of what is written,
 * where the plain one is that of what is read, `?whole` what neither takes anything from, `?withheld` a property that its form
 * does not have, and `?waives:id` does not require what something beside it withholds.
 */
export type NodeId = string;

/** The node of what is written, where that is not what is read. */
export function writeFormOf(schema: NodeId): NodeId {
  return `${schema}?write`;
}

/** `integer` is the numbers without a fraction: 1.0 is one. */
export type TypeName = "null" | "boolean" | "object" | "array" | "number" | "string" | "integer";

/** A pattern as it stands in the schema, and the flags to compile it with: `u`, or none where it parses only so. */
export interface Pattern {
  readonly source: string;
  readonly flags: "u" | "";
}

/** `format`, and whether this use of it is checked. */
export interface Format {
  readonly name: string;
  readonly asserted: boolean;
  /** The export of the user's module that decides it instead of anything known under that name. */
  readonly export?: string;
}

/** A keyword of the user's own: what stands under its name, and the export of the user's module that decides it. */
export interface Extension {
  readonly name: string;
  readonly argument: JsonValue;
  readonly export: string;
}

/**
 * What some items must be. In 2019-09 the items that match stay unevaluated.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-10.3.1.3
 */
export interface Contains {
  readonly schema: NodeId;
  readonly evaluates: boolean;
}

/** A type that another module exports. */
export interface ImportedType {
  /** A package, or a path from the folder of the output, as imports name it. */
  readonly module: string;
  readonly name: string;
  /** Of a package: the range that a generated package depends on. */
  readonly version?: string;
}

/** What a schema says to people, unchanged. */
export interface Annotations {
  readonly title?: string;
  readonly description?: string;
  readonly default?: JsonValue;
  /** `examples`, and OpenAPI's `example` as one of them. */
  readonly examples?: readonly JsonValue[];
  readonly deprecated?: boolean;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly comment?: string;
  readonly contentEncoding?: string;
  readonly contentMediaType?: string;
  /** OpenAPI's, and AsyncAPI's, which is the name of a property alone. */
  readonly discriminator?: JsonValue;
  readonly xml?: JsonValue;
  readonly externalDocs?: JsonValue;
  /** Of a union: the tag that an API description gives its members outside the value. `values` go with those of `anyOf` or `oneOf`. */
  readonly externalTag?: { readonly name: string; readonly values: readonly string[] };
  /** What the author calls its type, by a keyword of ours. */
  readonly typescriptName?: string;
  /** The type that the author made for it, by a keyword of ours. */
  readonly typescriptType?: ImportedType;
  /** Whether its author calls its enum open, by a keyword of ours. */
  readonly typescriptOpen?: boolean;
  /** The strings that are known where others may come: those of an enum that is open. */
  readonly openEnum?: readonly string[];
  /** Keywords that the dialect does not know, by name. */
  readonly unknown?: ReadonlyMap<string, JsonValue>;
}

/**
 * The one canonical form of a schema: 2020-12's keywords, absent where the schema does not say. Subschemas are named by
 * NodeId, never nested. Maps keep the author's order, and hold names such as `__proto__` safely.
 * @see https://json-schema.org/draft/2020-12/json-schema-core
 * @see https://json-schema.org/draft/2020-12/json-schema-validation
 */
export interface CanonicalSchema {
  // Core
  readonly $ref?: NodeId;
  // Any instance
  readonly type?: readonly TypeName[];
  readonly enum?: readonly JsonValue[];
  readonly const?: { readonly value: JsonValue };
  // Numbers
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  // Strings; lengths in code points
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: Pattern;
  readonly format?: Format;
  // Arrays
  readonly prefixItems?: readonly NodeId[];
  readonly items?: NodeId;
  readonly contains?: Contains;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
  readonly unevaluatedItems?: NodeId;
  // Objects
  readonly properties?: ReadonlyMap<string, NodeId>;
  readonly patternProperties?: readonly { readonly pattern: Pattern; readonly schema: NodeId }[];
  readonly additionalProperties?: NodeId;
  readonly propertyNames?: NodeId;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: ReadonlyMap<string, readonly string[]>;
  readonly dependentSchemas?: ReadonlyMap<string, NodeId>;
  readonly unevaluatedProperties?: NodeId;
  // Logic
  readonly allOf?: readonly NodeId[];
  readonly anyOf?: readonly NodeId[];
  readonly oneOf?: readonly NodeId[];
  readonly not?: NodeId;
  readonly if?: NodeId;
  readonly then?: NodeId;
  readonly else?: NodeId;
  // Keywords of the user's own
  readonly extensions?: readonly Extension[];
  // Content: what a string holds. Changes no verdict.
  readonly contentSchema?: NodeId;
}

/** One meaning of one schema. */
export interface SchemaNode {
  readonly id: NodeId;
  readonly source: SchemaId;
  /** Where that stands. */
  readonly place: SchemaPosition;
  readonly schema: boolean | CanonicalSchema;
  readonly annotations: Annotations;
  /** Whether `schema.type` is not the author's but read from the other keywords. */
  readonly typeInferred: boolean;
  /**
   * Where the node stands in the published schema: among the definitions (undefined), or below the node that holds it, under
   * canonical keywords (`["properties", "a"]`, `["allOf", "0"]`).
   */
  readonly parent: { readonly node: NodeId; readonly tokens: readonly string[] } | undefined;
  /**
   * Of a definition that the author did not make, but that stands too deep in one to be printed with it: the author's, how many
   * levels below it this one stands, and under which keyword.
   */
  readonly nested:
    { readonly definition: NodeId; readonly level: number; readonly tokens: readonly string[] } | undefined;
  /** What dynamic anchors name in its dynamic scope, where that is not what they name in its own resource. */
  readonly scope: readonly NodeId[];
  /** Of a definition: names that its author gave it, best first, without the title. */
  readonly givenNames: readonly string[];
}

/** Every meaning that the roots reach. */
export interface SchemaGraph {
  /** None where a whole API description is generated from, whose schemas are definitions alone. */
  readonly roots: readonly NodeId[];
  /** Definitions, then what they hold, in document order; roots first. */
  readonly nodes: ReadonlyMap<NodeId, SchemaNode>;
}

/** Whether a schema has one of the keywords. */
export function hasAny(schema: CanonicalSchema, keywords: ReadonlySet<string>): boolean {
  for (const keyword of Object.keys(schema)) if (keywords.has(keyword)) return true;
  return false;
}
