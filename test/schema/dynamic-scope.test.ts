import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { generateRoot, plainOptions } from "../emit/generate-module.js";
import { lowerDocuments, root } from "./lower-documents.js";

const tree = {
  $id: "https://example.com/tree",
  $dynamicAnchor: "node",
  type: "object",
  properties: { data: true, children: { type: "array", items: { $dynamicRef: "#node" } } },
};

const strictTree = {
  $id: "https://example.com/strict-tree",
  $dynamicAnchor: "node",
  $ref: "tree",
  unevaluatedProperties: false,
  $defs: { tree },
};

describe("a schema in several dynamic scopes", () => {
  const { graph } = lowerDocuments(strictTree);
  const plain = `${root}#/$defs/tree`;
  const strict = `${plain}?node=#`;
  const itemsOf = (id: string) => {
    const children = graph.nodes.get(`${id.replace(plain, `${plain}/properties/children`)}`);
    return children && typeof children.schema === "object" ? children.schema.items : undefined;
  };

  it("is a node in each", () => {
    expect(
      [...graph.nodes.keys()].filter((id) => id.startsWith(plain) && !id.includes("/properties")),
    ).toEqual([plain, strict]);
  });

  it("leads to what the outermost resource calls by the anchor", () => {
    const items = [itemsOf(plain), itemsOf(strict)].map((id) => graph.nodes.get(id ?? "")?.schema);
    expect(items).toEqual([{ $ref: plain }, { $ref: `${root}#` }]);
    expect(graph.nodes.get(strict)?.scope).toEqual([`${root}#`]);
  });

  it("shares the parts that read alike in all", () => {
    const data = [...graph.nodes.keys()].filter((id) => id.includes("/properties/data"));
    expect(data).toEqual([`${plain}/properties/data`]);
  });

  it("has a guard of its own, and a name that says which", async () => {
    const { isRoot, get } = await generateRoot(strictTree);
    const misspelled = { children: [{ daat: 1 }] };
    expect(isRoot(misspelled)).toBe(false);
    expect(isRoot({ children: [{ data: 1 }] })).toBe(true);
    expect(get("isTree")(misspelled)).toBe(true);
    expect(get("isTreeInRoot")({ daat: 1, children: [] })).toBe(true);
    expect(get("isTreeInRoot")(misspelled)).toBe(false);
  });
});

describe("dynamic references", () => {
  it("beside a reference stand among what applies too", async () => {
    const { isRoot } = await generateRoot({
      $ref: "#/$defs/a",
      $dynamicRef: "#b",
      $defs: { a: { type: "number" }, b: { $dynamicAnchor: "b", minimum: 1 } },
    });
    expect([0, 1, "1"].map(isRoot)).toEqual([false, true, false]);
  });

  it("are references like any other where their target is no dynamic anchor", () => {
    const { schema } = lowerDocuments({
      $defs: { a: { $anchor: "a", type: "null" }, b: { $dynamicRef: "#a" } },
    });
    expect(schema("/$defs/b")).toEqual({ $ref: `${root}#/$defs/a` });
  });

  it("are looked up by the outermost of several resources", async () => {
    const inner = { $id: "inner", $dynamicRef: "#x", $defs: { x: { $dynamicAnchor: "x", type: "string" } } };
    const middle = { $id: "middle", $ref: "inner", $defs: { x: { $dynamicAnchor: "x", type: "number" } } };
    const schema = {
      $id: "https://example.com/outer",
      $ref: "middle",
      $defs: { x: { $dynamicAnchor: "x", type: "null" }, middle, inner },
    };
    const { isRoot, get } = await generateRoot(schema);
    expect([null, 1, "a"].map(isRoot)).toEqual([true, false, false]);
    expect([null, 1, "a"].map((value) => get("isMiddle")(value))).toEqual([false, true, false]);
    expect([null, 1, "a"].map((value) => get("isInner")(value))).toEqual([false, false, true]);
  });

  it("of 2019-09 go to the outermost recursive anchor", async () => {
    const { isRoot } = await generateRoot(
      {
        $id: "https://example.com/strict",
        $recursiveAnchor: true,
        $ref: "loose",
        required: ["kind"],
        $defs: {
          loose: { $id: "loose", $recursiveAnchor: true, properties: { inner: { $recursiveRef: "#" } } },
        },
      },
      { dialect: "2019-09" },
    );
    expect(isRoot({ kind: 1, inner: { kind: 1 } })).toBe(true);
    expect(isRoot({ kind: 1, inner: {} })).toBe(false);
  });

  it("of v1 make no type by itself of what asks for an anchor that it has not", async () => {
    const schema = {
      $schema: "https://json-schema.org/v1",
      $id: "https://example.com/root",
      $ref: "list",
      $defs: {
        item: { $dynamicAnchor: "item", type: "string" },
        list: { $id: "list", type: "array", items: { $dynamicRef: "#item" } },
      },
    };
    const { isRoot, text } = await generateRoot(schema);
    expect([["a"], [1]].map(isRoot)).toEqual([true, false]);
    expect(text).not.toMatch(/export type List\b/);
    expect(text).toContain("ListInItem");
  });

  it("of v1 are an error where nothing on the way from the root has the anchor", () => {
    const { diagnostics } = lowerDocuments({ items: { $dynamicRef: "#item" } }, { dialect: "v1" });
    expect(diagnostics).toMatchObject([{ code: "reference-unresolved", place: { uri: root, pointer: "" } }]);
  });

  it("give the same names on every machine", async () => {
    const nameAll = async (folder: string): Promise<readonly string[]> => {
      const strict = { $dynamicAnchor: "node", $ref: "tree.json", unevaluatedProperties: false };
      const { $dynamicAnchor, type, properties } = tree;
      const loose = { $dynamicAnchor, type, properties };
      const input = {
        ...plainOptions,
        schema: { uri: `${folder}strict.json`, schema: strict },
        documents: { [`${folder}tree.json`]: loose },
        output: ".",
      };
      const { files } = await generate({ inputs: [input] });
      const text = files.find(({ path }) => path === "index.ts")?.text ?? "";
      return [...text.matchAll(/export (?:type|interface) (\w+InRoot)/g)].map(([, name = ""]) => name);
    };
    expect(await nameAll("file:///a/")).toEqual(["TreeInRoot"]);
    expect(await nameAll("file:///some/where/else/")).toEqual(["TreeInRoot"]);
  });
});
