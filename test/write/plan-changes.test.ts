import { describe, expect, it } from "vitest";
import type { Entry } from "../../src/write/entry.js";
import { planChanges } from "../../src/write/plan-changes.js";
import { summarize } from "./output-folder.js";

const output = "/out";

function fileEntry(text: string, identity = text, link?: string): Entry {
  return { kind: "file", bytes: Buffer.from(text), identity, link };
}

function plan(
  texts: Readonly<Record<string, string>>,
  there: Readonly<Record<string, Entry>>,
  owned: readonly string[] = [],
) {
  const files = Object.entries(texts).map(([path, text]) => ({ output, path, text }));
  const state = { entries: new Map(Object.entries(there)), owned: new Set(owned), unfinished: false };
  const { value, diagnostics } = planChanges(output, files, state);
  return { changes: summarize(value), messages: diagnostics.map(({ message }) => message), value };
}

describe("planChanges", () => {
  it("lists files in the order given, then deletions in the order of the manifest", () => {
    const there = { b: fileEntry("old"), c: fileEntry("c"), z: fileEntry("z"), y: fileEntry("y") };
    const { changes, messages } = plan({ c: "c", b: "new", a: "a" }, there, ["z", "b", "y", "c"]);
    expect(changes).toEqual(["same c", "update b", "create a", "delete z", "delete y"]);
    expect(messages).toEqual([]);
  });

  it("gives the texts before and after", () => {
    const { value } = plan({ b: "new", a: "a" }, { b: fileEntry("old"), z: fileEntry("z") }, ["b", "z"]);
    expect(value).toEqual([
      { kind: "update", output, path: "b", before: "old", after: "new" },
      { kind: "create", output, path: "a", before: undefined, after: "a" },
      { kind: "delete", output, path: "z", before: "z", after: undefined },
    ]);
  });

  it("leaves what the manifest does not list", () => {
    expect(plan({}, { mine: fileEntry("x") }).changes).toEqual([]);
  });

  it("does not delete what is gone already", () => {
    expect(plan({}, {}, ["a"]).changes).toEqual([]);
  });

  it("reports every foreign file that differs, and none that is equal", () => {
    const there = { a: fileEntry("mine"), b: fileEntry("b"), c: fileEntry("mine too") };
    const { changes, messages } = plan({ a: "a", b: "b", c: "c" }, there);
    expect(changes).toEqual(["same b"]);
    expect(messages).toEqual([
      "`a` is to be generated, but a file of that name is there that Schemist did not make.",
      "`c` is to be generated, but a file of that name is there that Schemist did not make.",
    ]);
  });

  it("compares bytes, not what they decode to", () => {
    const broken: Entry = { kind: "file", bytes: Buffer.from([0xff]), identity: "1", link: undefined };
    expect(plan({ a: "\ufffd" }, { a: broken }, ["a"]).changes).toEqual(["update a"]);
    expect(plan({ a: "\ud800" }, { a: fileEntry("\ufffd") }, ["a"]).changes).toEqual(["same a"]);
    expect(plan({ a: "a" }, { a: fileEntry("\ufeffa") }, ["a"]).changes).toEqual(["update a"]);
  });

  it("makes a file of a folder all of whose files are deleted", () => {
    const there: Record<string, Entry> = {
      a: { kind: "folder", leaves: ["a/x", "a/y"] },
      "a/x": fileEntry("x"),
      "a/y": fileEntry("y"),
    };
    expect(plan({ a: "a" }, there, ["a/x", "a/y"])).toMatchObject({
      changes: ["create a", "delete a/x", "delete a/y"],
      messages: [],
    });
  });

  it("keeps a folder that holds anything else", () => {
    const there: Record<string, Entry> = {
      a: { kind: "folder", leaves: ["a/x", "a/mine"] },
      "a/x": fileEntry("x"),
    };
    expect(plan({ a: "a" }, there, ["a/x"]).messages).toEqual([
      "`a` is to be generated, but `a/mine` is in its way, and Schemist did not make it.",
    ]);
  });

  it("makes a folder of a file that is deleted, and of no other", () => {
    const there: Record<string, Entry> = { a: fileEntry("a"), "a/x": { kind: "blocked", by: "a" } };
    expect(plan({ "a/x": "x" }, there, ["a"]).changes).toEqual(["create a/x", "delete a"]);
    expect(plan({ "a/x": "x" }, there).messages).toEqual([
      "`a/x` is to be generated, but `a` is in its way, and Schemist did not make it.",
    ]);
  });

  it("reads through a link, but changes nothing through it", () => {
    const there = {
      "a/x": fileEntry("x", "1", "a"),
      "a/y": fileEntry("old", "2", "a"),
      "a/z": fileEntry("z", "3", "a"),
    };
    const { changes, messages } = plan({ "a/x": "x", "a/y": "new" }, there, ["a/x", "a/y", "a/z"]);
    expect(changes).toEqual(["same a/x"]);
    expect(messages).toEqual([
      "`a/y` is to be changed, but `a` is a symbolic link, and what it leads to is not Schemist's.",
    ]);
  });

  it("creates a file whose name changed in case alone, where both names find the old file", () => {
    const there = { "Foo.ts": fileEntry("text", "1"), "foo.ts": fileEntry("text", "1") };
    expect(plan({ "Foo.ts": "text" }, there, ["foo.ts"]).changes).toEqual(["create Foo.ts", "delete foo.ts"]);
  });

  it("takes names that differ in case for two files where they are", () => {
    const there = { "Foo.ts": fileEntry("mine", "1"), "foo.ts": fileEntry("text", "2") };
    expect(plan({ "Foo.ts": "text" }, there, ["foo.ts"]).messages).toHaveLength(1);
  });

  it("takes __proto__ for a name like any other", () => {
    const files = [{ output, path: "__proto__", text: "a" }];
    const state = { entries: new Map<string, Entry>(), owned: new Set<string>(), unfinished: false };
    expect(summarize(planChanges(output, files, state).value)).toEqual(["create __proto__"]);
  });
});
