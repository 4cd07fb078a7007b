import { describe, expect, it } from "vitest";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import { giveNames, checkConfiguredNames } from "../../src/names/give-names.js";
import type { NameOptions } from "../../src/names/give-names.js";
import { keyByDocument } from "../../src/names/published-key.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { lowerDocuments, root } from "../schema/lower-documents.js";

function nameAll(
  schema: JsonValue,
  options: Partial<NameOptions> & Pick<LowerOptions, "readWrite"> = {},
  others: Readonly<Record<string, JsonValue>> = {},
) {
  const { graph } = lowerDocuments(schema, { readWrite: options.readWrite ?? "annotate" }, others);
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

/** An object of so many members that it is hoisted as a variant. */
function large(properties: Readonly<Record<string, JsonValue>> = {}, required: readonly string[] = []) {
  const fill = Object.fromEntries(["p", "q", "r", "s", "t"].map((key) => [key, { type: "string" }]));
  return { type: "object", properties: { ...properties, ...fill }, required: [...required] };
}

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

describe("by title, as json-schema-to-typescript does it", () => {
  const schema = {
    title: "Root",
    type: "object",
    properties: { inside: { title: "Small thing", type: "string" }, plain: { type: "string" } },
    $defs: { key: { title: "By title", type: "string" }, other: { title: "By title", type: "number" } },
  };

  it("names definitions, and what would be written inline", () => {
    const { types } = nameAll(
      { ...schema, allOf: [{ $ref: "#/$defs/key" }, { $ref: "#/$defs/other" }] },
      { byTitle: true },
    );
    expect(types).toEqual({
      "#": "Root",
      "#/$defs/key": "ByTitle",
      "#/$defs/other": "Other",
      "#/properties/inside": "SmallThing",
    });
  });

  it("does neither unless it is asked to", () => {
    const { types } = nameAll({ ...schema, allOf: [{ $ref: "#/$defs/key" }] });
    expect(types).toMatchObject({ "#": "Root", "#/$defs/key": "Key" });
    expect(types).not.toHaveProperty("#/properties/inside");
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

  it("by its key before its $id, and by its $id before its title", () => {
    const identified = { $id: "https://example.com/by-id.json", title: "By title" };
    expect(nameAll({ title: "A", $defs: { "by-key": identified } }).types["#/$defs/by-key"]).toBe("ByKey");
    const others = { "file:///folder/by-file.json": identified, "file:///folder/untitled.json": {} };
    const titled = { "file:///folder/by-file.json": { title: "By title" } };
    const refer = (uri: string) => ({ title: "A", properties: { b: { $ref: uri } } });
    expect(Object.values(nameAll(refer("https://example.com/by-id.json"), {}, others).types)).toContain(
      "ById",
    );
    expect(Object.values(nameAll(refer("file:///folder/by-file.json"), {}, titled).types)).toContain(
      "ByTitle",
    );
    expect(Object.values(nameAll(refer("file:///folder/untitled.json"), {}, others).types)).toContain(
      "Untitled",
    );
  });

  it("by its folder where documents share a name", () => {
    const others = { "file:///x/item.json": object, "file:///y/item.json": object };
    const properties = { x: { $ref: "file:///x/item.json" }, y: { $ref: "file:///y/item.json" } };
    const { types } = nameAll({ title: "A", properties }, {}, others);
    expect(Object.values(types)).toEqual(["A", "Item", "YItem"]);
  });

  it("without a `$` that parts words in its key, and in words where the key is empty", () => {
    const { types } = nameAll({ title: "A", $defs: { check_run$completed: object, $: object, "": object } });
    expect(Object.values(types)).toEqual(["A", "CheckRunCompleted", "$", "Empty"]);
  });

  it("by an array where its key is the type of one", () => {
    const { types } = nameAll({ title: "A", $defs: { "Def<number[]>": object, "Def<number>": object } });
    expect(Object.values(types)).toEqual(["A", "DefNumberArray", "DefNumber"]);
  });

  it("as it was published, whatever its key would give now", () => {
    const published = { "root.json#/$defs/b": "Earlier" };
    expect(nameAll({ title: "A", $defs: { b: object } }, { published }).types["#/$defs/b"]).toBe("Earlier");
  });

  it("without reading all that was published, or that the config names, for each declaration anew", () => {
    let listings = 0;
    const watch = (names: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
      new Proxy(names, { ownKeys: (target) => (listings++, Reflect.ownKeys(target)) });
    const published = watch({ "root.json#/$defs/b": "Earlier" });
    const $defs = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`b${index}`, object]));
    const { types } = nameAll(
      { title: "A", $defs: { b: object, ...$defs } },
      { published, names: watch({ b1: "C" }) },
    );
    expect(types).toMatchObject({ "#/$defs/b": "Earlier", "#/$defs/b1": "C" });
    expect(listings).toBeLessThan(10);
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
  const wide = large({ c: true });

  it("has a name where it is a large variant, and stays inline elsewhere, however large", () => {
    const { types, names } = nameAll({
      title: "A",
      properties: { data: wide, list: { items: wide }, small: object, either: { anyOf: [wide, object] } },
    });
    expect(types).toEqual({ "#": "A", "#/properties/either/anyOf/0": "AEitherWithC" });
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

  it("has the name of its $id, before its title", () => {
    const $id = "https://example.com/cat-food.json";
    const identified = { ...large(), $id, title: "Told" };
    const { types } = nameAll({ title: "A", properties: { b: identified, c: { $ref: $id } } });
    expect(Object.values(types)).toEqual(["A", "CatFood"]);
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
      matchAsync: "matchPetAsync",
      parameter: "pet",
      listeners: { type: "PetName", map: "PetByName", read: "petName", emit: "emitPet" },
      constructors: new Map([
        [`${root}#?%22cat%22`, "catPet"],
        [`${root}#?%22dog%22`, "dogPet"],
      ]),
      createRouter: "createPetRouter",
      tags: [{ type: "PetKind", values: "petKinds", guard: "isPetKind", parameter: "kind" }],
    });
  });

  it("are called as the config says, whatever the last run called them", () => {
    const schema = { title: "Pet", oneOf: [branch("cat"), branch("dog")] };
    const published = { "root.json#/oneOf/0": "CatPet", "root.json#/oneOf/1": "HoundPet" };
    const stems = new Map([[`${root}#`, { cat: "Feline" }]]);
    expect(nameAll(schema, { stems, published }).types).toMatchObject({
      "#/oneOf/0": "FelinePet",
      "#/oneOf/1": "HoundPet",
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

describe("an inline variant is called", () => {
  /** The names of the members of `schema.oneOf`, or of those in property `b`. */
  function nameBranches(branches: readonly JsonValue[], at: "" | "/properties/b" = ""): unknown[] {
    const schema = at === "" ? { oneOf: [...branches] } : { properties: { b: { oneOf: [...branches] } } };
    const { types } = nameAll({ title: "A", ...schema });
    return branches.map((_, index) => types[`#${at}/oneOf/${index}`]);
  }

  it("by its title, which goes with its place where another has it too", () => {
    expect(nameBranches([{ ...large(), title: "Big one" }, object])).toEqual(["BigOne", undefined]);
    const twice = nameAll({
      title: "A",
      $defs: { x: { oneOf: [{ ...large(), title: "Big" }] }, y: { oneOf: [{ ...large(), title: "Big" }] } },
    });
    expect(twice.types).toMatchObject({ "#/$defs/x/oneOf/0": "XBig", "#/$defs/y/oneOf/0": "YBig" });
  });

  it("by its place alone where the others are scalars or null, and the place has no name", () => {
    expect(nameBranches([large(), { type: "null" }], "/properties/b")).toEqual(["AB", undefined]);
    expect(nameBranches([{ type: "string" }, large()])).toEqual([undefined, "AObject"]);
  });

  it("by the constant that tells it from the others", () => {
    const of = (kind: string) => large({ same: { const: 1 }, kind: { const: kind } }, ["same"]);
    expect(nameBranches([of("cat"), of("guard-dog")], "/properties/b")).toEqual(["ABCat", "ABGuardDog"]);
  });

  it("by a key that it alone has, demands, or lacks", () => {
    expect(nameBranches([large({ user: true }), large({ team: true }, ["team"])])).toEqual([
      "AWithUser",
      "AWithTeam",
    ]);
    const both = { u: true, v: true };
    expect(nameBranches([large(both, ["u"]), large(both, ["v"])])).toEqual(["AWithU", "AWithV"]);
    expect(nameBranches([large({ u: true }), large()])).toEqual(["AWithU", "AWithoutU"]);
  });

  it("by the definition that it builds upon", () => {
    const { types } = nameAll({
      title: "A",
      properties: { b: { anyOf: ["cat", "dog"].map((key) => ({ ...large(), $ref: `#/$defs/${key}` })) } },
      $defs: { cat: object, dog: object },
    });
    expect(types).toMatchObject({ "#/properties/b/anyOf/0": "ABCat", "#/properties/b/anyOf/1": "ABDog" });
  });

  it("by its position, in words, where nothing tells it from the others", () => {
    expect(nameBranches([large(), large()])).toEqual(["AFirstOption", "ASecondOption"]);
    const many = nameBranches(Array.from({ length: 12 }, () => large()));
    expect(many.slice(9)).toEqual(["ATenthOption", "AOption11", "AOption12"]);
  });

  it("the same when another comes before it", () => {
    const branches = [large({ user: true }), large({ team: true })];
    const [first, second] = nameBranches(branches);
    expect(nameBranches([large({ bot: true }), ...branches])).toEqual(["AWithBot", first, second]);
  });
});

describe("names stay", () => {
  const schema = {
    title: "A",
    $defs: {
      event: { oneOf: [large({ user: true }), large({ team: true })] },
      "line-item": object,
      line_item: object,
    },
  };
  const nameDefinitions = (defs: Readonly<Record<string, JsonValue>>, options: Partial<NameOptions> = {}) =>
    nameAll({ title: "A", $defs: { ...defs } }, options).types;
  const { published } = nameAll(schema).names;
  const before = nameDefinitions(schema.$defs);

  it("without a manifest when a definition of another name is added before or after", () => {
    const added = { Zed: { title: "Event with user", ...large() } };
    expect(nameDefinitions({ ...added, ...schema.$defs })).toMatchObject(before);
    expect(nameDefinitions({ ...schema.$defs, ...added })).toMatchObject(before);
  });

  it("without a manifest when descriptions and titles of definitions change", () => {
    const told = Object.fromEntries(
      Object.entries(schema.$defs).map(([key, each]) => [
        key,
        { ...each, title: `${key} told`, description: "d" },
      ]),
    );
    expect(nameDefinitions(told)).toEqual(before);
  });

  it("with the manifest when definitions of the same name are added or change places", () => {
    const { event, ...items } = schema.$defs;
    const reordered = Object.fromEntries(Object.entries(items).toReversed());
    expect(nameDefinitions({ LineItem: object, ...reordered, event }, { published })).toMatchObject(before);
  });

  it("with the manifest when a variant comes in between, or a title comes and goes", () => {
    const alike = { $defs: { event: { oneOf: [large(), large()] } } };
    const first = nameAll({ title: "A", ...alike });
    const again = nameAll(
      { title: "A", $defs: { event: { oneOf: [{ ...large(), title: "Told" }, large(), large()] } } },
      { published: first.names.published },
    );
    expect(again.types).toMatchObject(first.types);
  });
});

describe("a definition under a URI is called", () => {
  const keys = [
    "definitions/3.0.0/item",
    "bindings/kafka/0.4.0/item",
    "bindings/kafka/0.5.0/item",
    "x/unique",
  ];
  const definitions = Object.fromEntries(keys.map((key) => [`http://example.com/${key}.json`, object]));

  it("by as much of its end as no other has; the shortest by the least", () => {
    const { types, codes } = nameAll({ title: "A", $defs: definitions });
    expect(Object.values(types)).toEqual(["A", "Item", "KafkaV040Item", "KafkaV050Item", "Unique"]);
    expect(codes).toEqual([]);
  });

  it("so that a definition within it goes with that where its own name is taken", () => {
    const $defs = { "http://example.com/a/b.json": { $defs: { c: object } }, c: object };
    expect(nameAll({ title: "A", $defs }).types).toMatchObject({
      "#/$defs/c": "C",
      "#/$defs/http:~1~1example.com~1a~1b.json/$defs/c": "BC",
    });
  });

  it("the same in any order", () => {
    const reversed = Object.fromEntries(Object.entries(definitions).toReversed());
    const { types } = nameAll({ title: "A", $defs: reversed });
    expect(types).toEqual(nameAll({ title: "A", $defs: definitions }).types);
  });
});

describe("a collision is noted", () => {
  it("of a variant, whose name then starts with that of the union", () => {
    const branch = (kind: string) => ({
      type: "object",
      required: ["kind"],
      properties: { kind: { const: kind } },
    });
    const { types, codes } = nameAll({
      title: "Pet",
      oneOf: [branch("cat"), branch("dog")],
      $defs: { CatPet: object },
    });
    expect(types).toMatchObject({ "#/oneOf/0": "PetCat", "#/oneOf/1": "DogPet" });
    expect(codes).toEqual(["name-taken"]);
  });

  it("of an inline schema", () => {
    const alternatives = { oneOf: [large(), { type: "null" }] };
    const { types, codes } = nameAll({ title: "A", properties: { b: alternatives }, $defs: { AB: object } });
    expect(types["#/properties/b/oneOf/0"]).toBe("ABObject");
    expect(codes).toEqual(["name-taken"]);
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
