import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { noTypes } from "../schema/type-set.js";
import { intersectTypes, uniteTypes } from "./algebra.js";
import { leadingTextOf, namesOf, prefixOf } from "./keys.js";
import { typeOfAll } from "./members.js";
import type { Projecting } from "./projection.js";
import type { IndexSignature, Member, Type } from "./type-model.js";

const undefinedType: Type = { kind: "undefined" };

/** Whether the schema says anything of keys that it does not name. */
export function hasIndexes(projecting: Projecting, schema: CanonicalSchema): boolean {
  return indexesOf(projecting, schema, []).length > 0;
}

/**
 * The index signatures of one schema beside `members`. TypeScript wants every member, and every narrower index, to fit a wider
 * one; so the index of all keys admits them too, and none is narrower than what is true of the keys it speaks of.
 */
export function indexesOf(
  projecting: Projecting,
  schema: CanonicalSchema,
  members: readonly Member[],
): readonly IndexSignature[] {
  const patterns = readPatterns(projecting, schema, members);
  const templates = fitTemplates(patterns, members);
  const isSpoken = patterns.some(({ prefix }) => prefix === undefined);
  const { additionalProperties: others } = schema;
  if (others === undefined || (isClosed(projecting, others) && !isSpoken)) return templates;
  const type = uniteTypes([
    typeOfAll(projecting, [others]),
    ...patterns.map(({ type: each }) => each),
    ...templates.map(({ type: each }) => each),
    ...members.map((member) => member.type),
    ...(members.some(({ isOptional }) => isOptional) ? [undefinedType] : []),
  ]);
  return type.kind === "never" ? templates : [...templates, { prefix: undefined, type }];
}

/** The patterns that are no list of names, each with its type and, where its keys are told by a prefix, with that. */
function readPatterns(
  projecting: Projecting,
  { patternProperties = [], additionalProperties }: CanonicalSchema,
  members: readonly Member[],
): readonly IndexSignature[] {
  const patterns = patternProperties.filter(({ pattern }) => namesOf(pattern) === undefined);
  const [only, ...others] = patterns;
  // Where nothing else may be, whatever starts as the keys of the only pattern do is one of them, or refused.
  const isAlone = others.length === 0 && isClosed(projecting, additionalProperties);
  const leading = only && isAlone ? leadingTextOf(only.pattern) : undefined;
  const isFree = leading !== undefined && !members.some(({ key }) => key.startsWith(leading));
  return patterns.map(({ pattern, schema }) => ({
    prefix: prefixOf(pattern) ?? (isFree ? leading : undefined),
    type: typeOfAll(projecting, [schema]),
  }));
}

function isClosed({ facts }: Projecting, additionalProperties: NodeId | undefined): boolean {
  return additionalProperties !== undefined && facts.types(additionalProperties) === noTypes;
}

/** One index for each prefix, narrow ones first. A key that starts with several prefixes meets all of them. */
function fitTemplates(patterns: readonly IndexSignature[], members: readonly Member[]): IndexSignature[] {
  const prefixes = [...new Set(patterns.map(({ prefix }) => prefix))].filter(
    (prefix) => prefix !== undefined,
  );
  const fitted: (IndexSignature & { prefix: string })[] = [];
  for (const prefix of prefixes.toSorted((left, right) => right.length - left.length)) {
    const meeting = patterns.filter((each) => each.prefix !== undefined && prefix.startsWith(each.prefix));
    const claimed = members.filter(({ key }) => key.startsWith(prefix));
    const narrower = fitted.filter((each) => each.prefix.startsWith(prefix));
    const type = uniteTypes([
      intersectTypes(meeting.map((each) => each.type)),
      // They fit already, but for what compilers fail to see, and for what being optional adds.
      ...[...claimed, ...narrower].map((each) => each.type),
      ...(claimed.some(({ isOptional }) => isOptional) ? [undefinedType] : []),
    ]);
    fitted.push({ prefix, type });
  }
  return fitted;
}
