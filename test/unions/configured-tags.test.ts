import { describe, expect, it } from "vitest";
import type { UnionOptions } from "../../src/config/config.js";
import type { JsonValue } from "../../src/json.js";
import { root } from "../schema/lower-documents.js";
import { describeProblems, describeUnion, findInDocuments, tagged } from "./find-in-documents.js";
import { pathOf } from "../../src/unions/unions.js";

/** An object that requires all of `values`, which are nested as they stand. */
function holding(values: Readonly<Record<string, JsonValue>>): JsonValue {
  const properties = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "string" || Array.isArray(value) ? { enum: [value].flat() } : value,
  ]);
  return { type: "object", required: Object.keys(values), properties: Object.fromEntries(properties) };
}

function messagesOf(schema: JsonValue, options: UnionOptions): string[] {
  const { union, diagnostics } = findInDocuments(schema, { Root: options });
  expect(union()).toBeUndefined();
  return diagnostics.map(({ message }) => message);
}

describe("configured tags", () => {
  it("may be nested", () => {
    const { union } = findInDocuments(
      {
        oneOf: [
          holding({ context: tagged("type", "a") }),
          holding({ context: { allOf: [tagged("type", ["b", "c"])], type: "object" } }),
        ],
      },
      { Root: { tags: ["context.type"] } },
    );
    expect(union()?.tags).toEqual([{ kind: "property", path: ["context", "type"], values: ["a", "b", "c"] }]);
    expect(describeUnion(union()).slice(1)).toEqual([
      '"a" is #/oneOf/0',
      '"b" cut from #/oneOf/1',
      '"c" cut from #/oneOf/1',
    ]);
  });

  it("may be two, side by side", () => {
    const { union } = findInDocuments(
      {
        oneOf: [
          holding({ type: "request", command: "run" }),
          holding({ type: "request", command: ["stop", "pause"] }),
          holding({ type: ["event", "log"], command: "run" }),
        ],
      },
      { Root: { tags: ["type", "command"] } },
    );
    expect(describeUnion(union())).toEqual([
      'type: ["request","event","log"]',
      'command: ["run","stop","pause"]',
      '"request" is #/oneOf/0, #/oneOf/1',
      '  "run" is #/oneOf/0',
      '  "stop" cut from #/oneOf/1',
      '  "pause" cut from #/oneOf/1',
      '"event" cut from #/oneOf/2',
      '  "run" cut from #/oneOf/2',
      '"log" cut from #/oneOf/2',
      '  "run" cut from #/oneOf/2',
    ]);
  });

  it("may be at different depths", () => {
    const { union } = findInDocuments(
      {
        oneOf: [
          holding({ type: "m", content: tagged("msgtype", "text") }),
          holding({ type: "m", content: tagged("msgtype", "image") }),
        ],
      },
      { Root: { tags: ["type", "content.msgtype"] } },
    );
    expect(union()?.tags.map(pathOf)).toEqual([["type"], ["content", "msgtype"]]);
    expect(union()?.variants.map(({ leaves }) => leaves.length)).toEqual([2]);
  });

  it("may be named against the order in which one would be found", () => {
    const { union } = findInDocuments(
      { oneOf: [holding({ a: "1", b: "2" }), holding({ a: "3", b: "4" })] },
      { Root: { tags: ["b"] } },
    );
    expect(union()?.tags).toEqual([{ kind: "property", path: ["b"], values: ["2", "4"] }]);
  });

  it("are a property with a dot in its name where every member requires it", () => {
    const { union } = findInDocuments(
      { oneOf: [tagged("event.type", "a"), tagged("event.type", "b")] },
      { Root: { tags: ["event.type"] } },
    );
    expect(union()?.tags).toEqual([{ kind: "property", path: ["event.type"], values: ["a", "b"] }]);
  });

  it("count once where the config names one twice", () => {
    const { union } = findInDocuments(
      { oneOf: [tagged("kind", "a"), tagged("kind", "b")] },
      { Root: { tags: ["kind", "kind"] } },
    );
    expect(union()?.tags).toHaveLength(1);
  });

  it("make a union of one member, which more may join", () => {
    const { union } = findInDocuments(
      { oneOf: [tagged("kind", "a")] },
      { Root: { tags: ["kind"], open: true } },
    );
    expect(describeUnion(union())).toEqual(['kind: ["a"]', '"a" is #/oneOf/0']);
  });

  it("make a union of one object whose tags are enumerated", () => {
    const { union } = findInDocuments(
      holding({ resource: ["a", "b"], type: ["x", "y"], id: { type: "string" } }),
      {
        Root: { tags: ["resource", "type"], open: true },
      },
    );
    expect(union()).toMatchObject({ form: "flat", isOpen: true, envelope: [] });
    expect(describeUnion(union()).slice(2)).toEqual([
      '"a" cut from #',
      '  "x" cut from #',
      '  "y" cut from #',
      '"b" cut from #',
      '  "x" cut from #',
      '  "y" cut from #',
    ]);
  });

  it("make a union of one object that enumerates its tags beside a oneOf", () => {
    const flat = tagged("kind", ["a", "b"], { oneOf: [{ required: ["x"] }, { required: ["y"] }] });
    const { union } = findInDocuments(flat, { Root: { tags: ["kind"] } });
    expect(union()?.form).toBe("flat");
    expect(describeUnion(union())).toEqual(['kind: ["a","b"]', '"a" cut from #', '"b" cut from #']);
  });
});

describe("a configured tag that a member lacks", () => {
  const good = holding({ kind: "a", context: tagged("type", "a") });

  it.for<[string, { given: JsonValue; tag: string; want: string }]>([
    [
      "for want of `required`",
      {
        given: { type: "object", properties: { kind: { type: "string" } } },
        tag: "kind",
        want: "`kind` is not required",
      },
    ],
    [
      "for want of values",
      {
        given: holding({ kind: { type: "string" } }),
        tag: "kind",
        want: "neither `const` nor `enum` lists the values of `kind`",
      },
    ],
    [
      "for want of a declaration",
      {
        given: { type: "object", required: ["kind"] },
        tag: "kind",
        want: "neither `const` nor `enum` lists the values of `kind`",
      },
    ],
    [
      "since a value is no scalar",
      { given: tagged("kind", ["b", []]), tag: "kind", want: "a value of `kind` is an array or an object" },
    ],
    [
      "since its values contradict each other",
      {
        given: tagged("kind", "b", { allOf: [tagged("kind", "c")] }),
        tag: "kind",
        want: "no value meets all that is said of `kind`",
      },
    ],
    [
      "since its type and its values contradict each other",
      {
        given: tagged("kind", "b", { allOf: [holding({ kind: { type: "number" } })] }),
        tag: "kind",
        want: "no value meets all that is said of `kind`",
      },
    ],
    [
      "on the way to it",
      { given: holding({ kind: "b" }), tag: "context.type", want: "`context` is not required" },
    ],
    [
      "since something on the way may be no object",
      {
        given: holding({ context: { required: ["type"], properties: { type: { const: "b" } } } }),
        tag: "context.type",
        want: "`context` admits what is no object",
      },
    ],
    [
      "at the end of the way",
      {
        given: holding({ context: { type: "object" } }),
        tag: "context.type",
        want: "`context.type` is not required",
      },
    ],
  ])("%s", ([, { given, tag, want }]) => {
    expect(messagesOf({ oneOf: [good, given] }, { tags: [tag] })).toEqual([
      `The member at \`/oneOf/1\` has no tag \`${tag}\`: ${want}.`,
    ]);
  });

  it("is an error at the member, which says what to do", () => {
    const { diagnostics } = findInDocuments(
      { oneOf: [good, { $ref: "#/$defs/B" }], $defs: { B: { type: "object" } } },
      { Root: { tags: ["kind"] } },
    );
    expect(diagnostics).toEqual([
      {
        code: "union-tag-missing",
        severity: "error",
        message: "The member at `/$defs/B` has no tag `kind`: `kind` is not required.",
        help: "Require `kind` there, or name another tag.",
        place: { uri: root, pointer: "/$defs/B" },
      },
    ]);
  });

  it("is reported for every member and every tag", () => {
    const { diagnostics } = findInDocuments(
      { oneOf: [{ type: "object" }, good, { type: "object", required: ["a"] }] },
      { Root: { tags: ["kind", "type"] } },
    );
    expect(describeProblems(diagnostics)).toEqual([
      "union-tag-missing /oneOf/0",
      "union-tag-missing /oneOf/2",
      "union-tag-missing /oneOf/0",
      "union-tag-missing /oneOf/1",
      "union-tag-missing /oneOf/2",
    ]);
  });

  it("is reported of a definition that is no union", () => {
    expect(
      messagesOf(
        { type: "object", required: ["kind"], properties: { kind: { type: "string" } } },
        { tags: ["kind"] },
      ),
    ).toEqual(["This definition has no tag `kind`: neither `const` nor `enum` lists the values of `kind`."]);
  });
});

describe("members that a configured tag does not tell apart", () => {
  it("are an error at the second, which names both and the value", () => {
    const { diagnostics } = findInDocuments(
      { oneOf: [tagged("kind", ["a", "b"]), tagged("kind", "c"), tagged("kind", ["d", "b", "a"])] },
      { Root: { tags: ["kind"] } },
    );
    expect(diagnostics).toEqual([
      {
        code: "union-tag-overlap",
        severity: "error",
        message: 'The members at `/oneOf/0` and `/oneOf/2` both have `kind`: "b".',
        help: "Give them different values, or name a second tag.",
        place: { uri: root, pointer: "/oneOf/2" },
      },
    ]);
  });

  it("are named with both values where there are two tags", () => {
    expect(
      messagesOf(
        { oneOf: [holding({ a: "x", b: ["1", "2"] }), holding({ a: ["y", "x"], b: "2" })] },
        { tags: ["a", "b"] },
      ),
    ).toEqual(['The members at `/oneOf/0` and `/oneOf/1` both have `a`: "x" with `b`: "2".']);
  });

  it("are each reported", () => {
    const { diagnostics } = findInDocuments(
      { oneOf: ["a", "b", "a", "b", "a"].map((value) => tagged("kind", value)) },
      { Root: { tags: ["kind"] } },
    );
    expect(describeProblems(diagnostics)).toEqual([
      "union-tag-overlap /oneOf/2",
      "union-tag-overlap /oneOf/3",
      "union-tag-overlap /oneOf/4",
    ]);
  });

  it("do not include values of different types", () => {
    const { union } = findInDocuments(
      { oneOf: [tagged("v", 1), tagged("v", "1"), tagged("v", null), tagged("v", "null")] },
      { Root: { tags: ["v"] } },
    );
    expect(union()?.variants).toHaveLength(4);
  });
});

describe("a definition that the config calls a union and that is none", () => {
  const a = tagged("kind", "a");

  it.for<[string, { given: JsonValue; want: string }]>([
    ["for want of branches", { given: { type: "object" }, want: "it has neither `oneOf` nor `anyOf`" }],
    [
      "for want of a tag",
      {
        given: { oneOf: [a, { type: "object" }] },
        want: "no property that all its members require tells them apart",
      },
    ],
    [
      "for a member that may be no object",
      {
        given: { oneOf: [a, { type: ["object", "null"] }] },
        want: "its member at `/oneOf/1` admits what is no object",
      },
    ],
    [
      "for a member that is met twice",
      {
        given: { oneOf: [{ $ref: "#/$defs/A" }, { anyOf: [{ $ref: "#/$defs/A" }] }], $defs: { A: a } },
        want: "its member at `/$defs/A` is met twice, and `oneOf` refuses what is valid twice",
      },
    ],
    [
      "since nothing meets any member",
      { given: { oneOf: [false] }, want: "it has neither `oneOf` nor `anyOf`" },
    ],
  ])("%s", ([, { given, want }]) => {
    const { union, diagnostics } = findInDocuments(given, { Root: {} });
    expect(union()).toBeUndefined();
    expect(diagnostics.map(({ message }) => message)).toEqual([
      `The config calls this definition a union, but ${want}.`,
    ]);
    expect(describeProblems(diagnostics)).toEqual(["union-not-found root"]);
  });

  it("is told so too where the config names tags, and its members are no objects", () => {
    expect(messagesOf({ oneOf: [a, { type: "string" }] }, { tags: ["kind"] })).toEqual([
      "The config calls this definition a union, but its member at `/oneOf/1` admits what is no object.",
    ]);
  });
});

describe("an open union", () => {
  it("needs tags that are strings", () => {
    const { union, diagnostics } = findInDocuments(
      { oneOf: [tagged("v", "a"), tagged("v", ["b", 2])] },
      { Root: { tags: ["v"], open: true } },
    );
    expect(union()).toBeUndefined();
    expect(diagnostics).toEqual([
      {
        code: "union-open-not-string",
        severity: "error",
        message:
          "This union cannot be open: the tag `v` is 2 in its member at `/oneOf/1`, which is no string.",
        help: "Name tags whose values are all strings, or take `open` out of the config.",
        place: { uri: root, pointer: "" },
      },
    ]);
  });

  it("needs them for the second tag too", () => {
    expect(
      messagesOf(
        { oneOf: [holding({ a: "x", b: { const: true } }), holding({ a: "y", b: "z" })] },
        { tags: ["a", "b"], open: true },
      ),
    ).toEqual([
      "This union cannot be open: the tag `b` is true in its member at `/oneOf/0`, which is no string.",
    ]);
  });

  it("needs them where the tag is found", () => {
    expect(messagesOf({ oneOf: [tagged("v", 1), tagged("v", 2)] }, { open: true })).toEqual([
      "This union cannot be open: the tag `v` is 1 in its member at `/oneOf/0`, which is no string.",
    ]);
  });

  it("needs them where it is one object", () => {
    expect(messagesOf(tagged("v", ["a", null]), { tags: ["v"], open: true })).toEqual([
      "This union cannot be open: the tag `v` is null, which is no string.",
    ]);
  });
});
