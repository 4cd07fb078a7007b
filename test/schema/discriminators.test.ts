import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { listEdges } from "../../src/schema/edges.js";
import type { CanonicalSchema, SchemaGraph } from "../../src/schema/schema-graph.js";
import type { LowerOptions } from "./lower-documents.js";
import { lowerDocuments, root } from "./lower-documents.js";

const components = "/components/schemas/";

interface Read {
  /** A component with all that stands in it; a definition that it refers to is its name. */
  readonly component: (name: string) => JsonValue;
  readonly names: readonly string[];
  /** Code and place of each diagnostic, without `schemas` and what stands above. */
  readonly told: readonly (readonly [code: string, place: string])[];
  readonly messages: readonly string[];
}

function read(schemas: JsonObject, version = "3.1.0", options: LowerOptions = {}, others = {}): Read {
  const document = { openapi: version, components: { schemas } };
  const { graph, diagnostics } = lowerDocuments(document, { untyped: "infer", ...options }, others);
  for (const { id, schema } of graph.nodes.values()) {
    for (const { target } of listEdges(schema))
      if (!graph.nodes.has(target)) throw new Error(`${id} has no ${target}`);
  }
  const own = diagnostics.filter(
    ({ code }) => code.startsWith("discriminator") || code.startsWith("keyword"),
  );
  return {
    component: (name) => show(graph, `${root}#${components}${name}`),
    names: [...graph.nodes.values()]
      .filter(({ parent }) => parent === undefined)
      .map(({ givenNames }) => givenNames[0] ?? ""),
    told: own.map(({ code, place }) => [code, place?.pointer.replace(components, "") ?? ""]),
    messages: own.map(({ message }) => message),
  };
}

function show(graph: SchemaGraph, id: string): JsonValue {
  const schema = graph.nodes.get(id)?.schema ?? `no ${id}`;
  if (typeof schema !== "object") return schema;
  const target = (each: string): JsonValue => {
    const node = graph.nodes.get(each);
    return node?.parent ? show(graph, each) : (node?.givenNames[0] ?? each);
  };
  const shown: Record<string, JsonValue> = {};
  for (const [keyword, value] of Object.entries(schema) as [keyof CanonicalSchema, unknown][]) {
    if (keyword === "properties") {
      const members = [...(schema.properties ?? [])].map(([name, each]) => [name, target(each)]);
      shown[keyword] = Object.fromEntries(members) as JsonObject;
    } else if (keyword === "const") shown[keyword] = schema.const?.value ?? null;
    else if (keyword === "$ref" || keyword === "not" || keyword === "additionalProperties")
      shown[keyword] = target(value as string);
    else if (keyword === "allOf" || keyword === "anyOf" || keyword === "oneOf")
      shown[keyword] = (value as string[]).map(target);
    else shown[keyword] = value as JsonValue;
  }
  return shown;
}

const ref = (name: string): JsonObject => ({ $ref: `#${components}${name}` });
const object = (properties: JsonObject, ...required: string[]): JsonObject => ({
  type: "object",
  properties,
  ...(required.length > 0 ? { required } : {}),
});
const text = { type: "string" };
const oneOf = (names: readonly string[], mapping?: JsonObject, propertyName = "kind"): JsonObject => ({
  oneOf: names.map(ref),
  discriminator: mapping ? { propertyName, mapping } : { propertyName },
});
const tagged = (...values: string[]): JsonObject => {
  const [only = ""] = values;
  return object({ kind: values.length === 1 ? { const: only } : { enum: values } }, "kind");
};
const shownTag = (...values: string[]) => ({ ...tagged(...values), type: ["object"] });

describe("a discriminator beside oneOf", () => {
  it("gives each member its name as a tag that it requires", () => {
    const { component, told } = read({
      Pet: oneOf(["Cat", "Dog"]),
      Cat: object({}),
      Dog: object({ kind: { type: "string", description: "What it is." }, bark: text }, "kind"),
    });
    expect(component("Cat")).toEqual(shownTag("Cat"));
    expect(component("Dog")).toEqual({
      type: ["object"],
      properties: { kind: { type: ["string"], const: "Dog" }, bark: { type: ["string"] } },
      required: ["kind"],
    });
    expect(component("Pet")).toEqual({ oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }] });
    expect(told).toEqual([]);
  });

  it("says nothing in annotate, nor where the dialect does not know it", () => {
    const schemas = { Pet: oneOf(["Cat", "Dog"]), Cat: object({}), Dog: object({}) };
    const plain = { type: ["object"], properties: {} };
    expect(read(schemas, "3.1.0", { discriminator: "annotate" }).component("Cat")).toEqual(plain);
    const document = {
      $defs: { Cat: { type: "object" } },
      oneOf: [{ $ref: "#/$defs/Cat" }],
      discriminator: { propertyName: "kind" },
    };
    expect(lowerDocuments(document).schema("/$defs/Cat")).toEqual({ type: ["object"] });
  });

  it("is AsyncAPI's too, by the name of the property", () => {
    const schemas = { Pet: { oneOf: [ref("Cat")], discriminator: "kind" }, Cat: object({}) };
    const lowered = lowerDocuments({ asyncapi: "3.0.0", components: { schemas } });
    expect(lowered.schema(`${components}Cat`).required).toEqual(["kind"]);
    expect(lowered.diagnostics).toEqual([]);
  });

  it("takes anyOf as well, and lets branches be that admit no object", () => {
    const { component, told } = read({
      Pet: { anyOf: [ref("Cat"), { type: "null" }], discriminator: { propertyName: "kind" } },
      Cat: object({}),
    });
    expect(component("Cat")).toEqual(shownTag("Cat"));
    expect(component("Pet")).toEqual({ anyOf: [{ $ref: "Cat" }, { type: ["null"] }] });
    expect(told).toEqual([]);
  });

  it("makes an object of a member without a type, whatever is inferred", () => {
    const schemas = { Pet: oneOf(["Cat"]), Cat: { properties: { claws: text } } };
    for (const untyped of ["infer", "exact"] as const) {
      const { component } = read(schemas, "3.1.0", { untyped });
      expect(component("Cat")).toMatchObject({ type: ["object"], required: ["kind"] });
    }
  });

  it("knows a member behind another name, and behind an allOf with a description", () => {
    const { component, told } = read(
      {
        Pet: {
          oneOf: [{ allOf: [ref("Cat")], description: "A cat." }, ref("Hound")],
          discriminator: { propertyName: "kind" },
        },
        Cat: object({}),
        Hound: ref("Dog"),
        Dog: object({}),
      },
      "3.0.3",
    );
    expect(component("Cat")).toEqual(shownTag("Cat"));
    expect(component("Dog")).toEqual(shownTag("Hound"));
    expect(told).toEqual([]);
  });

  it("puts the tag of a branch with keywords of its own into the branch", () => {
    const { component } = read({
      Pet: {
        oneOf: [{ ...ref("Cat"), required: ["claws"] }, ref("Dog")],
        discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } },
      },
      Cat: object({}),
      Dog: object({}),
    });
    expect(component("Cat")).toEqual({ type: ["object"], properties: {} });
    expect(component("Pet")).toMatchObject({
      oneOf: [
        { $ref: "Cat", required: ["claws", "kind"], properties: { kind: { const: "cat" } } },
        { $ref: "Dog" },
      ],
    });
  });

  it("takes a member that is a union for its members, unless they are told apart already", () => {
    const names = ["Cat", "Dog", "Rock", "Sand"];
    const mapping = { cat: "Cat", dog: "Dog", rock: "Rock", sand: "Sand" };
    const { component, told } = read({
      Any: oneOf(["Pet", "Stone"], mapping),
      Pet: oneOf(["Cat", "Dog"], { cat: "Cat", dog: "Dog" }),
      Stone: { anyOf: [ref("Rock"), ref("Sand")] },
      ...Object.fromEntries(names.map((name) => [name, object({})])),
    });
    expect(component("Pet")).toEqual({ oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }] });
    expect(component("Stone")).toEqual({ anyOf: [{ $ref: "Rock" }, { $ref: "Sand" }] });
    expect(component("Any")).toEqual({ oneOf: [{ $ref: "Pet" }, { $ref: "Stone" }] });
    for (const name of names) expect(component(name)).toEqual(shownTag(name.toLowerCase()));
    expect(told).toEqual([]);
  });

  it("maps values to a member that is a union", () => {
    const { component } = read({
      Any: oneOf(["Pet", "Rock"], { pet: "Pet", rock: "Rock" }),
      Pet: { oneOf: [ref("Cat"), ref("Dog")] },
      Cat: object({}),
      Dog: object({}),
      Rock: object({}),
    });
    expect(component("Pet")).toEqual({ ...shownTag("pet"), oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }] });
    expect(component("Cat")).toEqual({ type: ["object"], properties: {} });
  });

  it("is not read below not and if", () => {
    const { component } = read({ Other: { not: oneOf(["Cat"]) }, Cat: object({}) });
    expect(component("Cat")).toEqual({ type: ["object"], properties: {} });
  });
});

describe("the mapping of a discriminator", () => {
  const animals = { Cat: object({}), Dog: object({}), Fish: object({}) };

  it("has names and references, and several values for one schema", () => {
    const mapping = { cat: "Cat", dog: `#${components}Dog`, hound: "./root.json#/components/schemas/Dog" };
    const { component, told } = read({ Pet: oneOf(["Cat", "Dog"], mapping), ...animals });
    expect(component("Cat")).toEqual(shownTag("cat"));
    expect(component("Dog")).toEqual(shownTag("dog", "hound"));
    expect(told).toEqual([]);
  });

  it("takes a name for one before it takes it for a reference", () => {
    const schemas = {
      Pet: oneOf(["Cat.json", "Dog"], { cat: "Cat.json", dog: "Dog" }),
      "Cat.json": object({}),
      Dog: object({}),
    };
    const { component, told } = read(schemas);
    expect(component("Cat.json")).toEqual(shownTag("cat"));
    expect(told).toEqual([]);
  });

  it("leads into other documents, by their URI, `$id` and anchors", () => {
    const others = {
      "file:///cat.json": { $schema: "https://spec.openapis.org/oas/3.1/dialect/base", type: "object" },
      "file:///more.json": {
        openapi: "3.1.0",
        components: {
          schemas: {
            Dog: { $id: "https://example.com/dog", type: "object" },
            Fish: { $anchor: "fish", type: "object" },
          },
        },
      },
    };
    const { graph, diagnostics } = lowerDocuments(
      {
        openapi: "3.1.0",
        components: {
          schemas: {
            Pet: {
              oneOf: [
                { $ref: "cat.json" },
                { $ref: "more.json#/components/schemas/Dog" },
                { $ref: "more.json#fish" },
              ],
              discriminator: {
                propertyName: "kind",
                mapping: { c: "./cat.json", d: "https://example.com/dog", f: "more.json#fish" },
              },
            },
          },
        },
      },
      {},
      others,
    );
    expect(diagnostics).toEqual([]);
    expect(show(graph, "file:///cat.json#")).toEqual(shownTag("c"));
    expect(show(graph, "file:///more.json#/components/schemas/Dog")).toEqual(shownTag("d"));
    expect(show(graph, "file:///more.json#/components/schemas/Fish")).toEqual(shownTag("f"));
  });

  it("leaves its name to whom nothing is mapped, with a note", () => {
    const { component, told } = read({ Pet: oneOf(["Cat", "Dog"], { cat: "Cat" }), ...animals });
    expect(component("Dog")).toEqual(shownTag("Dog"));
    expect(told).toEqual([["discriminator-unmapped", "Pet/oneOf/1"]]);
  });

  it("that leads to no member is told, and does nothing", () => {
    const mapping = { cat: "Cat", dog: "Dog", cow: "Cow", fish: `#${components}Fish` };
    const { component, told } = read({ Pet: oneOf(["Cat", "Dog"], mapping), ...animals });
    expect(component("Fish")).toEqual({ type: ["object"], properties: {} });
    expect(told).toEqual([
      ["discriminator-mapping-missing", "Pet/discriminator/mapping/cow"],
      ["discriminator-mapping-missing", "Pet/discriminator/mapping/fish"],
    ]);
  });

  it("stands in the branches where two unions do not agree", () => {
    const { component, told } = read({
      Pet: oneOf(["Cat", "Dog"], { cat: "Cat", dog: "Dog" }),
      Beast: oneOf(["Cat", "Fish"], { feline: "Cat", fish: "Fish" }),
      Sort: oneOf(["Fish"], undefined, "sort"),
      ...animals,
    });
    const plain = { type: ["object"], properties: {} };
    const kind = (value: string) => ({ properties: { kind: { const: value } }, required: ["kind"] });
    expect(component("Cat")).toEqual(plain);
    expect(component("Fish")).toEqual(plain);
    expect(component("Dog")).toEqual(shownTag("dog"));
    expect(component("Pet")).toEqual({ oneOf: [{ $ref: "Cat", ...kind("cat") }, { $ref: "Dog" }] });
    expect(component("Beast")).toEqual({
      oneOf: [
        { $ref: "Cat", ...kind("feline") },
        { $ref: "Fish", ...kind("fish") },
      ],
    });
    expect(component("Sort")).toEqual({
      oneOf: [{ $ref: "Fish", properties: { sort: { const: "Fish" } }, required: ["sort"] }],
    });
    expect(told).toEqual([]);
  });

  it("must have texts, and the discriminator the name of a property", () => {
    const mapping = { cat: "Cat", dog: 1 };
    const bare = { oneOf: [ref("Fish")], discriminator: { mapping: {} } };
    const { component, told } = read({ Pet: oneOf(["Cat"], mapping), Bare: bare, ...animals });
    expect(component("Cat")).toEqual(shownTag("cat"));
    expect(component("Fish")).toEqual({ type: ["object"], properties: {} });
    expect(told).toEqual([
      ["keyword-tolerated", "Pet/discriminator/mapping"],
      ["keyword-tolerated", "Bare/discriminator"],
    ]);
  });

  it("may have a default in 3.2, whose branch is for all other values", () => {
    const Pet = {
      ...oneOf(["Cat", "Dog", "Fish"]),
      discriminator: { propertyName: "kind", mapping: { cat: "Cat" }, defaultMapping: "Fish" },
    };
    const { component, told } = read({ Pet, ...animals }, "3.2.0");
    expect(component("Fish")).toEqual({ type: ["object"], properties: {} });
    expect(component("Pet")).toEqual({
      oneOf: [
        { $ref: "Cat" },
        { $ref: "Dog" },
        { $ref: "Fish", properties: { kind: { not: { enum: ["cat", "Dog"] } } } },
      ],
    });
    expect(told).toEqual([
      ["discriminator-fallback", "Pet/oneOf/2"],
      ["discriminator-unmapped", "Pet/oneOf/1"],
    ]);
    expect(read({ Pet, ...animals }).component("Fish")).toEqual(shownTag("Fish"));
    const missing = { ...Pet, discriminator: { propertyName: "kind", defaultMapping: "Cow" } };
    expect(read({ Pet: missing, ...animals }, "3.2.0").told).toEqual([
      ["discriminator-mapping-missing", "Pet/discriminator/defaultMapping"],
    ]);
  });
});

describe("what a member says of itself", () => {
  it("goes before the mapping, which is told, and silently before its name", () => {
    const { component, told, messages } = read({
      Pet: oneOf(["Cat", "Dog"], { puss: "Cat" }),
      Cat: tagged("cat"),
      Dog: tagged("dog"),
    });
    expect(component("Cat")).toEqual(shownTag("cat"));
    expect(component("Dog")).toEqual(shownTag("dog"));
    expect(told).toEqual([["discriminator-disagrees", "Pet/discriminator/mapping/puss"]]);
    expect(messages).toEqual([
      'The discriminator maps "puss" to `Cat`, whose own values of `kind` are "cat", which count.',
    ]);
  });

  it("may be a constant that is no string, which the mapping has as text", () => {
    const version = (value: number) => object({ kind: { const: value } });
    const { component, told } = read({
      Pet: oneOf(["One", "Two"], { "1": "One", "2": "Two" }),
      One: version(1),
      Two: version(2),
    });
    expect(component("One")).toEqual({
      type: ["object"],
      properties: { kind: { const: 1 } },
      required: ["kind"],
    });
    expect(told).toEqual([]);
  });

  it("may be an enum of several, of which no other member has one", () => {
    const { component, told } = read({
      Pet: oneOf(["Cat", "Dog"]),
      Cat: tagged("cat", "tiger"),
      Dog: tagged("Dog", "hound"),
    });
    expect(component("Cat")).toEqual(shownTag("cat", "tiger"));
    expect(component("Dog")).toEqual(shownTag("Dog", "hound"));
    expect(told).toEqual([]);
  });

  it("is narrowed to its own, where an enum lists the values of all", () => {
    const kind = { enum: ["cat", "dog", "cow"] };
    const { component, told } = read({
      Pet: oneOf(["Cat", "Dog"], { cat: "Cat", dog: "Dog" }),
      Cat: object({ kind }, "kind"),
      Dog: object({ kind: ref("Kind") }),
      Kind: { type: "string", ...kind },
    });
    expect(component("Cat")).toEqual(shownTag("cat"));
    expect(component("Dog")).toMatchObject({ properties: { kind: { $ref: "Kind", const: "dog" } } });
    expect(component("Kind")).toEqual({ type: ["string"], ...kind });
    expect(told).toEqual([]);
  });

  it("leaves it untold where an enum has the values of all, and not its own", () => {
    const kind = { enum: ["cat", "dog"] };
    const schemas = { Pet: oneOf(["Cat", "Dog"]), Cat: object({ kind }), Dog: object({ kind }) };
    const { component, told } = read(schemas);
    expect(component("Cat")).toEqual({ type: ["object"], properties: { kind } });
    expect(told).toEqual([
      ["discriminator-disagrees", "Pet/oneOf/0"],
      ["discriminator-disagrees", "Pet/oneOf/1"],
    ]);
  });

  it("must be a text", () => {
    const { component, told } = read({
      Pet: oneOf(["Cat", "Dog"], { "1": "Cat" }),
      Cat: object({ kind: { type: "integer" } }),
      Dog: object({}),
    });
    expect(component("Cat")).toEqual({ type: ["object"], properties: { kind: { type: ["integer"] } } });
    expect(told).toEqual([
      ["discriminator-not-string", "Pet/oneOf/0"],
      ["discriminator-unmapped", "Pet/oneOf/1"],
    ]);
  });

  it("stays what it is where it contradicts itself", () => {
    const Dog = { allOf: [tagged("dog"), tagged("hound")] };
    const { component, told } = read({ Pet: oneOf(["Dog"]), Dog });
    expect(component("Dog")).toEqual({ allOf: [shownTag("dog"), shownTag("hound")] });
    expect(told).toEqual([]);
  });

  it("bounds what its heirs may be", () => {
    const { component } = read({
      Pet: oneOf(["Cat", "Dog"]),
      Cat: tagged("cat"),
      Dog: object({}),
      Tiger: { allOf: [ref("Cat"), object({ kind: { const: "tiger" } })] },
    });
    expect(component("Cat")).toEqual(shownTag("cat"));
  });

  it("is not to be another's", () => {
    const schemas = { Pet: oneOf(["Cat", "Dog"], { Dog: "Cat" }), Cat: object({}), Dog: object({}) };
    const { component, told, messages } = read(schemas);
    expect(component("Cat")).toEqual(shownTag("Dog"));
    expect(told).toEqual([
      ["discriminator-unmapped", "Pet/oneOf/1"],
      ["discriminator-value-repeated", "Pet/oneOf/1"],
    ]);
    expect(messages[1]).toBe('`Dog` has the value "Dog" of `kind`, which `Cat` has as well.');
  });

  it("is all that an inline branch has", () => {
    const { component, told } = read({
      Pet: {
        oneOf: [object({ kind: { const: "cat" } }), object({ bark: text })],
        discriminator: { propertyName: "kind" },
      },
    });
    expect(component("Pet")).toEqual({
      oneOf: [shownTag("cat"), { type: ["object"], properties: { bark: { type: ["string"] } } }],
    });
    expect(told).toEqual([["discriminator-value-missing", "Pet/oneOf/1"]]);
  });

  it("does not change what others refer to", () => {
    const { component } = read({
      Pet: oneOf(["Cat"]),
      Cat: object({ kind: text }),
      Other: { $ref: `#${components}Cat/properties/kind` },
    });
    expect(component("Cat/properties/kind")).toEqual({ type: ["string"] });
    expect(component("Cat")).toMatchObject({ properties: { kind: { const: "Cat" } } });
  });
});

describe("a discriminator on a base", () => {
  const discriminator = { propertyName: "kind" };
  const Pet = { ...object({ kind: text, name: text }, "kind"), discriminator };
  const child = (base: string, properties: JsonObject = {}): JsonObject => ({
    allOf: [ref(base), { type: "object", properties }],
  });

  it("gives each child its tag, lets the base be, and makes a union beside it", () => {
    const { component, told, names } = read({
      Pet,
      Cat: child("Pet", { claws: text }),
      Dog: child("Pet", { kind: { description: "What it is." } }),
      Fish: { allOf: [ref("Pet")] },
      Home: object({ pet: { allOf: [ref("Pet")], description: "The pet." } }),
    });
    expect(component("Pet")).toEqual({
      type: ["object"],
      properties: { kind: { type: ["string"] }, name: { type: ["string"] } },
      required: ["kind"],
    });
    expect(component("Cat")).toEqual({
      allOf: [{ $ref: "Pet" }, { type: ["object"], properties: { claws: { type: ["string"] } } }],
      properties: { kind: { const: "Cat" } },
    });
    expect(component("Dog")).toEqual({
      allOf: [{ $ref: "Pet" }, { type: ["object"], properties: { kind: { const: "Dog" } } }],
    });
    expect(component("PetVariant")).toEqual({ anyOf: [{ $ref: "Cat" }, { $ref: "Dog" }, { $ref: "Fish" }] });
    expect(names).toEqual(["Pet", "PetVariant", "Cat", "Dog", "Fish", "Home"]);
    expect(told).toEqual([]);
  });

  it("declares the tag where a part of the child refuses what it does not declare", () => {
    const closed = { ...object({ claws: text }), additionalProperties: false };
    const { component } = read({ Pet, Cat: { allOf: [ref("Pet"), closed] } });
    expect(component("Cat")).toEqual({
      allOf: [
        { $ref: "Pet" },
        {
          type: ["object"],
          properties: { kind: { const: "Cat" }, claws: { type: ["string"] } },
          additionalProperties: false,
        },
      ],
    });
  });

  it("cuts a child with children of its own to its value, in that union alone", () => {
    const schemas = {
      Pet,
      Cat: child("Pet"),
      Kitten: child("Cat"),
      Dog: child("Pet"),
      Some: { oneOf: [ref("Cat"), ref("Kitten"), ref("Dog")] },
      Others: { oneOf: [ref("Cat"), ref("Dog")] },
    };
    const { component, told } = read(schemas);
    expect(component("Cat")).toMatchObject({ properties: { kind: { enum: ["Cat", "Kitten"] } } });
    expect(component("Kitten")).toMatchObject({ properties: { kind: { const: "Kitten" } } });
    const cut = { $ref: "Cat", properties: { kind: { const: "Cat" } } };
    expect(component("PetVariant")).toEqual({ anyOf: [cut, { $ref: "Kitten" }, { $ref: "Dog" }] });
    expect(component("Some")).toEqual({ oneOf: [cut, { $ref: "Kitten" }, { $ref: "Dog" }] });
    expect(component("Others")).toEqual({ oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }] });
    expect(told).toEqual([]);
  });

  it("takes what is mapped by any base above", () => {
    const mapping = { cat: "Cat", kitten: "Kitten" };
    const { component, told } = read({
      Pet: { ...Pet, discriminator: { propertyName: "kind", mapping } },
      Cat: { ...child("Pet"), discriminator },
      Kitten: child("Cat"),
    });
    expect(component("Kitten")).toMatchObject({ properties: { kind: { const: "kitten" } } });
    expect(component("CatVariant")).toEqual({ anyOf: [{ $ref: "Kitten" }] });
    expect(told).toEqual([]);
  });

  it("may stand in the allOf of the base", () => {
    const { component } = read({ Root: object({}), Pet: { allOf: [ref("Root"), Pet] }, Cat: child("Pet") });
    expect(component("PetVariant")).toEqual({ anyOf: [{ $ref: "Cat" }] });
  });

  it("has the base as a variant where the mapping or its enum says so", () => {
    const kind = { enum: ["Pet", "Cat"] };
    const own = { $ref: "Pet", properties: { kind: { const: "Pet" } } };
    const listed = read({ Pet: { ...object({ kind }, "kind"), discriminator }, Cat: child("Pet") });
    expect(listed.component("PetVariant")).toEqual({ anyOf: [own, { $ref: "Cat" }] });
    expect(listed.component("Pet")).toEqual({ type: ["object"], properties: { kind }, required: ["kind"] });
    const mapping = { pet: "Pet", Cat: "Cat" };
    const mapped = read({
      Pet: { ...Pet, discriminator: { propertyName: "kind", mapping } },
      Cat: child("Pet"),
    });
    expect(mapped.component("PetVariant")).toMatchObject({
      anyOf: [{ properties: { kind: { const: "pet" } } }, { $ref: "Cat" }],
    });
    expect([...listed.told, ...mapped.told]).toEqual([]);
  });

  it("tells of a child whose value its enum lacks, and of a value that two children have", () => {
    const kind = { enum: ["cat", "dog"] };
    const { component, told } = read({
      Pet: { ...object({ kind }, "kind"), discriminator: { ...discriminator, mapping: { cat: "Cat" } } },
      Cat: child("Pet"),
      Dog: child("Pet"),
      Hound: child("Pet", { kind: { const: "cat" } }),
    });
    expect(component("Cat")).toMatchObject({ properties: { kind: { const: "cat" } } });
    expect(component("Dog")).toEqual({ allOf: [{ $ref: "Pet" }, { type: ["object"], properties: {} }] });
    expect(told).toEqual([
      ["discriminator-disagrees", "Dog"],
      ["discriminator-value-repeated", "Hound"],
    ]);
  });

  it("agrees with a union of its children, which may have a discriminator too", () => {
    const { component, told } = read({
      Pet: { ...Pet, discriminator: { propertyName: "kind", mapping: { cat: "Cat", dog: "Dog" } } },
      Any: oneOf(["Cat", "Dog"]),
      Cat: child("Pet"),
      Dog: child("Pet"),
    });
    expect(component("Any")).toEqual({ oneOf: [{ $ref: "Cat" }, { $ref: "Dog" }] });
    expect(component("Cat")).toMatchObject({ properties: { kind: { const: "cat" } } });
    expect(told).toEqual([]);
  });

  it("lets an heir of a member be what it says it is", () => {
    const { component } = read({
      Any: oneOf(["Cat", "Dog"]),
      Cat: object({}),
      Dog: object({}),
      Hound: child("Dog", { kind: { const: "hound" } }),
      Big: child("Cat", { size: text }),
    });
    expect(component("Dog")).toEqual(shownTag("Dog", "hound"));
    expect(component("Cat")).toEqual(shownTag("Cat"));
    expect(component("Any")).toMatchObject({
      oneOf: [{ $ref: "Cat" }, { properties: { kind: { const: "Dog" } } }],
    });
  });

  it("does nothing without children, with a note", () => {
    const { names, told } = read({ Pet, Alias: ref("Pet"), Home: object({ pet: { allOf: [ref("Pet")] } }) });
    expect(names).toEqual(["Pet", "Alias", "Home"]);
    expect(told).toEqual([["discriminator-unused", "Pet/discriminator"]]);
  });

  it("tells of a mapping to what is no child only where all is read that there is", () => {
    const mapping = { cat: "Cat", dog: "Dog" };
    const schemas = { Pet: { ...Pet, discriminator: { propertyName: "kind", mapping } }, Cat: child("Pet") };
    expect(read(schemas).told).toEqual([["discriminator-mapping-missing", "Pet/discriminator/mapping/dog"]]);
    const others = { "file:///pets.json": { openapi: "3.1.0", components: { schemas } } };
    const cat = { $ref: "pets.json#/components/schemas/Cat" };
    const { diagnostics, graph } = lowerDocuments(cat, {}, others);
    expect(diagnostics).toEqual([]);
    expect(graph.nodes.has("file:///pets.json#/components/schemas/PetVariant")).toBe(true);
  });

  it("gives way to a definition of the author's that has the name", () => {
    const { names } = read({ Pet, Cat: child("Pet"), PetVariant: text });
    expect(names).toEqual(["Pet", "PetVariants", "Cat", "PetVariant"]);
  });

  it("does not take long for many children, nor for many in a row", () => {
    const list = (base: (index: number) => string) =>
      Object.fromEntries(
        Array.from({ length: 100 }, (_, index) => [`Pet${index + 1}`, child(base(index))] as const),
      );
    const start = performance.now();
    expect(read({ Pet, ...list(() => "Pet") }).component("Pet7")).toMatchObject({
      properties: { kind: { const: "Pet7" } },
    });
    const row = read({ Pet, ...list((index) => (index === 0 ? "Pet" : `Pet${index}`)) });
    expect(row.component("Pet99")).toMatchObject({ properties: { kind: { enum: ["Pet99", "Pet100"] } } });
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});
