// Measures what a guard alone adds to a bundle, beside those of others and a check by hand, and writes results/size.json.
// `-- "flat event;strict object"`: which cases.
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { bundle } from "../guards/bundle.mjs";
import { cases } from "../guards/cases.mjs";
import { contestants, prepare } from "../guards/contestants.mjs";
import { environment } from "../guards/environment.mjs";

const [, , asked = "", who = ""] = process.argv;
const folder = mkdtempSync(join(tmpdir(), "schemist-size-"));
const results = fileURLToPath(new URL("../results/", import.meta.url));

/** @type {({ case: string, contestant: string } & ({ median: number, low: number, high: number, minified: number } | { note: string }))[]} */
const rows = [];
/** @type {Record<string, Record<string, string>>} */
const table = {};

for (const [index, given] of cases.entries()) {
  if (asked !== "" && !asked.split(";").includes(given.name)) continue;
  const own = join(folder, String(index));
  mkdirSync(own, { recursive: true });
  symlinkSync(fileURLToPath(new URL("../node_modules", import.meta.url)), join(own, "node_modules"));
  const line = (table[given.name] ??= {});
  let ours = NaN;
  for (const contestant of contestants) {
    const { name } = contestant;
    if (who !== "" && !who.split(";").includes(name)) continue;
    const prepared = await prepare(contestant, given, own);
    if ("reason" in prepared) {
      rows.push({ case: given.name, contestant: name, note: prepared.reason });
      line[name] = "–";
      continue;
    }
    const text = await bundle(prepared.file, true);
    const size = gzipSync(text, { level: 9 }).length;
    if (Number.isNaN(ours)) ours = size;
    rows.push({
      case: given.name,
      contestant: name,
      median: size,
      low: size,
      high: size,
      minified: Buffer.byteLength(text),
    });
    line[name] = size === ours ? `${size} bytes` : (size / ours).toPrecision(3);
  }
}

rmSync(folder, { recursive: true });
console.table(table);
const report = {
  question: "How large is a guard?",
  unit: "bytes",
  note: "The guard alone, bundled by esbuild with all that it imports, minified, gzipped. minified: before gzip.",
  environment,
  rows,
};
if (asked === "" && who === "") {
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, "size.json"), `${JSON.stringify(report, null, 2)}\n`);
}
