import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { Session, type Standing } from "../../src/bundlers/session.js";
import type { Config } from "../../src/config/config.js";
import { changeFile, createProject } from "./project.js";

const codesOf = ({ problems }: Standing): string[] =>
  problems
    .filter(({ diagnostic }) => diagnostic.severity !== "note")
    .map(({ diagnostic }) => diagnostic.code);

describe("a session", () => {
  it("does again what has changed, and nothing else", async () => {
    const root = createProject();
    const session = new Session({}, root);
    const first = await session.refresh();
    expect(first.changes.length).toBeGreaterThan(5);
    expect(first.watched).toContain(join(root, "schemist.config.json"));
    expect(first.watched).toContain(join(root, "schemas/order.json"));
    expect(first.watched).toContain(join(root, "src/kinds.json"));
    expect((await session.refresh()).changes).toEqual([]);
    changeFile(root, "schemas/order.json", '{ "title": "Order", "const": "paid in full" }');
    const changed = (await session.refresh()).changes.map(({ output, path }) => join(output, path));
    expect(changed).toContain(join(root, "generated/order/src/guards.ts"));
  });

  it("sees a new file that a glob matches, and one that was missing", async () => {
    const root = createProject({ "schemas/order.json": '{ "title": "Order", "$ref": "lines/line.json" }' });
    const config = {
      inputs: [{ schema: "schemas/order.json", documents: ["schemas/*.json"], output: "out" }],
    };
    const session = new Session({ config: { ...config, root } }, root);
    const missing = await session.refresh();
    expect(codesOf(missing)).toEqual(["reference-unresolved"]);
    expect(missing.watched).toContain(join(root, "schemas/lines/line.json"));
    expect(existsSync(join(root, "out"))).toBe(false);
    changeFile(root, "schemas/lines/line.json", '{ "type": "string" }');
    expect(codesOf(await session.refresh())).toEqual([]);
    changeFile(root, "schemas/more.json", '{ "type": "objekt" }');
    expect((await session.refresh()).watched).toContain(join(root, "schemas/more.json"));
  });

  it("makes nothing again of what was only touched, nor of what had changed just before", async () => {
    const root = createProject();
    const session = new Session({}, root);
    const imported = { file: join(root, "src/event.schema.json"), query: "" };
    const { sources } = await session.importSchema(imported);
    changeFile(root, "src/kinds.json", readFileSync(join(root, "src/kinds.json"), "utf8"));
    // The very list, since nothing was made again.
    expect((await session.importSchema(imported)).sources).toBe(sources);
  });

  it("reads the config anew, also after it was broken", async () => {
    const root = createProject();
    const session = new Session({}, root);
    const inputs = [{ schema: "src/kinds.json", output: "kinds" }];
    changeFile(root, "schemist.config.json", '{ "inputs": 1 }');
    const broken = await session.refresh();
    expect(codesOf(broken)).toEqual(["config-invalid"]);
    expect(broken.watched).toEqual([join(root, "schemist.config.json")]);
    changeFile(root, "schemist.config.json", JSON.stringify({ inputs }));
    expect(codesOf(await session.refresh())).toEqual([]);
    expect(existsSync(join(root, "kinds/index.ts"))).toBe(true);
  });

  it("tells what is wrong with a config that it is given", async () => {
    const root = createProject();
    const wrong = { inputs: "x" } as unknown as Config;
    expect(codesOf(await new Session({ config: wrong }, root).refresh())).toEqual(["config-invalid"]);
    expect(codesOf(await new Session({ config: "none.ts" }, root).refresh())).toEqual(["config-not-found"]);
  });

  it("needs no config to import schemas", async () => {
    const root = createProject();
    rmSync(join(root, "schemist.config.json"));
    const session = new Session({}, root);
    expect(await session.refresh()).toEqual({ watched: [], problems: [], changes: [] });
    const { source } = await session.importSchema({
      file: join(root, "src/event.schema.json"),
      query: "name=Given",
    });
    expect(source).toContain("export function isGiven(");
    const part = { file: join(root, "src/kinds.json"), query: "pointer=/$defs/Id" };
    expect((await session.importSchema(part)).source).toContain("export function isId(");
  });

  it("writes again what could not be written, without a change of a source", async () => {
    const root = createProject({ "out/index.ts": "// Mine.\n" });
    const config = { root, inputs: [{ schema: "src/kinds.json", output: "out" }] };
    const session = new Session({ config }, root);
    expect(codesOf(await session.refresh())).toEqual(["file-foreign"]);
    rmSync(join(root, "out/index.ts"));
    expect(codesOf(await session.refresh())).toEqual([]);
    expect(existsSync(join(root, "out/index.ts"))).toBe(true);
  });
});
