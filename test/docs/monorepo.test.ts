import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

it.each(["turbo.json", "nx.json"])("the page on monorepos shows the %s that is tested", (file) => {
  const [, block] =
    new RegExp(`<!-- ${file} -->\n\n\`\`\`json\n([^]*?)\`\`\``).exec(read("docs/monorepo.md")) ?? [];
  expect(JSON.parse(block ?? "")).toEqual(JSON.parse(read(`fixtures/monorepo/${file}`)));
});
