import { readdirSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { pruneFolder } from "../../src/cache/prune-folder.js";
import { createFolder } from "../config/temporary-folder.js";

it("removes what is older than thirty days, and bears a folder that is not there", () => {
  const folder = createFolder({ "old.json": "", "new.json": "" });
  const past = Date.now() / 1000 - 31 * 24 * 60 * 60;
  utimesSync(join(folder, "old.json"), past, past);
  pruneFolder(folder);
  expect(readdirSync(folder)).toEqual(["new.json"]);
  expect(() => pruneFolder(join(folder, "missing"))).not.toThrow();
});
