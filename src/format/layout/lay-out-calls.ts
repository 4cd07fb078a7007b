import { hugsFirst, hugsLast } from "./call-arguments.js";
import { type Chain, findChain, hasComplexCalls, ownStart } from "./chain.js";
import {
  choose,
  type Document,
  group,
  hardLine,
  ifBroken,
  indent,
  join,
  line,
  softLine,
} from "./document.js";
import { type Layouter, type Place, trailingComma } from "./layouter.js";
import { layTypeArguments } from "./lay-out-types.js";
import { isSimple } from "./simple.js";
import type { Access, Call, Expression } from "./syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

export function layCall(layouter: Layouter, node: Call, place: Place): Document {
  const { callee, isNew } = node;
  if (!isNew && callee.kind === "access" && !callee.hasParentheses) {
    return layChain(layouter, node, findChain(node, layouter.source, place === "statement"));
  }
  const head: Document = isComposed(callee, node)
    ? layouter.expand(callee, "composed")
    : layouter.lay(callee, "callee");
  const parts = [
    node.prefix ?? "",
    isNew ? "new " : "",
    head,
    layArguments(layouter, node, place === "composed"),
  ];
  return callee.kind === "call" && !callee.isNew ? group(parts, layouter.isForced(node)) : parts;
}

/** Whether what is called is a call with more arguments, whose lines break together with those of this one. */
function isComposed(callee: Expression, { args }: Call): boolean {
  return callee.kind === "call" && !callee.isNew && args.length > 0 && callee.args.length > args.length;
}

/** What a call adds to what is called. */
function layArguments(layouter: Layouter, node: Call, isBare = false): Document {
  return [
    node.isOptional ? "?." : "",
    layTypeArguments(layouter, node.typeArgs),
    layParenthesized(layouter, node.args, layouter.source.forced[node.open] === 1, isBare),
  ];
}

function layParenthesized(
  layouter: Layouter,
  args: readonly Expression[],
  isOpen: boolean,
  isBare: boolean,
): Document {
  if (args.length === 0) return "()";
  const documents = args.map((each, index): Document => {
    const argument = layouter.lay(each, "argument");
    if (index === args.length - 1) return argument;
    const isBlankNext = layouter.source.tokens.breaks[each.last + 2] === 2;
    return isBlankNext ? [argument, ",", hardLine, hardLine] : [argument, ",", line];
  });
  const comma = trailingComma(layouter.options, "all") ? ifBroken(",") : "";
  const spread = group(["(", indent([line, ...documents]), comma, line, ")"], true);
  if (isOpen) return spread;
  if (hugsFirst(args, (each) => isSimpleBeside(each, layouter)))
    return layHugged(layouter, args, documents, true, spread);
  if (hugsLast(args)) return layHugged(layouter, args, documents, false, spread);
  const contents = ["(", indent([softLine, ...documents]), comma, softLine, ")"];
  const isForced = args.some((each) => layouter.isForced(each));
  return isBare ? contents : group(contents, isForced);
}

function isSimpleBeside(node: Expression, layouter: Layouter): boolean {
  if (node.kind === "call" && node.args.length > 1) return false;
  if (node.kind === "binary") return node.operands.every((each) => isSimple(each, layouter.source, 1));
  return isSimple(node, layouter.source);
}

function layHugged(
  layouter: Layouter,
  args: readonly Expression[],
  documents: readonly Document[],
  isFirst: boolean,
  spread: Document,
): Document {
  const hugged = isFirst ? args[0] : args.at(-1);
  const others = args.filter((each) => each !== hugged);
  if (!hugged || others.some((each) => layouter.isForced(each))) return spread;
  const place = isFirst ? "firstArgument" : "lastArgument";
  if (hasForcedSignature(layouter, hugged)) return spread;
  const document = layouter.lay(hugged, place);
  const wrap = (argument: Document): Document =>
    isFirst
      ? ["(", argument, ", ", ...documents.slice(1), ")"]
      : ["(", ...documents.slice(0, -1), argument, ")"];
  const isForced = layouter.isForced(hugged);
  const broken = wrap(group(document, true));
  return isForced ? choose([broken, spread]) : choose([wrap(document), broken, spread]);
}

/** Parameters of a function that is hugged stay in one line. */
function hasForcedSignature(layouter: Layouter, node: Expression): boolean {
  if (node.kind !== "arrow" && node.kind !== "function") return false;
  const { parameters, returned } = node.signature;
  return [...parameters, ...(returned ? [returned] : [])].some((each) => layouter.isForced(each));
}

function layChain(layouter: Layouter, node: Call, chain: Chain): Document {
  const { groups, isMerged, calls, isShort } = chain;
  const documents = groups.map((links, index) =>
    links.map((each, place) => layLink(layouter, each, index + place === 0)),
  );
  const isForced = layouter.isForced(node);
  if (isShort) return group(documents, isForced);
  const rest = documents.slice(isMerged ? 2 : 1);
  const broken: Document = [
    documents[0] ?? "",
    isMerged ? (documents[1] ?? "") : "",
    indent([hardLine, join(hardLine, rest)]),
  ];
  const mustBreak =
    hasComplexCalls(calls, layouter.source) ||
    groups.slice(0, -1).some((links) => isGroupForced(layouter, links)) ||
    endsWithLateFunction(layouter, chain);
  return mustBreak ? group(broken, true) : choose([documents, broken]);
}

function isGroupForced({ source }: Layouter, links: readonly Expression[]): boolean {
  const [first, last] = [links[0], links.at(-1)];
  return first !== undefined && last !== undefined && source.isForced(ownStart(first), last.last);
}

/** The last call breaks, and a call before it has a function too. */
function endsWithLateFunction(layouter: Layouter, { groups, calls }: Chain): boolean {
  const last = groups.at(-1) ?? [];
  if (last.at(-1)?.kind !== "call" || !isGroupForced(layouter, last)) return false;
  return calls
    .slice(0, -1)
    .some(({ args }) => args.some(({ kind }) => kind === "arrow" || kind === "function"));
}

function layLink(layouter: Layouter, node: Expression, isStart: boolean): Document {
  if (isStart) return layouter.lay(node, "object");
  if (node.kind === "call") return layArguments(layouter, node);
  if (node.kind === "nonNull") return "!";
  return node.kind === "access" ? layLookup(layouter, node) : layouter.lay(node);
}

function layLookup(layouter: Layouter, { property, isComputed, isOptional }: Access): Document {
  if (!isComputed) return [isOptional ? "?." : ".", layouter.lay(property)];
  const optional = isOptional ? "?." : "";
  if (property.kind === "atom" && property.is === "number")
    return [optional, "[", layouter.lay(property), "]"];
  const contents = [optional, "[", indent([softLine, layouter.lay(property)]), softLine, "]"];
  return group(contents, layouter.isForced(property));
}

export function layAccess(layouter: Layouter, node: Access, place: Place): Document {
  const { object, property, isComputed } = node;
  const lookup = layLookup(layouter, node);
  const isName = object.kind === "atom" && object.is === "name" && layouter.print(object) !== "this";
  const isPlain =
    isComputed || place === "stored" || (isName && property.kind === "atom" && place !== "object");
  const isAfterCall = place === "variable" && object.kind === "call" && !object.isNew;
  if (isAfterCall && object.args.length === 0) throw new UnknownConstruct();
  return [
    layouter.lay(object, "object"),
    isPlain || isAfterCall ? lookup : group(indent([softLine, lookup])),
  ];
}
