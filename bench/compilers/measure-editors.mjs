import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { compilerOptions, locateCompiler } from "../generators/compile-outputs.mjs";
import { contestants } from "../generators/contestants.mjs";
import { prepareInput, sources } from "../generators/inputs.mjs";
import { generateOnce } from "../measure/context.mjs";
import { roundTo, summarize } from "../measure/statistics.mjs";
import { oneTag, listKinds } from "../unions/events.mjs";
import { printPlain } from "../unions/consumers.mjs";
import { consumers, printConsumer } from "./consumers.mjs";
import { startLanguageServer } from "./language-server.mjs";

/** @typedef {import("../measure/context.mjs").Context} Context */
/** @typedef {import("../measure/context.mjs").Result} Result */

/** What is asked of an editor, in turns. */
const asked = /** @type {const} */ (["first hover", "hover", "completion"]);

const narrowed = "switch (value.type)";

/**
 * How long an editor waits for what it shows of a union of 500 variants: TypeScript's own server, once it has opened the file, and
 * after an edit.
 * @param {Context} context
 * @returns {Promise<Result>}
 */
export async function measureEditors(context) {
  const name = context.isQuick ? "100 variants" : "500 variants";
  const source = sources.find((each) => each.name === name);
  const consumer = consumers[name];
  if (!source || !consumer) throw new Error(`no ${name}`);
  const input = prepareInput(context.folder, source);
  const folder = dirname(input.schema);
  writeFileSync(join(folder, "plain.ts"), printPlain(listKinds(input.definitions - 1), oneTag));
  writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
  const programs = [
    { name: "plain union by hand", specifier: "./plain.js" },
    ...contestants
      .filter((each) => ["schemist, types", "json-schema-to-typescript"].includes(each.name))
      .filter((each) => generateOnce(context, each, input).failure === undefined)
      .map((each) => ({ name: each.name, specifier: `./${each.script}/index.js` })),
  ];
  /** @type {Map<string, number[]>} */
  const times = new Map();
  for (let round = 0; round < context.rounds; round++) {
    for (const version of ["5.9", "6.0"]) {
      for (const program of programs) {
        const taken = await useEditor(folder, version, printConsumer(consumer, program.specifier));
        for (const [index, request] of asked.entries()) {
          const key = JSON.stringify([`${request}, TypeScript ${version}`, program.name]);
          times.set(key, [...(times.get(key) ?? []), roundTo(taken[index] ?? NaN)]);
        }
      }
    }
  }
  const rows = [...times].map(([key, samples]) => {
    const [request, contestant] = /** @type {[string, string]} */ (JSON.parse(key));
    return { case: `${name}: ${request}`, contestant, ...summarize(samples), samples };
  });
  const note = "What an editor waits for its answer: the first after opening a file, and others after edits.";
  return { question: "editors", unit: "ms", note, rows };
}

/**
 * Opens a file and asks what `asked` says.
 * @param {string} folder
 * @param {string} version
 * @param {string} text
 * @returns {Promise<readonly number[]>} In milliseconds.
 */
async function useEditor(folder, version, text) {
  const file = join(folder, "editor.ts");
  writeFileSync(file, text);
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [file] }));
  const server = startLanguageServer(join(dirname(locateCompiler(version)), "..", "lib", "tsserver.js"));
  const lines = text.split("\n");
  const line = lines.findIndex((each) => each.includes(narrowed)) + 1;
  const offset = (lines[line - 1] ?? "").indexOf(narrowed) + "switch (".length + 1;
  // Lines before what is asked for, so that all below is checked anew.
  const edit = { file, line, offset: 1, endLine: line, endOffset: 1, insertString: "  void 0;\n" };
  try {
    server.tell("open", { file, fileContent: text, scriptKindName: "TS" });
    const first = await server.ask("quickinfo", { file, line, offset });
    server.tell("change", edit);
    const hover = await server.ask("quickinfo", { file, line: line + 1, offset });
    server.tell("change", edit);
    const at = { file, line: line + 2, offset: offset + "value.".length };
    const completion = await server.ask("completionInfo", at);
    const { entries = [] } = /** @type {{ entries?: readonly unknown[] }} */ (completion.body ?? {});
    if (entries.length === 0) throw new Error(`TypeScript ${version} completes nothing`);
    return [first.milliseconds, hover.milliseconds, completion.milliseconds];
  } finally {
    server.stop();
  }
}
