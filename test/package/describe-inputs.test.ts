import { expect, it } from "vitest";
import type { Document, Documents, Source } from "../../src/load/documents.js";
import { describeInputs } from "../../src/package/describe-inputs.js";

const sourceOf = (file: string, text: string): Source => ({ file, text, syntax: "json" });

function documentOf(uri: string, source: Source | undefined, overlay?: Source): Document {
  const patch = { pointer: "", source: overlay, sourcePointer: "" };
  return { uri, value: { a: 1 }, source, patches: overlay ? [patch, patch] : [], dialect: undefined };
}

function documentsOf(root: string, ...documents: readonly Document[]): Documents {
  return {
    roots: [{ uri: root, pointer: "" }],
    documents: new Map(documents.map((document) => [document.uri, document])),
    unavailable: new Map(),
  };
}

const digestOfA = "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb";

it("lists the root first, then documents and overlays by name, each with the digest of its text", () => {
  const overlay = sourceOf("overlays/a.yaml", "o");
  const inputs = describeInputs(
    documentsOf(
      "file:///p/root.json",
      documentOf("file:///p/z.json", sourceOf("z.json", "z")),
      documentOf("file:///p/b.json", sourceOf("b.json", "b"), overlay),
      documentOf("file:///p/root.json", sourceOf("root.json", "a"), overlay),
    ),
  );
  expect(inputs.map(({ file }) => file)).toEqual(["root.json", "b.json", "z.json", "overlays/a.yaml"]);
  expect(inputs[0]?.digest).toBe(digestOfA);
});

it("digests a text the same whether it has CRLF or LF", () => {
  const digestOf = (text: string) =>
    describeInputs(documentsOf("file:///a", documentOf("file:///a", sourceOf("a", text))))[0]?.digest;
  expect(digestOf("a\r\nb\r\n")).toBe(digestOf("a\nb\n"));
  expect(digestOf("a\nb\n")).not.toBe(digestOf("a\nb"));
});

it.each([
  ["file:///home/someone/a.json", undefined, "a.json"],
  ["https://example.com/a.json", undefined, "https://example.com/a.json"],
  ["file:///home/someone/a.json", "../schemas/a.json", "../schemas/a.json"],
  ["file:///D:/schemas/a.json", "D:/schemas/a.json", "a.json"],
])("calls %s, which people know as %s, %s", (uri, file, name) => {
  const document = documentOf(uri, file === undefined ? undefined : sourceOf(file, ""));
  expect(describeInputs(documentsOf(uri, document))[0]?.file).toBe(name);
});

it("digests a value that was given", () => {
  const document = documentOf("urn:a", undefined);
  const other = { ...document, value: { a: 2 } };
  const digest = (given: Document) => describeInputs(documentsOf("urn:a", given))[0]?.digest;
  expect(digest(document)).toMatch(/^[\da-f]{64}$/);
  expect(digest(document)).not.toBe(digest(other));
});

it("keeps what an API description says it is", () => {
  const info = { title: "Shop", description: "What a shop sends.", version: "1" };
  const describeAll = (value: Document["value"]) =>
    describeInputs(documentsOf("file:///p/a.json", { ...documentOf("file:///p/a.json", undefined), value }));
  expect(describeAll({ info })[0]?.about).toEqual({ title: "Shop", description: "What a shop sends." });
  expect(describeAll({ info: { title: 1 } })[0]?.about).toEqual({});
  expect(describeAll({ info: "Shop" })[0]).not.toHaveProperty("about");
});
