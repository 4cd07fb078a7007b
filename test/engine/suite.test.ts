import { beforeAll, describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import type { SuiteGroup } from "../conformance/suite.js";
import { drafts, findSuite, readGroups, readRemotes } from "../conformance/suite.js";
import { plainOptions } from "../emit/generate-module.js";
import { typeCheck } from "../emit/type-check.js";

const suite = findSuite();

/** The one file of each group, and where `literal` stands in place of a valid instance, a module that assigns it. */
async function writeGroups(draft: string, untyped: "exact" | "infer"): Promise<ReadonlyMap<string, string>> {
  const groups = readGroups(suite ?? "", draft, "required");
  const { files } = await generate({
    inputs: groups.map(({ schema }, index) => ({
      ...plainOptions,
      untyped,
      types: "json-schema-to-typescript",
      runtime: untyped === "infer" ? ["guards", "validators", "unions"] : [],
      documents: readRemotes(suite ?? "", draft),
      schema: { schema, dialect: drafts[draft] ?? "" },
      output: `${index}`,
    })),
  });
  const written = new Map<string, string>();
  for (const { output, path, text } of files) {
    const index = /\d+$/.exec(output)?.[0] ?? "";
    const group = groups[Number(index)];
    if (!group || path !== "index.ts") continue;
    written.set(`${index}/index.ts`, `// ${group.file}: ${group.description}\n${text}`);
    if (untyped === "exact") written.set(`${index}/valid.ts`, assignInstances(group));
  }
  return written;
}

/** JSON is TypeScript's syntax for the type of just that value. */
function assignInstances({ tests }: SuiteGroup): string {
  const valid = tests.filter((test) => test.valid);
  const lines = valid.map(
    ({ data }, index) =>
      `declare const value${index}: ${JSON.stringify(data)}; export const root${index}: Root = value${index};`,
  );
  return ['import type { Root } from "./index.js";', "export type { Root };", ...lines].join("\n");
}

/** An object of which all is optional takes none that has nothing of it, by a rule that only tries to find mistakes. */
const weakType = /error TS2559/;

function withoutWeak(report: string): string[] {
  return report.split("\n").filter((line) => /^\S/.test(line) && !weakType.test(line));
}

describe.skipIf(suite === undefined)("the engine's types of the official suite", () => {
  for (const draft of ["draft7", "draft2020-12"]) {
    let exact: ReadonlyMap<string, string> = new Map();
    beforeAll(async () => {
      exact = await writeGroups(draft, "exact");
    }, 300_000);

    it(`admit what ours do, and every valid instance, in ${draft}`, async () => {
      expect(exact.size).toBeGreaterThan(200);
      expect(withoutWeak(await typeCheck("typescript", exact))).toEqual([]);
    });

    it(`carry guards, validators and helpers, in ${draft} with types inferred`, async () => {
      expect(withoutWeak(await typeCheck("typescript", await writeGroups(draft, "infer")))).toEqual([]);
    });
  }
});
