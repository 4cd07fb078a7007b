import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isValid } from "../../src/diff/evaluate.js";
import { Prover } from "../../src/diff/prover.js";
import type { JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { randomSchema, randomValue } from "../emit/random-schemas.js";
import { joinSchemas, newRoot, oldRoot } from "./join-schemas.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 600);

/** A schema with one place changed, so that it is near the other. */
function changeSchema(schema: JsonValue, by: JsonValue, at: number): JsonValue {
  if (!isJsonObject(schema) || Object.keys(schema).length === 0) return by;
  const keys = Object.keys(schema);
  const key = keys[at % keys.length] ?? "";
  const copy: Record<string, JsonValue> = {};
  for (const [name, value] of Object.entries(schema)) {
    if (name === key && name !== "$defs" && at % 3 === 0) continue;
    const isChanged = name === key && isJsonObject(value);
    Object.defineProperty(copy, name, {
      value: isChanged ? changeSchema(value, by, Math.floor(at / keys.length)) : value,
      enumerable: true,
      configurable: true,
      writable: true,
    });
  }
  return copy;
}

const pair = fc
  .tuple(randomSchema, randomSchema, fc.nat(10_000), fc.boolean())
  .map(([old, other, at, isFar]): [JsonValue, JsonValue] => [
    old,
    isFar ? other : changeSchema(old, isJsonObject(other) ? { ...other, $defs: {} } : other, at),
  ]);

describe("the prover on random schemas", () => {
  it(`calls nothing contained that a value contradicts (seed ${seed})`, () => {
    const tried = { proved: 0, met: 0, refuted: 0 };
    fc.assert(
      fc.property(pair, fc.array(randomValue, { minLength: 25, maxLength: 25 }), ([old, updated], values) => {
        const space = joinSchemas(old, updated);
        if (!space) return;
        const prover = new Prover(space, "all");
        for (const [from, to] of [
          [oldRoot, newRoot],
          [newRoot, oldRoot],
        ] as const) {
          const isProved = prover.isContained(from, to);
          if (isProved) tried.proved++;
          for (const value of values) {
            if (isValid(space, from, value) !== true) continue;
            const answer = isValid(space, to, value);
            if (isProved) {
              tried.met++;
              expect(answer, `${from} ${JSON.stringify(value)}`).not.toBe(false);
            } else if (answer === false) tried.refuted++;
          }
        }
      }),
      { seed, numRuns },
    );

    expect(tried.proved).toBeGreaterThan(numRuns / 10);
  });

  it(`proves every schema to be contained in itself, mostly (seed ${seed})`, () => {
    let [proved, all] = [0, 0];
    fc.assert(
      fc.property(randomSchema, (schema) => {
        const space = joinSchemas(schema, schema);
        if (!space) return;
        all++;
        const isProved = new Prover(space, "all").isContained(oldRoot, newRoot);
        if (isProved) proved++;
        else if (process.env["SHOW"]) console.log(JSON.stringify(schema));
      }),
      { seed, numRuns: 300 },
    );

    expect(proved / all).toBeGreaterThan(0.9);
  });
});
