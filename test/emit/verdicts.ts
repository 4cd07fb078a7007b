import type { JsonSchema } from "../../src/config/config.js";
import type { ModuleOptions, RootModule } from "./generate-module.js";
import { generateRoots } from "./generate-module.js";

/** A schema, with values that are valid by it, and values that are not. */
export type Case = readonly [schema: JsonSchema, valid: readonly unknown[], invalid: readonly unknown[]];

/** What guard and validator say of a value, and the keywords of the issues. */
interface Verdict {
  readonly value: unknown;
  readonly guard: boolean;
  readonly validator: boolean;
}

/** For each case, to be held against each other: its schema as text, what is said of its values, and what should be. */
export async function tryCases(
  cases: readonly Case[],
  options: ModuleOptions = {},
): Promise<[schema: string, found: readonly Verdict[], wanted: readonly Verdict[]][]> {
  const modules = await generateRoots(
    cases.map(([schema]) => schema),
    options,
  );
  return cases.map(([schema, valid, invalid], index) => {
    const module = modules[index];
    if (!module) throw new Error("a schema without a module");
    return [
      JSON.stringify(schema),
      [...valid, ...invalid].map((value) => judge(module, value)),
      [...valid.map(always(true)), ...invalid.map(always(false))],
    ];
  });
}

const always =
  (verdict: boolean) =>
  (value: unknown): Verdict => ({ value, guard: verdict, validator: verdict });

/** A refusal that no issue explains, or one that leads nowhere, is none. */
function judge({ isRoot, validateRoot }: RootModule, value: unknown): Verdict {
  const { ok, issues = [] } = validateRoot(value);
  const isExplained = issues.length > 0 && issues.every(({ schema }) => schema !== "schema.json#");
  if (!ok && !isExplained) throw new Error(`no issue says what is wrong with ${String(value)}`);
  return { value, guard: isRoot(value), validator: ok };
}
