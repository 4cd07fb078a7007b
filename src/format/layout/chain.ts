import { isSimple } from "./simple.js";
import type { Source } from "./source.js";
import type { Access, Call, Expression, NonNull } from "./syntax.js";

/** A chain of properties and calls, taken apart where it may be broken: `a` · `.b()` · `.c.d()`. */
export interface Chain {
  readonly groups: readonly (readonly Expression[])[];
  /** Whether the second group stays beside the first, which is short, `this`, or called like a class. */
  readonly isMerged: boolean;
  readonly calls: readonly Call[];
  /** Whether there is too little of it to break it. */
  readonly isShort: boolean;
}

type Link = Call | Access | NonNull;

export function findChain(call: Call, source: Source, isStatement: boolean): Chain {
  const links = listLinks(call);
  const groups = groupLinks(links);
  const isMerged = groups.length >= 2 && canMerge(groups, source, isStatement);
  const calls = links.filter((each): each is Call => each.kind === "call" && !each.isNew);
  return { groups, isMerged, calls, isShort: groups.length <= (isMerged ? 3 : 2) };
}

/** Whether a call is laid out as a chain that may be broken before its properties. */
export function isMemberChain(call: Call, source: Source): boolean {
  return (
    call.callee.kind === "access" && !call.callee.hasParentheses && !findChain(call, source, false).isShort
  );
}

/** Whether a chain is broken in any case: three calls and more, with arguments that are not simple. */
export function isForcedChain(call: Call, source: Source, isStatement: boolean): boolean {
  const { isShort, calls } = findChain(call, source, isStatement);
  return !isShort && hasComplexCalls(calls, source);
}

export function hasComplexCalls(calls: readonly Call[], source: Source): boolean {
  return calls.length > 2 && calls.some(({ args }) => args.some((each) => !isSimple(each, source)));
}

/** The first token of what a link adds to what it follows. */
export function ownStart(link: Expression): number {
  if (link.kind === "call") return link.isNew ? link.first : link.callee.last + 1;
  if (link.kind === "access") return link.object.last + 1;
  return link.kind === "nonNull" ? link.last : link.first;
}

/** From what it begins with to the last call. */
function listLinks(call: Call): Expression[] {
  const links: Expression[] = [call];
  let node: Expression = call.callee;
  while (isLink(node)) {
    links.push(node);
    node = node.kind === "call" ? node.callee : node.kind === "access" ? node.object : node.argument;
  }
  links.push(node);
  return links.reverse();
}

function isLink(node: Expression): node is Link {
  if (node.hasParentheses) return false;
  if (node.kind === "call")
    return !node.isNew && (node.callee.kind === "access" || node.callee.kind === "call");
  return node.kind === "access" || node.kind === "nonNull";
}

function isCall(node: Expression | undefined): boolean {
  return node?.kind === "call" && !node.isNew;
}

/** `[0]`, which stays beside what it follows. */
function isIndex(node: Expression | undefined): boolean {
  if (node?.kind !== "access" || !node.isComputed || node.property.kind !== "atom") return false;
  return node.property.is === "number" || node.property.is === "string" || node.property.is === "regex";
}

function groupLinks(links: readonly Expression[]): Expression[][] {
  let index = 1;
  while (
    index < links.length &&
    (links[index]?.kind === "nonNull" || isCall(links[index]) || isIndex(links[index]))
  ) {
    index++;
  }
  if (!isCall(links[0])) {
    while (links[index]?.kind === "access" && links[index + 1]?.kind === "access") index++;
  }
  const groups = [links.slice(0, index)];
  let group: Expression[] = [];
  let hasCall = false;
  for (const link of links.slice(index)) {
    if (hasCall && link.kind === "access" && !isIndex(link)) {
      groups.push(group);
      group = [];
      hasCall = false;
    }
    if (isCall(link)) hasCall = true;
    group.push(link);
  }
  if (group.length > 0) groups.push(group);
  return groups;
}

function canMerge(groups: readonly (readonly Expression[])[], source: Source, isStatement: boolean): boolean {
  const next = groups[1]?.[0];
  const isComputed = next?.kind === "access" && next.isComputed;
  const last = groups[0]?.at(-1);
  if (groups[0]?.length !== 1) {
    if (last?.kind !== "access" || last.property.kind !== "atom") return false;
    return isComputed || isFactory(source.print(last.property.first, last.property.last));
  }
  if (last?.kind !== "atom" || last.is !== "name") return false;
  const name = source.print(last.first, last.last);
  if (name === "this") return true;
  return isFactory(name) || isComputed || (isStatement && name.length <= source.options.tabWidth);
}

function isFactory(name: string): boolean {
  return /^[A-Z]|^[$_]+$/.test(name);
}
