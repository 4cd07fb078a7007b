import { beforeAll, describe, expect, it } from "vitest";
import type { JsonSchema, UnionOptions } from "../../src/config/config.js";
import { byEvent, byEventAndAction, webhook } from "./external-schemas.js";
import type { Validation } from "./generate-module.js";
import { generateAll, generateText, importText } from "./generate-module.js";
import { variant } from "./union-schemas.js";

type Call = (...values: readonly unknown[]) => unknown;

interface Router {
  readonly on: (...route: readonly unknown[]) => Router;
  readonly otherwise: (handler: Call) => Router;
  readonly dispatch: Call;
}

interface Helpers {
  readonly all: Readonly<Record<string, unknown>>;
  readonly call: (name: string, ...values: readonly unknown[]) => unknown;
  readonly validate: (event: string, body: unknown) => Validation;
  readonly route: () => Router;
}

async function importHelpers(schema: JsonSchema, options: UnionOptions): Promise<Helpers> {
  const all = await importText(await generateText(schema, { unions: { WebhookEvent: options } }));
  const call: Helpers["call"] = (name, ...values) => (all[name] as Call)(...values);
  return {
    all,
    call,
    validate: (event, body) => call("validateWebhookEvent", event, body) as Validation,
    route: () => call("createWebhookEventRouter") as Router,
  };
}

const opened = { action: "opened", text: "Hi" };
const completed = { action: "closed", reason: "completed", text: "Done" };
const created = { action: "created", size: 1 };
const pushed = { ref: "main" };
/** Of `star`, but of `push` as well. */
const both = { action: "created", size: 1, ref: "main" };

describe("a union by event and action", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(webhook, byEventAndAction)));

  it("has the tags' values and their guards", () => {
    expect(helpers.all["webhookEventEvents"]).toEqual(["issues", "star", "push"]);
    expect(helpers.all["webhookEventActions"]).toEqual(["opened", "closed", "created", "deleted"]);
    expect(
      ["star", "stars", "toString", undefined].map((value) => helpers.call("isWebhookEventEvent", value)),
    ).toEqual([true, false, false, false]);
  });

  it("accepts a body by its own event alone", () => {
    const accepting = (body: unknown): string[] =>
      ["issues", "star", "push", "rooms", "toString"].filter((event) =>
        helpers.call("isWebhookEvent", event, body),
      );
    expect([opened, completed, created, pushed].map(accepting)).toEqual([
      ["issues"],
      ["issues"],
      ["star"],
      ["push"],
    ]);
    expect(accepting(null)).toEqual([]);
  });

  it("asks the event's member alone, where the schema without the event cannot tell", () => {
    expect(helpers.call("isWebhookEventBody", both)).toBe(false);
    expect(["star", "push", "issues"].map((event) => helpers.call("isWebhookEvent", event, both))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("guards leaves that are no schema of their own", () => {
    expect(helpers.call("isStarCreatedWebhookEvent", created)).toBe(true);
    expect(helpers.call("isStarDeletedWebhookEvent", created)).toBe(false);
    expect(helpers.all["isIssuesOpenedWebhookEvent"]).toBeUndefined();
  });

  it("narrows by the event and the action alone", () => {
    expect(helpers.call("webhookEventIs", "issues", {}, "issues")).toBe(true);
    expect(helpers.call("webhookEventIs", "issues", opened, "star")).toBe(false);
    expect(helpers.call("webhookEventIs", "issues", opened, "issues", "opened")).toBe(true);
    expect(helpers.call("webhookEventIs", "issues", completed, "issues", "opened")).toBe(false);
  });

  it("takes a pair as one object", () => {
    expect(helpers.call("isWebhookEventMessage", { event: "push", body: pushed })).toBe(true);
    expect(helpers.call("isWebhookEventMessage", { event: "star", body: pushed })).toBe(false);
  });

  it("matches the handler of the event, with the body", () => {
    const handlers = { issues: (body: unknown) => ["issues", body], push: (body: unknown) => ["push", body] };
    const otherwise = (...values: readonly unknown[]): unknown => values;
    expect(helpers.call("matchWebhookEvent", "push", pushed, handlers)).toEqual(["push", pushed]);
    expect(helpers.call("matchWebhookEvent", "star", created, handlers, otherwise)).toEqual([
      "star",
      created,
    ]);
    expect(helpers.call("matchWebhookEvent", "constructor", created, handlers, otherwise)).toEqual([
      "constructor",
      created,
    ]);
    expect(() => helpers.call("matchWebhookEvent", "star", created, handlers)).toThrow(
      "There is no handler for star.",
    );
  });

  it("awaits what the handler returns, and rejects with what it throws", async () => {
    const match = (event: string, ...rest: readonly unknown[]): unknown =>
      helpers.call("matchWebhookEventAsync", event, pushed, ...rest);
    await expect(match("push", { push: async (body: unknown) => body })).resolves.toBe(pushed);
    await expect(match("star", {}, (...values: readonly unknown[]) => values)).resolves.toEqual([
      "star",
      pushed,
    ]);
    const handlers = {
      push: () => {
        throw new Error("no");
      },
    };
    await expect(match("push", handlers)).rejects.toThrow("no");
    await expect(match("star", handlers)).rejects.toThrow("There is no handler for star.");
  });

  it("is named by both, where there is a second, and emitted by that name", () => {
    const nameOf = (...values: readonly unknown[]): unknown => helpers.call("webhookEventName", ...values);
    expect(nameOf("issues", opened)).toBe("issues.opened");
    expect(nameOf("push", { ...pushed, action: "opened" })).toBe("push");
    const seen: unknown[] = [];
    const emitter = { emit: (...values: readonly unknown[]) => seen.push(values) };
    helpers.call("emitWebhookEvent", emitter, "star", created);
    expect(seen).toEqual([["star.created", created]]);
  });

  it("makes what has an action, and nothing else", () => {
    expect(helpers.call("issuesOpened", { text: "Hi" })).toEqual(opened);
    expect(helpers.call("issuesClosed", { reason: "completed", text: "Done" })).toEqual(completed);
    expect(helpers.call("starCreatedWebhookEvent", { size: 1 })).toEqual(created);
    expect(helpers.all["pushEvent"]).toBeUndefined();
    expect(helpers.all["issuesEvent"]).toBeUndefined();
  });

  it("routes by both, leaves first", () => {
    const seen: unknown[] = [];
    const note =
      (name: string) =>
      (...values: readonly unknown[]) => {
        seen.push(name);
        return values;
      };
    const router = helpers
      .route()
      .on("issues", note("issues"))
      .on("issues", "opened", note("opened"))
      .on("push", note("push"));
    expect(router.dispatch("issues", opened)).toEqual([opened]);
    expect(router.dispatch("issues", completed)).toEqual([completed]);
    expect(router.dispatch("push", { ...pushed, action: "opened" })).toEqual([
      { ...pushed, action: "opened" },
    ]);
    expect(router.dispatch("star", created)).toBeUndefined();
    router.otherwise(note("otherwise"));
    expect(router.dispatch("star", created)).toEqual(["star", created]);
    expect(router.dispatch("rooms", created)).toEqual(["rooms", created]);
    expect(seen).toEqual(["opened", "issues", "push", "otherwise", "otherwise"]);
    expect(() => router.on("push", note("again"))).toThrow('There is a handler for "push" already.');
  });
});

describe("an open union", () => {
  const options: UnionOptions = { ...byEventAndAction, open: true };
  const decide = (helpers: Helpers, event: string, body: unknown): unknown[] =>
    ["", "Unknown", "Any"].map((form) => helpers.call(`is${form}WebhookEventMessage`, { event, body }));

  it("knows its members as ever, and leaves others to what is unknown", async () => {
    const helpers = await importHelpers(webhook, options);
    expect(decide(helpers, "push", pushed)).toEqual([true, false, true]);
    expect(decide(helpers, "push", {})).toEqual([false, false, false]);
    expect(decide(helpers, "issues", opened)).toEqual([true, false, true]);
    expect(decide(helpers, "issues", { action: "opened" })).toEqual([false, false, false]);
    expect(decide(helpers, "issues", { action: "pinned" })).toEqual([false, true, true]);
    expect(decide(helpers, "issues", { action: 1 })).toEqual([false, false, false]);
    expect(decide(helpers, "issues", null)).toEqual([false, false, false]);
    expect(decide(helpers, "rooms", null)).toEqual([false, true, true]);
    expect(decide(helpers, "toString", 1)).toEqual([false, true, true]);
  });

  it("gives the fallback what is unknown, and what has no handler", async () => {
    const helpers = await importHelpers(webhook, options);
    const handlers = { issues: (body: unknown) => ["issues", body], push: (body: unknown) => ["push", body] };
    const match = (event: string, body: unknown): unknown =>
      helpers.call("matchAnyWebhookEvent", { event, body }, handlers, (message: unknown) => message);
    expect(match("push", pushed)).toEqual(["push", pushed]);
    expect(match("issues", opened)).toEqual(["issues", opened]);
    for (const message of [
      { event: "issues", body: { action: "pinned" } },
      { event: "star", body: created },
      { event: "rooms", body: null },
      { event: "constructor", body: pushed },
    ])
      expect(match(message.event, message.body)).toEqual(message);
    await expect(
      helpers.call("matchAnyWebhookEventAsync", { event: "rooms", body: 1 }, {}, async () => "unknown"),
    ).resolves.toBe("unknown");
  });

  it("has one kind of what is unknown by one tag", async () => {
    const helpers = await importHelpers(webhook, { ...byEvent, open: true });
    expect(decide(helpers, "issues", opened)).toEqual([true, false, true]);
    expect(decide(helpers, "issues", { action: "pinned" })).toEqual([false, false, false]);
    expect(decide(helpers, "rooms", null)).toEqual([false, true, true]);
  });
});

describe("what is wrong with a body", () => {
  let helpers: Helpers;
  beforeAll(async () => (helpers = await importHelpers(webhook, byEventAndAction)));

  it("is said by the event's own member", () => {
    expect(helpers.validate("push", pushed)).toEqual({ ok: true, value: pushed });
    expect(helpers.validate("push", {}).issues).toEqual([
      {
        pointer: "",
        path: [],
        keyword: "required",
        schema: "schema.json#/$defs/PushEvent/required",
        message: 'must have property "ref"',
        expected: "ref",
      },
    ]);
    expect(helpers.validate("star", { action: "created" }).issues?.map(({ schema }) => schema)).toEqual([
      "schema.json#/$defs/StarEvent/required",
    ]);
  });

  it("is said by the leaf that the action names, where the member does not come to it by itself", () => {
    const pointers = (body: unknown): unknown =>
      helpers.validate("issues", body).issues?.map(({ schema }) => schema);
    expect(pointers({ action: "opened" })).toEqual(["schema.json#/$defs/IssuesOpened/required"]);
    expect(pointers({ action: "closed", reason: "dropped" })).toEqual([
      "schema.json#/$defs/IssuesDropped/required",
    ]);
    expect(pointers({ action: "edited" })).toEqual([expect.stringMatching(/^schema.json#.*IssuesEvent/)]);
    expect(pointers(null)).toEqual([expect.stringMatching(/^schema.json#.*IssuesEvent/)]);
  });

  it("is an unknown event, with those that there are and the nearest", () => {
    expect(helpers.validate("issue", opened).issues).toEqual([
      {
        pointer: "",
        path: [],
        keyword: "oneOf",
        schema: "schema.json#/$defs/WebhookEvent/oneOf",
        message: 'event must be one of "issues", "star", "push"; did you mean "issues"?',
        expected: '"issues", "star", "push"',
        received: '"issue"',
      },
    ]);
  });

  it("is thrown, and told of text", () => {
    expect(helpers.call("assertWebhookEvent", "push", pushed)).toBeUndefined();
    expect(() => helpers.call("assertWebhookEvent", "push", {})).toThrow('must have property "ref"');
    expect(helpers.call("parseWebhookEvent", "push", '{"ref":"main"}')).toEqual({ ok: true, value: pushed });
    expect(helpers.call("parseWebhookEvent", "push", "{")).toMatchObject({
      ok: false,
      issues: [{ keyword: "parse" }],
    });
    expect(helpers.call("parseWebhookEventOrThrow", "push", '{"ref":"main"}')).toEqual(pushed);
    expect(() => helpers.call("parseWebhookEventOrThrow", "rooms", "{}")).toThrow("event must be one of");
  });

  it("is said without the event by what is called the body's", () => {
    expect(helpers.call("validateWebhookEventBody", pushed)).toEqual({ ok: true, value: pushed });
    expect(helpers.call("parseWebhookEventBodyOrThrow", '{"ref":"main"}')).toEqual(pushed);
    expect(() => helpers.call("assertWebhookEventBody", {})).toThrow();
  });
});

describe("members of one event", () => {
  const schema = {
    $ref: "#/$defs/WebhookEvent",
    $defs: {
      WebhookEvent: { anyOf: [{ $ref: "#/$defs/Old" }, { $ref: "#/$defs/New" }, { $ref: "#/$defs/Ping" }] },
      Old: variant({ version: 1 }),
      New: variant({ version: [2, 3] }),
      Ping: { type: ["null", "array"], items: { type: "number" } },
    },
  };
  const tags: UnionOptions["tags"] = [
    { external: "event", values: { Old: "push", New: "push", Ping: "ping" } },
    "version",
  ];

  it("are taken alike", async () => {
    const helpers = await importHelpers(schema, { tags });
    const accepted = (event: string): unknown[] =>
      [{ version: 1 }, { version: 3 }, { version: 4 }, null, [1]].filter((body) =>
        helpers.call("isWebhookEvent", event, body),
      );
    expect(accepted("push")).toEqual([{ version: 1 }, { version: 3 }]);
    expect(accepted("ping")).toEqual([null, [1]]);
    expect(helpers.call("isPushWebhookEvent", { version: 2 })).toBe(true);
    expect(helpers.call("isPushVersion2WebhookEvent", { version: 2 })).toBe(true);
    expect(helpers.call("isPushVersion2WebhookEvent", { version: 3 })).toBe(false);
    expect(helpers.validate("push", { version: 4 }).issues).toHaveLength(2);
    const router = helpers
      .route()
      .on("push", 2, () => "two")
      .on("ping", () => "ping");
    expect(router.dispatch("push", { version: 2 })).toBe("two");
    expect(router.dispatch("push", { version: 1 })).toBeUndefined();
    expect(router.dispatch("ping", null)).toBe("ping");
  });
});

it("calls the parameters by the tags, and the body by its name", async () => {
  const text = await generateText(webhook, { unions: { WebhookEvent: { tags: [{ external: "x-body" }] } } });
  expect(text).toContain("export function isWebhookEvent(xBody: string, body: unknown)");
  const clash = await generateText(webhook, { unions: { WebhookEvent: { tags: [{ external: "body" }] } } });
  expect(clash).toContain("export function isWebhookEvent(bodyTag: string, body: unknown)");
});

it("has no helpers where none are asked for, and no validators either", async () => {
  const text = await generateText(webhook, {
    unions: { WebhookEvent: byEvent },
    runtime: ["guards", "validators"],
  });
  expect(text).toContain("function isWebhookEventBody(");
  expect(text).toContain("function validateWebhookEventBody(");
  expect(text).not.toMatch(/function (is|validate)WebhookEvent\b/);
});

it("is shown in the README by an example that asks for the tag first", async () => {
  const [files] = await generateAll([webhook], {
    package: { name: "@example/webhook", version: "1.0.0" },
    unions: { WebhookEvent: byEventAndAction },
    format: "prettier",
  });
  const readme = files?.get("README.md") ?? "";
  expect(readme).toContain(`export function describeValue(event: string, body: unknown): string {
  if (!isWebhookEventEvent(event)) return "something unknown";
  if (!isWebhookEvent(event, body)) return "something else";
  // The body is of type \`WebhookEvent\` from here on, and each handler takes one of its variants.
  return matchWebhookEvent(event, body, {
    issues: () => "IssuesEvent",
    star: () => "StarEvent",
    push: () => "PushEvent",
  });
}`);
  const table = readme.split("## Variants of `WebhookEvent`")[1]?.trim().split("\n\n")[0] ?? "";
  expect(
    table.split("\n").map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    ),
  ).toEqual([
    ["`event`", "`action`", "Type", "Guard"],
    expect.anything(),
    ['`"issues"`', "any", "`IssuesEvent`", "`isIssuesEvent`"],
    ['`"issues"`', '`"opened"`', "`IssuesOpened`", "`isIssuesOpened`"],
    ['`"issues"`', '`"closed"`', "`IssuesClosed`", "`isIssuesClosed`"],
    ['`"star"`', "any", "`StarEvent`", "`isStarEvent`"],
    ['`"star"`', '`"created"`', "`StarCreatedWebhookEvent`", "`isStarCreatedWebhookEvent`"],
    ['`"star"`', '`"deleted"`', "`StarDeletedWebhookEvent`", "`isStarDeletedWebhookEvent`"],
    ['`"push"`', "", "`PushEvent`", "`isPushEvent`"],
  ]);
});
