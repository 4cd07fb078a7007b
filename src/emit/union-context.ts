import { invariant } from "../invariant.js";
import type { DeclarationNames, TagNames, UnionNames } from "../names/names.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import { hasUnknownVariant, isMixed } from "../unions/parts.js";
import type { Part, Tag, TagValue, Union } from "../unions/unions.js";
import { pathOf, wordsOf } from "../unions/unions.js";
import type { Code } from "./code.js";
import { accessOf, code, joinCode, localCode, memberKey, nameCode, stringLiteral } from "./code.js";
import type { Models } from "./context.js";
import type { Scope } from "./scope.js";
import { listNames } from "./taken-names.js";

/** One union, with all that its helpers are printed from. */
export interface UnionPrinting {
  readonly models: Models;
  readonly scope: Scope;
  readonly union: Union;
  readonly names: UnionNames;
  /** The closed union's type, and the one that helpers take: the open one where there is one. */
  readonly closed: Code;
  readonly taken: Code;
  readonly open: Code | undefined;
  /** What helpers call a value of the union; where its tag stands outside, `body`. */
  readonly parameter: Code;
  readonly first: TagPrinting;
  readonly second: TagPrinting | undefined;
  /** Type parameters: of what handlers return, and of the tags. No declared type has their names. */
  readonly parameters: TypeParameters;
}

export interface TypeParameters {
  readonly result: Code;
  readonly handlers: Code;
  readonly other: Code;
  readonly base: Code;
  readonly first: Code;
  readonly second: Code;
}

export interface TagPrinting {
  readonly tag: Tag;
  readonly names: TagNames;
  /** As people read it: `context.type`. */
  readonly text: string;
  /** The expression that reads it from a value of the union. */
  readonly read: (subject: Code) => Code;
}

export function startUnion(
  models: Models,
  scope: Scope,
  union: Union,
  parameters: TypeParameters,
): UnionPrinting {
  const names = models.names.unions.get(union.node);
  invariant(names, "a union has names");
  const closed = scope.useType("types", declarationNames(models, union.node).type);
  const open = hasUnknownVariant(union)
    ? scope.useType("types", declarationNames(models, openUnionOf(union.node)).type)
    : undefined;
  const [first, second] = union.tags.map((tag, index) => {
    const tagNames = names.tags[index];
    invariant(tagNames, "a tag has names");
    const text = wordsOf(tag).join(".");
    return { tag, names: tagNames, text, read: readerOf(scope, union, index, tagNames) };
  });
  invariant(first, "a union has a tag");
  return {
    models,
    scope,
    union,
    names,
    closed,
    taken: (union.fallback === undefined ? open : undefined) ?? closed,
    open,
    parameter: localCode(names.parameter),
    first,
    second,
    parameters,
  };
}

/** Type parameters that are called as nothing else is, for all unions. */
export function nameParameters({ names }: Models): TypeParameters {
  const taken = new Set(listNames(names));
  const free = (name: string): Code => {
    let parameter = name;
    while (taken.has(parameter)) parameter = `Any${parameter}`;
    return localCode(parameter);
  };
  return {
    result: free("Result"),
    handlers: free("Handlers"),
    other: free("Other"),
    base: free("Base"),
    first: free("First"),
    second: free("Second"),
  };
}

export function declarationNames(models: Models, id: string): DeclarationNames {
  const names = models.names.declarations.get(id);
  invariant(names, `${id} has names`);
  return names;
}

/** The type of a variant or a leaf. */
export function partType({ models, scope }: UnionPrinting, part: Part): Code {
  return scope.useType("types", declarationNames(models, part.id).type);
}

export function unknownType({ models, scope, union }: UnionPrinting): Code {
  return scope.useType("types", declarationNames(models, unknownVariantOf(union.node)).type);
}

/** The type at the key that a value of the tag has in a map: the value itself where it is a text, its text otherwise. */
export function indexBy(map: Code, parameter: Code, { tag }: TagPrinting): Code {
  return areKeys(tag.values) ? code`${map}[${parameter}]` : code`${map}[\`\${${parameter}}\`]`;
}

/** The leaves of the variant that the first type parameter names. */
export function leavesOf({ names, first, parameters, union }: UnionPrinting): Code {
  const map = nameCode(names.leafMap);
  return isMixed(union) && !areKeys(first.tag.values)
    ? code`${map}[\`\${${parameters.first}}\` & keyof ${map}]`
    : indexBy(map, parameters.first, first);
}

/** What the first tag may be beside a second: where not all variants have one, the values of those that do. */
export function pairConstraint({ names, first, union }: UnionPrinting): Code {
  return isMixed(union) && areKeys(first.tag.values)
    ? code`keyof ${nameCode(names.leafMap)}`
    : nameCode(first.names.type);
}

/** What the second tag may be beside the first type parameter. */
export function secondConstraint(printing: UnionPrinting, second: TagPrinting): Code {
  const { names, first, parameters } = printing;
  if (areKeys(second.tag.values)) return code`keyof ${leavesOf(printing)}`;
  const variant = indexBy(nameCode(names.map), parameters.first, first);
  const tag = pathOf(second.tag).reduce<Code>(
    (holder, key) => code`${holder}[${stringLiteral(key)}]`,
    variant,
  );
  return code`${tag} & ${nameCode(second.names.type)}`;
}

/** The leaf of both type parameters. Where values are no keys, TypeScript has to be told that their texts are. */
export function leafOf(printing: UnionPrinting, { tag }: TagPrinting): Code {
  const leaves = leavesOf(printing);
  const { second } = printing.parameters;
  return areKeys(tag.values)
    ? code`${leaves}[${second}]`
    : code`${leaves}[\`\${${second}}\` & keyof ${leaves}]`;
}

/**
 * The leaf of both type parameters as what a predicate narrows to, which has to be of the type that it narrows. An intersection
 * with the union, or with the variant, would make a compiler put together all members of the one with all of the other.
 */
export function narrowedLeafOf(printing: UnionPrinting, second: TagPrinting, taken: Code): Code {
  return code`${printing.scope.useType("runtime", "PartOf")}<${taken}, ${leafOf(printing, second)}>`;
}

/** A tag value as the key of a map type: its text, since property names are texts. */
export function mapKey(value: TagValue): Code {
  return memberKey(String(value));
}

/** Whether a tag's values are themselves the keys of its map. */
export function areKeys(values: readonly TagValue[]): boolean {
  return values.every((value) => typeof value === "string");
}

/** The parts by key of the map, each once: values with the same text, such as 1 and "1", share one. */
export function groupByKey<T extends Part>(parts: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const part of parts) groups.set(String(part.value), [...(groups.get(String(part.value)) ?? []), part]);
  return groups;
}

/** `event.context.type`, where every branch has it; by a call where it may be missing, or is the presence of a key; a parameter where it stands outside. */
function readerOf(scope: Scope, union: Union, index: number, names: TagNames): TagPrinting["read"] {
  const tag = union.tags[index];
  if (tag?.kind === "presence") {
    const presentKey = scope.use("runtime", "presentKey");
    return (subject) => code`${presentKey}(${subject}, ${nameCode(names.values)})`;
  }
  if (tag?.kind === "external") return () => localCode(names.parameter);
  const path = tag ? pathOf(tag) : [];
  // A body whose outside tag is unknown may be anything.
  const isAnything = union.isOpen && union.tags[0].kind === "external";
  if (isAlwaysThere(union, index) && !isAnything) return (subject) => path.reduce<Code>(accessOf, subject);
  const keys = joinCode(path.map(stringLiteral), ", ");
  return (subject) => code`${scope.use("runtime", "tagAt")}(${subject}, ${keys})`;
}

/** Whether every value of the union has the tag. */
function isAlwaysThere({ branches }: Union, index: number): boolean {
  return branches.every(({ values }) => values[index] !== undefined && !values[index]?.includes(undefined));
}
