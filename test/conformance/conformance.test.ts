import { ts } from "ts-morph";
import { beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import type { Result } from "../../src/generate.js";
import { generate } from "../../src/generate.js";
import { knownFailures } from "./known-failures.js";
import type { SuiteGroup } from "./suite.js";
import { drafts, findSuite, readGroups, readRemotes } from "./suite.js";

interface GeneratedRoot {
  readonly isRoot: (value: unknown) => boolean;
  readonly validateRoot: (value: unknown) => { readonly ok: boolean; readonly issues?: readonly unknown[] };
}

/** Errors that say that a part of JSON Schema is not supported; anything else must not happen. */
const unsupported: ReadonlySet<string> = new Set(["keyword-unsupported", "dialect-unknown"]);

async function loadGenerated({ files }: Result): Promise<GeneratedRoot> {
  const source = files.find(({ path }) => path === "index.ts")?.text ?? "";
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return (await import(
    `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`
  )) as GeneratedRoot;
}

/** Generates all groups in one run; what belongs to which is told by the output folder. */
async function generateAll(suite: string, draft: string, groups: readonly SuiteGroup[]): Promise<Result[]> {
  const documents = readRemotes(suite, draft);
  const results: Result[] = [];
  for (const { schema } of groups) {
    results.push(
      await generate({
        inputs: [
          {
            schema: { schema },
            documents,
            dialect: drafts[draft] ?? "",
            name: "Root",
            output: ".",
            layout: "single-file",
            format: false,
            untyped: "exact",
            runtime: ["guards", "validators"],
          },
        ],
      }),
    );
  }
  return results;
}

const suite = findSuite();

describe.skipIf(suite === undefined).each(Object.keys(drafts))("%s", (draft) => {
  const groups = suite === undefined ? [] : readGroups(suite, draft);
  let results: readonly Result[] = [];

  beforeAll(async () => {
    results = await generateAll(suite ?? "", draft, groups);
  }, 300_000);

  const errorsOf = (index: number): readonly Diagnostic[] =>
    (results[index]?.diagnostics ?? []).filter(({ severity }) => severity === "error");

  it.for(groups.map((group, index) => [`${group.file}: ${group.description}`, group, index] as const))(
    "%s",
    async ([name, group, index], { skip }) => {
      const errors = errorsOf(index);
      const reason = knownFailures[`${draft}/${name}`];
      const missing = errors.find(({ code }) => unsupported.has(code));
      if (missing && reason === undefined) skip(missing.message);
      const wrong =
        errors.length > 0 ? errors.map(({ code }) => code) : await findWrong(results[index], group);
      if (reason === undefined) expect(wrong).toEqual([]);
      else expect(wrong, `expected to fail, since ${reason}`).not.toEqual([]);
    },
  );
});

async function findWrong(result: Result | undefined, { tests }: SuiteGroup): Promise<string[]> {
  if (!result) return ["no result"];
  const { isRoot, validateRoot } = await loadGenerated(result);
  return tests.flatMap(({ description, data, valid }) => {
    const validation = validateRoot(data);
    const isConsistent = validation.ok === valid && (valid || (validation.issues?.length ?? 0) > 0);
    return isRoot(data) === valid && isConsistent ? [] : [description];
  });
}
