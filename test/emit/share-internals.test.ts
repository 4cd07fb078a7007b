import { describe, expect, it } from "vitest";
import type { JsonSchema } from "../../src/config/config.js";
import { generateRoot, generateText } from "./generate-module.js";

type Keywords = Exclude<JsonSchema, boolean>;

/** Large enough for a guard of its own. */
const describeSender = (id: Keywords): Keywords => ({
  type: "object",
  required: ["id"],
  properties: { id, name: true, url: true, email: true, site: true },
});

const describeBoth = (bought: Keywords, sold: Keywords): Keywords => ({
  type: "object",
  required: ["bought", "sold"],
  properties: { bought, sold },
});

async function listGuards(one: Keywords, other: Keywords): Promise<string[]> {
  const text = await generateText(describeBoth(one, other));
  return [...text.matchAll(/^function (is(?!Object)\w+)\(value/gm)].map(([, name = ""]) => name);
}

describe("schemas without a name", () => {
  it("share the guard of the first where they ask the same", async () => {
    const sender = describeSender({ type: "integer" });
    expect(await listGuards(sender, { ...sender, description: "Another." })).toEqual(["isRootBought"]);
    const { isRoot, validateRoot } = await generateRoot(describeBoth(sender, sender));
    const value = { bought: { id: 1 }, sold: { id: "1" } };
    expect([isRoot({ bought: { id: 1 }, sold: { id: 2 } }), isRoot(value)]).toEqual([true, false]);
    expect(validateRoot(value).issues?.map(({ pointer, schema }) => [pointer, schema])).toEqual([
      ["/sold/id", "schema.json#/$defs/Root/properties/sold/properties/id/type"],
    ]);
  });

  it.each<[string, Keywords, Keywords]>([
    ["a limit", { minimum: 1 }, { minimum: 2 }],
    ["whether there is one", {}, { maximum: 2 }],
    ["a literal", { const: 1 }, { const: 2 }],
    ["data that looks like a plan", { enum: [{ site: 1, node: 1 }] }, { enum: [{ site: 2, node: 1 }] }],
    ["what is nested", { not: { minimum: 1 } }, { not: { minimum: 2 } }],
    ["what they refer to", { $ref: "#" }, { $ref: "#/properties/bought/properties/name" }],
  ])("have guards of their own where they differ in %s", async (_, one, other) => {
    const guards = await listGuards(describeSender(one), describeSender(other));
    expect(guards).toEqual(["isRootBought", "isRootSold"]);
  });

  it("have guards of their own where one leads back to itself", async () => {
    const list = describeSender({ type: "array", items: { $ref: "#/$defs/list" } });
    const schema = {
      ...describeBoth(list, list),
      $defs: { list: { type: "object", properties: { next: list } } },
    };
    const { isRoot } = await generateRoot(schema);
    const circle = { id: [] as unknown[] };
    circle.id.push({ next: circle });
    expect([isRoot({ bought: { id: [] }, sold: { id: [{ next: { id: [] } }] } })]).toEqual([true]);
    expect(isRoot({ bought: circle, sold: { id: [] } })).toBe(false);
  });
});
