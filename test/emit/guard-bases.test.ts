import { describe, expect, it } from "vitest";
import type { RootModule } from "./generate-module.js";
import { generateText, importText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

const kinds = ["a", "b", "c", "d", "e"];

const text = await generateText({
  oneOf: kinds.map((kind) => ({ $ref: `#/$defs/${kind}` })),
  $defs: {
    Envelope: {
      type: "object",
      required: ["id", "type", "kept"],
      properties: {
        id: { type: "string" },
        type: { type: "string" },
        level: { enum: [1, 2, null] },
        toString: { type: "string" },
      },
    },
    ...Object.fromEntries(
      kinds.map((kind) => [
        kind,
        {
          allOf: [{ $ref: "#/$defs/Envelope" }],
          required: ["type", "level"],
          properties: { type: { const: kind }, level: { type: ["integer", "string"] }, id: { minLength: 2 } },
        },
      ]),
    ),
  },
});

const valid = kinds.map((type) => ({ id: "ab", type, level: 1, kept: null }));
const [first] = valid;

describe("the guard of a schema that builds on a base of many", () => {
  it("asks for the base's properties in place", () => {
    const guard = /export function isA\([\s\S]*?\n\}/.exec(text)?.[0];
    expect(guard).toContain('value.type === "a"');
    expect(guard).not.toContain("isEnvelope");
    expect(guard).not.toContain('typeof value.type === "string"');
  });

  it("says what the validator says, which calls it", async () => {
    const { isRoot, validateRoot } = (await importText(text)) as unknown as RootModule;
    const broken = [
      { ...first, id: 1 },
      { ...first, id: "a" },
      { ...first, level: null },
      { ...first, level: 3 },
      { ...first, level: "1" },
      { ...first, kept: undefined },
      { ...first, type: 1 },
      { ...first, toString: 1 },
      { id: "ab", type: "a", kept: 1 },
    ];
    expect(valid.map(isRoot)).toEqual(valid.map(() => true));
    expect(broken.map(isRoot)).toEqual(broken.map(() => false));
    expect([...valid, ...broken].map((value) => validateRoot(value).ok)).toEqual(
      [...valid, ...broken].map(isRoot),
    );
    expect(text).toContain("validateEnvelope");
  });

  it.each(compilers)("compiles under %s", async (compiler) => {
    expect(await typeCheck(compiler, new Map([["bases.ts", text]]))).toBe("");
  });
});
