import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, it } from "vitest";
import { createProject, printed } from "./project.js";
import { bundlers } from "./run-bundler.js";

const execute = promisify(execFile);

describe.each(Object.entries(bundlers))("a build with %s", (_name, build) => {
  it("has what the inputs and the imported schemas give", async () => {
    const root = createProject();
    await build(root);
    const { stdout } = await execute(process.execPath, [join(root, "out/main.js")]);
    expect(stdout.trim()).toBe(printed);
  });

  it("fails with what is wrong with an input", async () => {
    const root = createProject({ "schemas/order.json": '{\n  "type": "objekt"\n}' });
    await expect(build(root)).rejects.toThrow(/schemas\/order\.json:2:\d+ error keyword-invalid\n.*objekt/);
  });

  it("fails with what is wrong with an imported schema", async () => {
    const root = createProject({
      "src/kinds.json": '{\n  "$defs": { "Id": { "type": "number", "minimum": "1" } }\n}',
    });
    await expect(build(root)).rejects.toThrow(/src\/kinds\.json:2:\d+ error keyword-invalid\n.*minimum/);
  });
});
