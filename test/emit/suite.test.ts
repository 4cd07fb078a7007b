import { describe, expect, it } from "vitest";
import { generate } from "../../src/generate.js";
import { drafts, findSuite, readGroups, readRemotes } from "../conformance/suite.js";
import { plainOptions } from "./generate-module.js";
import { typeCheck } from "./type-check.js";

const suite = findSuite() ?? "";
const draft = "draft2020-12";

async function generateAll(untyped: "exact" | "infer"): Promise<ReadonlyMap<string, string>> {
  const documents = readRemotes(suite, draft);
  const { files } = await generate({
    inputs: readGroups(suite, draft).map(({ schema }, index) => ({
      ...plainOptions,
      untyped,
      schema: { schema, dialect: drafts[draft] ?? "" },
      documents,
      output: `${untyped}/${index}`,
    })),
  });
  const sources = files.filter(({ path }) => path.endsWith(".ts"));
  return new Map(
    sources.map(({ output, path, text }) => [`${output.split("/").slice(-2).join("/")}/${path}`, text]),
  );
}

describe.skipIf(suite === "")("what the official suite's schemas give", () => {
  it("compiles", async () => {
    const files = new Map([...(await generateAll("exact")), ...(await generateAll("infer"))]);
    expect(files.size).toBeGreaterThan(100);
    expect(await typeCheck("typescript", files)).toBe("");
  });
});
