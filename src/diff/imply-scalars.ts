import { areEqual, includesValue } from "../facts/equal-values.js";
import type { CanonicalSchema, TypeName } from "../schema/schema-graph.js";
import { isSubset, typeSetOf } from "../schema/type-set.js";
import type { Premise } from "./premise.js";
import type { Imply } from "./questions.js";

/** Proves a keyword about values of some types: of others it says nothing. */
export function forTypes(types: readonly TypeName[], imply: Imply): Imply {
  const set = typeSetOf(types);
  return (premise, schema, ask) => (premise.types & set) === 0 || imply(premise, schema, ask);
}

export const implyType: Imply = ({ types }, { type = [] }) => isSubset(types, typeSetOf(type));

export const implyEnum: Imply = ({ literals }, { enum: values = [] }) =>
  literals?.every((value) => includesValue(values, value)) === true;

export const implyConst: Imply = ({ literals }, { const: constant }) =>
  literals?.every((value) => constant === undefined || areEqual(constant.value, value)) === true;

type Bound = "minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum";

export function implyBound(keyword: Bound): Imply {
  const sign = keyword === "minimum" || keyword === "exclusiveMinimum" ? 1 : -1;
  const isOpen = keyword.startsWith("exclusive");
  return forTypes(["number"], (premise, schema) => {
    const limit = sign * (schema[keyword] ?? -Infinity);
    const { value, isExclusive } = premise.bound(sign);
    return value > limit || (value === limit && (isExclusive || !isOpen));
  });
}

/** What multiples fractions have is for the runtime to say, so those are compared as they stand. */
export const implyMultiple: Imply = forTypes(["number"], (premise, { multipleOf = 1 }) => {
  if (premise.hasIntegersAlone && multipleOf === 1) return true;
  return premise.schemas.some(
    ({ multipleOf: factor }) =>
      factor === multipleOf ||
      (Number.isSafeInteger(factor) && Number.isSafeInteger(multipleOf) && (factor ?? 1) % multipleOf === 0),
  );
});

type Least = "minLength" | "minItems" | "minProperties";
type Most = "maxLength" | "maxItems" | "maxProperties";

export function isAtLeast(premise: Premise, schema: CanonicalSchema, keyword: Least): boolean {
  return premise.most(keyword) >= (schema[keyword] ?? 0);
}

export function isAtMost(premise: Premise, schema: CanonicalSchema, keyword: Most): boolean {
  return premise.least(keyword) <= (schema[keyword] ?? Infinity);
}

export const implyMinLength: Imply = forTypes(["string"], (premise, schema) =>
  isAtLeast(premise, schema, "minLength"),
);

export const implyMaxLength: Imply = forTypes(["string"], (premise, schema) =>
  isAtMost(premise, schema, "maxLength"),
);

export const implyPattern: Imply = forTypes(["string"], ({ schemas }, { pattern }) =>
  schemas.some((each) => each.pattern?.source === pattern?.source && each.pattern?.flags === pattern?.flags),
);

export const implyFormat: Imply = ({ schemas }, { format }) =>
  format?.asserted !== true ||
  schemas.some(
    (each) =>
      each.format?.asserted === true &&
      each.format.name === format.name &&
      each.format.export === format.export,
  );

export const implyExtensions: Imply = ({ schemas }, { extensions = [] }) =>
  extensions.every((wanted) =>
    schemas.some(({ extensions: known = [] }) =>
      known.some(
        ({ name, export: own, argument }) =>
          name === wanted.name && own === wanted.export && areEqual(argument, wanted.argument),
      ),
    ),
  );
