import type { Config } from "../config/config.js";

/** What the plugin of every bundler takes. */
export interface PluginOptions {
  /** The config file, from the bundler's root, or a config; by default the nearest file from there upward. */
  readonly config?: string | Config;
}
