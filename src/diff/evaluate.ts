import { areEqual } from "../facts/equal-values.js";
import { isJsonObject, type JsonObject, type JsonValue } from "../json.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import { type Answer, every, negate } from "./answer.js";
import { evaluateWhole, matches } from "./evaluate-scalars.js";
import type { Space } from "./space.js";

/** Values and schemas that go deeper are not decided. */
const deepest = 200;

/** Keywords that are read with others. */
const readWith: Partial<Record<keyof CanonicalSchema, readonly (keyof CanonicalSchema)[]>> = {
  additionalProperties: ["properties", "patternProperties"],
  items: ["prefixItems"],
  contains: ["minContains", "maxContains"],
  if: ["then", "else"],
};

/** Whether the value meets one keyword of a schema. What is not evaluated depends on all of them. */
export function isMetBy(
  space: Space,
  schema: CanonicalSchema,
  keyword: keyof CanonicalSchema,
  value: JsonValue,
): Answer {
  const kept = new Set<string>([keyword, ...(readWith[keyword] ?? [])]);
  const isWhole = keyword === "unevaluatedItems" || keyword === "unevaluatedProperties";
  const entries = Object.entries(schema).filter(([name]) => isWhole || kept.has(name));
  return new Evaluator(space).evaluateSchema(Object.fromEntries(entries), value, 0).answer;
}

/** Whether the value is valid, and the properties and items that are evaluated if it is. */
interface Evaluation {
  readonly answer: Answer;
  readonly evaluated: ReadonlySet<string | number>;
}

/** Whether the value is valid by the schema; undefined where generated code alone can tell. */
export function isValid(space: Space, id: NodeId, value: JsonValue): Answer {
  return new Evaluator(space).evaluate(id, value, 0).answer;
}

class Evaluator {
  readonly #space: Space;

  constructor(space: Space) {
    this.#space = space;
  }

  evaluate(id: NodeId, value: JsonValue, depth: number): Evaluation {
    const { schema } = this.#space.nodeOf(id);
    if (typeof schema === "boolean") return { answer: schema, evaluated: new Set() };
    return this.evaluateSchema(schema, value, depth);
  }

  evaluateSchema(schema: CanonicalSchema, value: JsonValue, depth: number): Evaluation {
    if (depth > deepest) return { answer: undefined, evaluated: new Set() };
    const evaluated = new Set<string | number>();
    const ask = (child: NodeId, part: JsonValue): Answer => this.evaluate(child, part, depth + 1).answer;
    // One `false` decides, and what is evaluated counts only without any.
    const refused: Evaluation = { answer: false, evaluated };
    const answers = [evaluateWhole(schema, value)];
    if (answers.includes(false)) return refused;
    if (Array.isArray(value)) answers.push(evaluateItems(schema, value, ask, evaluated));
    if (isJsonObject(value)) answers.push(evaluateMembers(schema, value, ask, evaluated));
    if (answers.includes(false)) return refused;
    answers.push(this.#evaluateInPlace(schema, value, depth, evaluated));
    if (answers.includes(false)) return refused;
    // What only generated code can tell may be evaluated or not, so nothing is said of the rest.
    const isKnown = !answers.includes(undefined);
    answers.push(isKnown ? evaluateRest(schema, value, ask, evaluated) : hasRest(schema) ? undefined : true);
    return { answer: every(answers), evaluated };
  }

  /** What applies to the same value, each of whose evaluated parts count where it is valid. */
  #evaluateInPlace(
    schema: CanonicalSchema,
    value: JsonValue,
    depth: number,
    evaluated: Set<string | number>,
  ): Answer {
    const meet = (id: NodeId): Answer => {
      const result = this.evaluate(id, value, depth + 1);
      if (result.answer === true) for (const part of result.evaluated) evaluated.add(part);
      return result.answer;
    };
    const { $ref, allOf = [], anyOf, oneOf, not, if: condition, then, else: otherwise } = schema;
    const answers: Answer[] = [];
    for (const id of $ref === undefined ? allOf : [$ref, ...allOf]) {
      const answer = meet(id);
      if (answer === false) return false;
      answers.push(answer);
    }
    if (anyOf) answers.push(negate(every(anyOf.map(meet).map(negate))));
    if (oneOf) answers.push(isOne(oneOf.map(meet)));
    if (not !== undefined) answers.push(negate(this.evaluate(not, value, depth + 1).answer));
    if (condition !== undefined) {
      const holds = meet(condition);
      const next = holds === true ? then : otherwise;
      answers.push(holds === undefined ? undefined : next === undefined ? true : meet(next));
    }
    if (isJsonObject(value))
      for (const [key, id] of schema.dependentSchemas ?? [])
        if (Object.hasOwn(value, key)) answers.push(meet(id));
    return every(answers);
  }
}

type Ask = (id: NodeId, value: JsonValue) => Answer;

function isOne(answers: readonly Answer[]): Answer {
  const met = answers.filter((answer) => answer === true).length;
  if (met > 1) return false;
  return answers.includes(undefined) ? undefined : met === 1;
}

function evaluateItems(
  schema: CanonicalSchema,
  value: readonly JsonValue[],
  ask: Ask,
  evaluated: Set<string | number>,
): Answer {
  const { prefixItems = [], items, contains, minItems = 0, maxItems = Infinity } = schema;
  if (value.length < minItems || value.length > maxItems) return false;
  const answers: Answer[] = [];
  for (const [index, item] of value.entries()) {
    const id = index < prefixItems.length ? prefixItems[index] : items;
    if (id === undefined) continue;
    evaluated.add(index);
    const answer = ask(id, item);
    if (answer === false) return false;
    answers.push(answer);
  }
  if (schema.uniqueItems) answers.push(areUnique(value));
  if (contains) {
    const found = value.map((item) => ask(contains.schema, item));
    const count = found.filter((answer) => answer === true).length;
    const { minContains = 1, maxContains = Infinity } = schema;
    answers.push(found.includes(undefined) ? undefined : count >= minContains && count <= maxContains);
    for (const [index, answer] of found.entries())
      if (answer === true && contains.evaluates) evaluated.add(index);
  }
  return every(answers);
}

function areUnique(items: readonly JsonValue[]): boolean {
  return items.every((item, index) => !items.slice(0, index).some((other) => areEqual(item, other)));
}

function evaluateMembers(
  schema: CanonicalSchema,
  value: JsonObject,
  ask: Ask,
  evaluated: Set<string | number>,
): Answer {
  const { properties, patternProperties = [], additionalProperties, propertyNames, required = [] } = schema;
  const keys = Object.keys(value);
  const { minProperties = 0, maxProperties = Infinity, dependentRequired = [] } = schema;
  const has = (key: string): boolean => Object.hasOwn(value, key);
  if (keys.length < minProperties || keys.length > maxProperties || !required.every(has)) return false;
  if (![...dependentRequired].every(([key, others]) => !has(key) || others.every(has))) return false;
  const answers: Answer[] = [];
  for (const [key, member] of Object.entries(value)) {
    const claimed = patternProperties
      .filter(({ pattern }) => matches(pattern, key))
      .map((each) => each.schema);
    const named = properties?.get(key);
    if (named !== undefined) claimed.push(named);
    if (claimed.length === 0 && additionalProperties !== undefined) claimed.push(additionalProperties);
    if (claimed.length > 0) evaluated.add(key);
    for (const id of claimed) {
      const answer = ask(id, member);
      if (answer === false) return false;
      answers.push(answer);
    }
    if (propertyNames !== undefined) answers.push(ask(propertyNames, key));
  }
  return every(answers);
}

function hasRest({ unevaluatedItems, unevaluatedProperties }: CanonicalSchema): boolean {
  return (unevaluatedItems ?? unevaluatedProperties) !== undefined;
}

function evaluateRest(
  { unevaluatedItems, unevaluatedProperties }: CanonicalSchema,
  value: JsonValue,
  ask: Ask,
  evaluated: Set<string | number>,
): Answer {
  const rest = Array.isArray(value) ? unevaluatedItems : unevaluatedProperties;
  if (rest === undefined || typeof value !== "object" || value === null) return true;
  const parts: readonly (readonly [string | number, JsonValue])[] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  const left = parts.filter(([key]) => !evaluated.has(key));
  for (const [key] of left) evaluated.add(key);
  return every(left.map(([, part]) => ask(rest, part)));
}
