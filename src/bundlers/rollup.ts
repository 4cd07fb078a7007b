import type { UnpluginInstance } from "unplugin";
import { plugin } from "./plugin.js";
import type { PluginOptions } from "./plugin-options.js";

export type { PluginOptions } from "./plugin-options.js";

/** The plugin for Rollup; see docs/bundlers.md. */
export const schemist: UnpluginInstance<PluginOptions | undefined, false>["rollup"] = plugin.rollup;
