import type { SchemaId } from "../link/linked.js";
import type { CanonicalSchema } from "./schema-graph.js";
import type { Structure, StructureEdge, StructuredSchema } from "./structure.js";
import { findBelow, gatherBits } from "./structure.js";
import type { Side } from "./waivers.js";
import { findWaivers, propertyKeywords, waive } from "./waivers.js";

/**
 * What a schema is read for: for what is retrieved (`read`) or sent (`write`), or, below a `not` or an `if`, where no annotation
 * counts, as it stands (`whole`).
 */
export type Form = Side | "whole";

/** How `readOnly` and `writeOnly` make a schema be read; of those that read it alike, the first form. */
export interface Reading {
  readonly form: Form;
  /** Names that it need not require, since what applies beside it withholds them; sorted. */
  readonly waived: readonly string[];
  /** Whether it is the schema of a property that the form does not have. */
  readonly withheld: boolean;
}

/** A schema in one form. */
export interface FormedSchema {
  readonly schema: SchemaId;
  readonly reading: Reading;
}

/**
 * The forms of schemas from which a property can be reached that is only read or only written; see "Read and write forms" in
 * docs/decisions.
 * @see https://json-schema.org/draft/2020-12/json-schema-validation#section-9.4
 * @see https://spec.openapis.org/oas/v3.0.4.html#fixed-fields-20
 */
export interface Forms {
  /** How a schema is read where nothing leads to it: the plain reading first. */
  readonly list: (schema: SchemaId) => readonly Reading[];
  /** How the target of an edge is read. */
  readonly enter: (from: FormedSchema, edge: StructureEdge, target: SchemaId) => Reading;
  /** What is left of the schema in its reading. */
  readonly apply: (formed: FormedSchema, schema: boolean | CanonicalSchema) => boolean | CanonicalSchema;
}

export const plainReading: Reading = { form: "read", waived: [], withheld: false };
/** Whether all counts as it stands. */
export function isPlainReading({ form, waived, withheld }: Reading): boolean {
  return form === "read" && waived.length === 0 && !withheld;
}

const writing: Reading = { ...plainReading, form: "write" };
const withholding: Reading = { ...plainReading, withheld: true };

/** `readOnly` and `writeOnly` say something to people alone. */
export const oneForm: Forms = {
  list: () => [plainReading],
  enter: () => plainReading,
  apply: (_, schema) => schema,
};

const bits = { read: 1, write: 2 } as const;

export function findForms(structure: Structure): Forms {
  const withheld = gatherBits(
    structure,
    ({ lowered: { annotations } }) =>
      (annotations.writeOnly === true ? bits.read : 0) | (annotations.readOnly === true ? bits.write : 0),
    ({ role }) => role === "conjunct",
  );
  const isWithheld = (edge: StructureEdge, target: StructuredSchema | undefined, side: Side): boolean =>
    propertyKeywords.has(edge.tokens[0]) && (withheld(target) & bits[side]) !== 0;
  const differs = gatherBits(
    structure,
    ({ edges }) =>
      edges
        .filter(({ tokens }) => propertyKeywords.has(tokens[0]))
        .flatMap(({ targets }) => targets)
        .reduce((sum, target) => sum | withheld(target), 0),
    (edge) => !isNegation(edge),
  );
  const negated = findBelow(structure, isNegation);
  const withholds = (side: Side) => (edge: StructureEdge) =>
    edge.targets.some((target) => isWithheld(edge, target, side));
  const waivers = findWaivers(structure, { read: withholds("read"), write: withholds("write") });
  const formOf = ({ schema, reading }: FormedSchema): Form => (negated.has(schema) ? "whole" : reading.form);
  const settle = (target: SchemaId, form: Form): Form => {
    const differing = differs(structure.get(target));
    // What stands below a `not` or an `if` has no meaning but the whole one.
    if (differing === 0 || negated.has(target)) return "read";
    if (form !== "whole" || differing === (bits.read | bits.write)) return form;
    return differing === bits.read ? "write" : "read";
  };
  return {
    list: (schema) => (settle(schema, "write") === "write" ? [plainReading, writing] : [plainReading]),
    enter: (from, edge, target) => {
      const form = isNegation(edge) ? "whole" : formOf(from);
      if (form === "whole") return { ...plainReading, form: settle(target, form) };
      if (isWithheld(edge, structure.get(target), form)) return withholding;
      const holder = { schema: from.schema, waived: from.reading.waived };
      const waived = negated.has(target) ? [] : waivers.give(form, holder, edge, target);
      return { form: settle(target, form), waived, withheld: false };
    },
    apply: (formed, schema) => {
      if (formed.reading.withheld) return false;
      const form = formOf(formed);
      if (typeof schema === "boolean" || form === "whole") return schema;
      return waive(schema, waivers.at(form, formed.schema, formed.reading.waived));
    },
  };
}

/** The reading in a NodeId: `?write`, `?waives:id`, `?withheld`; empty for the plain one. */
export function describeReading({ form, waived, withheld }: Reading): string {
  if (withheld) return "?withheld";
  const names = waived.map((name) => name.replaceAll(/[%?&]/g, (sign) => encodeURIComponent(sign)));
  return (form === "read" ? "" : `?${form}`) + (names.length > 0 ? `?waives:${names.join("&")}` : "");
}

function isNegation({ tokens }: StructureEdge): boolean {
  return tokens[0] === "not" || tokens[0] === "if";
}
