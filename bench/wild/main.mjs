// Measures what Schemist makes of schemas from the wild, holds it against what must be true, and prints both.
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { compile, compilers } from "./compile.mjs";
import { findNumbered, readDeclared, sortDeclared } from "./count-declarations.mjs";
import { countSchemas } from "./count-schemas.mjs";
import { findMisjudged, headLines, printAssignments, readPayloads } from "./payloads.mjs";
import { schemas } from "./schemas.mjs";

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), "schemist-wild-"));
mkdirSync(folder, { recursive: true });
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');

/** @type {string[]} */
const failures = [];
/** @type {(holds: boolean, claim: string, details?: readonly string[]) => void} */
const assert = (holds, claim, details = []) => {
  console.log(`${holds ? "ok  " : "FAIL"} ${claim}`);
  if (holds) return;
  failures.push(claim);
  for (const detail of details.slice(0, 10)) console.log(`       ${detail.slice(0, 300)}`);
};

/** @type {(name: string, output: string, ...runtime: string[]) => { milliseconds: number, errors: string[] }} */
const generateApart = (name, output, ...runtime) => {
  // Names that an earlier run gave would stay.
  rmSync(join(folder, output), { recursive: true, force: true });
  const script = fileURLToPath(new URL("generate.mjs", import.meta.url));
  const printed = execFileSync(process.execPath, [script, name, join(folder, output), ...runtime]);
  return JSON.parse(String(printed));
};

/** @type {Record<string, string | number>[]} */
const rows = [];
const outputs = schemas.map(({ name, file }, index) => {
  const output = `types-${index}`;
  const { milliseconds, errors } = generateApart(name, output);
  assert(errors.length === 0, `${name}: generates`, errors);
  const counted = countSchemas(file);
  const declared = readDeclared(join(folder, output));
  const sorted = sortDeclared(declared, counted);
  const most = counted.definitions.size + counted.variants.size;
  const numbered = findNumbered(declared.names, counted.keys);
  const repeated = declared.names.filter((each, at) => declared.names.indexOf(each) !== at);
  rows.push({
    schema: name,
    definitions: counted.definitions.size,
    "inline variants": counted.variants.size,
    declarations: declared.names.length,
    hoisted: sorted.variant.length + sorted.target.length,
    "generated in ms": Math.round(milliseconds),
  });
  assert(declared.names.length <= most, `${name}: no more declarations than definitions and inline variants`);
  assert(
    sorted.other.length === 0,
    `${name}: each is a definition, a variant, or referred to by its place`,
    sorted.other,
  );
  assert(declared.anys === 0, `${name}: no \`any\``);
  assert(
    numbered.length + repeated.length === 0,
    `${name}: no name ends in a number that the schema has not`,
    numbered,
  );
  return join(output, "index.ts");
});

const [webhooks] = schemas;
if (!webhooks) throw new Error("no schema of webhooks");
const guard = `is${webhooks.root}`;
const payloads = readPayloads(webhooks.file);
const valid = payloads.filter(({ isValid }) => isValid);
const invalid = payloads.filter(({ isValid }) => !isValid);
const { milliseconds } = generateApart(webhooks.name, "guards", "guards");
const misjudged = await findMisjudged(join(folder, "guards"), guard, payloads);
assert(payloads.length === 329 && valid.length === 277, "ajv: 277 of 329 example payloads are valid");
assert(misjudged.length === 0, "the guard accepts those, and refuses the others", misjudged);
/** @type {(file: string, some: typeof payloads) => void} */
const writeAssignments = (file, some) => {
  writeFileSync(join(folder, file), printAssignments("./guards/index.js", webhooks.root, guard, some));
};
writeAssignments("valid.ts", valid);
writeAssignments("invalid.ts", invalid);

/** @type {Record<string, string | number>[]} */
const compiled = [];
for (const version of compilers) {
  const types = compile(version, folder, outputs);
  assert(types.errors.length === 0, `TypeScript ${version}: all types compile`, types.errors);
  const assigned = compile(version, folder, ["valid.ts"]);
  assert(
    assigned.errors.length === 0,
    `TypeScript ${version}: guards compile, and the valid payloads are assignable`,
    assigned.errors,
  );
  const refused = new Set(
    compile(version, folder, ["invalid.ts"]).errors.map((line) => /^\S*invalid\.ts\((\d+),/.exec(line)?.[1]),
  );
  compiled.push({
    TypeScript: version,
    "types in ms": Math.round(types.milliseconds),
    "payloads in ms": Math.round(assigned.milliseconds),
    "invalid payloads refused": `${refused.size} of ${invalid.length}`,
  });
  const accepted = invalid.filter((_, index) => !refused.has(String(index + headLines + 1)));
  if (version === compilers.at(-1))
    console.log(`types accept: ${accepted.map(({ label }) => label).join(", ")}`);
}

console.log(`\nguards of ${webhooks.name} generated in ${Math.round(milliseconds)} ms`);
console.table(rows);
console.table(compiled);
if (given === undefined) rmSync(folder, { recursive: true });
console.log(failures.length === 0 ? "all holds" : `${failures.length} do not hold`);
process.exitCode = failures.length === 0 ? 0 : 1;
