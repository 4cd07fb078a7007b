import type { DeclarationNames, ReadingNames } from "../names/names.js";
import { importKey } from "../names/names.js";
import type { DeclarationId, Member, ObjectType, Type } from "../types/type-model.js";
import type { Code } from "./code.js";
import { accessOf, code, entryOf, joinCode, localCode, nameCode } from "./code.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";
import { chooseMember, mayBeNull } from "./reading-unions.js";

/** Another form of what a type says, and the expression that makes it of a value of that type. */
export interface Rewritten {
  readonly type: Type;
  readonly value: Code;
  /** Whether the compiler has to be told the type of the expression. */
  readonly isCast: boolean;
}

/** What makes another form of values: where something changes, and under which names. */
export interface FormKind {
  readonly suffix: string;
  readonly typeName: (names: ReadingNames) => string;
  readonly functionName: (names: ReadingNames) => string;
  /** Whether a value in this form is one in the plain form too. */
  readonly isSubtype: boolean;
  /** What becomes of the values of a whole declaration; undefined where that is not decided by itself. */
  readonly whole: (models: Models, id: DeclarationId, subject: Code) => Rewritten | undefined;
  /** What stands for a member that is absent. */
  readonly absent: (models: Models, member: Member) => Code | undefined;
}

/** The type of dates, which the language has. */
export const dateType: Type = { kind: "imported", module: "", name: "Date" };

/** Inline types are no deeper than names let them be. */
const deepest = 40;

/** One form of all declarations. The type and the expression come of one walk, so that they agree. */
export class Forms {
  readonly kind: FormKind;
  readonly #models: Models;
  readonly #changing = new Set<DeclarationId>();
  readonly #dependents = new Map<DeclarationId, Set<DeclarationId>>();
  #current: DeclarationId = "";

  constructor(models: Models, kind: FormKind) {
    this.kind = kind;
    this.#models = models;
    // A set yields what is added while it is walked: what depends on a declaration that changes is asked again.
    const pending = [...models.names.reading.keys()].reverse();
    for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
      if (this.#changing.has(id) || !this.rewriteDeclared(id, code`value`)) continue;
      this.#changing.add(id);
      pending.push(...(this.#dependents.get(id) ?? []));
    }
  }

  /** The declarations whose values change, each with its names; a variant that is a definition is one of them. */
  list(): readonly (readonly [DeclarationId, DeclarationNames, ReadingNames])[] {
    const { declarations, reading } = this.#models.names;
    const printed = new Set<ReadingNames>();
    return [...declarations].flatMap(([id, names]) => {
      const own = reading.get(id);
      if (!own || !this.#changing.has(id) || printed.has(own)) return [];
      printed.add(own);
      return [[id, names, own] as const];
    });
  }

  /** The models with the types and names of this form beside those that are there, by `formOf`. */
  get models(): Models {
    const { names, types } = this.#models;
    const declarations = new Map(names.declarations);
    const nodes = new Map(types.nodes);
    for (const [id, own] of names.declarations) {
      const reading = names.reading.get(id);
      if (!reading || !this.#changing.has(id)) continue;
      declarations.set(this.formOf(id), { ...own, type: this.kind.typeName(reading) });
      nodes.set(
        this.formOf(id),
        this.rewriteDeclared(id, code`value`)?.type ?? declaredType(this.#models, id),
      );
    }
    const imports = new Map(names.imports).set(importKey({ module: "", name: "Date" }), "Date");
    return { ...this.#models, names: { ...names, declarations, imports }, types: { ...types, nodes } };
  }

  formOf(id: DeclarationId): DeclarationId {
    return `${id}${this.kind.suffix}`;
  }

  /** What a declaration says, in this form; undefined where nothing changes. */
  rewriteDeclared(id: DeclarationId, subject: Code): Rewritten | undefined {
    this.#current = id;
    const whole = this.kind.whole(this.#models, id, subject);
    return whole ?? this.rewrite(declaredType(this.#models, id), subject, 0);
  }

  rewrite(type: Type, subject: Code, depth: number): Rewritten | undefined {
    if (depth > deepest) return undefined;
    if (type.kind === "reference") return this.#rewriteReference(type.target, subject, depth);
    if (type.kind === "array") return this.#rewriteArray(type.item, subject, depth);
    if (type.kind === "object") return this.#rewriteObject(type, subject, depth);
    if (type.kind === "union") {
      const rewrite = (member: Type): Rewritten | undefined => this.rewrite(member, subject, depth + 1);
      return chooseMember(this.#models, type.members, subject, rewrite);
    }
    return undefined;
  }

  #rewriteReference(target: DeclarationId, subject: Code, depth: number): Rewritten | undefined {
    const names = this.#models.names.reading.get(target);
    if (!names) {
      const whole = this.kind.whole(this.#models, target, subject);
      return whole ?? this.rewrite(declaredType(this.#models, target), subject, depth + 1);
    }
    if (!this.#isChanging(target)) return undefined;
    const value = code`${nameCode(this.kind.functionName(names))}(${subject})`;
    return { type: { kind: "reference", target: this.formOf(target) }, value, isCast: false };
  }

  #rewriteArray(item: Type, subject: Code, depth: number): Rewritten | undefined {
    const name = chooseName("item", subject);
    const rewritten = this.rewrite(item, name, depth + 1);
    if (!rewritten) return undefined;
    const { type, value, isCast } = rewritten;
    return {
      type: { kind: "array", item: type },
      value: code`${subject}.map((${name}) => ${value.startsWith("{") ? code`(${value})` : value})`,
      isCast,
    };
  }

  /** What says again what it extends stays as it is. */
  #rewriteObject(type: ObjectType, subject: Code, depth: number): Rewritten | undefined {
    if (type.members.length === 0 && type.bases.length === 0) return this.#rewriteMap(type, subject, depth);
    const inherited = type.bases.map((base) => this.#listMembers(base));
    const all = [...inherited.flatMap((members) => members ?? []), ...type.members];
    const isAgain = new Set(all.map(({ key }) => key)).size < all.length;
    const isMap = type.indexes.some(({ template }) => template === undefined);
    if (inherited.includes(undefined) || isAgain || (isMap && !this.kind.isSubtype)) return undefined;
    const changes = new Map(all.map((member) => [member, this.#rewriteMember(member, subject, depth)]));
    const changed = [...changes.values()].filter((each) => each !== undefined);
    if (changed.length === 0) return undefined;
    return {
      type: {
        ...type,
        bases: type.bases.map((base) => (this.#isChanging(base) ? this.formOf(base) : base)),
        members: type.members.map((member) => changes.get(member)?.member ?? member),
      },
      value: code`{ ${joinCode([code`...${subject}`, ...changed.map(({ value }) => value)], ", ")} }`,
      isCast: changed.some(({ isCast }) => isCast),
    };
  }

  /** The members of a base and of what it extends; undefined where it is no object that has a name. */
  #listMembers(base: DeclarationId, above: readonly DeclarationId[] = []): readonly Member[] | undefined {
    const type = declaredType(this.#models, base);
    if (!this.#models.names.reading.has(base) || type.kind !== "object" || above.includes(base))
      return undefined;
    const inherited = type.bases.map((each) => this.#listMembers(each, [...above, base]));
    if (inherited.includes(undefined)) return undefined;
    return [...inherited.flatMap((members) => members ?? []), ...type.members];
  }

  /** Whether a declaration changes, as far as is known; what asks is asked again when it comes to. */
  #isChanging(id: DeclarationId): boolean {
    const dependents = this.#dependents.get(id) ?? new Set();
    this.#dependents.set(id, dependents.add(this.#current));
    return this.#changing.has(id);
  }

  #rewriteMap({ indexes, ...type }: ObjectType, subject: Code, depth: number): Rewritten | undefined {
    const [index, ...others] = indexes;
    if (!index || index.template !== undefined || others.length > 0) return undefined;
    const name = chooseName("member", subject);
    const rewritten = this.rewrite(index.type, name, depth + 1);
    if (!rewritten) return undefined;
    const entries = code`Object.entries(${subject}).map(([key, ${name}]) => [key, ${rewritten.value}])`;
    return {
      type: { ...type, indexes: [{ ...index, type: rewritten.type }] },
      value: code`Object.fromEntries(${entries})`,
      isCast: true,
    };
  }

  #rewriteMember(
    member: Member,
    subject: Code,
    depth: number,
  ): { readonly member: Member; readonly value: Code; readonly isCast: boolean } | undefined {
    // What every object has under such a name is no absence that a read could tell.
    if (member.key in Object.prototype) return undefined;
    const access = accessOf(subject, member.key);
    const absent = member.isOptional ? this.kind.absent(this.#models, member) : undefined;
    if (absent !== undefined) return this.#fillMember(member, access, absent, depth);
    const rewritten = this.rewrite(member.type, access, depth + 1);
    if (!rewritten) return undefined;
    const entry = entryOf(member.key, rewritten.value);
    return {
      member: { ...member, type: rewritten.type },
      value: member.isOptional ? code`...(${access} !== undefined && { ${entry} })` : entry,
      isCast: member.isOptional || rewritten.isCast,
    };
  }

  /** What stands in is changed as what is there would be, where that is the work of one function. */
  #fillMember(
    member: Member,
    access: Code,
    absent: Code,
    depth: number,
  ): ReturnType<Forms["rewrite"]> & { member: Member } {
    const value = mayBeNull(this.#models, member.type)
      ? code`${access} === undefined ? ${absent} : ${access}`
      : code`${access} ?? ${absent}`;
    const { type } = member;
    const target =
      type.kind === "reference" && this.#models.names.reading.has(type.target) ? type : undefined;
    const rewritten = target && this.rewrite(target, value, depth + 1);
    return {
      type: member.type,
      member: { ...member, isOptional: false, type: rewritten?.type ?? type },
      value: entryOf(member.key, rewritten?.value ?? value),
      isCast: false,
    };
  }
}

/** A name for what stands in the subject, other than those that it is said by. */
function chooseName(word: string, subject: Code): Code {
  const used = new Set(subject.match(/\w+/g));
  let name = word;
  for (let count = 2; used.has(name); count++) name = `${word}${count}`;
  return localCode(name);
}
