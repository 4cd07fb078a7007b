import type { Input } from "../../config/config.js";

/** An input that the config is to have, and what a reader of the config should know of it. */
export interface PlannedInput {
  readonly input: Input & { readonly schema: string };
  /** Sentences, one comment each. */
  readonly remarks: readonly string[];
}

/** `api/event.schema.json` → `event`. */
export function stemOf(path: string): string {
  const name = path.split("/").at(-1) ?? path;
  return name.replace(/((?<=.)\.(schema|openapi|asyncapi))?\.(json|ya?ml)$/i, "");
}

/** The first name that is not taken, of those proposed and then of numbered ones; it is taken from then on. */
export function takeName(proposed: readonly string[], taken: Set<string>): string {
  const last = proposed.at(-1) ?? "";
  let name = proposed.find((each) => !taken.has(each));
  for (let number = 2; name === undefined; number++) {
    if (!taken.has(`${last}-${number}`)) name = `${last}-${number}`;
  }
  taken.add(name);
  return name;
}
