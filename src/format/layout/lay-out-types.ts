import {
  align,
  type Document,
  group,
  ifBroken,
  indent,
  indentIfBroken,
  join,
  line,
  softLine,
} from "./document.js";
import { type Layouter, type Place, trailingComma } from "./layouter.js";
import type {
  Affixed,
  ConditionalType,
  FunctionType,
  Intersection,
  MappedType,
  Predicate,
  Reference,
  Tuple,
  Type,
  TypeParameter,
  Union,
} from "./syntax.js";
import { laySignature } from "./lay-out-signatures.js";

export function isObjectType(type: Type): boolean {
  return type.kind === "typeLiteral" || type.kind === "mappedType";
}

/** One object or name beside nothing but `null` and `void`: it stands without breaks of the union. */
export function isHuggedUnion({ types }: Union, layouter: Layouter): boolean {
  const held = types.find((type) => isObjectType(type) || isName(type));
  return held !== undefined && types.every((type) => type === held || isNothing(type, layouter));
}

function isName(type: Type): boolean {
  return (type.kind === "atom" && type.is === "name") || type.kind === "reference";
}

function isNothing(type: Type, layouter: Layouter): boolean {
  const text = type.kind === "atom" && type.is === "keyword" ? layouter.print(type) : "";
  return text === "null" || text === "void";
}

export function layUnion(layouter: Layouter, node: Union, place: Place): Document {
  const types = node.types.map((type) => layouter.lay(type));
  if (isHuggedUnion(node, layouter)) return join(" | ", types);
  const isBroken = layouter.isForced(node);
  const alternatives = types.map((type, index) => [
    index === 0 ? ifBroken("| ") : [line, "| "],
    align(2, type),
  ]);
  const union = group(alternatives, isBroken);
  if (node.hasParentheses) return group([indent([softLine, union]), softLine], isBroken);
  if (place === "elementOfMany") {
    return group([indent([ifBroken(["(", softLine]), union]), softLine, ifBroken(")")], isBroken);
  }
  if (place === "brokenAlias" || place === "element") return union;
  return group(indent([softLine, union]), isBroken);
}

export function layIntersection(layouter: Layouter, node: Intersection): Document {
  let isMixed = false;
  const parts = node.types.map((type, index): Document => {
    const document = layouter.lay(type);
    const previous = node.types[index - 1];
    if (!previous) return document;
    const [isObject, wasObject] = [isObjectType(type), isObjectType(previous)];
    if (isObject && wasObject) return [" & ", isMixed ? indent(document) : document];
    if (!isObject && !wasObject) return indent([" &", line, document]);
    if (index > 1) isMixed = true;
    return [" & ", index > 1 ? indent(document) : document];
  });
  return group(parts, layouter.isForced(node));
}

export function layTuple(layouter: Layouter, node: Tuple): Document {
  if (node.elements.length === 0) return "[]";
  const isBroken = layouter.isForced(node);
  const place = node.elements.length > 1 ? "elementOfMany" : "element";
  const elements = node.elements.map((each) => group(layouter.lay(each, place), layouter.isForced(each)));
  const comma = trailingComma(layouter.options) ? ifBroken(",") : "";
  return group(["[", indent([softLine, join([",", line], elements), comma]), softLine, "]"], isBroken);
}

export function layAffixed(layouter: Layouter, node: Affixed): Document {
  if (node.is === "optional") return [layouter.lay(node.type), "?"];
  const { source } = layouter;
  const prefix = source.print(node.first, node.type.first - 1);
  const space = source.spaces[node.type.first] === 1 ? " " : "";
  return [prefix, space, layouter.lay(node.type)];
}

export function layReference(layouter: Layouter, node: Reference): Document {
  return [layouter.print(node.name), layTypeArguments(layouter, node.args)];
}

export function layTypeArguments(layouter: Layouter, args: readonly Type[], isForArrow = false): Document {
  const [only] = args;
  if (!only) return "";
  const documents = args.map((type) => layouter.lay(type, "element"));
  if (args.length === 1 && isHuggedArgument(only, layouter) && (!isForArrow || isObjectType(only))) {
    return ["<", ...documents, ">"];
  }
  const isBroken = args.some((each) => layouter.isForced(each));
  return group(["<", indent([softLine, join([",", line], documents)]), softLine, ">"], isBroken);
}

function isHuggedArgument(type: Type, layouter: Layouter): boolean {
  if (isObjectType(type) || type.kind === "atom") return true;
  return type.kind === "union" && isHuggedUnion(type, layouter);
}

export function layTypeParameters(layouter: Layouter, parameters: readonly TypeParameter[]): Document {
  const [only] = parameters;
  if (!only) return "";
  const documents = parameters.map((each) => layouter.lay(each));
  const comma = trailingComma(layouter.options) ? ifBroken(",") : "";
  const isBroken = parameters.some((each) => layouter.isForced(each));
  return group(["<", indent([softLine, join([",", line], documents)]), comma, softLine, ">"], isBroken);
}

export function layTypeParameter(layouter: Layouter, node: TypeParameter): Document {
  const after = (word: string, type: Type | undefined): Document => {
    if (!type) return "";
    const name = Symbol(word);
    return [` ${word}`, group(indent(line), false, name), indentIfBroken(layouter.lay(type), name)];
  };
  return group(
    [node.name, after("extends", node.constraint), after("=", node.initial)],
    layouter.isForced(node),
  );
}

export function layFunctionType(layouter: Layouter, node: FunctionType): Document {
  const signature = laySignature(layouter, node.signature, " => ", layTypeParameters);
  return group([node.prefix, signature.typeParameters, ...signature.parts], layouter.isForced(node));
}

export function layPredicate(layouter: Layouter, { first, type }: Predicate): Document {
  return [layouter.source.print(first, type.first - 1), " ", layouter.lay(type)];
}

export function layMappedType(layouter: Layouter, node: MappedType): Document {
  const space = layouter.options.bracketSpacing ? line : softLine;
  const names = node.nameType ? [" as ", layouter.lay(node.nameType)] : "";
  const key = [
    "[",
    indent([softLine, node.key, " in ", layouter.lay(node.constraint), names]),
    softLine,
    "]",
  ];
  const isKeyBroken = layouter.isForced(node.constraint);
  const type = node.type ? [": ", layouter.lay(node.type)] : "";
  const member = group(
    [node.modifiers, group(key, isKeyBroken), node.optional, type],
    hasForcedPart(layouter, node),
  );
  const isBroken = layouter.isForced(node);
  return group(["{", indent([space, member, ifBroken(";")]), space, "}"], isBroken);
}

function hasForcedPart(layouter: Layouter, { constraint, nameType, type }: MappedType): boolean {
  return [constraint, nameType, type].some((each) => each !== undefined && layouter.isForced(each));
}

/** The root of a chain of conditions; those in its branches are laid out with it. */
export function layConditionalType(layouter: Layouter, node: ConditionalType): Document {
  const [test, ...branches] = layConditions(layouter, node);
  return group([test ?? "", indent(branches)], layouter.isForced(node));
}

function layConditions(layouter: Layouter, node: ConditionalType): Document[] {
  const documents: Document[] = [[layouter.lay(node.check), " extends ", layouter.lay(node.extended)]];
  const { whenTrue, whenFalse } = node;
  const isNested = whenTrue.kind === "conditionalType";
  documents.push([
    [line, "? ", isNested ? ifBroken("", "(") : ""],
    layBranch(
      layouter,
      isNested ? layConditionsAgain(layouter, whenTrue) : layouter.lay(whenTrue, "element"),
    ),
    [isNested ? ifBroken("", ")") : "", line, ": "],
  ]);
  if (whenFalse.kind === "conditionalType") documents.push(layElse(layouter, whenFalse));
  else documents.push(layBranch(layouter, layouter.lay(whenFalse, "element")));
  return documents;
}

function layElse(layouter: Layouter, node: ConditionalType): Document {
  const [test = "", ...branches] = layConditions(layouter, node);
  return layBranch(layouter, [align(2, test), branches]);
}

function layConditionsAgain(layouter: Layouter, node: ConditionalType): Document {
  const [test = "", ...branches] = layConditions(layouter, node);
  return [test, align(Math.max(0, layouter.options.tabWidth - 2), branches)];
}

export function layBranch(layouter: Layouter, document: Document): Document {
  return layouter.options.useTabs ? indent(document) : align(2, document);
}
