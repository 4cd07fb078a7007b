import type { Config, Input } from "../config/config.js";
import type { LoadedConfig } from "../config/load-config.js";

/** An input to generate, and the folder that its paths start from. */
export interface Selection {
  readonly input: Input;
  readonly root: string;
}

/** All that a command line asks for. */
export interface Chosen {
  readonly selections: readonly Selection[];
  /** The config, where all of it is meant and it says what code imports. */
  readonly imports?: { readonly config: Config; readonly root: string };
  /** The config file that was read. */
  readonly loaded?: LoadedConfig | undefined;
}

/** An input that was asked for, and may have no output folder yet. */
export interface Candidate {
  readonly input: Omit<Input, "output"> & { readonly output?: string };
  readonly root: string;
}

/** A schema as people know it: its path or URL in quotes, or the URI beside a value. */
export function describeSchema(schema: Input["schema"]): string {
  return typeof schema === "string"
    ? `"${schema}"`
    : `the schema ${schema.uri ?? "that is given as a value"}`;
}
