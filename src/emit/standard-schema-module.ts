import type { StatementStructures } from "ts-morph";
import { code } from "./code.js";
import type { Models } from "./context.js";
import { constant, definitionsModule } from "./definitions-module.js";
import type { Scope } from "./scope.js";

export const standardSchemaModule = "standard-schema";

/**
 * Of every definition an object that libraries take that know Standard Schema. Its type is one name with one argument, so that a
 * compiler looks into none that is not used.
 */
export function printStandardSchemas({ names }: Models, scope: Scope): StatementStructures[] {
  return [...names.schemas].flatMap(([id, { object, definition }]) => {
    const declared = names.declarations.get(id);
    if (object === undefined || !declared) return [];
    const create = scope.use("runtime", "standardSchemaOf");
    const validate = scope.use("validators", declared.validate);
    const type = scope.useType("types", declared.type);
    return constant(
      object,
      code`${scope.useType("runtime", "StandardSchema")}<${type}>`,
      code`/* @__PURE__ */ ${create}(${validate}, ${scope.use(definitionsModule, definition)})`,
      `\`${declared.type}\` for libraries that take a Standard Schema.`,
    );
  });
}
