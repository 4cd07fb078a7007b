import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import type { JsonValue } from "../../src/json.js";
import { generateRoot } from "./generate-module.js";

const length = 12_000;

/** `d0` behind as many definitions as `length`, each of which leads to the one before it. */
function chain(link: (target: string, index: number) => JsonValue): JsonSchema {
  const links = Array.from({ length }, (_, index): [string, JsonValue] => [
    `d${index + 1}`,
    link(`#/$defs/d${index}`, index),
  ]);
  return { $ref: `#/$defs/d${length}`, $defs: { d0: { type: "string" }, ...Object.fromEntries(links) } };
}

describe("a guard of schemas that lead on too far for a stack", () => {
  it("decides values as deep as the schema", async () => {
    const schema = chain((target) => ({ type: "object", properties: { a: { $ref: target } } }));
    const { isRoot } = await generateRoot(schema, { runtime: ["guards"] });
    const nest = (inner: unknown): unknown => {
      let value = inner;
      for (let level = 0; level < length; level++) value = { a: value };
      return value;
    };
    expect([isRoot(nest("x")), isRoot(nest(1)), isRoot({ a: 1 })]).toEqual([true, false, false]);
  });

  it("asks of one scalar what each schema says, negations as well", async () => {
    const schema = chain((target, index) =>
      index < 6000 ? { not: { $ref: target } } : { allOf: [{ $ref: target }], maxLength: 3 },
    );
    const { isRoot } = await generateRoot(schema, { runtime: ["guards"] });
    expect([isRoot("x"), isRoot("long"), isRoot(1)]).toEqual([true, false, false]);
  });

  it("calls plainly where they do not", async () => {
    const { text } = await generateRoot({
      properties: { a: { $ref: "#/$defs/a" } },
      $defs: { a: { items: { type: "string" } } },
    });
    expect(text).not.toContain("descend");
  });
});
