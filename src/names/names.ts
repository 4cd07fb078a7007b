import type { ImportedType, NodeId } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import type { VariantId } from "../unions/unions.js";

/** The module of the types of the root's document; those of other documents stand in modules in the folder of that name. */
export const typesModule = "types";

/**
 * What a named thing is to the user: a schema's own definition; an inline schema that a name helps; a variant or leaf of a
 * union; the unknown variant; the union with it; what an open enum knows.
 */
export type Role = "definition" | "hoisted" | "variant" | "leaf" | "unknown" | "open" | "known";

/** The names of one declaration. Those below `guard` are for definitions alone. */
export interface DeclarationNames {
  readonly role: Role;
  readonly type: string;
  readonly guard: string;
  readonly assert: string;
  readonly validate: string;
  readonly parse: string;
  readonly parseOrThrow: string;
  /** The reporting twin of the guard; not exported. */
  readonly collect: string;
}

/** The names around one tag of a union. */
export interface TagNames {
  /** The parameter's name: `resource`. */
  readonly parameter: string;
  /** `EventResource`, `eventResources`, `isEventResource` */
  readonly type: string;
  readonly values: string;
  readonly guard: string;
  /** `UnknownEventResource`: of what the schema does not know, where a type has need of it that is no schema's. */
  readonly unknown?: string;
}

/** The names around the dotted names of a union's members (`messages.created`), and around those that listen by them. */
export interface ListenerNames {
  /** `EventName`, `EventByName`, `eventName` */
  readonly type: string;
  readonly map: string;
  readonly read: string;
  /** `EventListenerArguments`, `EventListenerTarget`, `emitEvent` */
  readonly arguments: string;
  readonly target: string;
  readonly emit: string;
}

/** The names of a union's helpers; see the table in docs/unions.md. */
export interface UnionNames {
  readonly tags: readonly TagNames[];
  /** What helpers call a value of the union: `event`. */
  readonly parameter: string;
  readonly listeners: ListenerNames;
  /** `messagesEvent`: by variant and leaf, those that have tags to fill in. */
  readonly constructors: ReadonlyMap<VariantId, string>;
  readonly map: string;
  readonly leafMap: string;
  readonly narrow: string;
  readonly handlers: string;
  readonly match: string;
  readonly matchAny: string;
  readonly matchAsync: string;
  readonly matchAnyAsync: string;
  readonly router: string;
  readonly createRouter: string;
  /** Whether a pair of tags is one that the schema has, and the table behind it; not exported. */
  readonly hasKnownTags: string;
  readonly knownTags: string;
  readonly outside?: OutsideNames;
}

/** Where the first tag stands outside the value: the names of what takes it before the value. `collect` is not exported. */
export interface OutsideNames extends Omit<DeclarationNames, "role" | "type"> {
  /** The value with its tag, and its guard. */
  readonly message: string;
  readonly isMessage: string;
  /** Of an open union, the value with a tag that may be unknown. */
  readonly open?: OpenMessageNames;
}

export interface OpenMessageNames {
  /** The value with a tag that is unknown, and its guard. */
  readonly unknown: string;
  readonly isUnknown: string;
  /** Any value with its tag, and its guard. */
  readonly any: string;
  readonly isAny: string;
}

/** The names of a string that has a format: `DateTime`, `isDateTime`. */
export interface BrandNames {
  readonly type: string;
  readonly guard: string;
}

/** The names around an enum that is also a constant object. */
export interface EnumNames {
  /** The object: called as the type is, unless a global is. */
  readonly object: string;
  /** The array: `colorValues`. */
  readonly values: string;
  /** The object's keys, in the order of the values. */
  readonly keys: readonly string[];
}

/** The names of what the package says of a definition's schema. */
export interface SchemaNames {
  /** The Standard Schema: `eventSchema`; undefined where users know the definition by no name of its own. */
  readonly object: string | undefined;
  /** The definition as it is published; not exported. */
  readonly definition: string;
}

/** The names of what makes other values of those of a declaration; see docs/reading.md. */
export interface ReadingNames {
  /** `FilledSettings`, `fillSettings` */
  readonly filled: string;
  readonly fill: string;
  /** `SettingsWithDates`, `readSettingsDates` */
  readonly dated: string;
  readonly readDates: string;
  /** `coerceSettings`, and what it makes of a value before that is validated; not exported. */
  readonly coerce: string;
  readonly loosen: string;
}

/** Every name that is given, all different. */
export interface Names {
  /** In the order in which declarations are printed. */
  readonly declarations: ReadonlyMap<DeclarationId, DeclarationNames>;
  readonly unions: ReadonlyMap<NodeId, UnionNames>;
  /** What modules call the types that they import; see `importKey`. */
  readonly imports: ReadonlyMap<string, string>;
  /** By the name of a format: of strings that have it. */
  readonly brands: ReadonlyMap<string, BrandNames>;
  /** Of named enums, where they are asked for as constant objects. */
  readonly enums: ReadonlyMap<NodeId, EnumNames>;
  /** Of all that is a definition in the published schema. */
  readonly schemas: ReadonlyMap<NodeId, SchemaNames>;
  /** Of every declaration, where such sets of the runtime are asked for. */
  readonly reading: ReadonlyMap<DeclarationId, ReadingNames>;
  /** Guards and collectors of inline alternatives, which are functions without a type of their own. */
  readonly internals: ReadonlyMap<NodeId, DeclarationNames>;
  /** What generated code calls the functions that it imports from the user's module, by their own names. */
  readonly extensions: ReadonlyMap<string, string>;
  /** What the manifest remembers: names by a key that does not depend on where the schema lies. */
  readonly published: Readonly<Record<string, string>>;
}

export function importKey({ module, name }: Pick<ImportedType, "module" | "name">): string {
  return `${name} ${module}`;
}
