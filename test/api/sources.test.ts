import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { generate } from "../../src/index.js";

test("names what an input is made from, also what could not be read", async () => {
  const root = await mkdtemp(join(tmpdir(), "schemist-sources-"));
  const schema = { properties: { a: { $ref: "a.json" }, b: { $ref: "missing.json" } } };
  await writeFile(join(root, "root.json"), JSON.stringify(schema));
  await writeFile(join(root, "a.json"), "true");
  await writeFile(
    join(root, "overlay.yaml"),
    "overlay: 1.0.0\ninfo: {title: T, version: '1'}\nactions: []\n",
  );
  const { sources, diagnostics } = await generate({
    inputs: [{ schema: "root.json", overlays: ["overlay.yaml"], output: "out" }],
    root,
  });
  expect(diagnostics.some(({ severity }) => severity === "error")).toBe(true);
  expect(sources).toEqual(
    ["a.json", "missing.json", "overlay.yaml", "root.json"].map((file) => join(root, file)),
  );
});

test("has no sources where all is given as values", async () => {
  const { sources } = await generate({ inputs: [{ schema: { schema: true }, name: "Any", output: "out" }] });
  expect(sources).toEqual([]);
});
