import type { OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { invariant } from "../invariant.js";
import type { OutsideNames } from "../names/names.js";
import type { Code } from "./code.js";
import { code, nameCode } from "./code.js";
import type { UnionPrinting } from "./union-context.js";

export type Parameter = OptionalKind<ParameterDeclarationStructure>;

export function outsideOf({ names: { outside } }: UnionPrinting): OutsideNames {
  invariant(outside, "a union with an external tag has names for it");
  return outside;
}

/** The type of the body that the first type parameter names: a value of the tag is a string, and so a key of the map. */
export function bodyOf({ names, parameters }: UnionPrinting): Code {
  return code`${nameCode(names.map)}[${parameters.first}]`;
}

/** The parameter of the tag, of the type that the first type parameter is. */
export function tagParameter({ first, parameters }: UnionPrinting): Parameter {
  return { name: first.names.parameter, type: parameters.first };
}

export function tagTypeOf({ scope, first }: UnionPrinting): Code {
  return scope.useType("types", first.names.type);
}

/** What takes all that has no handler: the tag too, which nothing else says. */
export function fallbackOf(printing: UnionPrinting): Code {
  const { first, closed, parameters } = printing;
  return code`(${nameCode(first.names.parameter)}: ${tagTypeOf(printing)}, body: ${closed}) => ${parameters.result}`;
}
