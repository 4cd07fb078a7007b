import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import { applyOverlay } from "../../src/load/apply-overlay.js";
import { checkOverlay } from "../../src/load/check-overlay.js";
import type { Document } from "../../src/load/documents.js";

const documentSource = { file: "schema.json", text: "", syntax: "json" } as const;
const overlaySource = { file: "overlay.yaml", text: "", syntax: "yaml" } as const;

function documentOf(value: JsonValue): Document {
  return { uri: "file:///schema.json", value, source: documentSource, patches: [], dialect: undefined };
}

/** What the actions make of the value: it, the patches as "place < source#place", and the diagnostics. */
function apply(value: JsonValue, ...actions: readonly JsonObject[]) {
  const overlayValue = { overlay: "1.0.0", info: { title: "t", version: "1" }, actions };
  const checked = checkOverlay({
    ...documentOf(overlayValue),
    uri: "file:///overlay.yaml",
    source: overlaySource,
  });
  if (!checked.value) throw new Error(JSON.stringify(checked.diagnostics));
  const { value: document, diagnostics } = applyOverlay(documentOf(value), checked.value);
  return {
    value: document.value,
    patches: document.patches.map(
      ({ pointer, source, sourcePointer }) => `${pointer} < ${source?.file}#${sourcePointer}`,
    ),
    diagnostics: diagnostics.map(({ code, message, place }) => [code, message, place?.pointer]),
  };
}

describe("update", () => {
  it("merges objects: adds what is new, merges objects, appends to arrays, replaces primitive values", () => {
    const value = { type: "object", properties: { a: { minLength: 1 } }, required: ["a"], title: null };
    const update = { title: "T", properties: { a: { minLength: 2 }, b: {} }, required: ["b"], x: [1] };
    expect(apply(value, { target: "$", update })).toEqual({
      value: {
        type: "object",
        properties: { a: { minLength: 2 }, b: {} },
        required: ["a", "b"],
        title: "T",
        x: [1],
      },
      patches: [
        "/title < overlay.yaml#/actions/0/update/title",
        "/required/1 < overlay.yaml#/actions/0/update/required/0",
        "/x < overlay.yaml#/actions/0/update/x",
        "/properties/b < overlay.yaml#/actions/0/update/properties/b",
        "/properties/a/minLength < overlay.yaml#/actions/0/update/properties/a/minLength",
      ],
      diagnostics: [],
    });
  });

  it("appends to a targeted array, the update being one item whatever it is", () => {
    const actions = [1, { a: 1 }, ["x", "y"]].map((update) => ({ target: "$.enum", update }));
    expect(apply({ enum: [] }, ...actions)).toEqual({
      value: { enum: [1, { a: 1 }, ["x", "y"]] },
      patches: [0, 1, 2].map((index) => `/enum/${index} < overlay.yaml#/actions/${index}/update`),
      diagnostics: [],
    });
  });

  it("changes every node that the target selects, each with a value of its own", () => {
    const value = { a: { t: 1 }, b: { t: 1 }, c: { t: 2 } };
    const { value: patched } = apply(
      value,
      { target: "$[?@.t == 1]", update: { list: [1] } },
      { target: "$.a.list", update: 2 },
    );
    expect(patched).toEqual({ a: { t: 1, list: [1, 2] }, b: { t: 1, list: [1] }, c: { t: 2 } });
  });

  it("changes a node once that the target selects twice", () => {
    expect(apply({ a: [] }, { target: "$['a','a']", update: 1 }).value).toEqual({ a: [1] });
  });

  it("finds descendants at any usual depth", () => {
    let value: JsonValue = { x: {} };
    for (let depth = 0; depth < 500; depth++) value = { not: value };
    expect(apply(value, { target: "$..x", update: { y: 1 } }).patches).toEqual([
      `${"/not".repeat(500)}/x/y < overlay.yaml#/actions/0/update/y`,
    ]);
  });

  it("says where a query for descendants goes too deep", () => {
    let value: JsonValue = {};
    for (let depth = 0; depth < 5_000; depth++) value = { not: value };
    expect(apply(value, { target: "$..x", remove: true }).diagnostics).toEqual([
      ["overlay-invalid", "`$..x` visits values that nest deeper than can be followed.", "/actions/0/target"],
    ]);
  });

  it("applies each action to what the one before it left", () => {
    const actions = [
      { target: "$.type", remove: true },
      { target: "$", update: { type: ["string", "null"] } },
      { target: "$.type", update: "number" },
    ];
    expect(apply({ type: "string" }, ...actions).value).toEqual({ type: ["string", "null", "number"] });
  });

  it("does not touch the document's own value", () => {
    const value = { a: { b: [1] } };
    apply(value, { target: "$.a", update: { b: [2], c: 3 } }, { target: "$.a.b[0]", remove: true });
    expect(value).toEqual({ a: { b: [1] } });
  });

  it("keeps hostile names as own members", () => {
    const value = JSON.parse('{"a": {}, "b": {"__proto__": {"x": 1}}}') as JsonObject;
    const update = JSON.parse(
      '{"__proto__": {"y": 2}, "constructor": 1, "toString": {"z": 1}}',
    ) as JsonObject;
    const { value: patched, diagnostics } = apply(value, { target: "$.*", update });
    expect(diagnostics).toEqual([]);
    expect(JSON.stringify(patched)).toBe(
      '{"a":{"__proto__":{"y":2},"constructor":1,"toString":{"z":1}},' +
        '"b":{"__proto__":{"x":1,"y":2},"constructor":1,"toString":{"z":1}}}',
    );
    expect(Object.getPrototypeOf(isJsonObject(patched) && patched["a"])).toBe(Object.prototype);
    expect({}).not.toHaveProperty("y");
  });

  it.each<[string, JsonValue, JsonObject, string, string]>([
    ["an object over a primitive value", { items: true }, { items: {} }, "/actions/0/update/items", "/items"],
    ["a primitive value over an object", { items: {} }, { items: true }, "/actions/0/update/items", "/items"],
    ["an array over a primitive value", { type: "a" }, { type: ["a"] }, "/actions/0/update/type", "/type"],
    ["null over an array", { type: ["a"] }, { type: null }, "/actions/0/update/type", "/type"],
    ["an object over an array", { a: { b: [] } }, { a: { b: {} } }, "/actions/0/update/a/b", "/a/b"],
  ])("refuses %s, and leaves it", (_, value, update, overlayPointer, pointer) => {
    expect(apply(value, { target: "$", update })).toEqual({
      value,
      patches: [],
      diagnostics: [
        [
          "overlay-invalid",
          `This is of another kind than \`${pointer}\` of schema.json, and cannot be merged with it.`,
          overlayPointer,
        ],
      ],
    });
  });

  it.each<[string, JsonValue]>([
    ["$.title", "new"],
    ["$.title", { a: 1 }],
    ["$.properties", 1],
    ["$.properties", ["a"]],
  ])("refuses to change %s by %j", (target, update) => {
    expect(apply({ title: "old", properties: {} }, { target, update }).diagnostics).toEqual([
      [
        "overlay-invalid",
        `This is of another kind than \`${target.replace("$.", "/")}\` of schema.json, and cannot be merged with it.`,
        "/actions/0/update",
      ],
    ]);
  });

  it("says once what many nodes disagree with, and changes the others", () => {
    const { value, diagnostics } = apply(
      { a: { x: [] }, b: { x: [] }, c: { x: 1 } },
      { target: "$.*", update: { x: 2 } },
    );
    expect(value).toEqual({ a: { x: [] }, b: { x: [] }, c: { x: 2 } });
    expect(diagnostics).toHaveLength(1);
  });

  it("copies values of any depth", () => {
    let deep: JsonValue = 1;
    for (let depth = 0; depth < 50_000; depth++) deep = depth % 2 ? [deep] : { a: deep };
    const { value } = apply({ own: deep, a: {} }, { target: "$.a", update: { b: deep } });
    expect(isJsonObject(value) && value["own"] === deep).toBe(false);
  });
});

describe("remove", () => {
  it("takes members and items away, also primitive ones", () => {
    const value = { a: { x: 1, y: 2 }, list: [1, { drop: true }, 3, { drop: true }], t: "x" };
    const { value: patched } = apply(
      value,
      { target: "$.a.x", remove: true },
      { target: "$.list[?@.drop]", remove: true },
      { target: "$.t", remove: true, update: { ignored: true } },
    );
    expect(patched).toEqual({ a: { y: 2 }, list: [1, 3] });
  });

  it("takes away what is nested in what is taken away", () => {
    const value = { x: { x: [{ x: 1 }, 2] }, y: [{ x: 1 }, { x: 2, z: 3 }] };
    expect(apply(value, { target: "$..x", remove: true }).value).toEqual({ y: [{}, { z: 3 }] });
  });

  it("takes an own __proto__ away", () => {
    const value = JSON.parse('{"__proto__": 1, "a": 2}') as JsonObject;
    expect(JSON.stringify(apply(value, { target: "$['__proto__']", remove: true }).value)).toBe('{"a":2}');
  });

  it("does not take the root away", () => {
    expect(apply({ a: 1 }, { target: "$", remove: true })).toEqual({
      value: { a: 1 },
      patches: [],
      diagnostics: [["overlay-invalid", "The root of a document cannot be removed.", "/actions/0/target"]],
    });
  });

  it("says where the items stand that moved up", () => {
    const value = { anyOf: ["a", "b", "c", "d", "e"] };
    expect(apply(value, { target: "$.anyOf[1,3]", remove: true }).patches).toEqual([
      "/anyOf/1 < schema.json#/anyOf/2",
      "/anyOf/2 < schema.json#/anyOf/4",
    ]);
  });

  it("moves patches with the items, and drops those of what is gone", () => {
    const { value, patches } = apply(
      { anyOf: [{ n: 0 }, { n: 1 }, { n: 2 }] },
      { target: "$.anyOf[1]", update: { gone: 1 } },
      { target: "$.anyOf[2]", update: { kept: 1 } },
      { target: "$.anyOf", update: { n: 3 } },
      { target: "$.anyOf[1]", remove: true },
      { target: "$.anyOf[0]", remove: true },
    );
    expect(value).toEqual({ anyOf: [{ n: 2, kept: 1 }, { n: 3 }] });
    expect(patches.toSorted()).toEqual([
      "/anyOf/0 < schema.json#/anyOf/2",
      "/anyOf/0/kept < overlay.yaml#/actions/1/update/kept",
      "/anyOf/1 < overlay.yaml#/actions/2/update",
    ]);
  });

  it("says where items of an array stand that an overlay wrote, in arrays that moved themselves", () => {
    const { value, patches } = apply(
      { anyOf: [0, {}] },
      { target: "$.anyOf[1]", update: { enum: ["a", "b", "c"] } },
      { target: "$.anyOf[0]", remove: true },
      { target: "$.anyOf[0].enum[0]", remove: true },
    );
    expect(value).toEqual({ anyOf: [{ enum: ["b", "c"] }] });
    expect(patches.toSorted()).toEqual([
      "/anyOf/0 < schema.json#/anyOf/1",
      "/anyOf/0/enum < overlay.yaml#/actions/0/update/enum",
      "/anyOf/0/enum/0 < overlay.yaml#/actions/0/update/enum/1",
      "/anyOf/0/enum/1 < overlay.yaml#/actions/0/update/enum/2",
    ]);
  });

  it("removes many items in reasonable time", () => {
    const value = { anyOf: Array.from({ length: 20_000 }, (_, n) => ({ n, drop: n % 2 === 0 })) };
    const { value: patched, patches } = apply(value, { target: "$.anyOf[?@.drop == true]", remove: true });
    expect(isJsonObject(patched) && patched["anyOf"]).toHaveLength(10_000);
    expect(patches.at(-1)).toBe("/anyOf/9999 < schema.json#/anyOf/19999");
  });
});

describe("a target", () => {
  it("that matches nothing is a warning", () => {
    expect(apply({}, { target: "$.a", remove: true }, { target: "$.b[0]", update: {} })).toEqual({
      value: {},
      patches: [],
      diagnostics: [
        ["overlay-target-unmatched", "`$.a` matches nothing in schema.json.", "/actions/0/target"],
        ["overlay-target-unmatched", "`$.b[0]` matches nothing in schema.json.", "/actions/1/target"],
      ],
    });
  });

  it("sees own members only", () => {
    const actions = ["$.constructor", "$['__proto__']", "$.a.length"].map((target) => ({
      target,
      remove: true,
    }));
    expect(apply({ a: "x" }, ...actions).diagnostics).toHaveLength(3);
  });

  it("of an action that does nothing need only match", () => {
    expect(apply({ a: 1 }, { target: "$.a" })).toEqual({ value: { a: 1 }, patches: [], diagnostics: [] });
  });
});
