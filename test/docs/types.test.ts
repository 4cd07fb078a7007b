import { beforeAll, describe, expect, it } from "vitest";
import type { ExampleRun } from "./types-page.js";
import { readChapters, renderPage, runExamples } from "./types-page.js";

const chapters = readChapters();
let runs: readonly ExampleRun[] = [];

beforeAll(async () => {
  runs = await runExamples(chapters.flatMap(({ examples }) => examples));
});

describe("the page of types", () => {
  it("shows what comes out today (npm run docs writes it)", async () => {
    await expect(await renderPage(chapters, runs)).toMatchFileSnapshot("../../docs/types.md");
  });

  it("has a value that the guard accepts in each example", () => {
    const without = runs.filter(({ values }) => !values.some(({ isAccepted }) => isAccepted));
    expect(without.map(({ example }) => example.title)).toEqual([]);
  });

  it("shows types that admit what their guards accept", () => {
    const unsound = runs.flatMap(({ example, values }) =>
      values
        .filter(
          ({ isAccepted, admitsValue, isWeaklyRefused }) => isAccepted && !admitsValue && !isWeaklyRefused,
        )
        .map(({ value }) => `${example.title}: ${JSON.stringify(value)}`),
    );
    expect(unsound).toEqual([]);
  });
});
