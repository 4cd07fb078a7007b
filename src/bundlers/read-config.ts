import { dirname, resolve } from "node:path";
import type { Config } from "../config/config.js";
import { loadConfig } from "../config/load-config.js";
import { validateConfig } from "../config/validate-config.js";
import type { Diagnostic } from "../diagnostic.js";
import type { PluginOptions } from "./plugin-options.js";

/** The config that a plugin works with; without any, there is nothing to generate before the build. */
export interface PluginConfig {
  readonly config: Config;
  /** The folder that its paths start from. */
  readonly root: string;
  /** Where it was read from, or would have been. */
  readonly file: string | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: Config = { inputs: [] };

export async function readConfig({ config }: PluginOptions, from: string): Promise<PluginConfig> {
  if (typeof config === "object") {
    const diagnostics = validateConfig(config, undefined);
    const valid = diagnostics.length === 0 ? config : nothing;
    return { config: valid, root: resolve(from, config.root ?? ""), file: undefined, diagnostics };
  }
  const { value, diagnostics } = await loadConfig({ from, ...(config !== undefined && { file: config }) });
  const failed = config ?? diagnostics.find(({ place }) => place?.file)?.place?.file;
  if (!value) return { config: nothing, root: from, file: failed && resolve(from, failed), diagnostics };
  const root = resolve(dirname(value.file), value.config.root ?? "");
  return { config: value.config, root, file: value.file, diagnostics };
}
