import type { FunctionDeclarationStructure, StatementStructures } from "ts-morph";
import { toCamelCase } from "../identifier.js";
import { invariant } from "../invariant.js";
import type { BrandNames } from "../names/names.js";
import type { Format } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, commentText, memberKey } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest, compare } from "./condition.js";
import type { Models } from "./context.js";
import { formatFunctions } from "./format-functions.js";
import { startPrinting } from "./guard-expression.js";
import { callExtension } from "./guard-extensions.js";
import { predicate } from "./guards-module.js";
import type { Printing } from "./printing.js";
import type { Scope } from "./scope.js";
import { StructureKind } from "./structure-kind.js";
import { docsOf } from "./types-module.js";

/**
 * The type of strings of each format: a string with a property that no string has. Its name is plain text, so that the type is one
 * and the same in both forms of a package; it sorts behind all others where an editor lists them.
 */
export function printBrands(models: Models): StatementStructures[] {
  const hasGuards = models.options.runtime.length > 0;
  return listBrands(models).map(([{ name }, names]) => ({
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.type,
    type: code`string & { readonly ${memberKey(`~${name}`)}: true }`,
    docs: docsOf(
      `A string of the format ${showFormat(name)}${hasGuards ? `; \`${names.guard}\` tests it` : ""}.`,
    ),
  }));
}

/** For each format whether a value is a string that has it. */
export function printBrandGuards(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  return listBrands(models).map(([format, names]) => {
    const type = scope.useType("types", names.type);
    const printing = startPrinting(models, scope, toCamelCase(names.type));
    const subject: Code = code`value`;
    const isString = compare(code`typeof ${subject}`, "===", code`"string"`);
    const test = all([isString, formatCondition(printing, format, subject)]);
    const description = `Whether a value is a string of the format ${showFormat(format.name)}.`;
    return { ...predicate(names.guard, test, type), docs: docsOf(description) };
  });
}

function formatCondition(printing: Printing, format: Format, subject: Code): Condition {
  if (format.export !== undefined) return callExtension(printing, format.export, [subject]);
  const [, test] = Object.entries(formatFunctions).find(([name]) => name === format.name) ?? [];
  invariant(test !== undefined, `no function for the format ${format.name}`);
  return callTest(code`${printing.scope.use("runtime", test)}(${subject})`);
}

function listBrands({ types, names }: Models): readonly (readonly [Format, BrandNames])[] {
  return [...types.brands.values()].map((format) => {
    const own = names.brands.get(format.name);
    invariant(own, "a brand has a name");
    return [format, own] as const;
  });
}

function showFormat(name: string): string {
  return `\`${commentText(name).replaceAll("\n", " ")}\``;
}
