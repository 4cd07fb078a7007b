import type { OptionalKind, TypeParameterDeclarationStructure } from "ts-morph";
import { invariant } from "../invariant.js";
import type { OutsideNames } from "../names/names.js";
import type { Code } from "./code.js";
import { code, joinCode, localCode, nameCode } from "./code.js";
import type { UnionPrinting } from "./union-context.js";

/** A parameter of a helper. */
export interface Given {
  readonly name: string;
  readonly type: Code;
}

export type TypeParameter = OptionalKind<TypeParameterDeclarationStructure>;

/** Whether helpers take a tag before the value, since it stands outside. */
export function isOutside({ first }: UnionPrinting): boolean {
  return first.tag.kind === "external";
}

export function outsideOf({ names: { outside } }: UnionPrinting): OutsideNames {
  invariant(outside, "a union with an external tag has names for it");
  return outside;
}

/** What a helper takes: a value of the type, and before it the tag that stands outside, if one does. */
export function listGiven(printing: UnionPrinting, type: Code, tagType = tagTypeOf(printing)): Given[] {
  const { first, parameter } = printing;
  const value = { name: parameter, type };
  return isOutside(printing) ? [{ name: first.names.parameter, type: tagType }, value] : [value];
}

/** What a helper takes whose types say that tag and body go together: those of the first type parameter. */
export function listGivenTogether(printing: UnionPrinting): Given[] {
  return listGiven(printing, bodyOf(printing), printing.parameters.first);
}

/** The statement that takes a message apart into what other helpers take one by one. */
export function takeApart({ first, parameter }: UnionPrinting, message: Code): Code {
  return code`const { ${localCode(first.names.parameter)}, ${parameter} } = ${message};`;
}

/** As a function calls them that does not read the value: with an underscore, so that `noUnusedParameters` lets it pass. */
export function leaveUnread({ parameter }: UnionPrinting, given: readonly Given[]): Given[] {
  return given.map(({ name, type }) => ({ name: name === parameter ? `_${name}` : name, type }));
}

/** The first type parameter: of a tag that stands outside. */
export function tagTypeParameter(printing: UnionPrinting): TypeParameter {
  return { name: printing.parameters.first, constraint: tagTypeOf(printing) };
}

/** The names of the parameters, as a call passes them on. */
export function passGiven(given: readonly Given[]): Code {
  return joinCode(
    given.map(({ name }) => localCode(name)),
    ", ",
  );
}

/** A function type that takes them. */
export function takesGiven(given: readonly Given[], returned: Code): Code {
  const parameters = given.map(({ name, type }) => code`${localCode(name)}: ${type}`);
  return code`(${joinCode(parameters, ", ")}) => ${returned}`;
}

/** The type of the body that the first type parameter names: a value of the tag is a string, and so a key of the map. */
export function bodyOf({ names, parameters }: UnionPrinting): Code {
  return code`${nameCode(names.map)}[${parameters.first}]`;
}

export function tagTypeOf({ scope, first }: UnionPrinting): Code {
  return scope.useType("types", first.names.type);
}
