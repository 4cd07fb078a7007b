import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateOnce } from "../measure/context.mjs";
import { findNumbered } from "../wild/count-declarations.mjs";
import { countSchemas } from "../wild/count-schemas.mjs";
import { compileOutputs } from "./compile-outputs.mjs";
import { contestants, outputOf } from "./contestants.mjs";
import { printAssignments, readValidPayloads } from "./payloads.mjs";
import { readDeclarations } from "./read-declarations.mjs";

/** @typedef {import("./contestants.mjs").Contestant} Contestant */
/** @typedef {import("./inputs.mjs").Input} Input */

/**
 * @typedef {object} Check What holds of what a contestant generated.
 * @property {readonly string[]} errors What TypeScript 5.9 finds in it, strictly.
 * @property {number} declarations
 * @property {number} duplicates
 * @property {number} numbered Names that end in a number which nothing of the schema ends in.
 * @property {number} anys
 * @property {number} kilobytes
 * @property {string} [assignable] How many of the valid payloads its type takes.
 * @property {string} [flaw] Why it is no match for who does the whole job.
 */

/**
 * Checks what each contestant generated of an input, generating it where that was not done yet.
 * @param {import("../measure/context.mjs").Context} context
 * @param {Input} input
 * @returns {ReadonlyMap<Contestant, Check>}
 */
export function checkOutputs(context, input) {
  const able = contestants.filter(
    (contestant) => generateOnce(context, contestant, input).failure === undefined,
  );
  const payloads = readValidPayloads(input);
  for (const { script, file, typeOf } of able) {
    if (payloads.length === 0) continue;
    const text = printAssignments(`./${file.replace(".ts", ".js")}`, typeOf(input.root), payloads);
    writeFileSync(join(dirname(input.openapi), script, "payloads.ts"), text);
  }
  const outputs = able.map(({ script, file }) => ({ folder: script, file }));
  const errors = compileOutputs(dirname(input.openapi), outputs);
  const { keys } = countSchemas(input.schema === "" ? input.openapi : input.schema);
  return new Map(
    able.map((contestant) => {
      const { own = [], payloads: refused = [] } = errors.get(contestant.script) ?? {};
      const check = countDeclared(outputOf(context.folder, input, contestant), contestant, keys);
      const total = payloads.length;
      const assignable = total === 0 ? {} : { assignable: `${total - new Set(refused).size} of ${total}` };
      const flaw = findFlaw(own.length, check.declarations, input.definitions);
      return [contestant, { ...check, ...assignable, errors: own, ...(flaw === undefined ? {} : { flaw }) }];
    }),
  );
}

/** @type {(errors: number, declarations: number, definitions: number) => string | undefined} */
function findFlaw(errors, declarations, definitions) {
  if (errors > 0) return `does not compile: ${errors} errors`;
  if (declarations === 0) return "declares nothing";
  // Who merges what is alike declares fewer than the schema has, but not that few.
  return declarations < definitions / 4 ? `declares ${declarations} of ${definitions}` : undefined;
}

/**
 * @param {string} folder
 * @param {Contestant} contestant
 * @param {ReadonlySet<string>} keys
 */
function countDeclared(folder, { file, isOurs }, keys) {
  // Ours may have its types in a file beside the one that is imported.
  const held = isOurs && existsSync(join(folder, "types.ts")) ? "types.ts" : file;
  const text = readFileSync(join(folder, held), "utf8");
  const { names, anys } = readDeclarations(text);
  const simple = names.map((name) => name.slice(name.lastIndexOf(".") + 1));
  return {
    declarations: names.length,
    duplicates: names.length - new Set(names).size,
    numbered: findNumbered(simple, keys).length,
    anys,
    kilobytes: Math.round(text.length / 1000),
  };
}
