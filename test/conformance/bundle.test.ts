import {
  hasSchema,
  registerSchema,
  unregisterSchema,
  validate,
  type SchemaObject,
} from "@hyperjump/json-schema/draft-2020-12";
import { beforeAll, describe, expect, it } from "vitest";
import { bundle } from "../../src/bundle.js";
import type { JsonSchema } from "../../src/config/config.js";
import { generate } from "../../src/generate.js";
import { importText, plainOptions } from "../emit/generate-module.js";
import type { SuiteGroup } from "./suite.js";
import { drafts, findSuite, readGroups, readRemotes } from "./suite.js";

const suite = findSuite();

/** Groups whose schemas refer to something, or identify something; a bundle names its meta-schema, but does not hold it. */
function readReferring(draft: string): SuiteGroup[] {
  const groups = suite === undefined ? [] : readGroups(suite, draft, "required");
  const keywords = /"\$(ref|dynamicRef|recursiveRef|id|anchor)"/;
  return groups.filter(({ file, schema }) => file !== "vocabulary" && keywords.test(JSON.stringify(schema)));
}

async function bundleGroup({ draft, schema }: SuiteGroup, index: number): Promise<JsonSchema> {
  const uri = `https://schemist.test/${draft}/${index}`;
  const documents = readRemotes(suite ?? "", draft);
  const dialect = drafts[draft] ?? "";
  const result = await bundle({ schema: { uri, schema, dialect }, documents });
  if (result.schema === undefined) throw new Error(JSON.stringify(result.diagnostics));
  return result.schema;
}

/** The verdicts of another implementation, which has the bundle and nothing else. */
async function decide(schema: JsonSchema, { draft, tests }: SuiteGroup): Promise<boolean[]> {
  const own = typeof schema === "object" ? schema["$id"] : undefined;
  const uri = new URL(typeof own === "string" ? own : "", `https://bundle.test/${draft}/`).href;
  registerSchema(schema as SchemaObject, uri, drafts[draft]);
  try {
    const check = await validate(uri);
    return tests.map(({ data }) => check(data as Parameters<typeof check>[0]).valid);
  } finally {
    if (hasSchema(uri)) unregisterSchema(uri);
  }
}

describe.skipIf(suite === undefined)("bundles of the official suite", () => {
  // What is imported for its dialect alone.
  beforeAll(async () => {
    await import("@hyperjump/json-schema/draft-2019-09");
    await import("@hyperjump/json-schema/draft-07");
    await import("@hyperjump/json-schema/draft-06");
  });

  describe.each(["draft6", "draft7", "draft2019-09", "draft2020-12"])("%s", (draft) => {
    const groups = readReferring(draft);
    let bundles: readonly JsonSchema[] = [];
    beforeAll(async () => {
      bundles = await Promise.all(groups.map(bundleGroup));
    });

    it("are many", () => expect(groups.length).toBeGreaterThan(40));

    it("are decided as the suite says by another implementation, without other documents", async () => {
      const wrong: string[] = [];
      for (const [index, group] of groups.entries()) {
        // The other implementation refuses to register what names itself a file.
        if (JSON.stringify(group.schema).includes('"file:')) continue;
        const name = `${group.file}: ${group.description}`;
        const expected = group.tests.map(({ valid }) => valid);
        const verdicts = await decide(bundles[index] ?? true, group).catch((error: Error) => error.message);
        if (JSON.stringify(verdicts) !== JSON.stringify(expected))
          wrong.push(`${name}: ${JSON.stringify(bundles[index])}`);
      }
      expect(wrong).toEqual([]);
    });

    it("are decided as the suite says by guards that are generated of them alone", async () => {
      const sampled = bundles
        .map((schema, index) => ({ schema, index }))
        .filter(({ index }) => index % 5 === 0);
      const { files, diagnostics } = await generate({
        inputs: sampled.map(({ schema, index }) => ({
          ...plainOptions,
          runtime: ["guards"] as const,
          schema: { uri: `https://bundle.test/${index}`, schema, dialect: drafts[draft] ?? "" },
          output: `${index}`,
        })),
      });
      const wrong: string[] = diagnostics
        .filter(({ severity }) => severity === "error")
        .map(({ message }) => message);
      for (const { output, path, text } of files) {
        if (path !== "index.ts") continue;
        const { isRoot } = (await importText(text)) as unknown as { isRoot: (value: unknown) => boolean };
        const { file, description, tests } = groups[Number(/\d+$/.exec(output))] as SuiteGroup;
        for (const test of tests) {
          if (isRoot(test.data) !== test.valid) wrong.push(`${file}: ${description}: ${test.description}`);
        }
      }
      expect(wrong).toEqual([]);
      expect(files.length).toBeGreaterThan(sampled.length);
    });
  });
});
