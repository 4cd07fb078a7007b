import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import type { ModuleOptions, RootModule } from "./generate-module.js";
import { generateText, importText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

/** A union of objects that are told apart by `type`, and have a property of its value's name. */
function unionOf(tags: readonly (readonly JsonValue[])[], more: readonly JsonObject[] = []): JsonObject {
  return {
    anyOf: [...tags.map((_, index) => ({ $ref: `#/$defs/Variant${index}` })), ...more],
    $defs: Object.fromEntries(
      tags.map((values, index) => [
        `Variant${index}`,
        {
          type: "object",
          required: ["type", "data"],
          properties: { type: { enum: values }, data: { type: "integer", minimum: index, maximum: index } },
        },
      ]),
    ),
  };
}

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);
const tagsOf = (count: number): readonly (readonly JsonValue[])[] =>
  range(count).map((index) => [`tag${index}`]);

/** What a library may take for something else than a name, and numbers beside them. */
const special = [["__proto__", "constructor"], ["toString"], [0], [1, 2], [true], [null], ["0"]];
const wide = [...tagsOf(80), ...special];

/** Two tags: the first one's look-up leads to a second. */
const pairs: JsonObject = {
  oneOf: range(140).map((index) => ({ $ref: `#/$defs/Pair${index}` })),
  $defs: Object.fromEntries(
    range(140).map((index) => [
      `Pair${index}`,
      {
        type: "object",
        required: ["resource", "type", "data"],
        properties: {
          resource: { const: `resource${index >> 1}` },
          type: { const: index % 2 === 0 ? "created" : "deleted" },
          data: { type: "integer", minimum: index, maximum: index },
        },
      },
    ]),
  ),
};

const inherited = {
  type: "object",
  required: ["name"],
  properties: { name: { type: "string" }, type: false },
};

const options: ModuleOptions = { runtime: ["guards", "validators"] };

const texts = {
  narrow: await generateText(unionOf(tagsOf(64)), options),
  wide: await generateText(unionOf(wide), options),
  absent: await generateText(unionOf(wide, [inherited]), options),
  pairs: await generateText(pairs, options),
};

async function verdicts(text: string, values: readonly unknown[]): Promise<readonly boolean[]> {
  const { isRoot, validateRoot } = (await importText(text)) as unknown as RootModule;
  expect(values.map((value) => validateRoot(value).ok)).toEqual(values.map(isRoot));
  return values.map(isRoot);
}

describe("the guard of a tagged union", () => {
  it("has a switch for up to 64 values of the tag", () => {
    expect(texts.narrow).toMatch(/case "tag63":\s+return isVariant63\(value\);/);
    expect(texts.narrow).not.toContain("rootGuardByType");
  });

  it("looks more of them up in a map of guards", () => {
    expect(texts.wide).toMatch(
      /const rootGuardByType = \/\* @__PURE__ \*\/ new Map<unknown, \(value: unknown\) => boolean>\(\[\s+\["tag0", isVariant0\],/,
    );
    expect(texts.wide).toContain("return rootGuardByType.get(value.type)?.(value) ?? false;");
  });

  it.each<[string, JsonObject]>([
    ["a constant", { const: "none" }],
    ["a type", { type: "string" }],
    ["a definition", { allOf: [{ $ref: "#/$defs/None" }] }],
    ["each of two alternatives", { oneOf: [{ const: "none" }, { const: "nothing" }] }],
  ])("reads no tag of what %s says is no object", async (_what, stated) => {
    const branch = (b: number) => ({ required: ["b"], properties: { b: { const: b } } });
    const schema = { ...stated, anyOf: [branch(1), branch(2)], $defs: { None: { const: "none" } } };
    const text = await generateText(schema, options);
    for (const compiler of compilers)
      expect(await typeCheck(compiler, new Map([["index.ts", text]]))).toBe("");
    expect(await verdicts(text, ["none", { b: 1 }, { b: 3 }, 1])).toEqual([true, false, false, false]);
  });

  it("says the same of every tag", async () => {
    const tagged = wide.flatMap((values, data) => values.map((type) => ({ type, data })));
    const valid = tagged.map((each): unknown => JSON.parse(JSON.stringify(each)));
    expect(await verdicts(texts.wide, valid)).toEqual(valid.map(() => true));
    const broken = tagged.map((each) => ({ ...each, data: -1 }));
    expect(await verdicts(texts.wide, broken)).toEqual(broken.map(() => false));
  });

  it("refuses tags that no variant has", async () => {
    const tags = ["tag", "tag80", "valueOf", "1", "", 3, NaN, false, [], ["tag0"], {}, undefined];
    const unknown = [
      ...tags.map((type) => ({ type, data: 0 })),
      {},
      { data: 0 },
      null,
      [],
      "tag0",
      undefined,
    ];
    expect(await verdicts(texts.wide, unknown)).toEqual(unknown.map(() => false));
    expect(await verdicts(texts.wide, [{ type: -0, data: 82 }])).toEqual([true]);
  });

  it("looks up that there is no tag as well", async () => {
    const values = [{ name: "a" }, { name: 1 }, { type: "tag7", data: 7 }, { type: "tag7", name: "a" }, {}];
    expect(await verdicts(texts.absent, values)).toEqual([true, false, true, false, false]);
  });

  it("asks for the second of two tags where the first one leads", async () => {
    expect(texts.pairs).toMatch(/\["resource69", \(value: unknown\): boolean => \{/);
    const valid = range(140).map((index) => ({
      resource: `resource${index >> 1}`,
      type: index % 2 === 0 ? "created" : "deleted",
      data: index,
    }));
    expect(await verdicts(texts.pairs, valid)).toEqual(valid.map(() => true));
    const swapped = valid.map((each) => ({ ...each, type: each.type === "created" ? "deleted" : "created" }));
    expect(await verdicts(texts.pairs, swapped)).toEqual(swapped.map(() => false));
  });

  it.each(compilers)("compiles under %s", async (compiler) => {
    const files = new Map(Object.entries(texts).map(([name, text]) => [`${name}.ts`, text]));
    expect(await typeCheck(compiler, files)).toBe("");
  });
});
