import { type Document, group, ifBroken, indent, join, line, softLine } from "./document.js";
import { type Layouter, trailingComma } from "./layouter.js";
import type {
  ArrayPattern,
  Atom,
  Node,
  ObjectPattern,
  Parameter,
  PatternProperty,
  Signature,
  Type,
  TypeParameter,
} from "./syntax.js";

type LayTypeParameters = (layouter: Layouter, parameters: readonly TypeParameter[]) => Document;

/** The parts of a function's head: the parameters are a group of their own where what is returned breaks by itself. */
export function laySignature(
  layouter: Layouter,
  signature: Signature,
  separator: string,
  layTypeParameters: LayTypeParameters,
): { typeParameters: Document; parts: readonly [Document, Document] } {
  const { returned } = signature;
  const result: Document = returned ? [separator, layouter.lay(returned)] : "";
  const parameters = layParameters(layouter, signature.parameters);
  const isBroken = signature.parameters.some((each) => layouter.isForced(each));
  const isGroup = hasOwnGroup(layouter, signature);
  return {
    typeParameters: layTypeParameters(layouter, signature.typeParameters),
    parts: [isGroup ? group(parameters, isBroken) : parameters, result],
  };
}

export function isSignatureForced(layouter: Layouter, { parameters, returned }: Signature): boolean {
  return (
    parameters.some((each) => layouter.isForced(each)) ||
    (returned !== undefined && layouter.isForced(returned))
  );
}

function hasOwnGroup(layouter: Layouter, { typeParameters, parameters, returned }: Signature): boolean {
  const [only] = typeParameters;
  if (!returned || typeParameters.length > 1 || only?.constraint || only?.initial) return false;
  return parameters.length === 1 && (isObjectType(returned) || layouter.isForced(returned));
}

function isObjectType(type: Type | undefined): boolean {
  return type?.kind === "typeLiteral" || type?.kind === "mappedType";
}

export function layParameters(layouter: Layouter, parameters: readonly Parameter[]): Document {
  const [only] = parameters;
  if (!only) return "()";
  if (parameters.length === 1 && isHugged(only)) return ["(", layParameter(layouter, only, true), ")"];
  const documents = parameters.map((each) => layParameter(layouter, each, false));
  const comma = trailingComma(layouter.options, "all") && !parameters.at(-1)?.isRest ? ifBroken(",") : "";
  return ["(", indent([softLine, join([",", line], documents)]), comma, softLine, ")"];
}

/** An only parameter that is an object breaks itself, not the parentheses around it. */
function isHugged({ name, type, initial, isRest }: Parameter): boolean {
  if (isRest) return false;
  if (initial) return name.kind !== "atom" && isPlainInitial(initial);
  return name.kind !== "atom" || isObjectType(type);
}

function isPlainInitial(node: Node): boolean {
  if (node.kind === "atom") return (node as Atom).is === "name";
  const { properties, elements } = node as { properties?: readonly unknown[]; elements?: readonly unknown[] };
  return (
    (node.kind === "object" && properties?.length === 0) || (node.kind === "array" && elements?.length === 0)
  );
}

function layParameter(layouter: Layouter, node: Parameter, isHuggedOne: boolean): Document {
  const { modifiers, isRest, name, isOptional, type, initial } = node;
  const head = [
    modifiers,
    isRest ? "..." : "",
    layTarget(layouter, name, isHuggedOne),
    isOptional ? "?" : "",
  ];
  const isBare = isHuggedOne && name.kind === "atom" && type?.kind === "typeLiteral";
  const annotation = type ? [": ", isBare ? bare(layouter, type) : layouter.lay(type)] : "";
  return [head, annotation, initial ? [" = ", layouter.lay(initial)] : ""];
}

/** The contents of a group, for a group around it. */
function bare(layouter: Layouter, node: Node): Document {
  const document = layouter.expand(node, "any");
  return typeof document === "object" && "contents" in document && document.kind === "group"
    ? document.contents
    : document;
}

/** What values are assigned to. `isBare`: without a group of its own. */
export function layTarget(
  layouter: Layouter,
  node: Atom | ObjectPattern | ArrayPattern,
  isBare: boolean,
): Document {
  return isBare && node.kind === "objectPattern" ? bare(layouter, node) : layouter.lay(node);
}

export function layObjectPattern(layouter: Layouter, node: ObjectPattern): Document {
  if (node.properties.length === 0) return "{}";
  const space = layouter.options.bracketSpacing ? line : softLine;
  const properties = node.properties.map((each) => layPatternProperty(layouter, each));
  const comma = trailingComma(layouter.options) && !node.properties.at(-1)?.isRest ? ifBroken(",") : "";
  return group(
    ["{", indent([space, join([",", line], properties)]), comma, space, "}"],
    layouter.isForced(node),
  );
}

function layPatternProperty(layouter: Layouter, node: PatternProperty): Document {
  const { key, isRest, value, initial } = node;
  const head = [isRest ? "..." : "", key === undefined ? "" : `${key}: `, layouter.lay(value)];
  return initial ? [head, " = ", layouter.lay(initial)] : head;
}

export function layArrayPattern(layouter: Layouter, node: ArrayPattern): Document {
  if (node.elements.length === 0) return "[]";
  const elements = node.elements.map((each) =>
    each ? group(layPatternProperty(layouter, each), layouter.isForced(each)) : "",
  );
  const comma = trailingComma(layouter.options) && !node.elements.at(-1)?.isRest ? ifBroken(",") : "";
  const isBroken = layouter.isForced(node);
  return group(["[", indent([softLine, join([",", line], elements), comma]), softLine, "]"], isBroken);
}
