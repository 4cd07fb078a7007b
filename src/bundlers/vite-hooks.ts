import type { UnpluginOptions } from "unplugin";
import type { DevEnvironment, EnvironmentModuleNode, HotUpdateOptions, ViteDevServer } from "vite";
import { createRollupHooks } from "./rollup-hooks.js";
import type { Report, Worker } from "./worker.js";

/** A build is Rollup's; a server goes on with what is broken, and shows it in the browser. */
export function createViteHooks(worker: Worker): Partial<UnpluginOptions> {
  const { buildStart } = createRollupHooks(worker);
  let updates: Updates | undefined;
  return {
    async buildStart() {
      await (updates ? updates.start() : buildStart?.call(this));
    },
    vite: {
      configResolved({ root }) {
        worker.root = root;
      },
      configureServer(server) {
        updates = new Updates(worker, server);
      },
      hotUpdate(options) {
        return updates?.update(options, this.environment);
      },
    },
  };
}

/** Generates again as sources change, and has the server update what depends on them. */
class Updates {
  readonly #worker: Worker;
  readonly #server: ViteDevServer;
  #watched: ReadonlySet<string> = new Set();
  /** What is wrong with the inputs. */
  #errors: string | undefined;

  constructor(worker: Worker, server: ViteDevServer) {
    this.#worker = worker;
    this.#server = server;
  }

  /** Every browser that comes is shown what is wrong. */
  async start(): Promise<void> {
    this.#server.environments.client.hot.on("vite:client:connect", (_data, client) => {
      // Last, over what a missing file makes the server say.
      setImmediate(() => {
        if (this.#errors !== undefined) client.send({ type: "error", err: describeError(this.#errors) });
      });
    });
    await this.#refresh();
  }

  /**
   * The modules that the change of a file makes stale. What is written is seen by the server's own watcher, which updates its modules.
   * Throws what is wrong, for the overlay.
   */
  async update(
    { file, type, modules }: HotUpdateOptions,
    environment: DevEnvironment,
  ): Promise<EnvironmentModuleNode[]> {
    const mayMatch = type !== "update" && /\.(json|ya?ml)$/i.test(file);
    if (this.#watched.has(file) || mayMatch) {
      const wasBroken = this.#errors !== undefined;
      const { errors } = await this.#refresh();
      if (errors !== undefined) throw Object.assign(new Error(errors), describeError(errors));
      if (wasBroken) environment.hot.send({ type: "full-reload" });
    }
    const importing = this.#worker.listImportsOf(file).map((id) => environment.moduleGraph.getModuleById(id));
    return [...new Set([...modules, ...importing.filter((module) => module !== undefined)])];
  }

  async #refresh(): Promise<Report> {
    const report = await this.#worker.refresh();
    this.#watched = new Set(report.watched);
    this.#errors = report.errors;
    this.#server.watcher.add([...report.watched]);
    const { logger } = this.#server.config;
    if (report.warnings !== undefined) logger.warnOnce(report.warnings);
    if (report.errors !== undefined) logger.error(report.errors);
    return report;
  }
}

/** An error as Vite's overlay shows it; a stack tells nobody anything. */
function describeError(message: string): { message: string; stack: string; plugin: string } {
  return { message, stack: "", plugin: "schemist" };
}
