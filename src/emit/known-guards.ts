import type { FunctionDeclarationStructure } from "ts-morph";
import { toCamelCase } from "../identifier.js";
import { code } from "./code.js";
import type { Models } from "./context.js";
import { startPrinting } from "./guard-expression.js";
import { literalCondition } from "./guard-literals.js";
import { predicate } from "./guards-module.js";
import { listKnownValues } from "./known-values.js";
import type { Scope } from "./scope.js";
import { docsOf } from "./types-module.js";

/** For each open enum that has a name: whether a value is one that it knows. */
export function printKnownGuards(models: Models, scope: Scope): FunctionDeclarationStructure[] {
  return listKnownValues(models).map(({ node, names, values }) => {
    const type = scope.useType("types", names.type);
    const printing = startPrinting(models, scope, toCamelCase(names.type));
    const test = literalCondition(printing, { values, site: { node, tokens: ["type"] } }, code`value`);
    const description = `Whether a value is a \`${type}\`.`;
    return { ...predicate(names.guard, test, type), docs: docsOf(description) };
  });
}
