import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ts } from "ts-morph";
import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { typeCheck } from "../emit/type-check.js";
import { knownFailures } from "./known-failures.js";
import type { SuiteGroup, SuiteSet } from "./suite.js";
import { drafts, findSuite, readGroups, readRemotes } from "./suite.js";

/** What a group's schema gives: the errors, or the text of its one file. */
interface Generated {
  readonly errors: readonly string[];
  readonly text: string;
}

interface RootModule {
  readonly isRoot: (value: unknown) => boolean;
  readonly validateRoot: (value: unknown) => { readonly ok: boolean; readonly issues?: readonly unknown[] };
}

const suite = findSuite();

/**
 * Tests of one draft of the official suite, through generated guards and validators: each group decides as the suite says, and what is
 * generated of it is held to what is promised of all generated code.
 */
export function testDraft(draft: string, set: SuiteSet): void {
  const groups = suite === undefined ? [] : readGroups(suite, draft, set);
  const title = set === "required" ? draft : `${draft}, ${set}`;
  describe.skipIf(suite === undefined)(title, () => {
    let results: readonly Generated[] = [];
    beforeAll(async () => {
      results = await generateAll(suite ?? "", draft, set, groups);
    }, 300_000);

    it.for(groups.map((group, index) => [`${group.file}: ${group.description}`, group, index] as const))(
      "%s",
      async ([name, group, index]) => {
        const reason = knownFailures[`${title}/${name}`];
        const wrong = await findWrong(results[index], group);
        if (reason === undefined) expect(wrong).toEqual([]);
        else expect(wrong, `expected to fail, since ${reason}`).not.toEqual([]);
      },
    );

    it("gives code that compiles under every strict option", async () => {
      expect(await typeCheck("typescript", nameFiles(results))).toBe("");
    });

    it("gives code that imports nothing, and neither evaluates text nor gives types up", async () => {
      expect(await lint(nameFiles(results))).toBe("");
    });
  });
}

/** Generates all groups in one run; what belongs to which is told by the output folder. */
async function generateAll(
  suite: string,
  draft: string,
  set: SuiteSet,
  groups: readonly SuiteGroup[],
): Promise<Generated[]> {
  const documents = readRemotes(suite, draft);
  const results = groups.map(() => ({ errors: [] as string[], text: "" }));
  const options = {
    documents,
    name: "Root",
    layout: "single-file",
    format: false,
    untyped: "exact",
    formats: set === "optional/format" ? "assert" : "dialect",
    runtime: ["guards", "validators"],
  } as const;
  const uriOf = (index: number): string => `https://schemist.test/${index}`;
  const { files, diagnostics } = await generate({
    inputs: groups.map(({ schema }, index) => ({
      ...options,
      schema: { uri: uriOf(index), schema, dialect: drafts[draft] ?? "" },
      output: `${index}`,
    })),
  });
  for (const { output, path, text } of files) {
    const result = results[Number(/\d+$/.exec(output))];
    if (result && path === "index.ts") result.text = text;
  }
  for (const { severity, code, message, place } of diagnostics) {
    const index = groups.findIndex((_, each) => place?.uri === uriOf(each));
    if (severity === "error") results[index]?.errors.push(`${code}: ${message}`);
  }
  return results;
}

async function findWrong(
  generated: Generated | undefined,
  { tests }: SuiteGroup,
): Promise<readonly string[]> {
  if (!generated || generated.errors.length > 0) return generated?.errors ?? ["nothing is generated"];
  const { isRoot, validateRoot } = await load(generated.text);
  return tests.flatMap(({ description, data, valid }) => {
    const validation = validateRoot(data);
    const isConsistent = validation.ok === valid && (valid || (validation.issues?.length ?? 0) > 0);
    return isRoot(data) === valid && isConsistent ? [] : [description];
  });
}

async function load(text: string): Promise<RootModule> {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(text, { compilerOptions: options });
  return (await import(
    /* @vite-ignore */ `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`
  )) as RootModule;
}

function nameFiles(results: readonly Generated[]): ReadonlyMap<string, string> {
  return new Map(results.map(({ text }, index) => [`${index}.ts`, text]));
}

const rules = {
  "no-eval": "error",
  "typescript/no-implied-eval": "error",
  "no-new-func": "error",
  "typescript/no-explicit-any": "error",
  "no-restricted-imports": ["error", { patterns: ["*"] }],
  "typescript/no-require-imports": "error",
};

/** What the linter says of the files; empty where all is well. */
async function lint(files: ReadonlyMap<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "schemist-lint-"));
  const bin = fileURLToPath(new URL("../../node_modules/.bin/oxlint", import.meta.url));
  try {
    for (const [path, text] of files) await writeFile(join(folder, path), text);
    const config = join(folder, ".oxlintrc.json");
    await writeFile(
      config,
      JSON.stringify({ plugins: ["typescript"], categories: { correctness: "off" }, rules }),
    );
    await promisify(execFile)(bin, ["--config", config, "--quiet", folder], { maxBuffer: 1e8 });
    return "";
  } catch (error) {
    // The linter leaves with a code other than 0 where it has something to say.
    return (error as { readonly stdout: string }).stdout;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
