import type { DeclarationId, Member, Type } from "../types/type-model.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, valueLiteral } from "./code.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";
import type { Rewritten } from "./reading-forms.js";

type Literal = string | number | boolean;

/** One member of a union that holds others, and how the values of it are told from all others. */
interface Told {
  readonly type: Type;
  readonly test: Code;
}

/**
 * A union in another form: by what tells its members apart, which is their type, or a tag. Undefined where nothing changes, or nothing
 * tells them apart.
 */
export function chooseMember(
  models: Models,
  members: readonly Type[],
  subject: Code,
  rewrite: (member: Type) => Rewritten | undefined,
): Rewritten | undefined {
  const told = tellApart(models, members, subject);
  if (!told) return undefined;
  const changed = told.flatMap(({ type, test }) => {
    const rewritten = rewrite(type);
    return rewritten ? [{ type, test, rewritten }] : [];
  });
  if (changed.length === 0) return undefined;
  const cases = changed.map(({ test, rewritten }) => code`${test} ? ${rewritten.value} : `);
  const types = members.map(
    (member) => changed.find(({ type }) => type === member)?.rewritten.type ?? member,
  );
  return {
    type: { kind: "union", members: types },
    value: code`(${joinCode([...cases, subject], "")})`,
    isCast: changed.some(({ rewritten }) => rewritten.isCast),
  };
}

/** The members that may hold others, each with its test; undefined where one of them cannot be told. */
function tellApart(models: Models, members: readonly Type[], subject: Code): readonly Told[] | undefined {
  const kinds = members.map((type) => ({ type, kind: kindOf(models, type) }));
  if (kinds.some(({ kind }) => kind === undefined)) return undefined;
  const strings = kinds.filter(({ kind }) => kind === "string");
  const arrays = kinds.filter(({ kind }) => kind === "array");
  const objects = kinds.filter(({ kind }) => kind === "object");
  const isListed = members.some((type) => type.kind === "literal" && typeof type.value === "string");
  if (strings.length > 1 || arrays.length > 1 || (strings.length > 0 && isListed)) return undefined;
  const isOnlyObjects = objects.length === kinds.length;
  const tests =
    objects.length > 1
      ? readTags(
          models,
          objects.map(({ type }) => type),
          subject,
        )
      : [undefined];
  if (!tests || (objects.length > 1 && !isOnlyObjects)) return undefined;
  const isObject = code`typeof ${subject} === "object" && ${subject} !== null${arrays.length > 0 ? code` && !Array.isArray(${subject})` : code``}`;
  return [
    ...strings.map(({ type }) => ({ type, test: code`typeof ${subject} === "string"` })),
    ...arrays.map(({ type }) => ({ type, test: code`Array.isArray(${subject})` })),
    ...objects.map(({ type }, index) => ({ type, test: tests[index] ?? isObject })),
  ];
}

/** What all values of a type are; undefined where that is not one thing. */
function kindOf(models: Models, type: Type): "scalar" | "string" | "array" | "object" | undefined {
  const own = resolve(models, type);
  if (own.kind === "array" || own.kind === "tuple") return "array";
  if (own.kind === "object") return "object";
  if (own.kind === "brand" || (own.kind === "primitive" && own.name === "string")) return "string";
  return own.kind === "primitive" || own.kind === "literal" ? "scalar" : undefined;
}

/** Whether null is among the values of a type, or nobody can tell. */
export function mayBeNull(models: Models, type: Type): boolean {
  const own = resolve(models, type);
  if (own.kind === "union") return own.members.some((member) => mayBeNull(models, member));
  if (own.kind === "primitive") return own.name === "null";
  return !["literal", "brand", "open-string", "array", "tuple", "object"].includes(own.kind);
}

function resolve(models: Models, type: Type): Type {
  const seen = new Set<DeclarationId>();
  let current = type;
  while (current.kind === "reference" && !seen.has(current.target)) {
    seen.add(current.target);
    current = declaredType(models, current.target);
  }
  return current;
}

/** A test for each object, by a required property whose values no two of them share. */
function readTags(models: Models, types: readonly Type[], subject: Code): readonly Code[] | undefined {
  const all = types.map((type) => listMembers(models, type));
  const [first] = all;
  for (const key of first?.keys() ?? []) {
    const values = all.map((members) => literalsOf(models, members.get(key)));
    const flat = values.flatMap((list) => list ?? []);
    if (values.includes(undefined) || new Set(flat).size < flat.length || key in Object.prototype) continue;
    const access = accessOf(subject, key);
    return values.map((list = []) => {
      const tests = list.map((value) => code`${access} === ${valueLiteral(value)}`);
      return tests.length === 1 ? joinCode(tests, " || ") : code`(${joinCode(tests, " || ")})`;
    });
  }
  return undefined;
}

function listMembers(models: Models, type: Type): ReadonlyMap<string, Member> {
  const own = resolve(models, type);
  if (own.kind !== "object") return new Map();
  const inherited = own.bases.flatMap((target) => [...listMembers(models, { kind: "reference", target })]);
  return new Map([...inherited, ...own.members.map((member) => [member.key, member] as const)]);
}

function literalsOf(models: Models, member: Member | undefined): readonly Literal[] | undefined {
  if (!member || member.isOptional) return undefined;
  const type = resolve(models, member.type);
  const literals = (type.kind === "union" ? type.members : [type]).map((each) => resolve(models, each));
  const values = literals.flatMap((each) => (each.kind === "literal" ? [each.value] : []));
  return values.length === literals.length ? values : undefined;
}
