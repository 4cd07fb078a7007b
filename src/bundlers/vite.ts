import type { Plugin } from "vite";
import { plugin } from "./plugin.js";
import type { PluginOptions } from "./plugin-options.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Vite; see docs/bundlers.md. */
export const schemist: (options?: PluginOptions) => Plugin = plugin.vite;
