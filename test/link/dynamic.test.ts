import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { link } from "../../src/link/link.js";
import type { Linked } from "../../src/link/linked.js";
import { makeDocuments } from "./make-documents.js";

const root = "file:///root.json";

const linkAs = (dialect: string, documents: Readonly<Record<string, JsonValue>>) =>
  link(makeDocuments(documents), { dialect });
const linkOne = (schema: JsonValue, dialect = "2020-12") => linkAs(dialect, { [root]: schema });

const short = (id: string | undefined) => id?.replace(root, "");
const idsOf = (linked: Linked) => [...linked.schemas.keys()].map(short);
const referenceOf = (linked: Linked, pointer: string, keyword = "$dynamicRef") =>
  linked.references.get(`${root}#${pointer}`)?.get(keyword);
const anchorsOf = (linked: Linked, pointer: string) => {
  const anchors = linked.schemas.get(`${root}#${pointer}`)?.dynamicAnchors ?? new Map<string, string>();
  return Object.fromEntries([...anchors].map(([name, id]) => [name, short(id)]));
};

describe("link: $dynamicRef", () => {
  it("is dynamic where what it refers to has its name as dynamic anchor", () => {
    const { value, diagnostics } = linkOne({
      items: { $dynamicRef: "#item" },
      $defs: { item: { $dynamicAnchor: "item" } },
    });
    expect(diagnostics).toEqual([]);
    expect(referenceOf(value, "/items")).toEqual({ target: `${root}#/$defs/item`, dynamicAnchor: "item" });
  });

  it("is like $ref to an anchor, to a pointer, and to an anchor beside a dynamic one of another name", () => {
    const { value, diagnostics } = linkOne({
      properties: {
        anchor: { $dynamicRef: "#plain" },
        pointer: { $dynamicRef: "#/$defs/item" },
        other: { $dynamicRef: "#beside" },
        self: { $dynamicRef: "#" },
      },
      $defs: {
        plain: { $anchor: "plain" },
        item: { $dynamicAnchor: "item" },
        both: { $anchor: "beside", $dynamicAnchor: "other" },
      },
    });
    expect(diagnostics).toEqual([]);
    expect(referenceOf(value, "/properties/anchor")).toEqual({ target: `${root}#/$defs/plain` });
    expect(referenceOf(value, "/properties/pointer")).toEqual({ target: `${root}#/$defs/item` });
    expect(referenceOf(value, "/properties/other")).toEqual({ target: `${root}#/$defs/both` });
    expect(referenceOf(value, "/properties/self")).toEqual({ target: `${root}#` });
  });

  it("may start in another resource", () => {
    const { value } = linkOne({
      $id: "https://example.com/root",
      $dynamicRef: "other#item",
      $defs: { other: { $id: "other", $dynamicAnchor: "item" } },
    });
    expect(referenceOf(value, "")).toEqual({ target: `${root}#/$defs/other`, dynamicAnchor: "item" });
  });

  it("must lead somewhere by itself", () => {
    const { value, diagnostics } = linkOne({ items: { $dynamicRef: "#item" } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["reference-unresolved"]);
    expect(value.references.size).toBe(0);
  });

  it("leaves $ref to a dynamic anchor static", () => {
    const { value } = linkOne({ $ref: "#item", $defs: { item: { $dynamicAnchor: "item" } } });
    expect(referenceOf(value, "", "$ref")).toEqual({ target: `${root}#/$defs/item` });
  });

  it("is an annotation before 2020-12", () => {
    const { value, diagnostics } = linkOne({ $dynamicRef: "#nowhere" }, "2019-09");
    expect(diagnostics).toEqual([]);
    expect(value.references.size).toBe(0);
  });
});

describe("link: $dynamicRef of v1", () => {
  it("is a name for the dynamic scope, with # before it or without", () => {
    const { value, diagnostics } = linkOne(
      {
        properties: { hash: { $dynamicRef: "#item" }, bare: { $dynamicRef: "item" } },
        $defs: { item: { $dynamicAnchor: "item" } },
      },
      "v1",
    );
    expect(diagnostics).toEqual([]);
    const expected = { target: `${root}#/$defs/item`, dynamicAnchor: "item" };
    expect(referenceOf(value, "/properties/hash")).toEqual(expected);
    expect(referenceOf(value, "/properties/bare")).toEqual(expected);
  });

  it("need not lead anywhere by itself, and never leads to an $anchor", () => {
    const inner = { $id: "inner", $dynamicRef: "#item", $defs: { other: { $anchor: "item" } } };
    const { value, diagnostics } = linkOne(
      { $id: "https://example.com/root", $ref: "inner", $defs: { inner, item: { $dynamicAnchor: "item" } } },
      "v1",
    );
    expect(diagnostics).toEqual([]);
    expect(referenceOf(value, "/$defs/inner")).toEqual({ target: undefined, dynamicAnchor: "item" });
    expect(anchorsOf(value, "")).toEqual({ item: "#/$defs/item" });
    expect(anchorsOf(value, "/$defs/inner")).toEqual({});
  });

  it("names places apart from $anchor: $ref does not find them, and one name may be both", () => {
    const item = { $dynamicAnchor: "item" };
    expect(linkOne({ $ref: "#item", $defs: { item } }, "v1").diagnostics.map(({ code }) => code)).toEqual([
      "reference-unresolved",
    ]);
    const both = linkOne({ $ref: "#item", $defs: { item, other: { $anchor: "item" } } }, "v1");
    expect(both.diagnostics).toEqual([]);
    expect(referenceOf(both.value, "", "$ref")).toEqual({ target: `${root}#/$defs/other` });
  });

  it("may have each name once in a resource", () => {
    const twice = { a: { $dynamicAnchor: "x" }, b: { $dynamicAnchor: "x" } };
    const { diagnostics } = linkOne({ $defs: twice }, "v1");
    expect(diagnostics.map(({ code, message }) => [code, message])).toEqual([
      [
        "identifier-duplicate",
        `The dynamic anchor "x" is given to more than one schema: ${root}#/$defs/a, ${root}#/$defs/b.`,
      ],
    ]);
  });
});

describe("link: $recursiveRef", () => {
  it("is dynamic where the root of its resource says so", () => {
    const { value } = linkOne({ $recursiveAnchor: true, items: { $recursiveRef: "#" } }, "2019-09");
    expect(referenceOf(value, "/items", "$recursiveRef")).toEqual({ target: `${root}#`, dynamicAnchor: "" });
    expect(anchorsOf(value, "/items")).toEqual({ "": "#" });
  });

  it("is like $ref where it says false or nothing, or only a subschema says true", () => {
    const schemas = [
      { $recursiveAnchor: false, items: { $recursiveRef: "#" } },
      { items: { $recursiveRef: "#" } },
      { items: { $recursiveRef: "#", $recursiveAnchor: true } },
    ];
    for (const schema of schemas) {
      const { value } = linkOne(schema, "2019-09");
      expect(referenceOf(value, "/items", "$recursiveRef")).toEqual({ target: `${root}#` });
      expect(anchorsOf(value, "")).toEqual({});
    }
  });

  it("leads to the root of an embedded resource", () => {
    const inner = { $id: "inner", $recursiveAnchor: true, items: { $recursiveRef: "#" } };
    const { value } = linkOne({ $id: "https://example.com/", $defs: { inner } }, "2019-09");
    expect(referenceOf(value, "/$defs/inner/items", "$recursiveRef")).toEqual({
      target: `${root}#/$defs/inner`,
      dynamicAnchor: "",
    });
    expect(anchorsOf(value, "")).toEqual({});
    expect(anchorsOf(value, "/$defs/inner/items")).toEqual({ "": "#/$defs/inner" });
  });
});

describe("link: dynamic anchors", () => {
  it("are those of the schema's resource, the same map for each of its schemas", () => {
    const { value } = linkOne({
      $id: "https://example.com/root",
      $dynamicAnchor: "node",
      properties: { a: {} },
      $defs: {
        item: { $dynamicAnchor: "item" },
        inner: { $id: "inner", not: { $dynamicAnchor: "node" } },
      },
    });
    expect(anchorsOf(value, "")).toEqual({ node: "#", item: "#/$defs/item" });
    expect(anchorsOf(value, "/$defs/inner")).toEqual({ node: "#/$defs/inner/not" });
    const of = (pointer: string) => value.schemas.get(`${root}#${pointer}`)?.dynamicAnchors;
    expect(of("/properties/a")).toBe(of(""));
  });

  const other = "file:///other.json";
  const document = {
    $defs: {
      entered: { $ref: "root.json#/$defs/seeker" },
      item: { $dynamicAnchor: "item", not: { $ref: "#/x" } },
      unused: { $dynamicAnchor: "unused" },
    },
    x: {},
  };

  it("are reached where a reached resource has them and a reference looks them up, in whatever order", () => {
    const seeker = { $dynamicRef: "#item", $defs: { here: { $dynamicAnchor: "item" } } };
    const schema = { $ref: "other.json#/$defs/entered", $defs: { seeker } };
    for (const { value, diagnostics } of [
      linkAs("2020-12", { [root]: schema, [other]: document }),
      linkAs("2020-12", { [root]: { $defs: schema.$defs, $ref: schema.$ref }, [other]: document }),
    ]) {
      expect(diagnostics).toEqual([]);
      expect([...value.schemas.keys()].filter((id) => id.startsWith(other))).toEqual([
        `${other}#/$defs/entered`,
        `${other}#/$defs/item`,
        `${other}#/$defs/item/not`,
        `${other}#/x`,
      ]);
    }
  });

  it("are not reached where nothing looks them up", () => {
    const { value } = linkAs("2020-12", {
      [root]: { $ref: "other.json#/$defs/entered", $defs: { seeker: {} } },
      [other]: document,
    });
    expect(idsOf(value)).not.toContain(`${other}#/$defs/item`);
  });

  it("that are given twice in a resource are an error", () => {
    const { diagnostics } = linkOne({ $defs: { a: { $dynamicAnchor: "x" }, b: { $anchor: "x" } } });
    expect(diagnostics.map(({ code }) => code)).toEqual(["identifier-duplicate"]);
  });
});
