import type { Member, ObjectType, TupleType, Type } from "../types/type-model.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";

/**
 * The type without documentation, and without the `undefined` that optional parts bring along in TypeScript: a tuple for each length in place of
 * optional elements (`[a?]` becomes `[] | [a]`, but where it holds another such), and index signatures in bodies of their own.
 */
export function spellOut(models: Models, type: Type): Type {
  const spell = (each: Type): Type => spellOut(models, each);
  if (type.kind === "array") return { ...type, item: spell(type.item) };
  if (type.kind === "union") return { ...type, members: type.members.map(spell) };
  if (type.kind === "intersection") return { ...type, members: type.members.map(spell).map(spellRequired) };
  if (type.kind === "object") return partIndexes(spellMembers(type, spell));
  if (type.kind !== "tuple") return type;
  return isOpen(type) && ![...type.elements, type.rest].some((each) => holdsOpenTuple(models, each))
    ? listLengths(type, spell)
    : { ...type, elements: type.elements.map(spell), rest: type.rest && spell(type.rest) };
}

function spellMembers(type: ObjectType, spell: (type: Type) => Type): ObjectType {
  const members = type.members.map((member): Member => ({
    ...member,
    type: spell(member.type),
    source: undefined,
  }));
  return { ...type, members, indexes: type.indexes.map((index) => ({ ...index, type: spell(index.type) })) };
}

/** What must be there is no `undefined`, which the optional member of another object adds where this one says `unknown`. */
function spellRequired(type: Type): Type {
  if (type.kind !== "object") return type;
  const members = type.members.map((member): Member => {
    const isAnything = member.type.kind === "unknown" && !member.isOptional;
    return isAnything ? { ...member, type: anyValue } : member;
  });
  return { ...type, members };
}

const unknownType: Type = { kind: "unknown" };

/** Every value of JSON. */
const anyValue: Type = {
  kind: "union",
  members: [
    { kind: "primitive", name: "string" },
    { kind: "primitive", name: "number" },
    { kind: "primitive", name: "boolean" },
    { kind: "primitive", name: "null" },
    { kind: "array", item: unknownType },
    { kind: "object", bases: [], members: [], indexes: [{ template: undefined, type: unknownType }] },
  ],
};

/** An index signature admits `undefined` only since optional members beside it do. */
function partIndexes(type: ObjectType): Type {
  const indexes = type.indexes.map((index) => ({ ...index, type: withoutUndefined(index.type) }));
  if (type.indexes.every((index, at) => index.type === indexes[at]?.type)) return type;
  const apart = indexes.map((index): Type => ({ kind: "object", bases: [], members: [], indexes: [index] }));
  return { kind: "intersection", members: [{ ...type, indexes: [] }, ...apart] };
}

function withoutUndefined(type: Type): Type {
  if (type.kind !== "union") return type;
  const members = type.members.filter(({ kind }) => kind !== "undefined");
  const [only, ...others] = members;
  if (only === undefined || members.length === type.members.length) return type;
  return others.length === 0 ? only : { kind: "union", members };
}

/** As many lengths as json-schema-to-typescript writes out. */
const lengthBudget = 20;

function isOpen({ elements, required }: TupleType): boolean {
  return elements.length > required && elements.length - required <= lengthBudget;
}

function listLengths({ elements, required, rest }: TupleType, spell: (type: Type) => Type): Type {
  const spelled = elements.map(spell);
  const members = Array.from({ length: elements.length - required + 1 }, (_, index): TupleType => {
    const length = required + index;
    const isLast = length === elements.length;
    return {
      kind: "tuple",
      elements: spelled.slice(0, length),
      required: length,
      rest: isLast && rest ? spell(rest) : undefined,
    };
  });
  return { kind: "union", members };
}

/** Whether what is printed in place of the type holds a tuple with optional elements. */
export function holdsOpenTuple(models: Models, type: Type | undefined): boolean {
  if (type === undefined) return false;
  const holds = (each: Type): boolean => holdsOpenTuple(models, each);
  if (type.kind === "reference")
    return !models.names.declarations.has(type.target) && holds(declaredType(models, type.target));
  if (type.kind === "array") return holds(type.item);
  if (type.kind === "tuple")
    return isOpen(type) || [...type.elements, ...(type.rest ? [type.rest] : [])].some(holds);
  if (type.kind === "union" || type.kind === "intersection") return type.members.some(holds);
  return type.kind === "object" && [...type.members, ...type.indexes].some((each) => holds(each.type));
}
