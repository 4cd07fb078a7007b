import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const src = fileURLToPath(new URL("../../src", import.meta.url));

/** Modules that any stage may import: they know nothing of stages. */
const leaves = new Set([
  "definition-names",
  "diagnostic",
  "digest",
  "file",
  "identifier",
  "invariant",
  "json",
  "libraries",
  "nearest",
  "pointer",
  "token-room",
  "tokens",
  "uri",
]);

/** The stages in the order in which values flow. A stage may import the contracts of those before it. */
const stages = [
  ...["config", "dialect", "load", "link", "hooks", "schema", "facts", "unions", "types", "checks", "names"],
  ...["emit", "engine", "package", "format", "write", "bundle", "sample", "watch", "diff"],
] as const;

/** What runs the pipeline for people and for bundlers: these may import any stage, and no stage imports them. */
const edges = ["cli", "bundlers"];

/** The type files of each stage, and what else of it later stages may call: leaves of the stage that hold no step of it. */
const contracts: Readonly<Record<string, readonly string[]>> = {
  config: ["config", "hooks"],
  dialect: ["dialect", "dialects", "vocabularies", "draft-2020-12", "openapi-3.0", "openapi-3.1", "asyncapi"],
  load: ["documents"],
  link: ["linked", "subschemas"],
  hooks: [],
  schema: ["schema-graph", "type-set", "string-formats", "edges"],
  facts: [
    ...["facts", "conjuncts", "distinct", "equal-values", "keyword-table", "value-set"],
    ...["pattern-tree", "character-sets"],
  ],
  unions: ["unions", "parts"],
  types: ["type-model", "arrays"],
  checks: ["check-plan"],
  names: ["names", "schema-pointer"],
  // What another printer of types is given, and prints with.
  emit: ["module", "context", "code", "declaration-head", "print-type", "spell-out"],
  engine: [],
  package: [],
  format: [],
  write: ["change"],
  bundle: [],
  sample: [],
  watch: [],
  diff: [],
};

/** What a stage must not see, though it comes before: architecture's rules about what a line of code may touch. */
const hidden: Readonly<Record<string, readonly string[]>> = {
  link: ["schema"],
  types: ["checks", "names", "load", "dialect"],
  checks: ["types", "names", "load", "dialect"],
  facts: ["load", "dialect"],
  emit: ["load", "dialect"],
  engine: ["load", "dialect"],
  diff: ["load", "dialect", "types", "checks", "emit"],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

function listFiles(): string[] {
  return readdirSync(src, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".ts") && !file.endsWith(".d.ts"),
  );
}

function listImports(): Import[] {
  return listFiles().flatMap((file) => {
    const text = readFileSync(join(src, file), "utf8");
    const specifiers = [...text.matchAll(/(?:from|import) "(\.[^"?]*)\.js"|import\("(\.[^"?]*)\.js"\)/g)];
    return specifiers.map(([, direct, lazy]) => ({
      from: file.replace(/\.ts$/, "").split(sep).join("/"),
      to: relative(src, join(src, dirname(file), direct ?? lazy ?? ""))
        .split(sep)
        .join("/"),
    }));
  });
}

const stageOf = (path: string): string => (path.includes("/") ? (path.split("/")[0] ?? "") : "");
const moduleOf = (path: string): string => path.slice(path.indexOf("/") + 1);

function isAllowed({ from, to }: Import): boolean {
  const [own, other] = [stageOf(from), stageOf(to)];
  if (own === other) return true;
  if (own === "" || edges.includes(own)) return !leaves.has(from) || leaves.has(to);
  if (own === "cache") return !edges.includes(other) && (other !== "" || leaves.has(to));
  if (other === "") return leaves.has(to);
  const isBefore = stages.indexOf(other as never) < stages.indexOf(own as never);
  return isBefore && !hidden[own]?.includes(other) && (contracts[other]?.includes(moduleOf(to)) ?? false);
}

describe("imports between stages", () => {
  const imports = listImports();

  it("finds the imports that it judges", () => {
    expect(imports.length).toBeGreaterThan(300);
    expect(imports).toContainEqual({ from: "generate", to: "load/load" });
  });

  it("run only to contracts of earlier stages and to leaves", () => {
    expect(imports.filter((each) => !isAllowed(each))).toEqual([]);
  });

  it("refuses a later stage, a hidden one, and what is no contract", () => {
    expect(isAllowed({ from: "facts/facts", to: "types/type-model" })).toBe(false);
    expect(isAllowed({ from: "types/project", to: "names/names" })).toBe(false);
    expect(isAllowed({ from: "schema/schema", to: "link/link" })).toBe(false);
    expect(isAllowed({ from: "json", to: "load/documents" })).toBe(false);
    expect(isAllowed({ from: "format/format", to: "cache/run-cache" })).toBe(false);
    expect(isAllowed({ from: "cache/record", to: "cli/main" })).toBe(false);
  });

  it("every folder is a stage, the cache, the command line, or the bundlers", () => {
    const folders = new Set(listFiles().map((file) => stageOf(file.split(sep).join("/"))));
    expect([...folders].filter((folder) => folder !== "").toSorted()).toEqual(
      [...stages, "cache", ...edges].toSorted(),
    );
  });
});

describe("what stages may touch", () => {
  const reading = /from "node:(fs|fs\/promises|http|https|net|child_process)"|\bfetch\(/;
  const process = /\bprocess\.|\bconsole\.|from "node:process"/;

  function filesThatMatch(pattern: RegExp, allowed: readonly string[]): string[] {
    return listFiles()
      .map((file) => file.split(sep).join("/"))
      .filter(
        (file) => !allowed.includes(stageOf(file)) && pattern.test(readFileSync(join(src, file), "utf8")),
      );
  }

  it("only load, config, write, watch and the cache touch the disk or the network, cli for samples, and bundlers", () => {
    expect(filesThatMatch(reading, ["load", "config", "write", "watch", "cache", ...edges])).toEqual([]);
  });

  it("only cli uses the process and the console, and write's lock the process's number", () => {
    expect(filesThatMatch(process, ["cli"])).toEqual(["write/owner-mark.ts"]);
  });

  it("only emit, engine, package and diff know ts-morph, and cli and bundlers for code that runs", () => {
    expect(filesThatMatch(/from "ts-morph"/, ["emit", "engine", "package", "diff", ...edges])).toEqual([
      // A hook takes its file.
      "config/hooks.ts",
    ]);
  });
});
