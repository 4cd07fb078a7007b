/** A definition of the package's `schema.json`. */
export interface PublishedDefinition {
  /** Its key under `$defs`. */
  readonly name: string;
  /** The schema as JSON text. */
  readonly text: string;
  /** The other definitions that it refers to. They may refer to it, so that only a function can name them. */
  readonly references: () => readonly PublishedDefinition[];
}

/** A schema that is no boolean. */
export interface SchemaMembers {
  readonly [keyword: string]: unknown;
}

/** The definition and all that it refers to, by name: itself first. */
export function readDefinitions(
  definition: PublishedDefinition,
): ReadonlyMap<string, unknown> {
  const reached = new Set([definition]);
  for (const each of reached)
    each.references().forEach((other) => reached.add(other));
  return new Map(
    [...reached].map(({ name, text }) => [name, JSON.parse(text)]),
  );
}
