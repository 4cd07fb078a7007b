import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** A schema with a document that it refers to, one that is an input, and code that uses what both give. */
const project: Readonly<Record<string, string>> = {
  "package.json": '{ "type": "module" }',
  "src/event.schema.json": JSON.stringify({
    type: "object",
    required: ["id", "kind"],
    properties: { id: { $ref: "kinds.json#/$defs/Id" }, kind: { $ref: "kinds.json" } },
  }),
  "src/kinds.json": JSON.stringify({
    enum: ["created", "deleted"],
    $defs: { Id: { type: "integer", "x-even": false } },
  }),
  "src/rules.js": "export const isEven = (value, even) => (value % 2 === 0) === even;",
  "schemas/order.json": JSON.stringify({
    type: "object",
    required: ["total"],
    properties: { total: { type: "number" } },
  }),
  "schemist.config.json": JSON.stringify({
    inputs: [
      {
        schema: "schemas/order.json",
        output: "generated/order",
        package: { name: "order", version: "1.0.0" },
      },
    ],
    imports: {
      from: ["src/*.js"],
      settings: { extensions: { module: "./src/rules.js", keywords: { "x-even": "isEven" } } },
    },
  }),
  "src/main.js": `
    import { isEvent } from "./event.schema.json?schemist";
    import { isNotice, validateNotice } from "./event.schema.json?schemist&name=Notice&runtime=guards,validators";
    import { isOrder } from "../generated/order/dist/index.js";
    console.log(JSON.stringify([
      isEvent({ id: 1, kind: "created" }),
      isEvent({ id: 1, kind: "moved" }),
      isEvent({ id: 2, kind: "created" }),
      isNotice({ id: 1, kind: "deleted" }),
      validateNotice({ id: 1 }).ok,
      isOrder({ total: 1 }),
      isOrder({ total: "1" }),
    ]));
  `,
};

/** What the code prints once it is built. */
export const printed = "[true,false,false,true,false,true,false]";

/** A new project, with files of its own in place of the usual ones. It goes when the test ends. */
export function createProject(files: Readonly<Record<string, string>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "schemist-bundler-")));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ ...project, ...files })) changeFile(folder, path, text);
  return folder;
}

export function changeFile(folder: string, path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

/**
 * Changes the file until the change is seen: a watcher knows nothing of one that comes before it watches the file, and drops one that
 * comes within some milliseconds of another, which a test is quick enough for.
 */
export async function changeUntil(
  folder: string,
  path: string,
  text: string,
  isSeen: () => boolean,
): Promise<void> {
  do changeFile(folder, path, text);
  while (!(await holdsWithin(isSeen, patience)));
}

/** So long a change may take to be seen before it is made again, in milliseconds. */
const patience = 500;

async function holdsWithin(holds: () => boolean, time: number): Promise<boolean> {
  const deadline = Date.now() + time;
  while (!holds()) {
    if (Date.now() > deadline) return false;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return true;
}
