import type { TypeSet } from "../schema/type-set.js";
import type { JsonValue } from "../json.js";
import type { NodeId, Pattern } from "../schema/schema-graph.js";
import type { TagValue } from "../unions/unions.js";

/**
 * The keyword that a check comes from: the node that has it, and the canonical tokens below that node, the keyword first. No
 * tokens: the schema as a whole.
 */
export interface Site {
  readonly node: NodeId;
  readonly tokens: readonly string[];
}

/** A value that must meet another node's plan. */
export interface Applied {
  readonly node: NodeId;
  readonly site: Site;
}

export interface LiteralCheck {
  readonly values: readonly JsonValue[];
  readonly site: Site;
}

/** `value ≥ limit` and its like; or a format that is about numbers. */
export type NumberCheck =
  | {
      readonly kind: "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf";
      readonly limit: number;
      readonly site: Site;
    }
  | { readonly kind: "format"; readonly format: NumberFormatName; readonly site: Site };

/**
 * The formats of numbers that can be checked.
 * @see https://spec.openapis.org/registry/format/
 */
export const numberFormatNames = ["int32", "int64"] as const;

export type NumberFormatName = (typeof numberFormatNames)[number];

/**
 * The formats of strings that can be checked.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-7.3
 */
export const formatNames = [
  "byte",
  "css-color",
  "date-time",
  "date",
  "duration",
  "email",
  "hostname",
  "idn-email",
  "idn-hostname",
  "ipv4",
  "ipv6",
  "iri-reference",
  "iri",
  "json-pointer",
  "partial-time",
  "regex",
  "relative-json-pointer",
  "time",
  "uri-reference",
  "uri-template",
  "uri",
  "uuid",
] as const;

export type FormatName = (typeof formatNames)[number];

export type StringCheck =
  | { readonly kind: "minLength" | "maxLength"; readonly limit: number; readonly site: Site }
  | { readonly kind: "pattern"; readonly pattern: Pattern; readonly site: Site }
  | { readonly kind: "format"; readonly format: FormatName; readonly site: Site }
  /** A format that an export of the user's module decides. */
  | { readonly kind: "ownFormat"; readonly format: string; readonly export: string; readonly site: Site };

/** A keyword that an export of the user's module decides, given what stands under the keyword. */
export interface ExtensionCheck {
  readonly export: string;
  readonly argument: JsonValue;
  readonly site: Site;
}

export type ArrayCheck =
  | { readonly kind: "minItems" | "maxItems"; readonly limit: number; readonly site: Site }
  | { readonly kind: "item"; readonly index: number; readonly value: Applied }
  | { readonly kind: "items"; readonly from: number; readonly value: Applied }
  /** Nothing may stand from `from` on: `items: false`. */
  | { readonly kind: "noItems"; readonly from: number; readonly site: Site }
  | { readonly kind: "uniqueItems"; readonly site: Site }
  | ContainsCheck
  | UnevaluatedItemsCheck;

/** At least and at most so many items meet the node; sites: to blame for fewer, and for more. */
export interface ContainsCheck {
  readonly kind: "contains";
  readonly value: Applied;
  readonly least: number;
  readonly most: number;
  readonly leastSite: Site;
  readonly mostSite: Site;
}

/** What the items that nothing else has evaluated must meet. */
export interface UnevaluatedItemsCheck {
  readonly kind: "unevaluatedItems";
  readonly evaluated: EvaluatedItems;
  readonly others: Others;
}

/** What must hold of parts that nothing else claims: another node, or that there are none. */
export type Others = Applied | { readonly forbidden: Site };

/**
 * What tells whether a schema that applies in place has evaluated anything: whether it is valid, or a property is there.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-7.7.1
 */
export type EvaluationCondition =
  | { readonly kind: "valid"; readonly node: NodeId }
  | { readonly kind: "invalid"; readonly node: NodeId }
  | { readonly kind: "present"; readonly key: string };

/** What is evaluated in any case, and what is where a condition holds. */
export interface Evaluated<T> {
  readonly always: T;
  readonly conditional: readonly { readonly when: EvaluationCondition; readonly then: Evaluated<T> }[];
}

/** All properties, or those with these names and of these patterns. */
export type EvaluatedProperties = Evaluated<
  "all" | { readonly names: readonly string[]; readonly patterns: readonly Pattern[] }
>;

/** All items, or the first ones and those that meet one of the nodes. */
export type EvaluatedItems = Evaluated<
  "all" | { readonly prefix: number; readonly matching: readonly NodeId[] }
>;

export type ObjectCheck =
  | { readonly kind: "minProperties" | "maxProperties"; readonly limit: number; readonly site: Site }
  /** What every name must meet. */
  | { readonly kind: "propertyNames"; readonly value: Applied }
  /** Where the object has `key`, it has these as well. */
  | {
      readonly kind: "dependentRequired";
      readonly key: string;
      readonly names: readonly string[];
      readonly site: Site;
    }
  /** Where the object has `key`, it meets the node. */
  | { readonly kind: "dependentSchema"; readonly key: string; readonly value: Applied }
  | UnevaluatedPropertiesCheck;

/** What the properties that nothing else has evaluated must meet. */
export interface UnevaluatedPropertiesCheck {
  readonly kind: "unevaluatedProperties";
  readonly evaluated: EvaluatedProperties;
  readonly others: Others;
}

/** One property: whether it must be there, and what its value must meet. */
export interface PropertyCheck {
  readonly key: string;
  readonly required: Site | undefined;
  readonly values: readonly Applied[];
  /** Where all the values together are finitely many, these; they then stand for those of `values` that say nothing else. */
  readonly literals: LiteralCheck | undefined;
  /** The property may not be there at all. */
  readonly forbidden: Site | undefined;
}

/** Properties by pattern, and those that neither a name nor a pattern claims. */
export interface RestCheck {
  readonly named: readonly string[];
  /** A pattern without a value only claims. */
  readonly patterns: readonly { readonly pattern: Pattern; readonly value: Applied | undefined }[];
  /** Undefined: the others are free. */
  readonly others: Others | undefined;
}

export type LogicCheck =
  | ChoiceCheck
  | { readonly kind: "not"; readonly value: Applied }
  | ConditionalCheck
  /** Equal in verdict to `any` and `one`, by proof. */
  | DispatchCheck;

/** Any of the branches, or exactly one. */
export interface ChoiceCheck {
  readonly kind: "any" | "one";
  readonly branches: readonly Applied[];
  /** For each branch a property that its values have, and those of no other, where there is such. */
  readonly keys?: readonly string[];
  readonly site: Site;
}

/** `if`, and what it leads to either way; undefined: anything. */
export interface ConditionalCheck {
  readonly kind: "if";
  readonly condition: NodeId;
  readonly then: Applied | undefined;
  readonly otherwise: Applied | undefined;
}

/** What the value at a path, or that there is none (undefined), leads to. No two cases share a value. */
export interface DispatchCheck {
  readonly kind: "dispatch";
  readonly path: readonly string[];
  /** For each step of the path: where it is required, if it is. */
  readonly required: readonly (Site | undefined)[];
  readonly cases: readonly { readonly values: readonly TagValue[]; readonly then: Alternative }[];
  /** Where all other values lead; undefined: they are not valid. */
  readonly otherwise: Alternative | undefined;
  /** Where what is no object leads. */
  readonly notObject: Alternative | undefined;
  /** The property whose check in the same plan says nothing that the tag does not: it holds wherever a case does. */
  readonly covers: string | undefined;
  readonly site: Site;
}

/** What is left to be checked once a tag is known. */
export type Alternative =
  | { readonly kind: "branch"; readonly value: Applied }
  | { readonly kind: "any" | "one"; readonly of: readonly Alternative[]; readonly site: Site }
  /** What conditions on the tag lead to: all of it. */
  | { readonly kind: "all"; readonly of: readonly Applied[] }
  | DispatchCheck;

/**
 * What a value must meet to be valid by one node: everything in the plan. Checks of numbers, strings, arrays and objects bear on
 * values of that type alone; `types` says which types may be at all.
 */
export interface NodePlan {
  readonly node: NodeId;
  /** Nothing is valid. */
  readonly never: Site | undefined;
  /** Undefined: another part of the plan holds the types, or all is valid. */
  readonly types: { readonly set: TypeSet; readonly site: Site } | undefined;
  readonly literals: readonly LiteralCheck[];
  readonly numbers: readonly NumberCheck[];
  readonly strings: readonly StringCheck[];
  readonly arrays: readonly ArrayCheck[];
  readonly properties: readonly PropertyCheck[];
  readonly rests: readonly RestCheck[];
  readonly objects: readonly ObjectCheck[];
  readonly logic: readonly LogicCheck[];
  /** Definitions that the same value must meet as well. */
  readonly applied: readonly Applied[];
  /** What functions of the user's say of it. */
  readonly extensions: readonly ExtensionCheck[];
  /** The same with the checks of the bases that many share in place of calls, where there are any: longer and faster. */
  readonly unfolded?: NodePlan;
  /** A property that is read where all of this holds, to choose what else does. */
  readonly tag?: string;
}

/** The plan of every node that is checked for itself. The guard and the reporting validator are both printed from it. */
export type CheckPlan = ReadonlyMap<NodeId, NodePlan>;

/** Whether every value is valid by the plan. */
export function isAlways(plan: NodePlan): boolean {
  return plan.never === undefined && plan.types === undefined && isOpen(plan);
}

/** The types that a plan asks for where it asks for nothing else. */
export function typesAloneOf(plan: NodePlan): NodePlan["types"] {
  return plan.never === undefined && isOpen(plan) ? plan.types : undefined;
}

/** Whether a plan asks for nothing but types. */
export function isOpen(plan: NodePlan): boolean {
  return (
    plan.literals.length === 0 &&
    plan.numbers.length === 0 &&
    plan.strings.length === 0 &&
    plan.arrays.length === 0 &&
    plan.properties.length === 0 &&
    plan.rests.length === 0 &&
    plan.objects.length === 0 &&
    plan.logic.length === 0 &&
    plan.applied.length === 0 &&
    plan.extensions.length === 0
  );
}
