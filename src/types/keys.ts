import type { Pattern } from "../schema/schema-graph.js";

/** One character that stands for itself; a lone surrogate would also match half of another character. */
const plain = String.raw`(?:[^\p{Cs}^$\\.*+?()[\]{}|]|\\[^\p{Cs}\p{L}\p{N}_\s])`;
const wholePrefix = new RegExp(String.raw`^\^(${plain}+)(?:\.\*)?$`, "u");
const leadingPrefix = new RegExp(String.raw`^\^(${plain}+)(?![*?{])`, "u");
const names = new RegExp(String.raw`^\^(?:(${plain}+)|\((?:\?:)?(${plain}*(?:\|${plain}*)*)\))\$$`, "u");

/** `x-` for `^x-` and `^x-.*`: the keys that match are all those that start so. Undefined for every other pattern. */
export function prefixOf({ source }: Pattern): string | undefined {
  return unescape(wholePrefix.exec(source)?.[1]);
}

/** `x-` for `^x-[a-z]+$`: every key that matches starts so, though others may too. */
export function leadingTextOf({ source }: Pattern): string | undefined {
  return source.includes("|") ? undefined : unescape(leadingPrefix.exec(source)?.[1]);
}

/** `a` and `b` for `^(a|b)$`: the only keys that match. Undefined where there may be more. */
export function namesOf({ source }: Pattern): readonly string[] | undefined {
  const [, single, several] = names.exec(source) ?? [];
  return single === undefined
    ? several?.split(/(?<!\\)\|/).map((name) => unescape(name) ?? "")
    : [unescape(single) ?? ""];
}

function unescape(text: string | undefined): string | undefined {
  return text?.replaceAll(/\\(.)/gu, "$1");
}
