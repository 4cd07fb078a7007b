import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { RootModule } from "./generate-module.js";
import { generateRoots, generateText } from "./generate-module.js";
import { typeCheck } from "./type-check.js";

const variant = (type: string, more: JsonObject = {}): JsonObject => ({
  type: "object",
  required: ["type", "id"],
  properties: { type: { const: type }, id: { type: "string" }, at: { type: "integer" }, ...more },
});
const few = { oneOf: [variant("order.created"), variant("order.updated"), variant("invoice.paid")] };
const types = Array.from({ length: 60 }, (_, index) => `resource${index}.changed`);
const wide = { oneOf: types.map((type) => variant(type)) };

const runtime = ["guards", "validators"] as const;

async function generateRoot(schema: JsonObject, options: object = {}): Promise<RootModule> {
  const [root] = await generateRoots([schema], { runtime, ...options });
  if (!root) throw new Error("nothing came of the schema");
  return root;
}

function messagesOf({ validateRoot }: RootModule, value: unknown): readonly string[] {
  const { issues = [] } = validateRoot(value);
  return issues.map(({ pointer, keyword, message }) => `${pointer} ${keyword}: ${message}`);
}

describe("a validator of a tagged union", () => {
  it("reports what the variant of the tag asks, and nothing of the others", async () => {
    const root = await generateRoot(few);
    expect(messagesOf(root, { type: "order.updated", id: 1, at: "now" })).toEqual([
      "/id type: must be string, but is number",
      "/at type: must be integer, but is string",
    ]);
  });

  it("says of an unknown tag one thing: what is known, and what is nearest", async () => {
    const root = await generateRoot(few);
    const known = '"order.created", "order.updated", "invoice.paid"';
    expect(messagesOf(root, { type: "orderCreated", id: 1 })).toEqual([
      `/type oneOf: must be one of ${known}; did you mean "order.created"?`,
    ]);
    expect(messagesOf(root, { type: null })).toEqual([`/type oneOf: must be one of ${known}`]);
  });

  it.each([false, true])("says plainly that the tag is missing, exactOptional: %s", async (exactOptional) => {
    const root = await generateRoot(few, { exactOptional });
    const known = '"order.created", "order.updated", "invoice.paid"';
    expect(messagesOf(root, { id: 1 })).toEqual([
      ` required: the tag \`type\` is missing; expected one of ${known}`,
    ]);
  });

  it("says which step on the way to the tag is missing", async () => {
    const nested = (type: string): JsonObject => ({
      type: "object",
      required: ["meta"],
      properties: {
        meta: { type: "object", required: ["type"], properties: { type: { const: type } } },
      },
    });
    const schema = { $defs: { Root2: { oneOf: [nested("a"), nested("b")] } }, $ref: "#/$defs/Root2" };
    const root = await generateRoot(schema, { unions: { Root2: { tags: ["meta.type"] } } });
    expect(messagesOf(root, {})).toEqual([' required: must have property "meta"']);
    expect(messagesOf(root, { meta: {} })).toEqual([
      '/meta required: the tag `type` is missing; expected one of "a", "b"',
    ]);
  });

  it("says of an unknown second tag what is known beside the first", async () => {
    const leaf = (resource: string, type: string): JsonObject => ({
      type: "object",
      required: ["resource", "type", "id"],
      properties: { resource: { const: resource }, type: { const: type }, id: { type: "string" } },
    });
    const pairs = [
      ["rooms", "created"],
      ["rooms", "updated"],
      ["files", "read"],
      ["files", "created"],
    ] as const;
    const schema = { oneOf: pairs.map(([resource, type]) => leaf(resource, type)) };
    const unions = { Root: { tags: ["resource", "type"] } };
    const root = await generateRoot(schema, { unions });
    expect(messagesOf(root, { resource: "files", type: "raed", id: 1 })).toEqual([
      '/type oneOf: must be one of "read", "created"; did you mean "read"?',
    ]);
    expect(messagesOf(root, { resource: "rooms", id: 1 })).toEqual([
      ' required: the tag `type` is missing; expected one of "created", "updated"',
    ]);
    expect(messagesOf(root, { resource: "room", type: "read" })).toEqual([
      '/resource oneOf: must be one of "rooms", "files"; did you mean "rooms"?',
    ]);
    expect(messagesOf(root, { resource: "rooms", type: "updated", id: 1 })).toEqual([
      "/id type: must be string, but is number",
    ]);
  });

  it("says one thing where the tag is described beside the union as well", async () => {
    const branch = (type: string): JsonObject => ({
      type: "object",
      properties: { type: { const: type }, id: { type: "string" } },
    });
    const root = await generateRoot({
      type: "object",
      required: ["type"],
      properties: { type: { enum: ["a", "b"] } },
      oneOf: [branch("a"), branch("b")],
    });
    expect(messagesOf(root, { type: "A" })).toHaveLength(1);
    expect(messagesOf(root, { type: 1 })).toHaveLength(1);
    expect(messagesOf(root, {})).toEqual([' required: the tag `type` is missing; expected one of "a", "b"']);
  });

  it("reports what the variant asks whose tag may be left out", async () => {
    const { required: _, ...optional } = variant("text");
    const schema = { oneOf: [variant("image"), variant("sound"), { ...optional, required: ["id"] }] };
    const root = await generateRoot(schema);
    expect(messagesOf(root, { id: 1 })).toEqual(["/id type: must be string, but is number"]);
    expect(messagesOf(root, { type: "txt", id: "" })).toEqual([
      '/type oneOf: must be one of "image", "sound", "text"; did you mean "text"?',
    ]);
  });

  it("lists ten of very many, and how many more there are", async () => {
    const root = await generateRoot(wide);
    const listed = types
      .slice(0, 10)
      .map((type) => JSON.stringify(type))
      .join(", ");
    expect(messagesOf(root, { type: "resource47.changd", id: "" })).toEqual([
      `/type oneOf: must be one of ${listed} and 50 more; did you mean "resource47.changed"?`,
    ]);
    expect(messagesOf(root, {})).toEqual([
      ` required: the tag \`type\` is missing; expected one of ${listed} and 50 more`,
    ]);
    expect(messagesOf(root, { type: "resource59.changed", id: "" })).toEqual([]);
  });

  it("says its tags once, beside what they lead to", async () => {
    const text = await generateText(wide, { runtime });
    expect(text.match(/, "resource0\.changed"\]/g)).toHaveLength(1);
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });

  it("as code holds the tags of a wide union in one constant, and those of a narrow one where they are asked for", async () => {
    const text = await generateText(wide, { runtime, exactOptional: true });
    expect(
      text.match(/^const rootTags = \["resource0\.changed", .*"resource59\.changed"\];$/m),
    ).not.toBeNull();
    expect(text.match(/\["resource0\.changed"/g)).toHaveLength(1);
    expect(text.match(/\bissues, .*\brootTags\);/g)).toHaveLength(2);
    expect(await generateText(few, { runtime, exactOptional: true })).not.toContain("rootTags");
    expect(await typeCheck("typescript", new Map([["index.ts", text]]))).toBe("");
  });
});
