import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import { generateText } from "./generate-module.js";

/** The comment before the declaration of `Root`, or before its member `a`. */
async function commentOf(schema: JsonObject, at: "Root" | "a" = "Root"): Promise<string | undefined> {
  const text = await generateText(schema);
  const before = text.split(at === "Root" ? /^export (?:interface|type) Root\b/m : /^ +a\??: /m)[0] ?? "";
  const [comment] = /\/\*\*(?:(?!\*\/)[^])*\*\/\s*$/.exec(before) ?? [];
  return comment
    ?.trim()
    .replaceAll(/^ +\*/gm, " *")
    .replaceAll(/^ +\/\*/gm, "/*");
}

const member = (a: JsonObject): JsonObject => ({ type: "object", properties: { a } });

describe("documentation", () => {
  it("is what the author says, title before description", async () => {
    expect(await commentOf({ type: "object", title: "Root", description: "One." })).toBe("/** One. */");
    expect(await commentOf(member({ title: "Title", description: "One.\n\nTwo." }), "a")).toBe(
      "/**\n * Title\n *\n * One.\n *\n * Two.\n */",
    );
    expect(await commentOf(member({ title: "Same.", description: "Same." }), "a")).toBe("/** Same. */");
  });

  it("is nothing where nothing is said", async () => {
    expect(await commentOf(member({ type: "string" }), "a")).toBeUndefined();
  });

  it("ends in tags for what the type cannot show", async () => {
    const schema = {
      description: "One.",
      deprecated: true,
      type: "integer",
      minimum: 0,
      exclusiveMaximum: 9,
      multipleOf: 2,
      default: 4,
      examples: [2, 6],
    };
    expect(await commentOf(member(schema), "a")).toBe(
      [
        "/**",
        " * One.",
        " *",
        " * @deprecated",
        " * @asType integer",
        " * @minimum 0",
        " * @exclusiveMaximum 9",
        " * @multipleOf 2",
        " * @default 4",
        " * @example 2",
        " * @example 6",
        " */",
      ].join("\n"),
    );
  });

  it("has patterns, formats and lengths, each on a line", async () => {
    const text = { type: "string", minLength: 1, maxLength: 2, pattern: "^a*/\n$", format: "a\nb" };
    expect(await commentOf(member(text), "a")).toBe(
      "/**\n * @minLength 1\n * @maxLength 2\n * @pattern `^a*\\/\\n$`\n * @format a b\n */",
    );
    const list = { type: "array", minItems: 9, maxItems: 20 };
    expect(await commentOf(member(list), "a")).toBe("/**\n * @minItems 9\n * @maxItems 20\n */");
  });

  it("has no lengths that the type shows", async () => {
    expect(await commentOf(member({ type: "array", minItems: 1, maxItems: 2 }), "a")).toBeUndefined();
  });

  it("has a default of null, false or nothing", async () => {
    expect(await commentOf(member({ default: null }), "a")).toBe("/** @default null */");
    expect(await commentOf(member({ default: "" }), "a")).toBe('/** @default "" */');
    expect(await commentOf(member({ default: { "*/": false } }), "a")).toBe('/** @default {"*\\/":false} */');
  });
});

it("says of variants, leaves and unknown ones what they are to their union", async () => {
  const text = await generateText(
    {
      type: "object",
      title: "Event",
      required: ["on", "type"],
      properties: { on: { enum: ["a", "b"] }, type: { enum: ["x", "y"] } },
    },
    { name: "Event", unions: { Event: { tags: ["on", "type"], open: true } } },
  );
  for (const sentence of [
    '/** The `Event` with `on` `"a"`. */',
    '/** The `Event` with `on` `"a"` and `type` `"x"`. */',
    "/** A well-formed `Event` whose `on` the schema does not know yet, or a known one with a `type` that it does not know for it. */",
    "/** Every `Event`, and those that the schema does not know yet. */",
    "/** What `on` may be in `Event`. */",
    "/** The variant of `Event` for each `on`. */",
  ]) {
    expect(text).toContain(sentence);
  }
});
