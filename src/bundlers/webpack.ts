import type { WebpackPluginInstance } from "webpack";
import { plugin } from "./plugin.js";
import type { PluginOptions } from "./plugin-options.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for webpack; see docs/bundlers.md. */
export const schemist: (options?: PluginOptions) => WebpackPluginInstance = plugin.webpack;
