import type { ResolvedInput } from "../config/config.js";
import type { Outcome } from "../diagnostic.js";
import type { Module } from "./module.js";

/** The modules with what the hook of the config adds to each. */
export async function addStatements(
  modules: readonly Module[],
  { hooks, package: isPackage }: Pick<ResolvedInput, "hooks" | "package">,
): Promise<Outcome<readonly Module[]>> {
  const { statements } = hooks ?? {};
  if (!statements) return { value: modules, diagnostics: [] };
  // It takes the compiler, which nobody else waits for.
  const { editModules } = await import("./edit-modules.js");
  return editModules(modules, statements, isPackage !== undefined);
}
