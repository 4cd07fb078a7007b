import { optionDefaults } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { validateConfig } from "../config/validate-config.js";
import { diagnose, type Diagnostic, hasErrors, type Outcome } from "../diagnostic.js";
import type { CommandFlags } from "./command-flags.js";
import { applyInputFlags } from "./input-flags.js";
import { chooseInputs, listConfigured } from "./select-inputs.js";
import type { Selection } from "./selection.js";

/**
 * The one input that a schema on the command line means, flags applied: that of the config file, or one with the defaults. Nothing is
 * written to its output.
 */
export async function selectSource(
  schema: string,
  flags: Pick<CommandFlags, "config"> & Partial<CommandFlags>,
  cwd: string,
): Promise<Outcome<Selection | undefined>> {
  const { value: loaded, diagnostics } = await loadConfig({
    ...(flags.config !== undefined && { file: flags.config }),
    from: cwd,
  });
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const chosen = chooseInputs([schema], loaded ? listConfigured(loaded) : [], cwd).map(({ input, root }) => ({
    input: applyInputFlags({ ...input, output: input.output ?? "." }, flags, cwd),
    root,
  }));
  const [selection, ...others] = chosen;
  if (!selection) return { value: undefined, diagnostics };
  const differs = others.some((other) => describeMeaning(other) !== describeMeaning(selection));
  const problems = differs
    ? [refuseSeveral(schema)]
    : validateConfig({ inputs: [selection.input] }, undefined).map(({ code, message, help }) =>
        diagnose(code, message, help),
      );
  if (problems.length > 0) return { value: undefined, diagnostics: [...diagnostics, ...problems] };
  return { value: selection, diagnostics };
}

/** All that bears on what a schema means: inputs that differ in nothing else are one to those who only read it. */
function describeMeaning({ input, root }: Selection): string {
  const names = ["dialect", "untyped", "formats", "discriminator", "readWrite", "oneOf"] as const;
  const options = names.map((name) => input[name] ?? optionDefaults[name]);
  const { documents, overlays, extensions } = input;
  return JSON.stringify([root, documents, overlays, extensions, ...options]);
}

function refuseSeveral(schema: string): Diagnostic {
  const message = `The config file has several inputs of "${schema}", which are read in different ways.`;
  return diagnose(
    "config-invalid",
    message,
    "Name the one that is meant by a config file of its own: --config.",
  );
}
