import type { ResolvedExtensions } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { dialects } from "../dialect/dialects.js";
import type { Linked } from "../link/linked.js";
import { typescriptKeywords } from "./keywords/typescript.js";
import type { LoweredSchema } from "./lowered-schema.js";

/** The formats and keywords that functions of the user's decide, each with its export. */
export interface Extensions {
  readonly formats: ReadonlyMap<string, string>;
  readonly keywords: ReadonlyMap<string, string>;
}

export function readExtensions(
  configured: Pick<ResolvedExtensions, "formats" | "keywords"> | undefined,
): Extensions {
  const { formats = {}, keywords = {} } = configured ?? {};
  return { formats: new Map(Object.entries(formats)), keywords: new Map(Object.entries(keywords)) };
}

/**
 * An error for each keyword of the user's own whose name is taken: by a keyword of any dialect, since the published schema is of
 * another one than its source may be; or by what every object has.
 */
export function checkKeywordNames({ keywords }: Extensions, { schemas }: Linked): Diagnostic[] {
  if (keywords.size === 0) return [];
  const known = new Set([...dialects, ...[...schemas.values()].map(({ dialect }) => dialect)]);
  return [...keywords.keys()].flatMap((name) => {
    const owner = [...known].find((dialect) => dialect.keywords.has(name));
    const ownerName = typescriptKeywords.has(name) ? "Schemist" : owner?.name;
    if (ownerName === undefined && !(name in Object.prototype)) return [];
    const reason = ownerName === undefined ? "is what every object has" : `is a keyword of ${ownerName}`;
    const message = `The config gives the keyword ${JSON.stringify(name)} to a function, and that ${reason}.`;
    return [diagnose("extension-invalid", message, `Call it otherwise, as in "x-${name}".`)];
  });
}

/** A note for each format and keyword of the user's own that stands in no schema, which may be a slip of the pen. */
export function noteUnusedExtensions(
  { formats, keywords }: Extensions,
  schemas: Iterable<LoweredSchema>,
): Diagnostic[] {
  if (formats.size + keywords.size === 0) return [];
  const used = new Set<string>();
  for (const { schema } of schemas) {
    if (typeof schema === "boolean") continue;
    if (schema.format) used.add(`format ${schema.format.name}`);
    for (const { name } of schema.extensions ?? []) used.add(`keyword ${name}`);
  }
  const own = [
    ...[...formats.keys()].map((name) => ["format", name] as const),
    ...[...keywords.keys()].map((name) => ["keyword", name] as const),
  ];
  return own
    .filter(([kind, name]) => !used.has(`${kind} ${name}`))
    .map(([kind, name]) => {
      const message = `The config gives the ${kind} ${JSON.stringify(name)} to a function, and no schema has it.`;
      return diagnose("extension-unused", message, `Correct the name, or remove it from \`${kind}s\`.`);
    });
}
