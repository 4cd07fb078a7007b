import { mkdir, writeFile } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { bundle } from "../bundle.js";
import { diagnose, type Diagnostic } from "../diagnostic.js";
import { isNestedBeyond, type JsonValue } from "../json.js";
import { printJson } from "../package/print-json.js";
import type { CommandFlags } from "./command-flags.js";
import { runOnSource } from "./run-on-source.js";
import { showPath } from "./show-path.js";
import type { Streams } from "./streams.js";

/** The flags of `bundle`. */
export type BundleFlags = Pick<
  CommandFlags,
  "config" | "out" | "reporter" | "verbose" | "documents" | "overlays" | "remote" | "dialect"
>;

/** `schemist bundle`: writes one schema document that needs no other. Returns the exit code. */
export function runBundle(schema: string, flags: BundleFlags, streams: Streams): Promise<number> {
  return runOnSource(schema, flags, streams, async ({ input, root }, { tell, say }) => {
    const result = await bundle(input, root);
    tell(result.diagnostics);
    if (result.schema === undefined) return "failed";
    const printed = await printDocument(result.schema, flags.out);
    if (typeof printed !== "string") {
      tell([printed]);
      return "failed";
    }
    if (flags.out === undefined) {
      streams.stdout.write(printed);
      return "done";
    }
    const file = resolve(streams.cwd, flags.out);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, printed);
    say(`${showPath(file, streams.cwd)}: written`);
    return "done";
  });
}

/** The library that prints YAML is recursive, and what reads it again is bounded like this. */
const deepestYaml = 500;

/** The document as text: YAML where the file's name says so. */
async function printDocument(value: JsonValue, file: string | undefined): Promise<string | Diagnostic> {
  if (!/\.ya?ml$/i.test(file ?? "")) return printJson(value);
  if (isNestedBeyond(deepestYaml, value)) {
    const message = `The bundle nests deeper than ${deepestYaml} levels, which YAML is not written to.`;
    return diagnose("bundle-too-deep", message, "Write JSON: `--out bundle.json`.");
  }
  const { stringify } = await import("yaml");
  // Each use of a value is written out, since not every reader of schemas knows aliases.
  return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}
