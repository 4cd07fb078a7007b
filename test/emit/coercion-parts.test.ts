import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { generateRoot, generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";

const options = { runtime: ["guards", "validators", "defaults", "coercion", "dates"] } as const;

/** Each level is two definitions that are met together, and holds the level below under two names. */
function nest(levels: number): JsonObject {
  const $defs: Record<string, JsonObject> = {};
  for (const side of ["One", "Other"]) {
    $defs[`${side}0`] = { type: "object", properties: { [side]: { type: "integer" } } };
    for (let level = 1; level <= levels; level++) {
      const below = { $ref: `#/$defs/${side}${level - 1}` };
      $defs[`${side}${level}`] = { type: "object", properties: { left: below, right: below } };
    }
  }
  return { $defs, allOf: [{ $ref: `#/$defs/One${levels}` }, { $ref: `#/$defs/Other${levels}` }] };
}

/** Each level is held by two branches that no tag tells apart. */
function nestBranches(levels: number): JsonObject {
  const $defs: Record<string, JsonObject> = { Level0: { type: "integer" } };
  for (let level = 1; level <= levels; level++) {
    const below = { $ref: `#/$defs/Level${level - 1}` };
    const branch = (key: string): JsonObject => ({
      type: "object",
      required: [key],
      properties: { [key]: { allOf: [below, { title: key }] }, inner: { allOf: [below, { minimum: 0 }] } },
    });
    $defs[`Level${level}`] = { anyOf: [branch("left"), branch("right")] };
  }
  return { $ref: `#/$defs/Level${levels}`, $defs };
}

const lengthOf = async (schema: JsonObject): Promise<number> =>
  (await generateText(schema as JsonSchema, { runtime: ["coercion"] }))
    .split("\n")
    .filter((line) => /asMembers|asOneOf|inTurn/.test(line) && !line.startsWith("export"))
    .join("\n").length;

describe("parts that are met by many ways", () => {
  it("give text that grows as the levels do", async () => {
    for (const build of [nest, nestBranches]) {
      const [few, more] = [await lengthOf(build(6)), await lengthOf(build(12))];
      expect(few).toBeGreaterThan(200);
      expect(more).toBeLessThan(few * 3);
    }
  });

  it("are read as before, and compile", async () => {
    const { get, text } = await generateRoot(nest(12), options);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
    const value = (count: JsonValue): JsonValue =>
      Array.from({ length: 12 }).reduce<JsonValue>((below) => ({ left: below, right: {} }), {
        One: count,
        Other: count,
      });
    expect(get("coerceRoot")(value("7"))).toEqual({ ok: true, value: value(7) });
  });

  it("are read however often they hold themselves, each with others", async () => {
    const ring = (length: number, key: string): JsonObject =>
      Object.fromEntries(
        Array.from({ length }, (_, index) => [
          `${key}${index}`,
          {
            type: "object",
            properties: {
              next: { $ref: `#/$defs/${key}${(index + 1) % length}` },
              [`${key}${index}`]: { type: "integer" },
            },
          },
        ]),
      );
    const $defs = { ...ring(2, "two"), ...ring(3, "three") };
    const schema = { $defs, allOf: [{ $ref: "#/$defs/two0" }, { $ref: "#/$defs/three0" }] };
    const { get, text } = await generateRoot(schema, options);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
    const all = (count: JsonValue): JsonObject => ({
      two0: count,
      two1: count,
      three0: count,
      three1: count,
      three2: count,
    });
    const value = (count: JsonValue): JsonValue =>
      Array.from({ length: 60 }).reduce<JsonValue>((next, _, index) => {
        const level = 59 - index;
        const { [`two${level % 2}`]: two, [`three${level % 3}`]: three } = all(count);
        const own = { [`two${level % 2}`]: two, [`three${level % 3}`]: three } as JsonObject;
        return { next, ...own };
      }, {});
    expect(get("coerceRoot")(value("7"))).toEqual({ ok: true, value: value(7) });
  });
});
