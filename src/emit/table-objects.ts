import type { NodePlan, PropertyCheck, RestCheck } from "../checks/check-plan.js";
import { isInheritedKey } from "../json.js";
import type { Code } from "./code.js";
import { code, entryOf, joinCode, patternLiteral, valueLiteral } from "./code.js";
import { addTexts } from "./table-lists.js";
import type { Entries, Telling } from "./table.js";
import { below, isAt, isTold, objectCode, tell, together } from "./table.js";

export function tellObject(telling: Telling, { properties, rests, objects }: NodePlan): Entries {
  const [rest, ...others] = rests;
  if (others.length > 0 || objects.length > 0) return undefined;
  const isAsked = properties.length > 0 || rest !== undefined;
  return together([
    tellProperties(telling, properties, rest?.named ?? []),
    rest ? tellRest(telling, rest, properties) : [],
    telling.reporting.models.options.exactOptional && isAsked ? [code`countsUndefined: true`] : [],
  ]);
}

/** An object literal would put a number before all other keys, and every object has what is inherited. */
function isOrdinary(key: string): boolean {
  return !isInheritedKey(key) && !/^\d+$/.test(key);
}

function tellProperties(
  telling: Telling,
  properties: readonly PropertyCheck[],
  named: readonly string[],
): Entries {
  if (properties.length === 0 && named.length === 0) return [];
  const known = new Set(properties.map(({ key }) => key));
  const unchecked = named.filter((key) => !known.has(key));
  if (![...known, ...unchecked].every(isOrdinary)) return undefined;
  const told = properties.map((check) => ({ check, value: tellProperty(telling, check) }));
  const members = new Map<string, Code>();
  for (const { check, value } of told) {
    if (value === undefined) return undefined;
    const isKept = value !== code`true` || check.required !== undefined || named.includes(check.key);
    if (isKept) members.set(check.key, entryOf(check.key, value));
  }
  for (const key of unchecked) members.set(key, entryOf(key, code`true`));
  if (members.size === 0) return [];
  return together([
    tellRequired(telling, properties, [...members.keys()]),
    [code`properties: ${objectCode([...members.values()])}`],
  ]);
}

/** The shorter list: of those that must be there, or of those that need not. */
function tellRequired(
  telling: Telling,
  properties: readonly PropertyCheck[],
  keys: readonly string[],
): Entries {
  const sites = new Map(
    properties.flatMap(({ key, required: site }) => (site ? [[key, site] as const] : [])),
  );
  if (sites.size === 0) return [];
  for (const site of sites.values()) if (!isTold(telling, "required", site)) return undefined;
  const required = keys.filter((key) => sites.has(key));
  const optional = keys.filter((key) => !sites.has(key));
  const isShorter = optional.length < required.length;
  return [isShorter ? code`optional: ${valueLiteral(optional)}` : code`required: ${valueLiteral(required)}`];
}

/** All that is asked of one property's value. */
function tellProperty(
  telling: Telling,
  { key, values, literals, forbidden }: PropertyCheck,
): Code | undefined {
  const { reporting, tellNode } = telling;
  const place = below(telling, "properties", key);
  if (forbidden) {
    return isAt(reporting.models, forbidden, place) ? code`false` : undefined;
  }
  if (literals) return undefined;
  const told = values.map((value) => tellNode(reporting, value, place));
  return addTexts(told);
}

/** What no property is named for. */
function tellRest(telling: Telling, rest: RestCheck, properties: readonly PropertyCheck[]): Entries {
  const { reporting, tellNode } = telling;
  const { named, patterns, others } = rest;
  const byPattern = patterns.map(({ pattern, value }) => {
    const { source, flags } = pattern;
    const literal = patternLiteral(pattern);
    const told = value ? tellNode(reporting, value, below(telling, "patternProperties", source)) : code`true`;
    // Where a schema stands is told by its pattern, which a literal may have to spell otherwise.
    return told && literal === `/${source}/${flags}` ? code`[${literal}, ${told}]` : undefined;
  });
  if (!byPattern.every((each) => each !== undefined)) return undefined;
  const members = byPattern.length > 0 ? [code`patternProperties: [${joinCode(byPattern, ", ")}]`] : [];
  if (others === undefined) return members;
  if (!properties.every(({ key }) => named.includes(key))) return undefined;
  if ("forbidden" in others) {
    return together([members, tell(telling, "additionalProperties", others.forbidden, code`false`)]);
  }
  const value = tellNode(reporting, others, below(telling, "additionalProperties"));
  return value && [...members, code`additionalProperties: ${value}`];
}
