import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { drafts, findSuite, readGroups, readRemotes } from "../conformance/suite.js";
import { plainOptions } from "./generate-module.js";
import { typeCheck } from "./type-check.js";

const suite = findSuite() ?? "";
const draft = "draft2020-12";

/** Read as their authors may have meant them; as they stand they are held by the tests of conformance. */
async function generateAll(): Promise<ReadonlyMap<string, string>> {
  const documents = readRemotes(suite, draft);
  const { files } = await generate({
    inputs: readGroups(suite, draft, "required").map(({ schema }, index) => ({
      ...plainOptions,
      untyped: "infer",
      schema: { schema, dialect: drafts[draft] ?? "" },
      documents,
      output: `infer/${index}`,
    })),
  });
  const sources = files.filter(({ path }) => path.endsWith(".ts"));
  return new Map(
    sources.map(({ output, path, text }) => [`${output.split("/").slice(-2).join("/")}/${path}`, text]),
  );
}

describe.skipIf(suite === "")("what the official suite's schemas give", () => {
  it("compiles", async () => {
    const files = await generateAll();
    expect(files.size).toBeGreaterThan(100);
    expect(await typeCheck("typescript", files)).toBe("");
  });
});
