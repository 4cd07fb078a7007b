import type { Plugin } from "rolldown";
import { plugin } from "./plugin.js";
import type { PluginOptions } from "./plugin-options.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Rolldown; see docs/bundlers.md. */
export const schemist: (options?: PluginOptions) => Plugin = plugin.rolldown;
