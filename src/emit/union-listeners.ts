import type { StatementStructures, TypeAliasDeclarationStructure } from "ts-morph";
import type { Code } from "./code.js";
import { code, nameCode } from "./code.js";
import { StructureKind } from "./structure-kind.js";
import type { UnionPrinting } from "./union-context.js";
import { isOutside, listGiven, listGivenTogether, passGiven, tagTypeParameter } from "./union-given.js";

/** The types of what listens by the dotted names of a union's members, and the function that calls it. */
export function printListeners(printing: UnionPrinting): StatementStructures[] {
  return [printArguments(printing), printTarget(printing), printEmit(printing)];
}

function printArguments({ names: { listeners }, parameter }: UnionPrinting): StatementStructures {
  const map = nameCode(listeners.map);
  return {
    ...alias(listeners.arguments, code`{ [Name in keyof ${map}]: [${parameter}: ${map}[Name]] }`),
    docs: [
      {
        description: `What listeners are called with, by \`${listeners.type}\`, as Node's \`EventEmitter\` has it: \`new EventEmitter<${listeners.arguments}>()\`.`,
      },
    ],
  };
}

/** A platform's `Event` is a parameter, since generated code knows of no platform. */
function printTarget({
  names: { listeners },
  closed,
  parameters,
  scope,
}: UnionPrinting): StatementStructures {
  const target = scope.useType("runtime", "ListenerTarget");
  return {
    ...alias(listeners.target, code`${target}<${nameCode(listeners.map)}, ${parameters.base}>`),
    typeParameters: [parameters.base],
    docs: [
      {
        description: `An \`EventTarget\` whose events, of the platform's type \`${parameters.base}\`, have the \`${closed}\` of their name as \`detail\`.`,
      },
    ],
  };
}

/** An emitter's own `emit` takes a name with what goes with that one alone, which no type can say of a union. */
function printEmit(printing: UnionPrinting): StatementStructures {
  const {
    names: { listeners },
    closed,
    parameter,
  } = printing;
  const given = listGiven(printing, closed);
  const emitter = {
    name: "emitter",
    type: code`{ emit(name: ${nameCode(listeners.type)}, ${parameter}: ${closed}): unknown }`,
  };
  const docs = [
    { description: `Emits a \`${closed}\` by its name, from Node's \`EventEmitter\` or one like it.` },
  ];
  const together = {
    typeParameters: [tagTypeParameter(printing)],
    parameters: [emitter, ...listGivenTogether(printing)],
    returnType: "void",
    docs,
  };
  return {
    kind: StructureKind.Function,
    isExported: true,
    name: listeners.emit,
    parameters: [emitter, ...given],
    returnType: "void",
    statements: [code`emitter.emit(${nameCode(listeners.read)}(${passGiven(given)}), ${parameter});`],
    ...(isOutside(printing) ? { overloads: [together] } : { docs }),
  };
}

function alias(name: string, type: Code): TypeAliasDeclarationStructure {
  return { kind: StructureKind.TypeAlias, isExported: true, name, type };
}
