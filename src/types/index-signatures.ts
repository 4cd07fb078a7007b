import type { Pattern } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { intersectTypes, uniteTypes, unknownType } from "./algebra.js";
import type { KeySpace } from "./case-members.js";
import { includesKey, isEveryKey, isWithin, leadingTextOf, namesOf, templatesOf } from "./keys.js";
import { typeOfAll } from "./members.js";
import type { Projecting } from "./projection.js";
import type { IndexSignature, KeyTemplate, Member, Type } from "./type-model.js";

const undefinedType: Type = { kind: "undefined" };

/** Whether the space says anything of keys that are not named. */
export function hasIndexes(projecting: Projecting, space: KeySpace): boolean {
  return indexesOf(projecting, space, []).length > 0;
}

/** Whether the space leaves no keys but those that are named or match. */
export function isClosed({ facts }: Projecting, { others, isComplete }: KeySpace): boolean {
  return isComplete === true || (others !== undefined && facts.types(others) === noTypes);
}

/**
 * The index signatures of one space beside `members`. TypeScript wants every member, and every narrower index, to fit a wider
 * one; so the index of all keys admits them too, and none is narrower than what is true of the keys it speaks of.
 */
export function indexesOf(
  projecting: Projecting,
  space: KeySpace,
  members: readonly Member[],
): readonly IndexSignature[] {
  const patterns = readPatterns(projecting, space, members);
  const templates = fitTemplates(patterns, members);
  const isSpoken = patterns.some(({ template }) => template === undefined);
  const every = patterns.filter(({ template }) => template && isEveryKey(template));
  const { others } = space;
  const isOpen = (others === undefined && !space.isComplete) || (isClosed(projecting, space) && !isSpoken);
  if (isOpen && every.length === 0) return templates;
  const rest = others === undefined ? [] : [typeOfAll(projecting, [others])];
  const spoken = isOpen
    ? intersectTypes(every.map(({ type }) => type))
    : uniteTypes([...rest, ...patterns.map(({ type }) => type)]);
  const type = uniteTypes([
    spoken,
    ...templates.map((each) => each.type),
    ...members.map((member) => member.type),
    ...(members.some(({ isOptional }) => isOptional) ? [undefinedType] : []),
  ]);
  return type.kind === "never" ? templates : [...templates, { template: undefined, type }];
}

/** The patterns that are no list of names, each with its type, and its keys where a template can say them. */
function readPatterns(
  projecting: Projecting,
  space: KeySpace,
  members: readonly Member[],
): readonly IndexSignature[] {
  const patterns = space.patterns.filter(({ pattern }) => namesOf(pattern) === undefined);
  const starts = patterns.map(({ pattern }) => startsOf(pattern));
  // Where nothing else may be, whatever starts as the keys of one pattern alone do is one of them, or refused.
  const isFree = (start: string, index: number): boolean =>
    isClosed(projecting, space) &&
    !members.some(({ key }) => key.startsWith(start)) &&
    starts.every((others, other) => other === index || others.every((each) => areApart(each, start)));
  return patterns.flatMap(({ pattern, schema }, index): readonly IndexSignature[] => {
    const type = schema === undefined ? unknownType : typeOfAll(projecting, [schema]);
    const start = leadingTextOf(pattern);
    const around = start !== undefined && isFree(start, index) ? [start, ""] : undefined;
    const templates: readonly (KeyTemplate | undefined)[] = templatesOf(pattern) ?? [around];
    return templates.map((template) => ({ template, type }));
  });
}

/** The texts of which one starts every key that matches; an empty one where that is not known. */
function startsOf(pattern: Pattern): readonly string[] {
  return templatesOf(pattern)?.map(([start = ""]) => start) ?? [leadingTextOf(pattern) ?? ""];
}

function areApart(left: string, right: string): boolean {
  return !left.startsWith(right) && !right.startsWith(left);
}

/** One index for each template, narrow ones first. A key that matches several meets all of them. */
function fitTemplates(patterns: readonly IndexSignature[], members: readonly Member[]): IndexSignature[] {
  const templates = new Map<string, KeyTemplate>();
  for (const { template } of patterns) {
    if (template && !isEveryKey(template)) templates.set(JSON.stringify(template), template);
  }
  const lengthOf = (template: KeyTemplate): number => template.join("").length;
  const fitted: (IndexSignature & { template: KeyTemplate })[] = [];
  for (const template of [...templates.values()].toSorted(
    (left, right) => lengthOf(right) - lengthOf(left),
  )) {
    const meeting = patterns.filter((each) => each.template && isWithin(template, each.template));
    const claimed = members.filter(({ key }) => includesKey(template, key));
    const narrower = fitted.filter((each) => isWithin(each.template, template));
    const type = uniteTypes([
      intersectTypes(meeting.map((each) => each.type)),
      // They fit already, but for what compilers fail to see, and for what being optional adds.
      ...[...claimed, ...narrower].map((each) => each.type),
      ...(claimed.some(({ isOptional }) => isOptional) ? [undefinedType] : []),
    ]);
    fitted.push({ template, type });
  }
  return fitted;
}
