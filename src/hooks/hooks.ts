import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import { hasErrors } from "../diagnostic.js";
import type { Linked } from "../link/linked.js";
import type { Documents } from "../load/documents.js";
import { renameDefinitions } from "./rename-definitions.js";
import { skipDefinitions } from "./skip-definitions.js";
import { transformDefinitions } from "./transform-definitions.js";

/** What is generated from once the hooks of the config have had their say. */
export interface Hooked {
  readonly documents: Documents;
  /** Names by SchemaId, those of the config among them. */
  readonly names: Readonly<Record<string, string>>;
}

/**
 * Asks the hooks, each for every definition: for another schema, whether to leave it out, and for a name. `link` says which
 * definitions there are, and is asked again as they change.
 */
export function runHooks(
  documents: Documents,
  { hooks = {}, names }: Pick<ResolvedInput, "hooks" | "names">,
  link: (documents: Documents) => Linked,
): Outcome<Hooked> {
  const { transform, skip, rename } = hooks;
  let current: Outcome<Documents> = { value: documents, diagnostics: [] };
  if (transform) current = transformDefinitions(documents, link(documents), transform);
  if (skip && !hasErrors(current.diagnostics)) current = skipDefinitions(current.value, skip, link);
  const { value, diagnostics } = current;
  if (!rename || hasErrors(diagnostics)) return { value: { documents: value, names }, diagnostics };
  const renamed = renameDefinitions(value, link(value), rename);
  return {
    value: { documents: value, names: { ...names, ...renamed.value } },
    diagnostics: renamed.diagnostics,
  };
}
