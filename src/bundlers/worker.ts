import { resolve } from "node:path";
import type { Change } from "../write/change.js";
import type { PluginOptions } from "./plugin-options.js";
import { formatImportId, type SchemaImport } from "./schema-import.js";
import type { Session } from "./session.js";

/** What a bundler has to be told of its inputs. `warnings` and `errors` are texts for people. */
export interface Report {
  readonly watched: readonly string[];
  readonly warnings: string | undefined;
  readonly errors: string | undefined;
  readonly changes: readonly Change[];
}

/** What a bundler gets for an import of a schema. */
export interface LoadedModule {
  readonly code: string;
  readonly sources: readonly string[];
  readonly warnings: string | undefined;
  readonly errors: string | undefined;
}

/** Does what the hooks of a plugin ask for. All that takes long to load is loaded when it is first needed. */
export class Worker {
  readonly #options: PluginOptions;
  readonly #imported = new Map<string, readonly string[]>();
  #session: Promise<Session> | undefined;
  /** The folder that the bundler works in; a bundler that knows it better sets it before the first hook. */
  root = resolve("");

  constructor(options: PluginOptions) {
    this.#options = options;
  }

  /** Generates and writes what has changed since the last time, at first everything. */
  async refresh(): Promise<Report> {
    const [session, { describeProblems }] = await Promise.all([
      this.#open(),
      import("./describe-problems.js"),
    ]);
    const { watched, problems, changes } = await session.refresh();
    return {
      watched,
      changes,
      warnings: describeProblems(problems, "warning", this.root),
      errors: describeProblems(problems, "error", this.root),
    };
  }

  async load(imported: SchemaImport): Promise<LoadedModule> {
    const session = await this.#open();
    const [{ compileToScript }, { describeProblems }] = await Promise.all([
      import("./generate-module.js"),
      import("./describe-problems.js"),
    ]);
    const { source = "", sources, problems } = await session.importSchema(imported);
    this.#imported.set(formatImportId(imported), sources);
    return {
      code: compileToScript(source),
      sources,
      warnings: describeProblems(problems, "warning", this.root),
      errors: describeProblems(problems, "error", this.root),
    };
  }

  /** The ids of the imports that the file was among the sources of when they were last loaded. */
  listImportsOf(file: string): readonly string[] {
    return [...this.#imported].filter(([, sources]) => sources.includes(file)).map(([id]) => id);
  }

  #open(): Promise<Session> {
    this.#session ??= import("./session.js").then(({ Session }) => new Session(this.#options, this.root));
    return this.#session;
  }
}
