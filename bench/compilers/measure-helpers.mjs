import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { takeTurns } from "../measure/context.mjs";
import { printPlain, printSwitch, printUses } from "../unions/consumers.mjs";
import { describeEvents, listKinds, listPairs, oneTag, twoTags } from "../unions/events.mjs";
import { generatePackage } from "../unions/generate.mjs";
import { describeCompiling } from "./measure-compilers.mjs";
import { compileProgram, versions, writeProgram } from "./programs.mjs";

/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */
/** @typedef {{ name: string, kinds: readonly import("../unions/events.mjs").EventKind[], readTags: import("../unions/events.mjs").ReadTags }} Union */

/** @type {readonly Union[]} */
const unions = [
  { name: "100 variants", kinds: listKinds(100), readTags: oneTag },
  { name: "500 variants", kinds: listKinds(500), readTags: oneTag },
  { name: "100 variants of 5 leaves", kinds: listPairs(), readTags: twoTags },
];

/**
 * What the generated helpers cost the compiler of who uses them, beside the plain union.
 * @param {Context} context
 * @returns {Promise<Result>}
 */
export async function measureHelpers(context) {
  const rows = [];
  for (const union of unions) {
    if (!union.name.includes(context.only)) continue;
    context.log(union.name);
    const configs = await writePrograms(join(context.folder, `helpers ${union.name}`), union);
    const programs = configs.flatMap((each) => versions.map((version) => ({ ...each, version })));
    const runs = takeTurns(context.rounds, programs, ({ version, config }) =>
      compileProgram(version, config),
    );
    for (const [{ name, version }, taken] of runs)
      rows.push(describeCompiling(`${union.name}, TypeScript ${version}`, name, taken));
  }
  return {
    question: "helpers",
    unit: "s",
    note: "Wall time of the whole `tsc`, with `skipLibCheck`, as `tsc --init` sets it.",
    rows,
  };
}

/** @type {(project: string, union: Union) => Promise<readonly { name: string, config: string }[]>} */
async function writePrograms(project, { kinds, readTags }) {
  mkdirSync(project, { recursive: true });
  const tags = Object.keys(kinds[0] ? readTags(kinds[0]) : {});
  await generatePackage(join(project, "generated"), describeEvents(kinds, readTags), "Event", {
    Event: { tags },
  });
  writeFileSync(join(project, "plain.ts"), printPlain(kinds, readTags));
  /** @type {(name: string, file: string, text: string) => { name: string, config: string }} */
  const write = (name, file, text) => ({ name, config: writeProgram(project, file, text) });
  return [
    write("helpers, from declarations", "declared", printUses("./generated/dist/index.js", kinds, readTags)),
    write("helpers, from sources", "sources", printUses("./generated/src/index.js", kinds, readTags)),
    write("plain union", "plain", printSwitch("./plain.js", kinds, readTags)),
  ];
}
