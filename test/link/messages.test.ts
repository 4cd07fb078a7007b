import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findMissing, link } from "../../src/link/link.js";
import type { Linked } from "../../src/link/linked.js";
import { makeDocuments } from "./make-documents.js";

const root = "file:///api.yaml";
const options = { dialect: "2020-12" };
const linkAll = (document: JsonValue, others: Record<string, JsonValue> = {}) =>
  link(makeDocuments({ [root]: document, ...others }), options);
const version3 = (members: JsonObject): JsonValue => ({ asyncapi: "3.0.0", ...members });
const version2 = (members: JsonObject): JsonValue => ({ asyncapi: "2.6.0", ...members });
const refer = ($ref: string): JsonObject => ({ $ref });
const payload = (title: string): JsonObject => ({ payload: { title } });
const id = "#/messages~";

/** The members of the union, each as the value of its tag and the title of its schema. */
function readUnion(linked: Linked) {
  const union = linked.schemas.get(`${root}${id}`);
  const members = (union?.externalTag?.values ?? []).map((value, index) => {
    const target = linked.references.get(`${root}${id}/anyOf/${index}`)?.get("$ref")?.target;
    const schema = target && (linked.schemas.get(target)?.value as { title?: string });
    return `${value}: ${schema?.title}`;
  });
  return { tag: union?.externalTag?.name, members };
}

const definitionsOf = (linked: Linked) =>
  [...linked.schemas.values()]
    .filter(({ definition }) => definition)
    .map(({ id: each, givenNames }) => [each.replace(root, ""), ...givenNames]);

describe("link: the messages of an AsyncAPI document", () => {
  it("are a union of their payloads, told apart by their names", () => {
    const messages = {
      Placed: payload("order"),
      Paid: { payload: refer("#/components/schemas/Money") },
      Bare: {},
    };
    const { value, diagnostics } = linkAll(
      version3({ components: { messages, schemas: { Money: { title: "money" } } } }),
    );
    expect(diagnostics).toEqual([]);
    expect(readUnion(value)).toEqual({ tag: "name", members: ["Placed: order", "Paid: money"] });
    expect(definitionsOf(value)).toEqual([
      ["#/components/schemas/Money", "Money"],
      ["#/components/messages/Placed/payload", "Placed", "PlacedPayload"],
      [id, "Message", "MessagePayload"],
    ]);
    expect(value.schemas.get(`${root}${id}`)?.place.pointer).toBe("/components/messages");
  });

  it("are no union where there is but one", () => {
    const { value } = linkAll(version3({ components: { messages: { Placed: payload("order") } } }));
    expect(definitionsOf(value)).toEqual([
      ["#/components/messages/Placed/payload", "Placed", "PlacedPayload"],
    ]);
  });

  it("stand in channels as well, each once, and are called as they are where they stand", () => {
    const channels = {
      orders: {
        messages: { placed: refer("#/components/messages/Placed"), cancelled: payload("cancelled") },
      },
      users: refer("#/components/channels/users"),
    };
    const components = {
      messages: { Alias: refer("#/components/messages/Placed"), Placed: payload("order") },
      channels: { users: { messages: { cancelled: payload("user") } } },
    };
    const { value, diagnostics } = linkAll(version3({ channels, components }));
    expect(diagnostics).toEqual([]);
    expect(readUnion(value).members).toEqual(["Placed: order", "cancelled: cancelled", "cancelled: user"]);
    expect(definitionsOf(value).map(([, name]) => name)).toEqual([
      "Placed",
      "cancelled",
      "users-cancelled",
      "Message",
    ]);
  });

  it("are told apart by the name that a message gives itself before its key", () => {
    const messages = { A: { name: "a.v1", ...payload("a") }, B: payload("b") };
    const { value } = linkAll(version3({ components: { messages } }));
    expect(readUnion(value).members).toEqual(["a.v1: a", "B: b"]);
    expect(definitionsOf(value)[0]).toEqual(["#/components/messages/A/payload", "A", "APayload"]);
  });

  it("leave out those in other languages", () => {
    const format = { schemaFormat: "application/vnd.apache.avro;version=1.9.0" };
    const avro = { ...format, schema: { type: "record" } };
    const messages = {
      A: payload("a"),
      B: { payload: { schemaFormat: "application/schema+json;version=draft-07", schema: { title: "b" } } },
      C: { payload: avro },
      D: { payload: refer("#/components/schemas/Avro") },
    };
    const { value, diagnostics } = linkAll(version3({ components: { messages, schemas: { Avro: avro } } }));
    expect(readUnion(value).members).toEqual(["A: a", "B: b"]);
    expect(diagnostics.map(({ code, place }) => [code, place?.pointer])).toEqual([
      ["schema-format-skipped", "/components/schemas/Avro/schema"],
      ["schema-format-skipped", "/components/messages/C/payload/schema"],
    ]);
    const old = { A: payload("a"), B: payload("b"), C: { ...format, payload: {} } };
    expect(readUnion(linkAll(version2({ components: { messages: old } })).value).members).toEqual([
      "A: a",
      "B: b",
    ]);
  });

  it("may be read from files of their own, by the dialect that they name", () => {
    const channels = { orders: { messages: { placed: refer("./placed.yaml"), paid: payload("paid") } } };
    const document = version3({ channels });
    expect(findMissing(makeDocuments({ [root]: document }), options)).toEqual(["file:///placed.yaml"]);
    const placed = {
      payload: { schemaFormat: "application/schema+json;version=draft-07", schema: { title: "order" } },
    };
    const { value, diagnostics } = linkAll(document, { "file:///placed.yaml": placed });
    expect(diagnostics).toEqual([]);
    expect(readUnion(value).members).toEqual(["placed: order", "paid: paid"]);
    const schema = value.schemas.get("file:///placed.yaml#/payload/schema");
    expect([schema?.dialect.name, schema?.givenNames[0]]).toEqual(["draft-07", "placed"]);
  });

  it("are called as they are in those files, or as the files", () => {
    const read = (message: JsonValue) => ({ subscribe: { message } });
    const channels = {
      "comment/liked": read(refer("./common.yaml#/commentLiked")),
      "comment/left": read(refer("./commentLeft.yaml")),
      "comment/lost": read(refer("#/channels/other/publish/message/oneOf/1")),
      other: { publish: { message: { oneOf: [refer("./common.yaml#/commentLiked"), payload("lost")] } } },
    };
    const { value, diagnostics } = linkAll(version2({ channels }), {
      "file:///common.yaml": { commentLiked: payload("liked") },
      "file:///commentLeft.yaml": payload("left"),
    });
    expect(diagnostics).toEqual([]);
    expect(readUnion(value).members).toEqual([
      "commentLiked: liked",
      "commentLeft: left",
      "comment/lost: lost",
    ]);
  });

  it("are told of where they are in another language there", () => {
    const channels = { orders: { messages: { placed: refer("./placed.yaml") } } };
    const format = "application/vnd.apache.avro;version=1.9.0";
    const placed = { payload: { schemaFormat: format, schema: {} } };
    const components = { schemas: { A: {} } };
    const { diagnostics } = linkAll(version3({ channels, components }), { "file:///placed.yaml": placed });
    expect(diagnostics).toMatchObject([
      {
        code: "schema-format-skipped",
        place: { uri: "file:///placed.yaml", pointer: "/payload/schema" },
      },
    ]);
  });

  it("of version 2 stand in operations, alone or several", () => {
    const channels = {
      "user/signedup": {
        publish: {
          message: {
            oneOf: [refer("#/components/messages/SignedUp"), { messageId: "left", ...payload("left") }],
          },
        },
      },
      "user/renamed": {
        subscribe: { operationId: "onRenamed", message: { title: "User renamed", ...payload("renamed") } },
      },
      "user/lost": { subscribe: { message: payload("lost") }, publish: {} },
    };
    const { value, diagnostics } = linkAll(
      version2({ channels, components: { messages: { SignedUp: payload("signed up") } } }),
    );
    expect(diagnostics).toEqual([]);
    expect(readUnion(value).members).toEqual([
      "SignedUp: signed up",
      "left: left",
      "onRenamed: renamed",
      "user/lost: lost",
    ]);
    expect(definitionsOf(value).map(([, name]) => name)).toEqual([
      "SignedUp",
      "left",
      "User renamed",
      "user/lost",
      "Message",
    ]);
  });

  it("that lead nowhere are told of", () => {
    const messages = { A: payload("a"), B: refer("#/components/messages/Lost") };
    const { value, diagnostics } = linkAll(version3({ components: { messages } }));
    expect(diagnostics).toMatchObject([
      { code: "part-unresolved", severity: "warning", place: { pointer: "/components/messages/B/$ref" } },
    ]);
    expect(definitionsOf(value)).toHaveLength(1);
  });
});

describe("link: messages that a header tells apart", () => {
  const withHeader = (title: string, headers: JsonValue): JsonObject => ({ ...payload(title), headers });
  const required = (schema: JsonValue): JsonObject => ({
    required: ["eventType"],
    properties: { eventType: schema },
  });
  const read = (messages: JsonObject, more: JsonObject = {}, make = version3) =>
    readUnion(linkAll(make({ components: { messages, ...more } })).value);
  const byHeader = { tag: "eventType", members: ["order.placed: a", "order.paid: b"] };

  it.each([
    ["by const", { const: "order.placed" }, { const: "order.paid" }],
    ["by enum", { enum: ["order.placed"] }, { enum: ["order.paid"] }],
  ])("have that as their tag: %s", (_, a, b) => {
    expect(read({ A: withHeader("a", required(a)), B: withHeader("b", required(b)) })).toEqual(byHeader);
  });

  it("may have more than one text each", () => {
    const [a, b] = [required({ enum: ["x", "y"] }), required({ const: "z" })];
    expect(read({ A: withHeader("a", a), B: withHeader("b", b) }).members).toEqual(["x: a", "y: a", "z: b"]);
  });

  it("may have it by reference, in a part, from a trait or in another language", () => {
    const schemas = { Placed: { const: "order.placed" }, Headers: { required: ["eventType"] } };
    const a = {
      allOf: [
        refer("#/components/schemas/Headers"),
        { properties: { eventType: refer("#/components/schemas/Placed") } },
      ],
    };
    const b = {
      ...payload("b"),
      traits: [refer("#/components/messageTraits/Paid")],
      headers: {
        schemaFormat: "application/schema+json;version=draft-07",
        schema: { required: ["eventType"] },
      },
    };
    const messageTraits = { Paid: { headers: { properties: { eventType: { const: "order.paid" } } } } };
    expect(read({ A: withHeader("a", a), B: b }, { schemas, messageTraits })).toEqual(byHeader);
  });

  it("are so in version 2", () => {
    const [a, b] = [required({ const: "order.placed" }), required({ const: "order.paid" })];
    expect(read({ A: withHeader("a", a), B: withHeader("b", b) }, {}, version2)).toEqual(byHeader);
  });

  it.each([
    ["is not required", { properties: { eventType: { const: "b" } } }],
    ["is not that of one alone", required({ const: "a" })],
    ["may be anything", required({ type: "string" })],
    ["is no text", required({ enum: ["b", 1] })],
    ["is not there", {}],
  ])("have their names where it %s", (_, headers) => {
    const messages = { A: withHeader("a", required({ const: "a" })), B: withHeader("b", headers) };
    expect(read(messages)).toEqual({ tag: "name", members: ["A: a", "B: b"] });
  });

  it("ask nothing of messages that have no payload", () => {
    const [a, b] = [required({ const: "order.placed" }), required({ const: "order.paid" })];
    expect(read({ A: withHeader("a", a), B: withHeader("b", b), Ping: {} })).toEqual(byHeader);
  });
});
