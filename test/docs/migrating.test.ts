import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import { convertCall } from "../../src/cli/init/convert-json2ts.js";
import { readJson2tsCalls } from "../../src/cli/init/read-json2ts.js";
import { optionDefaults } from "../../src/config/config.js";

const page = readFileSync(new URL("../../docs/migrating.md", import.meta.url), "utf8");

/** The members of its type `Options`, by its own declarations. */
function listOptions(): string[] {
  const main = createRequire(import.meta.url).resolve("json-schema-to-typescript");
  const file = join(dirname(main), "index.d.ts");
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
  const options = source.statements.find(
    (statement) => ts.isInterfaceDeclaration(statement) && statement.name.text === "Options",
  );
  if (!options || !ts.isInterfaceDeclaration(options)) return [];
  return options.members.flatMap(({ name }) => (name ? [name.getText(source)] : []));
}

const options = listOptions();
const rows = [...page.matchAll(/^\| `([\w$]+)` +\| (.*?) +\| (.*?) +\|$/gm)];

describe("the page for those who come from json-schema-to-typescript", () => {
  it("has a row for each of its options, and for no other", () => {
    expect(options.length).toBeGreaterThan(10);
    expect(rows.map(([, option]) => option).toSorted()).toEqual(options.toSorted());
  });

  it("names options that there are", () => {
    const known = [...Object.keys(optionDefaults), "documents", "name"];
    const named = rows.flatMap(([, , here = ""]) => [...here.matchAll(/`(\w+)/g)].map(([, name]) => name));
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(named.length).toBeGreaterThan(5);
  });

  // A function has no flag.
  it.each(options.filter((option) => option !== "customName"))(
    "init knows what becomes of --%s",
    (option) => {
      const flags = [`--${option}`, `--no-${option}`, `--${option}.some=x`];
      const scripts = flags.map((flag): [string, string] => [flag, `json2ts a.json a.d.ts ${flag}`]);
      const remarks = readJson2tsCalls(new Map(scripts)).flatMap(
        (call) => convertCall(call, () => false, new Set())?.remarks ?? [],
      );
      const isUnknown = (flag: string) => remarks.includes(`json2ts ${flag}: there is no such option here.`);
      expect(isUnknown(`--${option}`) && isUnknown(`--${option}.some`)).toBe(false);
    },
  );
});
