import type { StatementStructures } from "ts-morph";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Type } from "../types/type-model.js";
import { code, memberKey, nameCode } from "./code.js";
import type { Models } from "./context.js";
import { declaredType } from "./context.js";
import { typeCode } from "./print-type.js";
import type { Scope } from "./scope.js";
import { sayOthers } from "./say-others.js";
import { spellOut } from "./spell-out.js";
import { StructureKind } from "./structure-kind.js";
import { listNames } from "./taken-names.js";
import { docsOf } from "./types-module.js";

/** The module that holds nothing for users. */
export const typeChecksModule = "type-checks";

/**
 * Our own types of what another printer has declared, and a check of each that a compiler makes wherever it reads the module: that
 * the other's type admits every value of ours, and so all that the guard accepts. Ours are aliases: an object of an alias fits an index
 * signature that it does not have, one of an interface does not.
 */
export function printTypeChecks(models: Models, scope: Scope): StatementStructures[] {
  const taken = new Set(listNames(models.names));
  const schemas = [...models.names.declarations].filter(([id]) => models.graph.nodes.has(id));
  const ours = new Map(schemas.map(([id, names]) => [id, { ...names, type: freeName(taken, names.type) }]));
  const own = withNames(models, ours);
  const checks = nameTypeChecks(models);
  const admits = freeName(new Set([...taken, checks]), "Admits", "");
  const types = schemas.map(([id]) => ours.get(id)?.type ?? "");
  return [
    {
      kind: StructureKind.TypeAlias,
      name: admits,
      typeParameters: [{ name: "Printed" }, { name: "Own", constraint: "Printed" }],
      type: "[Printed, Own]",
      docs: docsOf("Compiles where every value of `Own` is one of `Printed`."),
    },
    ...schemas.map(([id], index): StatementStructures => ({
      kind: StructureKind.TypeAlias,
      name: types[index] ?? "",
      type: typeCode(own, declaredType(own, id)),
    })),
    {
      kind: StructureKind.Interface,
      name: checks,
      isExported: true,
      docs: docsOf(checksText),
      properties: schemas.map(([, { type }], index) => ({
        name: memberKey(type),
        type: code`${nameCode(admits)}<${scope.useType("types", type)}, ${nameCode(types[index] ?? "")}>`,
      })),
    },
  ];
}

/** What its one export is called. */
export function nameTypeChecks({ names }: Models): string {
  return freeName(new Set(listNames(names)), "TypeChecks", "");
}

const checksText = [
  "For the compiler, which finds here whether each type admits all that its schema does.",
  "Nothing is to be used.",
].join("\n");

/** The models under other names, and for an assertion of types alone. */
function withNames(models: Models, declarations: ReadonlyMap<NodeId, DeclarationNames>): Models {
  const nodes = [...models.types.nodes].map(([id, type]): [NodeId, Type] => [
    id,
    sayOthers(models, id, spellOut(models, type)),
  ]);
  return {
    ...models,
    names: { ...models.names, declarations },
    types: { ...models.types, nodes: new Map(nodes) },
  };
}

function freeName(taken: Set<string>, stem: string, ending = "BySchemist"): string {
  let name = stem + ending;
  while (taken.has(name)) name += "_";
  taken.add(name);
  return name;
}
