import { importKey } from "../names/names.js";
import type { KeyTemplate, Member, ObjectType, TupleType, Type, TypeKind } from "../types/type-model.js";
import type { Code } from "./code.js";
import {
  code,
  plainCode,
  joinCode,
  memberKey,
  nameCode,
  templateType,
  valueLiteral,
  stringLiteral,
} from "./code.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";
import { documentMember } from "./documentation.js";

/** How a type binds: a union inside an intersection or an array needs parentheses. */
type Strength = "union" | "intersection" | "element";

const strengths: Readonly<Record<Strength, number>> = { union: 0, intersection: 1, element: 2 };

/** The type as TypeScript. What has a name stands by it; the rest is written out, as deep as `names` lets it be. */
export function printType(models: Models, type: Type): string {
  return plainCode(typeCode(models, type));
}

/** The same as code that is part of a declaration. */
export function typeCode(models: Models, type: Type, inside: Strength = "union"): Code {
  const print = printers[type.kind] as (models: Models, type: Type, inside: Strength) => Code;
  return print(models, type, inside);
}

const printers: {
  readonly [K in TypeKind]: (models: Models, type: Extract<Type, { kind: K }>, inside: Strength) => Code;
} = {
  unknown: () => code`unknown`,
  never: () => code`never`,
  undefined: () => code`undefined`,
  structure: () => code`object`,
  "unknown-tag": () => nameCode("UnknownTag"),
  tag: ({ names }, { union, index }) => nameCode(names.unions.get(union)?.tags[index]?.type ?? ""),
  primitive: (_, { name }) => nameCode(name),
  brand: ({ names }, { formats }, inside) =>
    enclose(
      formats.length > 1 ? "intersection" : "element",
      inside,
      joinCode(
        formats.map((format) => nameCode(names.brands.get(format)?.type ?? "")),
        " & ",
      ),
    ),
  imported: ({ names }, type) => nameCode(names.imports.get(importKey(type)) ?? ""),
  "open-string": (_, { values }, inside) => {
    const known = values.map(valueLiteral);
    return enclose("union", inside, joinCode([...known, code`(string & {})`], " | "));
  },
  literal: (_, { value }) => valueLiteral(value),
  inherited: (_, { key }) => code`Object[${stringLiteral(key)}]`,
  array: (models, { item }, inside) => arrayOf(models, code`${typeCode(models, item, "element")}[]`, inside),
  tuple: (models, type, inside) => arrayOf(models, printTuple(models, type), inside),
  object: (models, type, inside) => printObject(models, type, inside),
  reference: (models, { target }, inside) => {
    const names = models.names.declarations.get(target);
    return names ? nameCode(names.type) : typeCode(models, declaredType(models, target), inside);
  },
  union: (models, { members }, inside) =>
    enclose(
      "union",
      inside,
      joinCode(
        // An open string is members of the union itself.
        members.map((member) =>
          typeCode(models, member, member.kind === "open-string" ? "union" : "intersection"),
        ),
        " | ",
      ),
    ),
  intersection: (models, { members }, inside) =>
    enclose(
      "intersection",
      inside,
      joinCode(
        members.map((member) => typeCode(models, member, "element")),
        " & ",
      ),
    ),
};

function enclose(own: Strength, inside: Strength, text: Code): Code {
  return strengths[own] < strengths[inside] ? code`(${text})` : text;
}

/** `readonly` binds less than the brackets of an array around it. */
function arrayOf({ options }: Models, text: Code, inside: Strength): Code {
  return options.readonly ? enclose("intersection", inside, code`readonly ${text}`) : text;
}

function printTuple(models: Models, { elements, required, rest }: TupleType): Code {
  const written = elements.map((element, index) =>
    index < required ? typeCode(models, element) : code`${typeCode(models, element, "element")}?`,
  );
  const spread = rest ? [code`...${typeCode(models, rest, "element")}[]`] : [];
  return code`[${joinCode([...written, ...spread], ", ")}]`;
}

function printObject(models: Models, type: ObjectType, inside: Strength): Code {
  const bases = type.bases.map((base) => typeCode(models, { kind: "reference", target: base }, "element"));
  const body = type.members.length + type.indexes.length > 0 ? [printBody(models, type)] : [];
  return enclose(
    bases.length + body.length > 1 ? "intersection" : "element",
    inside,
    joinCode([...bases, ...body], " & "),
  );
}

function printBody(models: Models, { members, indexes }: ObjectType): Code {
  const readonly = models.options.readonly ? code`readonly ` : code``;
  const lines = members.map(
    (member) => code`${documentMember(models, member)}${readonly}${printMember(models, member)}`,
  );
  const signatures = indexes.map(
    ({ template, type }) => code`${readonly}[key: ${indexKey(template)}]: ${typeCode(models, type)};`,
  );
  return code`{\n${joinCode([...lines, ...signatures], "\n")}\n}`;
}

function printMember(models: Models, { key, type, isOptional }: Member): Code {
  return code`${memberKey(key)}${isOptional ? code`?` : code``}: ${typeCode(models, type)};`;
}

export function indexKey(template: KeyTemplate | undefined): Code {
  return template === undefined ? code`string` : templateType(template);
}
