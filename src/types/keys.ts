import type { Pattern } from "../schema/schema-graph.js";
import type { KeyTemplate } from "./type-model.js";

/** More templates than this for one pattern are not written out. */
const templateBudget = 8;

/** One character that stands for itself; a lone surrogate would also match half of another character. */
const plain = String.raw`(?:[^\p{Cs}^$\\.*+?()[\]{}|]|\\[^\p{Cs}\p{L}\p{N}_\s])`;
const leadingPrefix = new RegExp(String.raw`^\^(${plain}+)(?![*?{])`, "u");
/** What a pattern of templates is made of: text, a choice of texts, anything at all. */
const step = new RegExp(
  String.raw`(?<text>${plain})(?![*+?{])|\((?:\?:)?(?<choice>${plain}*(?:\|${plain}*)*)\)(?![*+?{])|(?<any>\[\^\]\*|\[\\s\\S\]\*|\[\\S\\s\]\*)`,
  "uy",
);
/** What may be missing at an end that is not anchored: it then says nothing. */
const idleEnd = new RegExp(
  String.raw`(?:(?<!\\)\.|${plain}|\[(?:[^\]\\]|\\.)+\]|\\[wdsWDS])(?:[*?]|\{0,\d*\})$`,
  "u",
);
const idleStart = new RegExp(
  String.raw`^(?:\.|${plain}|\[(?:[^\]\\]|\\.)+\]|\\[wdsWDS])(?:[*?]|\{0,\d*\})`,
  "u",
);

/** The keys that match the pattern, exactly; undefined where templates cannot say them. */
export function templatesOf({ source }: Pattern): readonly KeyTemplate[] | undefined {
  const isStart = source.startsWith("^");
  const isEnd = /(?<!\\)(?:\\\\)*\$$/.test(source);
  const body = source.slice(isStart ? 1 : 0, isEnd ? -1 : undefined);
  const inner = readSteps(dropIdle(body, !isStart, !isEnd));
  return inner?.map((texts) => [...(isStart ? [] : [""]), ...joinEnds(texts, isEnd)]);
}

/** The texts of each template, with anything between them. */
function readSteps(body: string): readonly (readonly string[])[] | undefined {
  let found: readonly (readonly string[])[] = [[""]];
  step.lastIndex = 0;
  while (step.lastIndex < body.length) {
    const { text, choice, any } = step.exec(body)?.groups ?? {};
    if (any !== undefined) {
      found = found.map((texts) => [...texts, ""]);
      continue;
    }
    const added = text ?? choice;
    if (added === undefined) return undefined;
    const options = (text === undefined ? added.split(/(?<!\\)\|/) : [added]).map(unescape);
    found = found.flatMap((texts) => options.map((option) => append(texts, option)));
    if (found.length > templateBudget) return undefined;
  }
  return found;
}

function append(texts: readonly string[], text: string): readonly string[] {
  return [...texts.slice(0, -1), (texts.at(-1) ?? "") + text];
}

function joinEnds(texts: readonly string[], isEnd: boolean): readonly string[] {
  return isEnd ? texts : [...texts, ""];
}

function dropIdle(body: string, atStart: boolean, atEnd: boolean): string {
  // A choice at the top would make the ends belong to one side of it.
  if (/(?<!\\)\|/.test(body.replaceAll(/\((?:[^()\\]|\\.)*\)/g, ""))) return body;
  let left = body;
  for (let before = ""; before !== left;) {
    before = left;
    if (atEnd) left = left.replace(idleEnd, "");
    if (atStart) left = left.replace(idleStart, "");
  }
  return left;
}

/** `x-` for `^x-[a-z]+$`: every key that matches starts so, though others may too. */
export function leadingTextOf({ source }: Pattern): string | undefined {
  const text = source.includes("|") ? undefined : leadingPrefix.exec(source)?.[1];
  return text === undefined ? undefined : unescape(text);
}

/** `a` and `b` for `^(a|b)$`: the only keys that match. Undefined where there may be more. */
export function namesOf(pattern: Pattern): readonly string[] | undefined {
  const templates = templatesOf(pattern);
  const names = templates?.flatMap(([only = "", ...others]) => (others.length > 0 ? [] : [only]));
  return names && names.length === templates?.length ? names : undefined;
}

/** Whether it is every key. */
export function isEveryKey(template: KeyTemplate): boolean {
  return template.length > 1 && template.every((text) => text === "");
}

/** Stands for anything where a template is tested against another. */
const anything = "\uFFFF";

/** Whether every key of the one is one of the other. */
export function isWithin(inner: KeyTemplate, outer: KeyTemplate): boolean {
  return includesKey(outer, inner.join(anything));
}

export function includesKey(template: KeyTemplate, key: string): boolean {
  const [first = "", ...others] = template;
  if (others.length === 0) return key === first;
  const last = others.at(-1) ?? "";
  if (key.length < first.length + last.length || !key.startsWith(first) || !key.endsWith(last)) return false;
  let from = first.length;
  for (const text of others.slice(0, -1)) {
    const at = key.indexOf(text, from);
    if (at === -1) return false;
    from = at + text.length;
  }
  return from <= key.length - last.length;
}

function unescape(text: string): string {
  return text.replaceAll(/\\(.)/gu, "$1");
}
