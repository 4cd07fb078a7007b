import type { DiagnosticCode } from "../../diagnostic.js";
import type { KeywordId } from "../../dialect/dialect.js";
import type { JsonObject, JsonValue } from "../../json.js";
import { memberOf } from "../../json.js";
import type { Linked, LinkedSchema, Reference, SchemaId } from "../../link/linked.js";
import { subschemaId } from "../../link/linked.js";
import type { Annotations, CanonicalSchema } from "../schema-graph.js";

/** One keyword as it stands in one schema, and what a lowering may ask about it. */
export interface KeywordUse {
  /** Its name in the schema's dialect. */
  readonly name: string;
  readonly value: JsonValue;
  readonly owner: LinkedSchema;
  readonly linked: Linked;
  /** Whether `format` is checked in this schema. */
  readonly formatsAssert: boolean;
  /** The formats that functions of the user's decide, each with its export. */
  readonly formatExports: ReadonlyMap<string, string>;
  /** Tells something about the keyword, or about what `tokens` lead to in its value. */
  report(code: DiagnosticCode, message: string, help: string, tokens?: readonly string[]): void;
}

/** What the keywords of a schema have made of it so far. */
export interface Lowering {
  readonly schema: Writable<CanonicalSchema>;
  readonly annotations: Writable<Annotations>;
  /** A reference to look up in the dynamic scope. */
  reference: Reference | undefined;
  /** Schemas that the canonical one needs, and that no keyword holds as they are. */
  readonly made: MadeSchema[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

export function newLowering(): Lowering {
  return { schema: {}, annotations: {}, reference: undefined, made: [] };
}

/** A schema that only its canonical form has, as `value` would have it. */
export interface MadeSchema {
  readonly id: SchemaId;
  /** The way to it from the schema that has the keyword. */
  readonly tokens: readonly string[];
  readonly value: JsonObject;
  readonly schema: CanonicalSchema;
}

/** Adds to the lowering what one keyword says; what is wrong with its value is reported, and then it adds nothing. */
export type LowerKeyword = (use: KeywordUse, lowering: Lowering) => void;

export type KeywordTable = Readonly<Record<KeywordId, LowerKeyword>>;

/** A lowering that keeps what `read` makes of the value, under a canonical keyword. */
export function keep<K extends keyof CanonicalSchema>(
  keyword: K,
  read: (use: KeywordUse) => CanonicalSchema[K] | undefined,
): LowerKeyword {
  return (use, { schema }) => {
    const value = read(use);
    if (value !== undefined) schema[keyword] = value;
  };
}

/** The value of another keyword in the same schema. */
export function siblingOf(use: KeywordUse, name: string): JsonValue | undefined {
  return typeof use.owner.value === "boolean" ? undefined : memberOf(use.owner.value, name);
}

/** The subschema that the keyword's value is, or has under `token`; undefined where none stands, which `link` has reported. */
export function subschemaOf(use: KeywordUse, token?: string | number): SchemaId | undefined {
  const id = subschemaId(use.owner.id, token === undefined ? [use.name] : [use.name, token]);
  // The map's own text is kept, so that ids of deep schemas share their memory.
  return use.linked.schemas.get(id)?.id;
}
