import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { arePrintsTrue, Fingerprints, takePrints, waitForClock } from "../../src/watch/fingerprints.js";
import { createFolder } from "../config/temporary-folder.js";

/** After all that was written before. */
const later = () => Date.now() + 1000;

describe("prints of files", () => {
  it("are true until a file is not what it was", async () => {
    const folder = createFolder({ "a.json": "1" });
    const paths = [join(folder, "a.json"), join(folder, "b.json"), "https://example.com/c.json"];
    await waitForClock();
    const prints = await takePrints(paths, Date.now());
    writeFileSync(join(folder, "a.json"), "1");
    expect(await arePrintsTrue(prints)).toBe(true);
    writeFileSync(join(folder, "b.json"), "1");
    expect(await arePrintsTrue(prints)).toBe(false);
  });

  it("are not true of a file that may have changed since it was read", async () => {
    const path = join(createFolder({ "a.json": "1" }), "a.json");
    expect(await arePrintsTrue(await takePrints([path], Date.now() - 1000))).toBe(false);
  });
});

describe("Fingerprints", () => {
  it("tells what files are not what they were, once", async () => {
    const folder = createFolder({ "a.json": "1", "b.json": "1", "c.json": "1" });
    const paths = ["a.json", "b.json", "c.json", "d.json"].map((name) => join(folder, name));
    const [a = "", b = "", c = "", d = ""] = paths;
    const prints = new Fingerprints();
    expect(await prints.learn(paths, later())).toEqual([]);
    writeFileSync(a, "2");
    writeFileSync(b, "1");
    rmSync(c);
    writeFileSync(d, "1");
    expect(await prints.findChanges(paths)).toEqual([
      { path: a, kind: "changed" },
      { path: c, kind: "removed" },
      { path: d, kind: "added" },
    ]);
    expect(await prints.findChanges(paths)).toEqual([]);
  });

  it("takes a file for changed that changed while it was read", async () => {
    const path = join(createFolder({ "a.json": "1" }), "a.json");
    const prints = new Fingerprints();
    expect(await prints.learn([path], Date.now() - 1000)).toEqual([path]);
    expect(await prints.findChanges([path])).toEqual([{ path, kind: "changed" }]);
    expect(await prints.findChanges([path])).toEqual([]);
  });

  it("knows nothing of other files, and learns each once", async () => {
    const path = join(createFolder({ "a.json": "1" }), "a.json");
    const prints = new Fingerprints();
    expect(await prints.findChanges([path])).toEqual([]);
    await prints.learn([path], later());
    writeFileSync(path, "2");
    await prints.learn([path], later());
    expect(await prints.findChanges([path])).toEqual([{ path, kind: "changed" }]);
  });

  it("takes a folder for no file", async () => {
    const folder = createFolder({});
    const path = join(folder, "a.json");
    const prints = new Fingerprints();
    await prints.learn([path], later());
    mkdirSync(path);
    expect(await prints.findChanges([path])).toEqual([]);
  });
});
