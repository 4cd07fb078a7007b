import type { StatementStructures } from "ts-morph";
import { invariant } from "../invariant.js";
import type { DeclarationNames, EnumNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { code, entryOf, joinCode, nameCode, valueLiteral } from "./code.js";
import type { Models } from "./context.js";
import { listKnownValues } from "./known-values.js";
import { StructureKind } from "./structure-kind.js";
import { docsOf, printDeclaration } from "./types-module.js";

/** An enum that is also a constant object. */
interface PrintedEnum {
  readonly node: NodeId;
  readonly names: DeclarationNames;
  readonly constants: EnumNames;
}

function listEnums({ names }: Models): readonly PrintedEnum[] {
  return [...names.enums].map(([node, constants]) => {
    const own = names.declarations.get(node);
    invariant(own, "an enum has a name");
    return { node, names: own, constants };
  });
}

/** Of every enum its type, its values by name, and all of them in a row. The type stands here, since it shares the object's name. */
export function printEnums(models: Models): StatementStructures[] {
  const known = new Map(listKnownValues(models).map((each) => [each.node, each]));
  return listEnums(models).flatMap(({ node, names, constants }) => {
    const type = nameCode(names.type);
    const open = known.get(node);
    const values = (open?.values ?? models.facts.literals(node) ?? []).map(valueLiteral);
    const value = open ? nameCode(open.names.type) : type;
    const entries = values.map((value, index) => entryOf(constants.keys[index] ?? "", value));
    return [
      printDeclaration(models, node, names),
      ...(open ? [printDeclaration(models, open.id, open.names)] : []),
      constant(
        constants.object,
        code`{ ${joinCode(entries, ", ")} } as const`,
        `The values of \`${value}\` by name.`,
      ),
      constant(
        constants.values,
        code`[${joinCode(values, ", ")}]`,
        `Every \`${value}\`, in the schema's order.`,
        code`readonly ${value}[]`,
      ),
    ];
  });
}

function constant(name: string, initializer: Code, description: string, type?: Code): StatementStructures {
  return {
    kind: StructureKind.VariableStatement,
    isExported: true,
    declarationKind: "const" as never,
    declarations: [{ name, initializer, ...(type === undefined ? {} : { type }) }],
    docs: docsOf(description),
  };
}
