import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** What somebody's editor has open. Each `¦` is where they ask for the definition. */
const marked = `import type { Event, MessagesCreatedEvent, Recipient, UnknownEvent } from "@example/webex-event";
import { isEvent, isMessagesEvent } from "@example/webex-event";
export const ask = (event: ¦Event, created: MessagesCreatedEvent, recipient: Recipient, unknown: UnknownEvent) => {
  if (isEvent(event) && isMessagesEvent(event)) event.data.¦roomId;
  event.¦actorId;
  created.¦data.text;
  recipient.¦personId;
  unknown.¦orgId;
};
`;

/** The way from the root of \`schema.json\` to the line that each mark leads to. */
const expected = [
  ["$defs", "Event"],
  ["$defs", "MessageData", "properties", "roomId"],
  ["$defs", "EventEnvelope", "properties", "actorId"],
  ["$defs", "MessagesEvent", "properties", "data"],
  ["$defs", "Recipient", "properties", "personId"],
  ["$defs", "EventEnvelope", "properties", "orgId"],
];

const text = marked.replaceAll("¦", "");
const schemaFile = resolve("generated/webex-event/schema.json");
let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-editor-")));
  await mkdir(join(folder, "node_modules/@example"), { recursive: true });
  await symlink(resolve("generated/webex-event"), join(folder, "node_modules/@example/webex-event"), "junction");
  const compilerOptions = { module: "NodeNext", strict: true, types: [] };
  await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions }));
  await writeFile(join(folder, "ask.mts"), text);
  await writeFile(join(folder, "ask.cts"), text);
});

afterAll(() => rm(folder, { recursive: true }));

interface Definition {
  readonly file: string;
  readonly start: { readonly line: number; readonly offset: number };
  readonly end: { readonly line: number; readonly offset: number };
}

/** TypeScript's server, as editors run it. */
class Editor {
  readonly #server: ChildProcessWithoutNullStreams;
  #output = "";
  #sent = 0;

  constructor(version: string) {
    const program = resolve("node_modules", version, "lib/tsserver.js");
    const args = [program, "--disableAutomaticTypingAcquisition"];
    this.#server = spawn(process.execPath, args, { cwd: folder });
    this.#server.stdout.setEncoding("utf8").on("data", (chunk: string) => (this.#output += chunk));
  }

  /** The definitions of what stands at each of the places, asked one after the other. */
  async findDefinitions(file: string, places: readonly { line: number; offset: number }[]): Promise<Definition[]> {
    this.#send("open", { file });
    const found: Definition[] = [];
    for (const place of places) {
      const body = await this.#ask("definition", { file, ...place });
      expect(body).toHaveLength(1);
      found.push(...body);
    }
    return found;
  }

  close(): void {
    this.#server.kill();
  }

  #send(command: string, values: object): number {
    this.#sent++;
    this.#server.stdin.write(`${JSON.stringify({ seq: this.#sent, type: "request", command, arguments: values })}\n`);
    return this.#sent;
  }

  async #ask(command: string, values: object): Promise<Definition[]> {
    const request = this.#send(command, values);
    for (;;) {
      for (const line of this.#output.split(/\r?\n/).filter((each) => each.startsWith("{"))) {
        const message = JSON.parse(line) as { request_seq?: number; body?: Definition[]; message?: string };
        if (message.request_seq === request) return message.body ?? [];
      }
      await new Promise((done) => void this.#server.stdout.once("data", done));
    }
  }
}

/** The lines of the text where the marks stand, from 1, as the server counts. */
function placesOf(source: string): { line: number; offset: number }[] {
  return source.split("\n").flatMap((line, index) => {
    const at = line.indexOf("¦");
    return at === -1 ? [] : [{ line: index + 1, offset: at + 1 }];
  });
}

/** The line of a member in a text of indented JSON, from 1. */
function lineOf(lines: readonly string[], way: readonly string[]): number {
  let line = 0;
  for (const [depth, key] of way.entries()) {
    const wanted = `${"  ".repeat(depth + 1)}${JSON.stringify(key)}: `;
    line = lines.findIndex((each, index) => index >= line && each.startsWith(wanted));
  }
  return line + 1;
}

describe.each([
  ["typescript-5.9", "ask.mts"],
  ["typescript-6.0", "ask.cts"],
])("an editor with %s", (version, file) => {
  it("goes from names to their lines in the schema", async () => {
    const lines = (await readFile(schemaFile, "utf8")).split("\n");
    const editor = new Editor(version);
    try {
      const found = await editor.findDefinitions(join(folder, file), placesOf(marked));
      expect(found.map(({ file: each }) => each)).toEqual(expected.map(() => schemaFile));
      expect(found.map(({ start }) => start.line)).toEqual(expected.map((way) => lineOf(lines, way)));
      const shown = found.map(({ start, end }) => lines[start.line - 1]?.slice(start.offset - 1, end.offset - 1));
      expect(shown).toEqual(expected.map((way) => JSON.stringify(way.at(-1))));
    } finally {
      editor.close();
    }
  });
});
