import { join } from "node:path";
import type { ResolvedInput } from "../../src/config/config.js";
import { optionDefaults } from "../../src/config/config.js";

/** An input as the config stage resolves it, with paths below `root`. */
export function resolvedInput(root: string, input: Partial<ResolvedInput>): ResolvedInput {
  return {
    ...optionDefaults,
    root,
    schema: join(root, "schema.json"),
    documents: [],
    overlays: [],
    output: join(root, "generated"),
    package: undefined,
    unions: {},
    name: undefined,
    extensions: undefined,
    ...input,
  };
}
