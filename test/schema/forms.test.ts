import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import type { CanonicalSchema } from "../../src/schema/schema-graph.js";
import type { LowerOptions } from "./lower-documents.js";
import { lowerDocuments, root, short } from "./lower-documents.js";

function split(schema: JsonValue, options: LowerOptions = {}) {
  const { graph } = lowerDocuments(schema, { readWrite: "split", ...options });
  const nodes = [...graph.nodes.values()];
  const at = (id: string) => graph.nodes.get(`${root}${id}`)?.schema as CanonicalSchema;
  return {
    ids: nodes.map(({ id }) => short(id)),
    at,
    node: (id: string) => graph.nodes.get(`${root}${id}`),
    /** The other meanings than the plain ones. */
    others: nodes.map(({ id }) => short(id) ?? "").filter((id) => id.includes("?")),
    properties: (id: string) =>
      Object.fromEntries([...(at(id).properties ?? [])].map(([key, value]) => [key, short(value)])),
  };
}

const ref = (name: string) => ({ $ref: `#/$defs/${name}` });
const readOnly = { type: "integer", readOnly: true };
const writeOnly = { type: "string", writeOnly: true };
const user = {
  properties: { id: readOnly, name: { type: "string" }, password: writeOnly },
  required: ["id", "name", "password"],
};

describe("a definition with properties that are only read or only written", () => {
  it("has a node for each form, and one of what both have", () => {
    const { ids, properties } = split(user);
    expect(ids).toEqual([
      "#",
      "#?write",
      "#/properties/id",
      "#/properties/id?withheld",
      "#/properties/name",
      "#/properties/password",
      "#/properties/password?withheld",
    ]);
    expect(properties("#")).toEqual({
      id: "#/properties/id",
      name: "#/properties/name",
      password: "#/properties/password?withheld",
    });
    expect(properties("#?write")).toEqual({
      id: "#/properties/id?withheld",
      name: "#/properties/name",
      password: "#/properties/password",
    });
  });

  it("refuses what a form withholds, keeps what is said of it, and does not require it", () => {
    const { at, node } = split(user);
    expect(at("#/properties/password?withheld")).toBe(false);
    expect(node("#/properties/password?withheld")).toMatchObject({
      annotations: { writeOnly: true },
      parent: { node: `${root}#`, tokens: ["properties", "password"] },
    });
    expect(node("#/properties/password")?.parent?.node).toBe(`${root}#?write`);
    expect(at("#").required).toEqual(["id", "name"]);
    expect(at("#?write").required).toEqual(["name", "password"]);
  });

  it("has one form where the option is off, and where nothing is withheld", () => {
    expect(split(user, { readWrite: "annotate" }).others).toEqual([]);
    expect(split({ properties: { a: { readOnly: false } }, required: ["a"] }).others).toEqual([]);
  });

  it("has both in each dialect that knows the keywords", () => {
    expect(split(user, { dialect: "draft-07" }).others).toContain("#?write");
    expect(split(user, { dialect: "2019-09" }).others).toContain("#?write");
    expect(split(user, { dialect: "openapi-3.0" }).others).toContain("#?write");
    expect(split(user, { dialect: "asyncapi" }).others).toContain("#?write");
  });

  it("splits whatever reaches it, round circles too, and nothing else", () => {
    const { others, at } = split({
      properties: { owner: ref("User"), home: ref("Address") },
      $defs: {
        User: { ...user, properties: { ...user.properties, friends: { items: ref("User") } } },
        Address: { properties: { street: {} } },
      },
    });
    expect(others).not.toContain("#/$defs/Address?write");
    expect(others).toEqual(expect.arrayContaining(["#?write", "#/$defs/User?write"]));
    expect(short(at("#/properties/owner?write").$ref)).toBe("#/$defs/User?write");
    expect(short(at("#/$defs/User/properties/friends/items?write").$ref)).toBe("#/$defs/User?write");
    expect(short(at("#/$defs/User/properties/friends/items").$ref)).toBe("#/$defs/User");
  });

  it("has no type inferred of what is withheld", () => {
    const { node, at } = split({ properties: { a: { minLength: 1, readOnly: true } } }, { untyped: "infer" });
    expect(node("#/properties/a?withheld")).toMatchObject({ schema: false, typeInferred: false });
    expect(at("#?write").type).toEqual(["object"]);
  });
});

describe("a property is withheld", () => {
  const withheldIn = (property: JsonValue, $defs: JsonValue = {}) =>
    split({ properties: { a: property }, $defs }).properties("#?write")["a"];

  it("where a reference or a part of allOf says so", () => {
    const $defs = { Id: { type: "integer", allOf: [{ readOnly: true }] } };
    expect(withheldIn(ref("Id"), $defs)).toBe("#/properties/a?withheld");
    expect(withheldIn({ allOf: [{ minimum: 1 }, ref("Id")] }, $defs)).toBe("#/properties/a?withheld");
    const beside = split(
      { properties: { a: { ...ref("Id"), readOnly: true } }, $defs: { Id: {} } },
      { dialect: "openapi-3.0" },
    );
    expect(beside.properties("#?write")["a"]).toBe("#/properties/a?withheld");
  });

  it("but not where a branch does, or an item", () => {
    expect(split({ properties: { a: { anyOf: [{ readOnly: true }, {}] } } }).others).toEqual([]);
    expect(split({ items: { readOnly: true } }).others).toEqual([]);
    expect(split({ readOnly: true, properties: { a: {} } }).others).toEqual([]);
  });

  it("by its pattern, and as one of all others", () => {
    const { at } = split({
      patternProperties: { "^_": { readOnly: true } },
      additionalProperties: { writeOnly: true },
      required: ["_id", "other"],
    });
    expect(at("#").required).toEqual(["_id"]);
    expect(at("#?write").required).toEqual(["other"]);
    expect(short(at("#").additionalProperties)).toBe("#/additionalProperties?withheld");
    expect(short(at("#?write").patternProperties?.[0]?.schema)).toBe("#/patternProperties/^_?withheld");
  });

  it("while the definition that says so stays as it is", () => {
    const { at, others } = split({ properties: { a: ref("Id") }, $defs: { Id: readOnly } });
    expect(at("#/$defs/Id").type).toEqual(["integer"]);
    expect(others).toEqual(["#?write", "#/properties/a?withheld"]);
  });

  it("while a reference to its schema leads to all of it", () => {
    const { at, node } = split({
      properties: { a: { type: "string", writeOnly: true }, b: { items: { $ref: "#/properties/a" } } },
    });
    expect(short(at("#/properties/b/items").$ref)).toBe("#/properties/a");
    expect(at("#/properties/a").type).toEqual(["string"]);
    expect(node("#/properties/a?withheld")?.schema).toBe(false);
  });

  it("from both forms where it is both", () => {
    const { at, properties } = split({
      properties: { a: { readOnly: true, writeOnly: true } },
      required: ["a"],
    });
    expect([properties("#")["a"], properties("#?write")["a"]]).toEqual([
      "#/properties/a?withheld",
      "#/properties/a?withheld",
    ]);
    expect([at("#").required, at("#?write").required]).toEqual([undefined, undefined]);
  });
});

describe("a requirement is waived", () => {
  const properties = { id: readOnly };

  it("that stands in another part of allOf", () => {
    const { at } = split({ allOf: [{ properties }, { required: ["id", "a"] }] });
    expect(at("#/allOf/1").required).toEqual(["id", "a"]);
    expect(at("#?write").allOf?.map(short)).toEqual(["#/allOf/0?write", "#/allOf/1?waives:id"]);
    expect(at("#/allOf/1?waives:id").required).toEqual(["a"]);
  });

  it("that stands above, or below, through references", () => {
    const above = split({ required: ["id"], allOf: [ref("A")], $defs: { A: ref("B"), B: { properties } } });
    expect(above.at("#?write").required).toBeUndefined();
    const below = split({
      properties,
      allOf: [ref("A")],
      $defs: { A: ref("B"), B: { required: ["id", "b"] } },
    });
    expect(below.at("#/$defs/B").required).toEqual(["id", "b"]);
    expect(below.at("#/$defs/B?waives:id").required).toEqual(["b"]);
    expect(below.others).not.toContain("#/$defs/B?write");
  });

  it("in each branch beside the property, but not beside that of another branch", () => {
    const branches = split({ properties, oneOf: [{ required: ["id", "a"] }, { required: ["b"] }] });
    expect(branches.at("#?write").oneOf?.map(short)).toEqual(["#/oneOf/0?waives:id", "#/oneOf/1"]);
    const others = split({ anyOf: [{ properties, required: ["id"] }, { required: ["id"] }] });
    expect(others.at("#?write").anyOf?.map(short)).toEqual(["#/anyOf/0?write", "#/anyOf/1"]);
    expect(others.at("#/anyOf/0?write").required).toBeUndefined();
    const referring = split({ ...ref("A"), $defs: { A: { anyOf: [{ properties }, { required: ["id"] }] } } });
    expect(referring.at("#/$defs/A?write").anyOf?.map(short)).toEqual([
      "#/$defs/A/anyOf/0?write",
      "#/$defs/A/anyOf/1",
    ]);
    const conditions = split({ if: { required: ["a"] }, then: { properties }, else: { required: ["id"] } });
    expect(short(conditions.at("#?write").else)).toBe("#/else");
  });

  it("above branches of which one withholds the property", () => {
    const { at } = split({ required: ["id", "kind"], oneOf: [{ properties }, { properties: { id: {} } }] });
    expect(at("#?write").required).toEqual(["kind"]);
  });

  it("also where it depends on another property", () => {
    const { at } = split({ properties, dependentRequired: { a: ["id"], b: ["id", "c"] } });
    expect(at("#?write").dependentRequired).toEqual(new Map([["b", ["c"]]]));
    expect(at("#").dependentRequired).toEqual(
      new Map([
        ["a", ["id"]],
        ["b", ["id", "c"]],
      ]),
    );
  });

  it("not in parts of the instance", () => {
    const { at } = split({
      properties: { ...properties, child: { required: ["id"] } },
      items: { required: ["id"] },
    });
    expect(short(at("#?write").properties?.get("child"))).toBe("#/properties/child");
    expect(short(at("#?write").items)).toBe("#/items");
  });

  it("has names with any signs in the node's id", () => {
    const names = ["a?b", "a&b", "%", "\uD800", "é"];
    const all = { properties: Object.fromEntries(names.map((name) => [name, { readOnly: true }])) };
    const { at } = split({ allOf: [all, { required: [...names, "z"] }] });
    const [, other] = at("#?write").allOf ?? [];
    expect(short(other)).toBe("#/allOf/1?waives:%25&a%26b&a%3Fb&é&\uD800");
    expect(at(short(other) ?? "").required).toEqual(["z"]);
  });
});

describe("below a not or an if", () => {
  it("nothing is withheld, and nothing waived", () => {
    const { at, others } = split({
      properties: { id: readOnly },
      not: { properties: { id: { const: 1, readOnly: true } }, required: ["id"] },
      if: { required: ["id"] },
    });
    expect(short(at("#?write").not)).toBe("#/not");
    expect(at("#/not").required).toEqual(["id"]);
    expect(short(at("#/not").properties?.get("id"))).toBe("#/not/properties/id");
    expect(short(at("#?write").if)).toBe("#/if");
    expect(others).toEqual(["#?write", "#/properties/id?withheld"]);
  });

  it("a reference leads to the meaning that has all, which may be one of the two", () => {
    const notOf = (definition: JsonValue) =>
      short(split({ not: ref("A"), $defs: { A: definition } }).at("#/not").$ref);
    expect(notOf(user)).toBe("#/$defs/A?whole");
    expect(notOf({ properties: { id: readOnly } })).toBe("#/$defs/A");
    expect(notOf({ properties: { password: writeOnly } })).toBe("#/$defs/A?write");
    const { at } = split({ not: ref("A"), $defs: { A: user } });
    expect(at("#/$defs/A?whole").required).toEqual(["id", "name", "password"]);
  });

  it("makes no forms of what only it leads to", () => {
    expect(split({ not: { properties: { id: readOnly } } }).others).toEqual([]);
  });
});

it("crosses with the other meanings of a schema", () => {
  const { others } = split(
    { type: ["object", "null"], ...ref("A"), $defs: { A: { properties: { id: readOnly } } } },
    { untyped: "infer" },
  );
  expect(others).toEqual(
    expect.arrayContaining(["#/$defs/A?exact", "#/$defs/A?exact?write", "#/$defs/A?write"]),
  );
});

it("splits a chain of 10,000 definitions, each of which requires and withholds, within seconds", () => {
  const names = Array.from({ length: 10_000 }, (_, index) => `d${index}`);
  const $defs = Object.fromEntries(
    names.map((name, index) => [
      name,
      {
        properties: { [name]: readOnly },
        required: [name],
        ...(index + 1 < names.length ? ref(`d${index + 1}`) : {}),
      },
    ]),
  );
  const { at } = split({ ...ref("d0"), $defs });
  expect(at("#/$defs/d0?write").required).toBeUndefined();
  expect(at("#/$defs/d9999?write").required).toBeUndefined();
});
