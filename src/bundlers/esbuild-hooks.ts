import type { EsbuildPlugin, UnpluginOptions } from "unplugin";
import { importMark } from "./schema-import.js";
import type { Report, Worker } from "./worker.js";

type PluginBuild = Parameters<EsbuildPlugin["setup"]>[0];

export function createEsbuildHooks(worker: Worker): Partial<UnpluginOptions> {
  const filters = { onResolveFilter: importMark, onLoadFilter: importMark };
  return { esbuild: { ...filters, loader: "js", setup: (build) => generateBefore(build, worker) } };
}

/** esbuild takes files to watch, and errors that do not end the watching, with the resolution of an entry point alone. */
function generateBefore(build: PluginBuild, worker: Worker): void {
  worker.root = build.initialOptions.absWorkingDir ?? worker.root;
  let report: Promise<Report> | undefined;
  build.onStart(() => {
    report = undefined;
  });
  build.onResolve({ filter: /.*/ }, async ({ kind }) => {
    if (kind !== "entry-point") return undefined;
    const isFirst = report === undefined;
    report ??= worker.refresh();
    const { watched, warnings, errors } = await report;
    if (!isFirst) return undefined;
    return {
      watchFiles: [...watched],
      warnings: warnings === undefined ? [] : [{ text: warnings }],
      errors: errors === undefined ? [] : [{ text: errors }],
    };
  });
}
