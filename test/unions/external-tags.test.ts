import { describe, expect, it } from "vitest";
import type { ExternalTagOptions, UnionOptions } from "../../src/config/config.js";
import type { JsonObject, JsonValue } from "../../src/json.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { Union } from "../../src/unions/unions.js";
import { dropSharedWords } from "../../src/unions/external-values.js";
import { root } from "../schema/lower-documents.js";
import { describeProblems, describeUnion, findInDocuments, tagged } from "./find-in-documents.js";

/** A union of references to definitions. */
function unionOf(definitions: Readonly<Record<string, JsonValue>>, keyword = "oneOf"): JsonObject {
  const members = Object.keys(definitions)
    .filter((name) => !name.startsWith("_"))
    .map((name) => ({ $ref: `#/$defs/${name}` }));
  return { [keyword]: members, $defs: definitions };
}

function readUnion(schema: JsonValue, second?: string, external: Partial<ExternalTagOptions> = {}): string[] {
  const tags: UnionOptions["tags"] = [
    { external: "event", ...external },
    ...(second === undefined ? [] : [second]),
  ];
  const { union, diagnostics } = findInDocuments(schema, { Root: { tags } });
  expect(describeProblems(diagnostics.filter(({ severity }) => severity === "error"))).toEqual([]);
  return describeUnion(union());
}

function problemsOf(schema: JsonValue, options: UnionOptions): string[] {
  const { union, diagnostics } = findInDocuments(schema, { Root: options });
  expect(union()).toBeUndefined();
  return diagnostics.map(({ code, message }) => `${code}: ${message}`);
}

describe("the words that names do not share", () => {
  it.for<[string, { names: string[]; want: string[] }]>([
    ["end", { names: ["issues_event", "push$event"], want: ["issues", "push"] }],
    ["begin", { names: ["webhook_ping", "webhook_push"], want: ["ping", "push"] }],
    ["do both", { names: ["onIssuesEvent", "on_push_event"], want: ["Issues", "push"] }],
    [
      "stay as they are spelled",
      {
        names: ["PullRequestEvent", "pull_request_review_event"],
        want: ["PullRequest", "pull_request_review"],
      },
    ],
    ["are no whole name", { names: ["event", "issues_event"], want: ["event", "issues_event"] }],
    ["are whole", { names: ["event1", "event2"], want: ["event1", "event2"] }],
    [
      "may hold a number",
      { names: ["projects_v2_item_event", "HTTPEvent"], want: ["projects_v2_item", "HTTP"] },
    ],
    ["are all of a name that stands alone", { names: ["push_event"], want: ["push_event"] }],
    ["may be none", { names: ["$", "%"], want: ["$", "%"] }],
  ])("%s", ([, { names, want }]) => {
    expect(dropSharedWords(names)).toEqual(want);
  });
});

describe("a tag outside the value", () => {
  const members = { issues_event: { type: "object" }, push_event: { type: "string" }, ping_event: true };

  it("has a value for each member, of whatever type, by its name", () => {
    expect(readUnion(unionOf(members))).toEqual([
      'event: ["issues","push","ping"]',
      '"issues" is #/$defs/issues_event',
      '"push" is #/$defs/push_event',
      '"ping" is #/$defs/ping_event',
    ]);
  });

  it("has the values that the config gives, by the key or the name that it becomes; others have the rest", () => {
    expect(
      readUnion(unionOf(members), undefined, { values: { issues_event: "issue", PingEvent: "zen" } }),
    ).toEqual([
      'event: ["issue","push_event","zen"]',
      '"issue" is #/$defs/issues_event',
      '"push_event" is #/$defs/push_event',
      '"zen" is #/$defs/ping_event',
    ]);
  });

  it("is taken from a title where there is no key", () => {
    expect(readUnion({ oneOf: [{ title: "Push event" }, { title: "Ping event" }] })[0]).toBe(
      'event: ["Push","Ping"]',
    );
  });

  it("belongs to what the union refers to, not to what that refers to", () => {
    expect(
      readUnion(
        unionOf({ a: { $ref: "#/$defs/_any" }, b: { $ref: "#/$defs/_any" }, _any: {} }, "anyOf"),
      ).slice(1),
    ).toEqual(['"a" is #/$defs/a', '"b" is #/$defs/b']);
  });

  it("leaves out members that nothing can meet", () => {
    expect(readUnion(unionOf({ a: {}, b: false, c: {} }))[0]).toBe('event: ["a","c"]');
  });

  it("may have several members for one value, where `anyOf` takes what is valid by both", () => {
    expect(
      readUnion(unionOf({ a: {}, b: {} }, "anyOf"), undefined, { values: { a: "x", b: "x" } }).slice(1),
    ).toEqual(['"x" is #/$defs/a, #/$defs/b']);
  });

  it("may have several for one where nothing is valid by both", () => {
    expect(
      readUnion(unionOf({ a: tagged("k", 1), b: tagged("k", 2) }), undefined, {
        values: { a: "x", b: "x" },
      }).slice(1),
    ).toEqual(['"x" is #/$defs/a, #/$defs/b']);
  });
});

describe("a second tag", () => {
  const opened = tagged("action", "opened");
  const closed = tagged("action", "closed", { title: "Closed" });

  it("tells the members of each member apart, as they are", () => {
    const schema = unionOf({
      issues: { oneOf: [{ $ref: "#/$defs/_opened" }, { $ref: "#/$defs/_closed" }] },
      push: { type: "object" },
      star: tagged("action", ["created", "deleted"]),
      watch: { oneOf: [{ $ref: "#/$defs/_started" }] },
      _opened: opened,
      _closed: closed,
      _started: tagged("action", "started"),
    });
    expect(readUnion(schema, "action")).toEqual([
      'event: ["issues","push","star","watch"]',
      'action: ["opened","closed","created","deleted","started"]',
      '"issues" is #/$defs/issues',
      '  "opened" is #/$defs/_opened',
      '  "closed" is #/$defs/_closed',
      '"push" is #/$defs/push',
      '"star" is #/$defs/star',
      '  "created" cut from #/$defs/star',
      '  "deleted" cut from #/$defs/star',
      '"watch" is #/$defs/watch',
      '  "started" is #/$defs/_started',
    ]);
  });

  it("leaves a union whole whose members have one value", () => {
    const schema = unionOf({
      issues: { oneOf: [{ $ref: "#/$defs/_opened" }, { $ref: "#/$defs/_closed" }] },
      push: {},
      _opened: opened,
      _closed: { oneOf: [{ ...(tagged("action", "closed") as JsonObject), title: "a" }, closed] },
    });
    expect(readUnion(schema, "action").slice(3, 5)).toEqual([
      '  "opened" is #/$defs/_opened',
      '  "closed" is #/$defs/_closed',
    ]);
  });

  it("is of no use where a part of the member has it not", () => {
    const schema = unionOf({
      issues: { oneOf: [opened, { type: "object" }] },
      star: tagged("action", "created"),
    });
    expect(readUnion(schema, "action").slice(2)).toEqual([
      '"issues" is #/$defs/issues',
      '"star" is #/$defs/star',
      '  "created" is #/$defs/star',
    ]);
  });

  it("is of no use where another member of the same value has it not", () => {
    const schema = unionOf({ a: opened, b: { type: "object" }, c: closed }, "anyOf");
    expect(readUnion(schema, "action", { values: { a: "x", b: "x" } }).slice(2)).toEqual([
      '"x" is #/$defs/a, #/$defs/b',
      '"c" is #/$defs/c',
      '  "closed" is #/$defs/c',
    ]);
  });

  it("may be a path", () => {
    const schema = unionOf({
      a: { type: "object", required: ["data"], properties: { data: opened } },
      b: {},
    });
    expect(readUnion(schema, "data.action")[1]).toBe('data.action: ["opened"]');
  });
});

describe("an API description's tag", () => {
  it("names the members by its values, unless the config does", () => {
    const proved = findInDocuments(unionOf({ a: {}, b: {} }));
    const node = proved.graph.nodes.get(`${root}#`);
    const annotations = { externalTag: { name: "channel", values: ["one", "two"] } };
    const nodes = new Map([
      ...proved.graph.nodes,
      ...(node ? [[node.id, { ...node, annotations }] as const] : []),
    ]);
    const union = (options: ReadonlyMap<string, UnionOptions>): Union | undefined =>
      findUnions({ ...proved.graph, nodes }, proved.facts, options).value.get(`${root}#`);
    const find = (options: ReadonlyMap<string, UnionOptions>): string[] => describeUnion(union(options));
    expect(union(new Map([[`${root}#`, { open: true }]]))?.isOpen).toBe(true);
    expect(find(new Map())).toEqual(['channel: ["one","two"]', '"one" is #/$defs/a', '"two" is #/$defs/b']);
    expect(find(new Map([[`${root}#`, { tags: [{ external: "event", values: { b: "B" } }] }]]))[0]).toBe(
      'event: ["one","B"]',
    );
  });
});

it("leaves a union open to values to come, if the config says so", () => {
  const schema = unionOf({ a: tagged("action", "opened"), b: {} });
  for (const open of [true, false]) {
    const options: UnionOptions = { tags: [{ external: "event" }, "action"], open };
    expect(findInDocuments(schema, { Root: options }).union()?.isOpen).toBe(open);
  }
});

describe("no tag outside the value", () => {
  const tags: UnionOptions["tags"] = [{ external: "event" }];

  it.for<[string, { schema: JsonValue; options: UnionOptions; want: string }]>([
    [
      "without a union",
      {
        schema: { type: "object" },
        options: { tags },
        want: "union-not-found: The config calls this definition a union, but it has neither `oneOf` nor `anyOf`.",
      },
    ],
    [
      "beside other keywords",
      {
        schema: { ...unionOf({ a: {}, b: {} }), required: ["id"] },
        options: { tags },
        want: "union-not-found: The config calls this definition a union, but other keywords stand beside its members (`required`).",
      },
    ],
    [
      "beside a type that members do not say",
      {
        schema: { ...unionOf({ a: {}, b: {} }), type: "object" },
        options: { tags },
        want: "union-not-found: The config calls this definition a union, but other keywords stand beside its members (`type`).",
      },
    ],
    [
      "without a name",
      {
        schema: { oneOf: [{ type: "object" }, { title: "A" }] },
        options: { tags },
        want: "union-value-missing: The member at `/oneOf/0` has no `event`: it has no name to take it from.",
      },
    ],
    [
      "of a name that no member has",
      {
        schema: unionOf({ alpha: {}, beta: {} }),
        options: { tags: [{ external: "event", values: { alhpa: "x" } }] },
        want: "union-value-unmatched: The config gives `alhpa` a value of `event`, and no member of this union is called so.",
      },
    ],
    [
      "of one value for what `oneOf` refuses",
      {
        schema: unionOf({ a: {}, b: {} }),
        options: { tags: [{ external: "event", values: { a: "x", b: "x" } }] },
        want: 'union-tag-overlap: The members at `/$defs/a` and `/$defs/b` both have `event`: "x", and `oneOf` refuses what is valid by both.',
      },
    ],
    [
      "with a second that no member has",
      {
        schema: unionOf({ a: {}, b: {} }),
        options: { tags: [{ external: "event" }, "action"] },
        want: "union-tag-missing: No member of this union has the tag `action`, required and with listed values.",
      },
    ],
    [
      "that is open with a second that is no string",
      {
        schema: unionOf({ a: tagged("version", 1), b: {} }),
        options: { tags: [{ external: "event" }, "version"], open: true },
        want: "union-open-not-string: This union cannot be open: the tag `version` is 1 in its member at `/$defs/a`, which is no string.",
      },
    ],
  ])("%s", ([, { schema, options, want }]) => {
    expect(problemsOf(schema, options)).toEqual([want]);
  });

  it("as a second tag", () => {
    const { diagnostics } = findInDocuments(unionOf({ a: {}, b: {} }), {
      Root: { tags: ["kind", { external: "event" }] },
    });
    expect(diagnostics.map(({ message }) => message)).toContain(
      "The second tag of the union `Root` is external.",
    );
  });

  it("suggests the member that is meant", () => {
    const { diagnostics } = findInDocuments(unionOf({ alpha: {}, beta: {} }), {
      Root: { tags: [{ external: "event", values: { alhpa: "x" } }] },
    });
    expect(diagnostics.map(({ help }) => help)).toEqual(["Did you mean `alpha`?"]);
  });
});
