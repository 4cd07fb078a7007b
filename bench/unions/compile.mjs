// Measures what the generated helpers cost a consumer's compiler, beside the plain union, and prints the ratios. Exits with 1 where
// something does not compile, and never for a time.
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { printPlain, printSwitch, printUses } from "./consumers.mjs";
import { generatePackage } from "./generate.mjs";
import { describeEvents, listKinds, listPairs, oneTag, twoTags } from "./events.mjs";

/** Which compilers, where not all, and how often each program is compiled: `7.0 3`. */
const [, , versions = "5.9,6.0,7.0", runs = "11"] = process.argv;
const compilers = versions.split(",");
const folder = mkdtempSync(join(tmpdir(), "schemist-compile-"));
const require = createRequire(import.meta.url);

/** @typedef {{ check: number, process: number }} Times In seconds; of the check what the compiler says of it. */

const unions = [
  ...[10, 100, 500].map((count) => ({
    name: `${count} variants`,
    kinds: listKinds(count),
    readTags: oneTag,
  })),
  { name: "100 variants of 5 leaves", kinds: listPairs(), readTags: twoTags },
];

/** @type {(project: string, files: Readonly<Record<string, string>>, entry: string) => string} */
function writeProject(project, files, entry) {
  mkdirSync(project, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(project, name), text);
  const compilerOptions = {
    target: "ES2022",
    lib: ["ES2022"],
    module: "NodeNext",
    strict: true,
    types: [],
    // As `tsc --init` has it: of a package, what is used is checked.
    skipLibCheck: true,
    noEmit: true,
  };
  const config = join(project, `tsconfig.${entry}.json`);
  writeFileSync(config, JSON.stringify({ compilerOptions, files: [entry] }));
  return config;
}

/** @type {(version: string, config: string) => Times} */
function compile(version, config) {
  const compiler = join(dirname(require.resolve(`typescript-${version}/package.json`)), "bin", "tsc");
  const started = performance.now();
  const { stdout, status } = spawnSync(process.execPath, [compiler, "-p", config, "--extendedDiagnostics"], {
    encoding: "utf8",
  });
  const ended = performance.now();
  const [, check] = /^Check time:\s*([\d.]+)s/m.exec(stdout) ?? [];
  if (status !== 0 || check === undefined) throw new Error(`TypeScript ${version}, ${config}:\n${stdout}`);
  return { check: Number(check), process: (ended - started) / 1000 };
}

/** @type {(numbers: readonly number[]) => number} */
function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** @type {Record<string, string>[]} */
const rows = [];
for (const [index, { name, kinds, readTags }] of unions.entries()) {
  const project = join(folder, String(index));
  const tags = Object.keys(kinds[0] ? readTags(kinds[0]) : {});
  const schema = describeEvents(kinds, readTags);
  await generatePackage(join(project, "generated"), schema, "Event", { Event: { tags } });
  const programs = {
    plain: writeProject(
      project,
      {
        "plain.ts": printPlain(kinds, readTags),
        "plain-uses.ts": printSwitch("./plain.js", kinds, readTags),
      },
      "plain-uses.ts",
    ),
    declarations: writeProject(
      project,
      { "declared-uses.ts": printUses("./generated/dist/index.js", kinds, readTags) },
      "declared-uses.ts",
    ),
    sources: writeProject(
      project,
      { "source-uses.ts": printUses("./generated/src/index.js", kinds, readTags) },
      "source-uses.ts",
    ),
  };
  for (const version of compilers) {
    /** @type {Record<string, Times[]>} */
    const times = Object.fromEntries(Object.keys(programs).map((program) => [program, []]));
    for (let run = 0; run < Number(runs); run++) {
      for (const [program, config] of Object.entries(programs))
        times[program]?.push(compile(version, config));
    }
    const { plain = [], declarations = [], sources = [] } = times;
    /** The middle of the ratios of runs that stood beside each other: what else the machine does falls out. */
    /** @type {(others: readonly Times[], kind: keyof Times) => string} */
    const ratio = (others, kind) =>
      median(others.map((other, run) => other[kind] / (plain[run]?.[kind] ?? NaN))).toFixed(2);
    /** @type {(kind: keyof Times) => string} */
    const middle = (kind) => median(plain.map((run) => run[kind])).toFixed(2);
    const row = {
      union: name,
      TypeScript: version,
      "plain: check, process": `${middle("check")} s, ${middle("process")} s`,
      "declarations / plain": `${ratio(declarations, "check")}, ${ratio(declarations, "process")}`,
      "sources / plain": `${ratio(sources, "check")}, ${ratio(sources, "process")}`,
    };
    rows.push(row);
  }
}
rmSync(folder, { recursive: true });
console.table(rows);
