import type { UnpluginBuildContext, UnpluginContext, UnpluginOptions } from "unplugin";
import type { Worker } from "./worker.js";

/** Rollup and Rolldown go on watching after a hook has thrown. */
export function createRollupHooks(worker: Worker): Partial<UnpluginOptions> {
  return {
    async buildStart(this: UnpluginBuildContext & Partial<Pick<UnpluginContext, "warn">>) {
      const { watched, warnings, errors } = await worker.refresh();
      for (const source of watched) this.addWatchFile(source);
      if (warnings !== undefined) this.warn?.(warnings);
      if (errors !== undefined) throw new Error(errors);
    },
  };
}
