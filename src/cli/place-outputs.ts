import { relative, resolve } from "node:path";
import { diagnose, type Diagnostic, type Outcome } from "../diagnostic.js";
import { type Candidate, describeSchema, type Selection } from "./selection.js";

/**
 * Gives each input its output folder, as an absolute path: its own, or with `out` that folder, or where there are
 * several inputs a folder in it. An input without a folder, and two with the same one, are refused.
 */
export function placeOutputs(
  candidates: readonly Candidate[],
  out: string | undefined,
  cwd: string,
): Outcome<readonly Selection[]> {
  const placed = candidates.map((candidate) => placeOutput(candidate, out, candidates.length > 1, cwd));
  const value = placed.filter((each) => "input" in each);
  const diagnostics = placed.filter((each) => "code" in each);
  return { value, diagnostics: [...diagnostics, ...refuseSameFolder(value, cwd)] };
}

function placeOutput(
  { input, root }: Candidate,
  out: string | undefined,
  isOneOfSeveral: boolean,
  cwd: string,
): Selection | Diagnostic {
  const { schema, output } = input;
  if (out === undefined) {
    if (output !== undefined) return { input: { ...input, output: resolve(root, output) }, root };
    const message = `There is no input ${describeSchema(schema)} in a config file, and no --out.`;
    return diagnose("config-invalid", message, "Give the folder to write with --out.");
  }
  if (!isOneOfSeveral) return { input: { ...input, output: resolve(cwd, out) }, root };
  const folder = nameFolder(typeof schema === "string" ? schema : (output ?? ""));
  if (folder !== undefined) return { input: { ...input, output: resolve(cwd, out, folder) }, root };
  const message = `No folder in --out can be named after ${describeSchema(schema)}.`;
  return diagnose("config-invalid", message, "Generate it in a run of its own.");
}

/** `api/event.schema.json` → `event`; `api.yaml#/$defs/Event` → `Event`; undefined where no plain name comes out. */
function nameFolder(schema: string): string | undefined {
  const last = schema.split("/").at(-1) ?? "";
  const name = last.replace(/#$/, "").replace(/(\.schema)?\.(json|ya?ml)$/i, "");
  return /^[\w@][\w.@-]*$/.test(name) ? name : undefined;
}

function refuseSameFolder(selections: readonly Selection[], cwd: string): readonly Diagnostic[] {
  const outputs = selections.map(({ input }) => input.output);
  const repeated = new Set(outputs.filter((output, index) => outputs.indexOf(output) !== index));
  return [...repeated].map((output) => {
    const writers = selections.filter(({ input }) => input.output === output);
    const names = writers.map(({ input }) => describeSchema(input.schema)).join(", ");
    const message = `The folder ${relative(cwd, output)} would be written by several inputs: ${names}.`;
    return diagnose("config-invalid", message, "Give each a folder of its own.");
  });
}
