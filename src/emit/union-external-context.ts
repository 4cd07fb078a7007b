import type { OptionalKind, ParameterDeclarationStructure } from "ts-morph";
import { invariant } from "../invariant.js";
import type { OutsideNames } from "../names/names.js";
import { pathOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { accessOf, code, memberKey, nameCode } from "./code.js";
import type { TagPrinting, UnionPrinting } from "./union-context.js";

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

/** The values of the tag that have leaves. */
export function splitTags({ names }: UnionPrinting): Code {
  return code`keyof ${nameCode(names.leafMap)}`;
}

/** Reads the second tag of a body that may be of a member without it. */
export function readLoosely({ scope }: UnionPrinting, { tag, names }: TagPrinting): Code {
  const path = pathOf(tag);
  const type = path.reduceRight<Code>(
    (inner, key) => code`{ readonly ${memberKey(key)}?: ${inner} }`,
    scope.useType("types", names.type),
  );
  const [key = "", ...inner] = path;
  return inner.reduce<Code>(accessOptional, accessOf(code`(body as ${type})`, key));
}

function accessOptional(holder: Code, key: string): Code {
  const isPlain = accessOf(code``, key).startsWith(".");
  return isPlain ? code`${holder}?.${memberKey(key)}` : code`${holder}?.[${memberKey(key)}]`;
}
