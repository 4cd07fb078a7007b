import { expect, it } from "vitest";
import type { Documents } from "../../src/load/documents.js";
import { load } from "../../src/load/load.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

it("gives the very documents in which nothing was missing any more, so that what was found of them stays true", async () => {
  const root = await makeFolder({ "schema.json": { $ref: "other.json" }, "other.json": {} });
  const seen: Documents[] = [];
  const { value } = await load(resolvedInput(root, {}), (documents) => {
    seen.push(documents);
    return [uriOf(root, "other.json")];
  });
  expect(seen.map(({ documents }) => documents.size)).toEqual([1, 2]);
  expect(seen.at(-1)).toBe(value);
});
