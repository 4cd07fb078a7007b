import { describe, expect, it } from "vitest";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import { giveNames, checkConfiguredNames } from "../../src/names/give-names.js";
import type { NameOptions } from "../../src/names/give-names.js";
import { keyByDocument } from "../../src/names/published-key.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { lowerDocuments, root } from "../schema/lower-documents.js";

function nameAll(schema: JsonValue, options: Partial<NameOptions> & Pick<LowerOptions, "readWrite"> = {}) {
  const { graph } = lowerDocuments(schema, { readWrite: options.readWrite ?? "annotate" });
  const facts = proveFacts(graph).value;
  const unions = findUnions(graph, facts, new Map()).value;
  const { value, diagnostics } = giveNames(graph, facts, unions, {
    name: undefined,
    names: {},
    published: {},
    keyOf: keyByDocument(root),
    runtime: ["ValidationIssue"],
    ...options,
  });
  const types = Object.fromEntries(
    [...value.declarations].map(([id, { type }]) => [id.replace(root, ""), type]),
  );
  return { types, names: value, codes: diagnostics.map(({ code }) => code) };
}

const object = { type: "object", properties: { a: { type: "string" } } };

describe("a root is called", () => {
  it("as the config says, by its title, its $id, or its file, in that order", () => {
    const schema = { $id: "https://example.com/by-id.schema.json", title: "By title" };
    expect(nameAll(schema, { name: "ByConfig" }).types["#"]).toBe("ByConfig");
    expect(nameAll(schema).types["#"]).toBe("ByTitle");
    expect(nameAll({ $id: schema.$id }).types["#"]).toBe("ById");
    expect(nameAll({}).types["#"]).toBe("Root");
  });
});

describe("of what is read and what is written", () => {
  const user = { type: "object", properties: { id: { type: "integer", readOnly: true } }, required: ["id"] };
  const readWrite = "split";

  it("the first has the plain name, and the other that with Write", () => {
    const { types } = nameAll({ title: "Account", ...user, $defs: { user } }, { readWrite });
    expect(types).toEqual({
      "#": "Account",
      "#?write": "AccountWrite",
      "#/$defs/user": "User",
      "#/$defs/user?write": "UserWrite",
    });
  });

  it("the other gives way to a definition of that name, or is called as the config says", () => {
    const schema = { title: "A", $defs: { User: user, UserWrite: { type: "string" } } };
    const { types, codes } = nameAll(schema, { readWrite });
    expect(types).toMatchObject({ "#/$defs/UserWrite": "UserWrite", "#/$defs/User?write": "UserWriteForm" });
    expect(codes).toEqual(["name-taken"]);
    const names = { "root.json#/$defs/User?write": "NewUser" };
    expect(nameAll(schema, { readWrite, names })).toMatchObject({
      types: { "#/$defs/User?write": "NewUser" },
      codes: [],
    });
  });

  it("one that does not require what is withheld beside it says what is optional", () => {
    const keyed = { type: "object", required: ["id", "a?b"] };
    const properties = { id: { readOnly: true }, "a?b": { readOnly: true } };
    const schema = { title: "A", properties, allOf: [{ $ref: "#/$defs/keyed" }], $defs: { keyed } };
    expect(nameAll(schema, { readWrite }).types).toEqual({
      "#": "A",
      "#?write": "AWrite",
      "#/$defs/keyed": "Keyed",
      "#/$defs/keyed?waives:a%3Fb&id": "KeyedWithOptionalABAndId",
    });
  });

  it("a property that both withhold, and that a reference leads to, is called by its key", () => {
    const password = { type: "string", readOnly: true, writeOnly: true };
    const schema = {
      title: "A",
      properties: { password, old: { items: { $ref: "#/properties/password" } } },
    };
    expect(nameAll(schema, { readWrite }).types).toMatchObject({ "#/properties/password": "Password" });
  });
});

describe("of a whole API description", () => {
  const described = {
    asyncapi: "3.0.0",
    components: { messages: { Order: { payload: object } }, schemas: { Order: object, "line-item": object } },
  };

  it("the schemas are called by their keys, and payloads by their message, which give way", () => {
    const { types, codes } = nameAll(described);
    expect(types).toEqual({
      "#/components/schemas/Order": "Order",
      "#/components/schemas/line-item": "LineItem",
      "#/components/messages/Order/payload": "OrderPayload",
    });
    expect(codes).toEqual(["name-taken"]);
  });

  it("a configured root name is reported, since there is no root", () => {
    expect(nameAll(described, { name: "Shop" }).codes).toEqual(["name-taken", "name-unmatched"]);
  });
});

describe("a definition is called", () => {
  it("by its key", () => {
    const { types } = nameAll({ title: "A", $defs: { "call-record": object, x1: object } });
    expect(types).toMatchObject({ "#/$defs/call-record": "CallRecord", "#/$defs/x1": "X1" });
  });

  it("as the config says, by key or by published key", () => {
    const schema = { title: "A", $defs: { b: object, c: object } };
    const names = { b: "Bee", "root.json#/$defs/c": "Sea" };
    expect(nameAll(schema, { names }).types).toMatchObject({ "#/$defs/b": "Bee", "#/$defs/c": "Sea" });
  });

  it("as it was published, whatever its key would give now", () => {
    const published = { "root.json#/$defs/b": "Earlier" };
    expect(nameAll({ title: "A", $defs: { b: object } }, { published }).types["#/$defs/b"]).toBe("Earlier");
  });

  it("as its schema says, before what was published, and behind the config", () => {
    const schema = { title: "A", $defs: { b: { ...object, "x-typescript-name": "Bee" } } };
    const published = { "root.json#/$defs/b": "Earlier" };
    expect(nameAll(schema, { published }).types["#/$defs/b"]).toBe("Bee");
    expect(nameAll(schema, { published, names: { b: "Bus" } }).types["#/$defs/b"]).toBe("Bus");
  });

  it("by its path where the name is taken, never by a counter, with a note", () => {
    const { types, codes } = nameAll({
      title: "A",
      $defs: { "foo-bar": object, FooBar: object, foo_bar: object },
    });
    expect(types["#/$defs/FooBar"]).toBe("FooBar");
    expect(types["#/$defs/foo-bar"]).toBe("AFooBar");
    expect(types["#/$defs/foo_bar"]).toBe("Afoo_5f_bar");
    expect(codes).toEqual(["name-taken", "name-taken"]);
  });

  it("otherwise than the runtime and what TypeScript has", () => {
    const { types } = nameAll({
      title: "A",
      $defs: { ValidationIssue: object, Array: object, string: object },
    });
    expect(Object.values(types)).toEqual(["A", "AValidationIssue", "AArray", "AString"]);
  });

  it("with a word before a digit, and the same once that is published", () => {
    const first = nameAll({ title: "A", $defs: { 404: object } });
    const again = nameAll({ title: "A", $defs: { 404: object } }, { published: first.names.published });
    for (const { names } of [first, again]) {
      expect(names.declarations.get(`${root}#/$defs/404`)).toMatchObject({ type: "_404", guard: "is404" });
    }
  });
});

describe("what is published", () => {
  it("does not depend on where the schema lies", () => {
    const { names } = nameAll({ title: "A", $defs: { b: object } });
    expect(names.published).toEqual({ "root.json#": "A", "root.json#/$defs/b": "B" });
  });

  it("keeps the order of declarations", () => {
    const schema = { title: "A", $defs: { b: object, c: object, d: object } };
    const fresh = nameAll(schema);
    const again = nameAll(schema, { published: { "root.json#/$defs/d": "D", "root.json#/$defs/c": "C" } });
    expect([...again.names.declarations.keys()]).toEqual([...fresh.names.declarations.keys()]);
  });
});

describe("an inline schema", () => {
  const large = {
    type: "object",
    properties: Object.fromEntries(["a", "b", "c", "d", "e"].map((key) => [key, { type: "string" }])),
  };

  it("has a name where it is a large variant, and stays inline elsewhere, however large", () => {
    const { types, names } = nameAll({
      title: "A",
      properties: { data: large, list: { items: large }, small: object, either: { anyOf: [large, object] } },
    });
    expect(types).toEqual({ "#": "A", "#/properties/either/anyOf/0": "AEitherOption1" });
    // Its check is a function of its own all the same.
    expect(names.internals.has(`${root}#/properties/data`)).toBe(true);
  });

  it("has a name where a tuple repeats it, unless it is a scalar", () => {
    const pair = (items: JsonValue) => ({ type: "array", items, minItems: 2, maxItems: 2 });
    const scalar = { anyOf: [{ type: "string" }, { type: "integer" }] };
    const { types } = nameAll({ title: "A", properties: { b: pair(object), c: pair(scalar) } });
    expect(types).toEqual({ "#": "A", "#/properties/b/items": "ABItem" });
  });

  it("has a name where a reference leads to it", () => {
    const { types } = nameAll({ title: "A", properties: { b: object, c: { $ref: "#/properties/b" } } });
    expect(types["#/properties/b"]).toBe("AB");
  });

  it("has a name where it nests deep, so that what is inline stays small", () => {
    let schema: JsonValue = { type: "string" };
    for (let depth = 0; depth < 100; depth++) schema = { type: "object", properties: { a: schema } };
    const { types } = nameAll({ title: "Deep", properties: { a: schema } });
    expect(Object.keys(types).length).toBeGreaterThan(10);
  });
});

describe("a union's variants", () => {
  const branch = (kind: string) => ({
    type: "object",
    required: ["kind"],
    properties: { kind: { const: kind } },
  });

  it("are called by their tag value where the schema has no name for them", () => {
    const { types, names } = nameAll({ title: "Pet", oneOf: [branch("cat"), branch("dog")] });
    expect(types).toMatchObject({ "#/oneOf/0": "CatPet", "#/oneOf/1": "DogPet" });
    expect(names.unions.get(`${root}#`)).toMatchObject({
      map: "PetByKind",
      narrow: "petIs",
      match: "matchPet",
      createRouter: "createPetRouter",
      tags: [{ type: "PetKind", values: "petKinds", guard: "isPetKind", parameter: "kind" }],
    });
  });

  it("keep the names that the schema has", () => {
    const { types } = nameAll({
      title: "Pet",
      oneOf: [{ $ref: "#/$defs/Cat" }, { $ref: "#/$defs/Dog" }],
      $defs: { Cat: branch("cat"), Dog: branch("dog") },
    });
    expect(Object.values(types)).toEqual(expect.arrayContaining(["Pet", "Cat", "Dog"]));
    expect(Object.values(types)).not.toContain("CatPet");
  });
});

it("a configured name that is no identifier is refused, with one that would do", () => {
  const [diagnostic] = checkConfiguredNames({ a: "not-a-name", b: "Fine" });
  expect(diagnostic).toMatchObject({ code: "name-invalid", help: expect.stringContaining("NotAName") });
});

describe("a function of the user's is called", () => {
  it("by its own name with Extension behind it, which leaves a guard the name", () => {
    const schema = { title: "A", $defs: { OrderNumber: { type: "string" } } };
    const { names, types } = nameAll(schema, { extensions: ["isOrderNumber", "default"] });
    expect(types["#/$defs/OrderNumber"]).toBe("OrderNumber");
    expect([...names.extensions]).toEqual([
      ["isOrderNumber", "isOrderNumberExtension"],
      ["default", "defaultExtension"],
    ]);
  });

  it("otherwise where that is taken", () => {
    const { names, types } = nameAll({ title: "A" }, { name: "bExtension", extensions: ["b"] });
    expect(types["#"]).toBe("bExtension");
    expect(names.extensions.get("b")).toMatch(/^bExtension_\w+$/);
  });
});
