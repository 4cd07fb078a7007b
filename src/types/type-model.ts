import type { CanonicalSchema, Format, NodeId } from "../schema/schema-graph.js";
import type { VariantId } from "../unions/unions.js";

/**
 * A TypeScript type as data. `reference` stands for the type of another node, variant or special declaration: printed as its name
 * where it has one, in full where it has none.
 */
export type Type =
  | { readonly kind: "unknown" }
  | { readonly kind: "never" }
  | { readonly kind: "undefined" }
  | { readonly kind: "primitive"; readonly name: "string" | "number" | "boolean" | "null" }
  /** A string that has the asserted formats, sorted. */
  | { readonly kind: "brand"; readonly formats: readonly string[] }
  /** Any string, of which some are known: `"a" | "b" | (string & {})`. */
  | { readonly kind: "open-string"; readonly values: readonly string[] }
  /** What another module exports under a name. */
  | { readonly kind: "imported"; readonly module: string; readonly name: string }
  | { readonly kind: "literal"; readonly value: string | number | boolean }
  | { readonly kind: "array"; readonly item: Type }
  | TupleType
  | ObjectType
  | { readonly kind: "reference"; readonly target: DeclarationId }
  | { readonly kind: "union"; readonly members: readonly Type[] }
  | { readonly kind: "intersection"; readonly members: readonly Type[] }
  /** What every object has under a name of `Object.prototype`. */
  | { readonly kind: "inherited"; readonly key: string }
  /** Every object and array. Beside members that are all optional, it keeps compilers from asking for one of them. */
  | { readonly kind: "structure" }
  /** The declared type of a union's tag: all its known values. */
  | { readonly kind: "tag"; readonly union: NodeId; readonly index: number }
  /** A string that is none of the known tag values; see docs/decisions. */
  | { readonly kind: "unknown-tag" };

export type TypeKind = Type["kind"];

/** What can be declared by name: a NodeId, or the VariantId of a part of a union. */
export type DeclarationId = string;

/** `elements` from `required` on are optional; `rest` follows them, if anything may. */
export interface TupleType {
  readonly kind: "tuple";
  readonly elements: readonly Type[];
  readonly required: number;
  readonly rest: Type | undefined;
}

/** Members and index signatures over the bases that they extend. */
export interface ObjectType {
  readonly kind: "object";
  readonly bases: readonly DeclarationId[];
  readonly members: readonly Member[];
  readonly indexes: readonly IndexSignature[];
}

export interface Member {
  readonly key: string;
  readonly type: Type;
  readonly isOptional: boolean;
  /** The node whose annotations and constraints document the member. */
  readonly source: NodeId | undefined;
}

/**
 * Keys by what they hold in this order, anything between: `["x-", ""]` is all that start with `x-`, `["", "_id"]` all that end with
 * `_id`, `["a"]` is `a` alone.
 */
export type KeyTemplate = readonly string[];

/** `template` undefined: every key. */
export interface IndexSignature {
  readonly template: KeyTemplate | undefined;
  readonly type: Type;
}

/** The type of every node, each shallow, and the declarations that unions and open enums add. */
export interface TypeModel {
  readonly nodes: ReadonlyMap<NodeId, Type>;
  readonly variants: ReadonlyMap<VariantId, Type>;
  /** The keywords of each schema of which its type does not say all. */
  readonly losses: ReadonlyMap<NodeId, Pick<ReadonlyMap<keyof CanonicalSchema, unknown>, "has">>;
  /** The formats that brands speak of, by name. */
  readonly brands: ReadonlyMap<string, Format>;
}

/** The id of a union's unknown variant, and of the union with it. */
export function unknownVariantOf(union: NodeId): VariantId {
  return `${union}?unknown`;
}
export function openUnionOf(union: NodeId): VariantId {
  return `${union}?any`;
}

/** The id of what an open enum knows. */
export function knownValuesOf(openEnum: NodeId): DeclarationId {
  return `${openEnum}?known`;
}
