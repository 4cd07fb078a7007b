import type { FunctionDeclarationStructure } from "ts-morph";
import type { RuntimeSet } from "../config/config.js";
import type { Type } from "../types/type-model.js";
import { code, commentText, nameCode } from "./code.js";
import type { Models } from "./context.js";
import { printCoercion } from "./reading-coercion.js";
import { findDefault } from "./reading-defaults.js";
import { type FormKind, Forms, dateType } from "./reading-forms.js";
import type { Printed } from "./print-declarations.js";
import type { Scope } from "./scope.js";
import { StructureKind } from "./structure-kind.js";
import { docsOf, printDeclaration } from "./types-module.js";
import { declaredType } from "./context.js";

/** The module of what makes new values of those that were received. */
export const readingModule = "reading";

/** What fills in defaults, coerces and makes dates, as far as it is asked for; see docs/reading.md. */
export function printReading(models: Models, scope: Scope): Printed[] {
  // Which of them the types name is seen in their text.
  const { declarations, brands } = models.names;
  for (const { type } of [...declarations.values(), ...brands.values()]) scope.useType("types", type);
  const wanted = (set: RuntimeSet): boolean => models.options.runtime.includes(set);
  return [
    ...(wanted("defaults") ? printForms(models, filled, describeFilled) : []),
    ...(wanted("coercion") ? printCoercion(models, scope) : []),
    ...(wanted("dates") ? printForms(models, makeDated(scope), describeDated) : []),
  ];
}

const filled: FormKind = {
  suffix: "?filled",
  isSubtype: true,
  typeName: (names) => names.filled,
  functionName: (names) => names.fill,
  whole: () => undefined,
  absent: findDefault,
};

function makeDated(scope: Scope): FormKind {
  const toDate = (subject: Parameters<FormKind["whole"]>[2]) =>
    code`${scope.use("runtime", "toDate")}(${subject})`;
  return {
    suffix: "?dated",
    isSubtype: false,
    typeName: (names) => names.dated,
    functionName: (names) => names.readDates,
    whole: (models, id, subject) => {
      if (!hasDateTimes(models, id)) return undefined;
      const type = declaredType(models, id);
      if (isText(type)) return { type: dateType, value: toDate(subject), isCast: false };
      const isNullable =
        type.kind === "union" &&
        type.members.length === 2 &&
        type.members.every((each) => isText(each) || isNull(each));
      if (!isNullable || !type.members.some(isText)) return undefined;
      const members = type.members.map((each) => (isText(each) ? dateType : each));
      const value = code`(${subject} === null ? null : ${toDate(subject)})`;
      return { type: { kind: "union", members }, value, isCast: false };
    },
    absent: () => undefined,
  };
}

/** Whether all texts among the values are checked to be times. */
function hasDateTimes({ graph, facts }: Models, id: string): boolean {
  if (!graph.nodes.has(id)) return false;
  return facts.conjuncts(id).some((each) => {
    const schema = graph.nodes.get(each)?.schema;
    const format = typeof schema === "object" ? schema.format : undefined;
    return format?.name === "date-time" && format.asserted && format.export === undefined;
  });
}

function isText(type: Type): boolean {
  return (type.kind === "primitive" && type.name === "string") || type.kind === "brand";
}

function isNull(type: Type): boolean {
  return type.kind === "primitive" && type.name === "null";
}

interface Described {
  readonly type: string;
  readonly value: string;
}

const describeFilled = (name: string): Described => ({
  type: `What \`${name}\` is when its defaults are filled in.`,
  value: `A new value, with the defaults of what a valid \`${name}\` lacks.`,
});

const describeDated = (name: string): Described => ({
  type: `What \`${name}\` is when its times are dates.`,
  value: `A new value, with dates in place of the times in a valid \`${name}\`.`,
});

/** The type of each declaration whose values change, and what makes them. */
function printForms(models: Models, kind: FormKind, describe: (name: string) => Described): Printed[] {
  const forms = new Forms(models, kind);
  const printing = forms.models;
  return forms.list().flatMap(([id, own, reading]): Printed[] => {
    const rewritten = forms.rewriteDeclared(id, code`value`);
    if (!rewritten) return [];
    const type = kind.typeName(reading);
    const docs = describe(commentText(own.type));
    const cast = rewritten.isCast ? code` as ${nameCode(type)}` : code``;
    const convert: FunctionDeclarationStructure = {
      kind: StructureKind.Function,
      name: kind.functionName(reading),
      isExported: true,
      parameters: [{ name: "value", type: nameCode(own.type) }],
      returnType: nameCode(type),
      statements: [code`return ${rewritten.value}${cast};`],
      docs: docsOf(docs.value),
    };
    return [printDeclaration(printing, forms.formOf(id), { ...own, type }, docs.type), convert];
  });
}
