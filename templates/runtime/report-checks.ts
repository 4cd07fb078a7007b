import { hasCodePoints } from "./has-code-points.js";
import { hasOwn } from "./has-own.js";
import { isObject } from "./is-object.js";
import type {
  SchemaCheck,
  SchemaChecks,
  ChoiceChecks,
  IssueCollector,
  SchemaSpot,
} from "./issue-collector.js";
import { schemaPointerOf } from "./schema-place.js";
import { at, type ValidationPath } from "./validation-path.js";

/** Reports what is wrong with a value of which a definition gives the checks. */
export function reportChecks(
  checks: SchemaChecks,
  value: unknown,
  path: ValidationPath | undefined,
  issues: IssueCollector,
): void {
  reportAll(checks, { value, path, place: "", issues });
}

function reportCheck(check: SchemaCheck, spot: SchemaSpot): void {
  const { value, path, place, issues } = spot;
  if (check === true) return;
  if (typeof check === "function") issues.report(check, value, path);
  else if (typeof check === "string") reportType(check, {}, spot);
  else if (areChecks(check)) for (const each of check) reportCheck(each, spot);
  else if (check) reportAll(check, spot);
  else
    issues.add(
      path,
      typeof place === "string" ? "schema" : place.keyword,
      schemaPointerOf(place),
      value,
    );
}

/** The keywords in the order in which their issues are reported. */
function reportAll(
  checks: SchemaChecks,
  { value, path, place: around, issues }: SchemaSpot,
): void {
  const place = checks.at ?? around;
  const spot = { value, path, place, issues };
  if (checks.visit) return issues.visit(checks.visit, value, path);
  if (checks.type !== undefined && !reportType(checks.type, checks, spot))
    return;
  issues.level++;
  if (typeof value === "number") reportNumber(value, checks, spot);
  else if (typeof value === "string") reportText(value, checks, spot);
  else if (Array.isArray(value)) reportArray(value, checks, spot);
  else if (isObject(value)) reportObject(value, checks, spot);
  checks.tag?.report(checks.tag, spot, reportCheck);
  if (checks.choice) reportChoice(checks.choice, spot);
  if (checks.not?.(value) === true) addIssue("not", checks, spot);
  for (const condition of checks.conditions ?? []) {
    const keyword = condition.if(value) ? "then" : "else";
    reportCheck(condition[keyword] ?? true, {
      ...spot,
      place: { from: place, keyword },
    });
  }
  if ("const" in checks && value !== checks.const)
    addIssue("const", checks, spot, listValues([checks.const]));
  if (checks.enum?.includes(value) === false)
    addIssue("enum", checks, spot, listValues(checks.enum));
  for (const check of checks.allOf ?? []) reportCheck(check, spot);
  issues.level--;
}

function addIssue(
  keyword: string,
  { elsewhere }: SchemaChecks,
  { value, path, place, issues }: SchemaSpot,
  expected?: string,
): void {
  const schema =
    elsewhere?.[keyword] ?? schemaPointerOf({ from: place, keyword });
  issues.add(path, keyword, schema, value, expected);
}

/** Whether the value is of one of the types; reports it where it is not. */
function reportType(
  type: string,
  checks: SchemaChecks,
  spot: SchemaSpot,
): boolean {
  if (hasType(spot.value, type)) return true;
  const types = type.split(" | ");
  const last = types.pop() ?? "";
  const expected = types.length === 0 ? last : `${types.join(", ")} or ${last}`;
  addIssue(checks.typeKeyword ?? "type", checks, spot, expected);
  return false;
}

function hasType(value: unknown, type: string): boolean {
  if (type.includes(" "))
    return type.split(" | ").some((each) => hasType(value, each));
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return isObject(value);
  return type === "integer" ? Number.isInteger(value) : typeof value === type;
}

const listedValues = 10;

/** The values as JSON, at most ten, then how many more. */
function listValues(values: readonly unknown[]): string {
  const listed = values
    .slice(0, listedValues)
    .map((value) => JSON.stringify(value));
  const rest = values.length - listed.length;
  return `${listed.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

function reportNumber(
  value: number,
  checks: SchemaChecks,
  spot: SchemaSpot,
): void {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = checks;
  const fails = (
    keyword: string,
    limit: number | undefined,
    isMet: boolean,
  ): void => {
    if (limit !== undefined && !isMet)
      addIssue(keyword, checks, spot, String(limit));
  };
  fails("minimum", minimum, value >= (minimum ?? 0));
  fails("maximum", maximum, value <= (maximum ?? 0));
  fails("exclusiveMinimum", exclusiveMinimum, value > (exclusiveMinimum ?? 0));
  fails("exclusiveMaximum", exclusiveMaximum, value < (exclusiveMaximum ?? 0));
}

function reportText(
  value: string,
  checks: SchemaChecks,
  spot: SchemaSpot,
): void {
  const { minLength, maxLength, pattern, format } = checks;
  if (minLength !== undefined && !hasCodePoints(value, minLength))
    addIssue("minLength", checks, spot, String(minLength));
  if (maxLength !== undefined && !hasCodePoints(value, 0, maxLength))
    addIssue("maxLength", checks, spot, String(maxLength));
  if (pattern?.test(value) === false)
    addIssue("pattern", checks, spot, pattern.source);
  if (format && !format[1](value)) addIssue("format", checks, spot, format[0]);
}

function reportArray(
  value: readonly unknown[],
  checks: SchemaChecks,
  spot: SchemaSpot,
): void {
  const { minItems, maxItems, items, uniqueItems } = checks;
  const { path, place: from, issues } = spot;
  if (minItems !== undefined && value.length < minItems)
    addIssue("minItems", checks, spot, String(minItems));
  if (maxItems !== undefined && value.length > maxItems)
    addIssue("maxItems", checks, spot, String(maxItems));
  if (items !== undefined) {
    const place = { from, keyword: "items" };
    for (let index = 0; index < value.length && !issues.isFull; index++) {
      reportCheck(items, {
        value: value[index],
        path: at(path, index),
        place,
        issues,
      });
    }
  }
  if (uniqueItems?.(value) === false) addIssue("uniqueItems", checks, spot);
}

function reportObject(
  object: { readonly [key: string]: unknown },
  checks: SchemaChecks,
  spot: SchemaSpot,
): void {
  const { properties = {}, required = [], optional, countsUndefined } = checks;
  const { path, place: from, issues } = spot;
  const listed = optional ?? required;
  let next = 0;
  for (const [key, check] of Object.entries(properties)) {
    const isListed = listed[next] === key;
    if (isListed) next++;
    const value = object[key];
    const isThere = countsUndefined
      ? Reflect.has(object, key)
      : value !== undefined;
    // Most are of one type, and valid.
    if (isThere && typeof check === "string" && hasType(value, check)) continue;
    if (isThere) {
      reportCheck(check, {
        value,
        path: at(path, key),
        place: { from, keyword: "properties", key },
        issues,
      });
    } else if (isListed === (optional === undefined)) {
      const schema =
        checks.elsewhere?.["required"] ??
        schemaPointerOf({ from, keyword: "required" });
      issues.addRequired(path, key, schema);
    }
  }
  if (checks.additionalProperties !== undefined || checks.patternProperties) {
    reportOthers(object, checks, spot);
  }
}

/** By patterns, and what neither a name nor a pattern claims. */
function reportOthers(
  object: { readonly [key: string]: unknown },
  checks: SchemaChecks,
  { path, place: from, issues }: SchemaSpot,
): void {
  const {
    properties = {},
    patternProperties = [],
    additionalProperties = true,
    countsUndefined,
  } = checks;
  for (const key of Object.keys(object)) {
    if (issues.isFull) break;
    const isNamed = hasOwn(properties, key);
    if (isNamed && patternProperties.length === 0) continue;
    const inner = {
      value: object[key],
      path: at(path, key),
      place: from,
      issues,
    };
    const matching = patternProperties.filter(([pattern]) => pattern.test(key));
    for (const [{ source }, check] of matching) {
      reportCheck(check, {
        ...inner,
        place: { from, keyword: "patternProperties", key: source },
      });
    }
    if (isNamed || matching.length > 0) continue;
    const keyword = "additionalProperties";
    if (additionalProperties !== false) {
      reportCheck(additionalProperties, { ...inner, place: { from, keyword } });
    } else if (inner.value !== undefined || countsUndefined)
      addIssue(keyword, checks, inner);
  }
}

/** Where no alternative takes the value: what is wrong by the one for its type, or that none does. */
function reportChoice(
  { keyword, at: own, accepts, object, array, expected }: ChoiceChecks,
  spot: SchemaSpot,
): void {
  const { value, path, place, issues } = spot;
  if (accepts(value)) return;
  const check = Array.isArray(value)
    ? array
    : isObject(value)
      ? object
      : undefined;
  if (check !== undefined) reportCheck(check, spot);
  else
    issues.add(
      path,
      keyword,
      own ?? schemaPointerOf({ from: place, keyword }),
      value,
      expected,
    );
}

function areChecks(check: SchemaCheck): check is readonly SchemaCheck[] {
  return Array.isArray(check);
}
