import { execFile, execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, realpath, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { env } from "node:process";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { packProject } from "./pack-project.js";

const execute = promisify(execFile);
const page = readFileSync(new URL("../../docs/quick-start.md", import.meta.url), "utf8");

/** A block of code of the page, and the file that the line before it names, if it names one. */
interface Block {
  readonly language: string;
  readonly text: string;
  readonly file: string | undefined;
}

const blocks: readonly Block[] = [...page.matchAll(/([^\n]*)\n\n```(\w+)\n([^]*?)```/g)].map(
  ([, before = "", language = "", text = ""]) => ({
    language,
    text,
    file: /`([^`]+)`:$/.exec(before)?.[1],
  }),
);

/** Variables that npm and vitest give their scripts would lead the tools of another project astray. */
const ownEnvironment = Object.fromEntries(
  Object.entries(env).filter(
    ([name]) => !/^(npm_(?!config_(registry|cache|userconfig))|VITEST|NODE_ENV|INIT_CWD)/i.test(name),
  ),
);

/** Whether the registry that npm is configured with answers. */
function canInstall(): boolean {
  try {
    const options = ["--fetch-retries=0", "--fetch-timeout=10000"];
    execFileSync("npm", ["view", "picocolors", "version", ...options], { stdio: "ignore", timeout: 20_000 });
    return true;
  } catch {
    // That it does not answer is the answer.
    return false;
  }
}

const reason = canInstall() ? "" : ", skipped: no package registry answers";

describe.skipIf(reason !== "")(`the quick start, in an empty folder${reason}`, () => {
  let home = "";
  let folder = "";
  let tarball = "";

  beforeAll(async () => {
    home = await realpath(await mkdtemp(join(tmpdir(), "schemist-new-user-")));
    folder = join(home, "pets");
    mkdirSync(folder);
    mkdirSync(join(home, "packed"));
    tarball = await packProject(join(home, "packed"));
  }, 120_000);

  afterAll(() => rm(home, { recursive: true, force: true }));

  /** Runs a line of the page; what is packed here stands for what is published. */
  async function run(line: string): Promise<string> {
    const command = line
      .replace(/^npm install /, "$&--prefer-offline --no-audit --no-fund ")
      .replace(/ schemist /, (match) => (line.startsWith("npm install") ? ` "${tarball}" ` : match));
    const { stdout } = await execute("sh", ["-c", command], { cwd: folder, env: ownEnvironment });
    return stdout;
  }

  it("goes as the page says, step by step", async () => {
    let output = "";
    for (const { language, text, file } of blocks) {
      if (language === "sh") {
        output = "";
        for (const line of text.trim().split("\n")) output += await run(line);
      } else if (language === "text") expect(output).toBe(text);
      else if (file === undefined) throw new Error(`The page does not name the file of:\n${text}`);
      else if (existsSync(join(folder, file))) expect(readFileSync(join(folder, file), "utf8")).toBe(text);
      else {
        mkdirSync(dirname(join(folder, file)), { recursive: true });
        writeFileSync(join(folder, file), text);
      }
    }
    const assets = readdirSync(join(folder, "dist/assets")).map((name) => join(folder, "dist/assets", name));
    expect(assets.map((name) => readFileSync(name, "utf8")).join("")).toContain("lives left.");
  });

  it("has types that config and page compile with", async () => {
    const compiler = join(folder, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "preserve", "--target", "es2023"];
    const files = ["schemist.config.ts", "src/main.ts"];
    await execute(process.execPath, [compiler, ...options, ...files], { cwd: folder });
  });
});
