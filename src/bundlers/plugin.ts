import { resolve } from "node:path";
import { createUnplugin } from "unplugin";
import type { UnpluginContextMeta } from "unplugin";
import { createEsbuildHooks } from "./esbuild-hooks.js";
import type { PluginOptions } from "./plugin-options.js";
import { createRollupHooks } from "./rollup-hooks.js";
import { formatImportId, importMark, parseImportId, resolveSchemaImport } from "./schema-import.js";
import { createViteHooks } from "./vite-hooks.js";
import { createWebpackHooks } from "./webpack-hooks.js";
import { Worker } from "./worker.js";

/**
 * The plugin of all bundlers: generates the inputs of the config before each build, and again when a source of theirs has changed;
 * and gives what a schema generates to code that imports it.
 */
export const plugin = createUnplugin<PluginOptions | undefined, false>((options = {}, meta) => {
  const worker = new Worker(options);
  return {
    name: "schemist",
    // Before what reads JSON.
    enforce: "pre",
    resolveId: {
      filter: { id: importMark },
      handler(specifier, importer) {
        const imported = resolveSchemaImport(specifier, importer ?? resolve(worker.root, "index.js"));
        return imported && formatImportId(imported);
      },
    },
    load: {
      filter: { id: importMark },
      async handler(id) {
        const { code, sources, warnings, errors } = await worker.load(parseImportId(id));
        for (const source of sources) this.addWatchFile(source);
        if (warnings !== undefined) this.warn(warnings);
        if (errors !== undefined) throw new Error(errors);
        // The ending of the file would say that it is JSON.
        const module = { code, moduleType: "js" };
        return module;
      },
    },
    ...(creators[meta.framework] ?? createRollupHooks)(worker),
  };
});

/** What differs by bundler; the others are as Rollup. */
const creators: Partial<Record<UnpluginContextMeta["framework"], typeof createRollupHooks>> = {
  esbuild: createEsbuildHooks,
  rspack: createWebpackHooks,
  vite: createViteHooks,
  webpack: createWebpackHooks,
};
