import { describe, expect, it } from "vitest";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findMissing, link } from "../../src/link/link.js";
import type { Linked } from "../../src/link/linked.js";
import { subschemaId, unionId } from "../../src/link/linked.js";
import { makeDocuments } from "./make-documents.js";

const root = "file:///api.yaml";
const options = { dialect: "2020-12" };
const linkAt = (document: JsonValue, others: Record<string, JsonValue> = {}, pointer = "") =>
  link(makeDocuments({ [root]: document, ...others }, [`${root}#${pointer}`]), options);
const short = (id: string | undefined) => id?.replace(root, "");
const openApi = (members: JsonObject): JsonValue => ({ openapi: "3.1.0", ...members });
const sending = (schema: JsonValue, type = "application/json"): JsonObject => ({
  requestBody: { content: { [type]: { schema } } },
});
const hook = (schema: JsonValue): JsonObject => ({ post: sending(schema) });
const refer = ($ref: string): JsonObject => ({ $ref });
const bodyOf = (name: string) => `#/webhooks/${name}/post/requestBody/content/application~1json/schema`;
const definitionsOf = (linked: Linked) =>
  [...linked.schemas.values()]
    .filter(({ definition }) => definition)
    .map(({ id, givenNames }) => [short(id), givenNames[0]]);

/** The members of a union, each as the value of its tag and what it refers to. */
function readUnion(linked: Linked, key: string) {
  const id = unionId(root, key);
  const union = linked.schemas.get(id);
  const { name, values = [] } = union?.externalTag ?? {};
  const members = values.map((value, index) => {
    const member = subschemaId(id, ["anyOf", index]);
    const target = linked.references.get(member)?.get("$ref")?.target;
    return `${value} ${short(target)}`;
  });
  return { name, members, pointer: union?.place.pointer, names: union?.givenNames };
}

describe("link: the webhooks of an OpenAPI document", () => {
  it("are a union of their bodies, told apart by their names", () => {
    const webhooks = { newOrder: hook({ type: "object" }), gone: hook(refer("#/components/schemas/Gone")) };
    const { value, diagnostics } = linkAt(openApi({ webhooks, components: { schemas: { Gone: {} } } }));
    expect(diagnostics).toEqual([]);
    expect(definitionsOf(value)).toEqual([
      ["#/components/schemas/Gone", "Gone"],
      [bodyOf("newOrder"), "newOrder"],
      ["#/webhooks~", "Webhook"],
    ]);
    expect(readUnion(value, "webhooks")).toEqual({
      name: "event",
      members: [`newOrder ${bodyOf("newOrder")}`, "gone #/components/schemas/Gone"],
      pointer: "/webhooks",
      names: ["Webhook", "WebhookBody"],
    });
    expect(value.schemas.get(`${root}#/webhooks~`)?.value).toMatchObject({ anyOf: [{}, {}] });
  });

  it("of one name are no union, and their bodies are definitions", () => {
    const webhooks = { a: { post: sending({}), put: sending({ type: "object" }) } };
    const { value, diagnostics } = linkAt(openApi({ webhooks }));
    expect(diagnostics).toEqual([]);
    const put = "#/webhooks/a/put/requestBody/content/application~1json/schema";
    expect(definitionsOf(value)).toEqual([
      [bodyOf("a"), "a"],
      [put, "a-put"],
    ]);
  });

  it("have all that is sent under one name by that value, each once", () => {
    const both = {
      post: sending({ type: "object" }),
      put: sending({ type: "array" }),
      patch: sending({ type: "object" }),
    };
    const webhooks = { a: both, b: hook({ type: "object" }) };
    const put = "#/webhooks/a/put/requestBody/content/application~1json/schema";
    expect(readUnion(linkAt(openApi({ webhooks })).value, "webhooks").members).toEqual([
      `a ${bodyOf("a")}`,
      `a ${put}`,
      `b ${bodyOf("b")}`,
    ]);
  });

  it("may refer to path items, bodies and media types of the components", () => {
    const components = {
      schemas: { Order: {} },
      pathItems: { A: { post: refer("#/x-shared/operation"), query: sending({}) } },
      requestBodies: {
        Changed: { content: { "application/json": { schema: { type: "object" } } } },
        Named: { content: { "application/json": refer("#/components/mediaTypes/Order") } },
      },
      mediaTypes: { Order: { schema: refer("#/components/schemas/Order") } },
    };
    const webhooks = {
      a: refer("#/components/pathItems/A"),
      b: { post: { requestBody: refer("#/components/requestBodies/Changed") } },
      c: { additionalOperations: { NOTIFY: { requestBody: refer("#/components/requestBodies/Named") } } },
    };
    const { value, diagnostics } = linkAt(openApi({ webhooks, components }));
    expect(diagnostics).toEqual([]);
    const changed = "#/components/requestBodies/Changed/content/application~1json/schema";
    expect(readUnion(value, "webhooks").members).toEqual([
      "a #/components/pathItems/A/query/requestBody/content/application~1json/schema",
      `b ${changed}`,
      "c #/components/schemas/Order",
    ]);
    expect(new Map(definitionsOf(value).map(([id, name]) => [id, name])).get(changed)).toBe("Changed");
  });

  it("are sent as the first media type of JSON, or as any", () => {
    const content = (types: readonly string[]) => ({
      post: {
        requestBody: {
          content: Object.fromEntries(types.map((type) => [type, { schema: { title: type } }])),
        },
      },
    });
    const webhooks = {
      a: content(["text/plain", "application/cloudevents+json; charset=utf-8", "application/json"]),
      b: content(["*/*", "application/json"]),
      c: content(["application/xml", "application/*"]),
      d: content(["application/x-www-form-urlencoded"]),
      e: { post: { requestBody: { content: {} } }, get: {} },
      f: { post: { requestBody: { content: { "application/json": {} } } } },
    };
    const { value, diagnostics } = linkAt(openApi({ webhooks }));
    const titles = [...value.schemas.values()].flatMap(
      (schema) => (schema.value as { title?: string }).title ?? [],
    );
    expect(titles).toEqual([
      "application/cloudevents+json; charset=utf-8",
      "application/json",
      "application/*",
    ]);
    expect(diagnostics).toMatchObject([
      { code: "body-skipped", severity: "note", place: { pointer: "/webhooks/d/post/requestBody" } },
    ]);
  });

  it("have what stands beside a reference, too", () => {
    const webhooks = {
      a: { ...refer("#/components/pathItems/A"), ...hook({ type: "object" }) },
      b: hook({ type: "object" }),
    };
    const components = { pathItems: { A: { put: sending({ type: "array" }) } } };
    expect(readUnion(linkAt(openApi({ webhooks, components })).value, "webhooks").members).toEqual([
      `a ${bodyOf("a")}`,
      "a #/components/pathItems/A/put/requestBody/content/application~1json/schema",
      `b ${bodyOf("b")}`,
    ]);
  });

  it("are x-webhooks as well", () => {
    const webhooks = { a: hook({ type: "object" }), b: hook({}) };
    const { value } = linkAt({ openapi: "3.0.3", "x-webhooks": webhooks });
    expect(readUnion(value, "webhooks")).toMatchObject({ name: "event", pointer: "/x-webhooks" });
    expect(new Set([...value.schemas.values()].map(({ dialect }) => dialect.name))).toEqual(
      new Set(["openapi-3.0"]),
    );
  });

  it("keep the name of a component that a body is, whatever stands beside its reference in 3.0", () => {
    const body = { ...refer("#/components/schemas/Order"), description: "An order." };
    const webhooks = { a: hook(body), b: hook({}) };
    const document = { webhooks, components: { schemas: { Order: {} } } };
    const read = (openapi: string) =>
      readUnion(linkAt({ openapi, ...document }).value, "webhooks").members[0];
    expect([read("3.0.3"), read("3.1.0")]).toEqual(["a #/components/schemas/Order", `a ${bodyOf("a")}`]);
  });

  it("give way to schemas that are called as their union would be", () => {
    const webhooks = { a: hook({}), b: hook({ type: "object" }) };
    const name = (schemas: JsonObject) =>
      readUnion(linkAt(openApi({ webhooks, components: { schemas } })).value, "webhooks").names;
    expect([name({ webhook: {} }), name({ Webhook: {}, WebhookBody: {} })]).toEqual([
      ["WebhookBody"],
      ["Webhook", "WebhookBody"],
    ]);
  });

  it("have any name", () => {
    const webhooks = { "a/b~c%20 {x}": hook({ type: "object" }), constructor: hook({}) };
    const { value, diagnostics } = linkAt(openApi({ webhooks }));
    expect(diagnostics).toEqual([]);
    expect(readUnion(value, "webhooks").members).toEqual([
      `a/b~c%20 {x} ${bodyOf("a~1b~0c%20 {x}")}`,
      `constructor ${bodyOf("constructor")}`,
    ]);
  });

  it("are no schema that a reference or the input could mean", () => {
    const webhooks = { a: hook({}), b: hook({ type: "object" }) };
    for (const target of ["#/webhooks", "#/webhooks~"]) {
      const components = { schemas: { A: refer(target) } };
      expect(linkAt(openApi({ webhooks, components })).diagnostics).toMatchObject([
        { severity: "error", place: { pointer: "/components/schemas/A/$ref" } },
      ]);
    }
    expect(linkAt(openApi({ webhooks }), {}, "/webhooks").diagnostics).toMatchObject([
      { code: "schema-invalid" },
    ]);
  });

  it("are not asked for by a pointer into their document", () => {
    const webhooks = { a: hook({}), b: hook({ type: "object" }) };
    const { value } = linkAt(
      openApi({ webhooks, components: { schemas: { A: {} } } }),
      {},
      "/components/schemas/A",
    );
    expect(definitionsOf(value)).toEqual([["#/components/schemas/A", "A"]]);
  });

  it("say where a body is wrong", () => {
    const webhooks = { a: hook(refer("#/components/schemas/Lost")), b: hook("text") };
    expect(linkAt(openApi({ webhooks })).diagnostics).toMatchObject([
      { code: "reference-unresolved", place: { pointer: `${bodyOf("a").slice(1)}/$ref` } },
      { code: "schema-invalid", place: { pointer: bodyOf("b").slice(1) } },
    ]);
  });

  it("count references from $self in 3.2", () => {
    const webhooks = {
      a: hook(refer("https://example.com/api#/components/schemas/A")),
      b: refer("#/components/pathItems/B"),
    };
    const components = { schemas: { A: {} }, pathItems: { B: hook({}) } };
    const { value, diagnostics } = linkAt({
      openapi: "3.2.0",
      $self: "https://example.com/api",
      webhooks,
      components,
    });
    expect(diagnostics).toEqual([]);
    expect(readUnion(value, "webhooks").members[0]).toBe("a #/components/schemas/A");
  });
});

describe("link: webhooks in files of their own", () => {
  const document = openApi({
    webhooks: { a: refer("./hooks/a.yaml"), b: hook(refer("./b.json")) },
    components: { schemas: { Order: {} } },
  });
  const a = { post: sending({ items: refer("../api.yaml#/components/schemas/Order") }) };

  it("are asked for", () => {
    expect(findMissing(makeDocuments({ [root]: document }), options)).toEqual([
      "file:///hooks/a.yaml",
      "file:///b.json",
    ]);
    const pointed = makeDocuments({ [root]: document }, [`${root}#/components/schemas/Order`]);
    expect(findMissing(pointed, options)).toEqual([]);
  });

  it("are read as the document is", () => {
    const { value, diagnostics } = linkAt(document, { "file:///hooks/a.yaml": a, "file:///b.json": {} });
    expect(diagnostics).toEqual([]);
    const inFile = "file:///hooks/a.yaml#/post/requestBody/content/application~1json/schema";
    expect(readUnion(value, "webhooks").members).toEqual([`a ${inFile}`, `b ${bodyOf("b")}`]);
    expect(value.schemas.get(inFile)).toMatchObject({
      givenNames: ["a", "aBody", "a-post"],
      definition: true,
    });
    expect(value.schemas.get(inFile)?.dialect.name).toBe("openapi-3.1");
    const items = value.references.get(`${inFile}/items`)?.get("$ref");
    expect(short(items?.target)).toBe("#/components/schemas/Order");
  });

  it("that cannot be read are told of, and left out", () => {
    const webhooks = {
      a: refer("./hooks/a.yaml"),
      b: refer("#/components/pathItems/B"),
      c: refer("#/webhooks/c"),
    };
    const documents = makeDocuments(
      { [root]: openApi({ webhooks, components: { schemas: { A: {} } } }) },
      undefined,
      {
        "file:///hooks/a.yaml": "There is no such file.",
      },
    );
    const { value, diagnostics } = link(documents, options);
    expect(definitionsOf(value)).toEqual([["#/components/schemas/A", "A"]]);
    expect(diagnostics).toMatchObject([
      {
        code: "part-unresolved",
        severity: "warning",
        message:
          'The reference "./hooks/a.yaml" leads nowhere, so nothing is made of it: "file:///hooks/a.yaml" cannot be read (There is no such file).',
        place: { pointer: "/webhooks/a/$ref" },
      },
      { code: "part-unresolved", place: { pointer: "/webhooks/b/$ref" } },
      { code: "part-unresolved", place: { pointer: "/webhooks/c/$ref" } },
    ]);
  });
});

describe("link: the callbacks of an OpenAPI document", () => {
  const callback = (schema: JsonValue): JsonObject => ({
    "{$request.body#/url}": hook(schema),
    "x-note": "text",
  });
  const bodyAt = (holder: string) =>
    `#/${holder}/{$request.body#~1url}/post/requestBody/content/application~1json/schema`;

  it("are a union over their names, wherever they stand", () => {
    const paths = {
      "/orders": {
        post: {
          operationId: "createOrder",
          callbacks: { paid: callback({ type: "object" }), sent: refer("#/components/callbacks/Sent") },
        },
        put: {
          operationId: "changeOrder",
          callbacks: { paid: callback({ type: "array" }), sent: refer("#/components/callbacks/Sent") },
        },
        patch: { callbacks: { paid: callback({ type: "object" }) } },
      },
    };
    const components = {
      callbacks: { Sent: callback({ type: "string" }), Other: callback({ type: "null" }) },
    };
    const { value, diagnostics } = linkAt(openApi({ paths, components }));
    expect(diagnostics).toEqual([]);
    const [post, put] = ["post", "put"].map((method) => bodyAt(`paths/~1orders/${method}/callbacks/paid`));
    const [sent, other] = ["Sent", "Other"].map((name) => bodyAt(`components/callbacks/${name}`));
    expect(readUnion(value, "callbacks")).toEqual({
      name: "event",
      members: [`paid ${post}`, `sent ${sent}`, `paid ${put}`, `Other ${other}`],
      pointer: "/paths/~1orders/post/callbacks",
      names: ["Callback", "CallbackBody"],
    });
    expect(definitionsOf(value)).toEqual([
      [post, "paid"],
      [sent, "sent"],
      [put, "changeOrder-paid"],
      [other, "Other"],
      ["#/callbacks~", "Callback"],
    ]);
  });

  it("of webhooks count as well", () => {
    const webhooks = { a: { post: { callbacks: { x: callback({ type: "object" }), y: callback({}) } } } };
    const { value } = linkAt(openApi({ webhooks }));
    expect(readUnion(value, "callbacks").members).toEqual([
      `x ${bodyAt("webhooks/a/post/callbacks/x")}`,
      `y ${bodyAt("webhooks/a/post/callbacks/y")}`,
    ]);
  });

  it("are read of thousands of operations in good time", () => {
    const names = Array.from({ length: 5000 }, (_, index) => `c${index}`);
    const paths = Object.fromEntries(
      names.map((name) => [`/${name}`, { post: { callbacks: { [name]: callback({ title: name }) } } }]),
    );
    const started = performance.now();
    const { value } = linkAt(openApi({ paths }));
    expect(readUnion(value, "callbacks").members).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});
