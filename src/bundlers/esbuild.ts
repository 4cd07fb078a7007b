import type { Plugin } from "esbuild";
import { plugin } from "./plugin.js";
import type { PluginOptions } from "./plugin-options.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for esbuild; see docs/bundlers.md. */
export const schemist: (options?: PluginOptions) => Plugin = plugin.esbuild;
