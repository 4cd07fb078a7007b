import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ResolvedInput } from "../../src/config/config.js";
import type { JsonValue } from "../../src/json.js";
import type { FindMissing } from "../../src/load/load.js";
import { load } from "../../src/load/load.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

const info = { title: "t", version: "1" };

/** An overlay that gives the root of its document a title. */
function titled(title: string, extended?: string) {
  const base = { overlay: "1.0.0", info, actions: [{ target: "$", update: { title } }] };
  return extended === undefined ? base : { ...base, extends: extended };
}

async function loadTitles(root: string, input: Partial<ResolvedInput>, findMissing: FindMissing = () => []) {
  const { value, diagnostics } = await load(resolvedInput(root, input), findMissing);
  const titles = [...value.documents.values()].map(({ value }) => (value as { title?: JsonValue }).title);
  const messages = diagnostics.map(({ code, message, place }) => [
    code,
    message,
    `${place?.file}:${place?.line}:${place?.column}`,
  ]);
  return { documents: value, titles, messages };
}

describe("overlays of an input", () => {
  it("change the document of the root, in the order in which they are given", async () => {
    const root = await makeFolder({
      "schema.json": { title: "0" },
      "a.json": titled("1"),
      "b.json": titled("2"),
    });
    const overlays = [join(root, "b.json"), join(root, "a.json")];
    const { titles, messages, documents } = await loadTitles(root, { overlays });
    expect(messages).toEqual([]);
    expect(titles).toEqual(["1"]);
    const patches = documents.documents.get(uriOf(root, "schema.json"))?.patches;
    expect(
      patches?.map(({ pointer, source, sourcePointer }) => [pointer, source?.file, sourcePointer]),
    ).toEqual([
      ["/title", "b.json", "/actions/0/update/title"],
      ["/title", "a.json", "/actions/0/update/title"],
    ]);
  });

  it("are applied before anything asks for what is missing", async () => {
    const root = await makeFolder({ "schema.json": {}, "o.json": titled("1") });
    const seen: unknown[] = [];
    await loadTitles(root, { overlays: [join(root, "o.json")] }, ({ documents }) => {
      seen.push(...[...documents.values()].map(({ value }) => value));
      return [];
    });
    expect(seen).toEqual([{ title: "1" }]);
  });

  it("change the document that they extend, relative to themselves", async () => {
    const root = await makeFolder({
      "a.json": { title: "a" },
      "lib/b.json": { title: "b" },
      "lib/o.yaml":
        'overlay: 1.0.0\ninfo: {title: t, version: "1"}\nextends: b.json#x\nactions: [{target: $, update: {title: B}}]',
      "o.json": titled("A", "./a.json"),
    });
    const { titles, messages } = await loadTitles(root, {
      schema: join(root, "a.json"),
      documents: [join(root, "lib/b.json")],
      overlays: [join(root, "lib/o.yaml"), join(root, "o.json")],
    });
    expect(messages).toEqual([]);
    expect(titles).toEqual(["A", "B"]);
  });

  it("change documents that arrive later", async () => {
    const root = await makeFolder({
      "schema.json": {},
      "b.json": { title: "b" },
      "o.json": titled("B", "b.json"),
    });
    const { titles, messages } = await loadTitles(root, { overlays: [join(root, "o.json")] }, () => [
      uriOf(root, "b.json"),
    ]);
    expect(messages).toEqual([]);
    expect(titles).toEqual([undefined, "B"]);
  });

  it("must extend a document that is loaded", async () => {
    const root = await makeFolder({ "schema.json": {}, "b.json": {}, "o.json": titled("x", "c.json") });
    const { messages } = await loadTitles(root, {
      documents: [join(root, "b.json")],
      overlays: [join(root, "o.json")],
    });
    expect(messages).toEqual([
      [
        "overlay-invalid",
        "This overlay extends c.json, which is not loaded; there are schema.json, b.json.",
        "o.json:15:3",
      ],
    ]);
  });

  it("say nothing more where the document that they extend cannot be read", async () => {
    const root = await makeFolder({ "o.json": titled("x", "schema.json"), "p.json": titled("x") });
    const { messages } = await loadTitles(root, { overlays: [join(root, "o.json"), join(root, "p.json")] });
    expect(messages.map(([code]) => code)).toEqual(["document-unreadable"]);
  });

  it("must name a document where the roots stand in several", async () => {
    const root = await makeFolder({
      "s/a.json": {},
      "s/b.json": {},
      "o.json": titled("x"),
      "p.json": titled("y", "s/a.json"),
    });
    const { messages, titles } = await loadTitles(root, {
      schema: join(root, "s/*.json"),
      overlays: [join(root, "o.json"), join(root, "p.json")],
    });
    expect(messages).toEqual([
      [
        "overlay-invalid",
        "This overlay has no `extends`, and the input has 2 schema documents.",
        "o.json:1:1",
      ],
    ]);
    expect(titles).toEqual(["y", undefined]);
  });

  it("report what is wrong with them where it stands", async () => {
    const root = await makeFolder({
      "schema.json": {},
      "broken.json": "{",
      "o.yaml": [
        "overlay: 1.0.0",
        'info: {title: t, version: "1"}',
        "actions:",
        "  - target: $.a",
        "    remove: true",
        "  - update: {}",
        "    target: $.b",
      ].join("\n"),
      "p.yaml": 'overlay: 2.0.0\ninfo: {title: t, version: "1"}\nactions:\n  - target: b',
    });
    const overlays = ["none.json", "broken.json", "o.yaml", "p.yaml"].map((path) => join(root, path));
    const { messages } = await loadTitles(root, { overlays });
    expect(messages).toEqual([
      [
        "document-unreadable",
        "none.json cannot be read: There is no such file.",
        "none.json:undefined:undefined",
      ],
      ["document-syntax", expect.any(String), "broken.json:1:2"],
      ["overlay-invalid", '`overlay` must be the version "1.0.0".', "p.yaml:1:1"],
      ["overlay-invalid", expect.stringContaining("`b` is not a JSONPath query"), "p.yaml:4:5"],
      ["overlay-target-unmatched", "`$.a` matches nothing in schema.json.", "o.yaml:4:5"],
      ["overlay-target-unmatched", "`$.b` matches nothing in schema.json.", "o.yaml:7:5"],
    ]);
  });

  it("may be values, whose `extends` is relative to the root", async () => {
    const root = await makeFolder({ "schema.json": { title: "a" }, "b.json": { title: "b" } });
    const { titles, messages } = await loadTitles(root, {
      documents: [join(root, "b.json")],
      overlays: [titled("A"), titled("B", "b.json")],
    });
    expect(messages).toEqual([]);
    expect(titles).toEqual(["A", "B"]);
  });

  it("report values that are wrong without a file", async () => {
    const overlays = [titled("x"), { overlay: "1.0.0" }, 5] as never;
    const input = resolvedInput("/nowhere", { schema: { schema: {} }, overlays });
    const { value, diagnostics } = await load(input, () => []);
    expect(value.documents.get("schemist:///schema.json")?.value).toEqual({ title: "x" });
    expect(diagnostics.map(({ place }) => place)).toEqual([
      { uri: "schemist:///overlays/2", pointer: "" },
      { uri: "schemist:///overlays/2", pointer: "" },
      { uri: "schemist:///overlays/3", pointer: "" },
    ]);
  });

  it("do not change a boolean schema, and say so", async () => {
    const root = await makeFolder({ "schema.json": "true", "o.json": titled("x") });
    const { messages } = await loadTitles(root, { overlays: [join(root, "o.json")] });
    expect(messages).toEqual([
      [
        "overlay-invalid",
        "This is of another kind than schema.json, and cannot be merged with it.",
        "o.json:10:7",
      ],
    ]);
  });
});
