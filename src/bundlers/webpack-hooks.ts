import type { UnpluginOptions, WebpackCompiler } from "unplugin";
import type { Report, Worker } from "./worker.js";

/** What of webpack's compiler is used; Rspack's has the same. */
type Compiler = Pick<WebpackCompiler, "context" | "inputFileSystem"> & {
  readonly hooks: Pick<WebpackCompiler["hooks"], "beforeRun" | "watchRun" | "thisCompilation">;
};

/** Inputs are generated before a run, since entries are read beside the hook that other bundlers call at a build's start. */
export function createWebpackHooks(worker: Worker): Partial<UnpluginOptions> {
  const generate = (compiler: Compiler): void => generateBefore(compiler, worker);
  return { webpack: generate, rspack: generate };
}

function generateBefore(compiler: Compiler, worker: Worker): void {
  worker.root = compiler.context;
  let report: Report | undefined;
  const refresh = async (): Promise<void> => {
    report = await worker.refresh();
    // Or what it has read of them before stays.
    for (const { output, path } of report.changes) compiler.inputFileSystem?.purge?.(`${output}/${path}`);
  };
  compiler.hooks.beforeRun.tapPromise(name, refresh);
  compiler.hooks.watchRun.tapPromise(name, refresh);
  compiler.hooks.thisCompilation.tap(name, ({ fileDependencies, errors, warnings }) => {
    fileDependencies.addAll(report?.watched ?? []);
    // What is thrown before a run would end the watching.
    if (report?.warnings !== undefined) warnings.push(new Error(report.warnings));
    if (report?.errors !== undefined) errors.push(new Error(report.errors));
  });
}

const name = "schemist";
