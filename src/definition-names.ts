import { toPascalCase } from "./identifier.js";

/** The first definition of each name. What an author wrote goes before what becomes the same in PascalCase. */
export function indexDefinitions<T>(
  definitions: readonly T[],
  namesOf: (definition: T) => readonly string[],
): ReadonlyMap<string, T> {
  const byName = new Map<string, T>();
  for (const spell of [(name: string) => name, toPascalCase]) {
    for (const definition of definitions) {
      for (const name of namesOf(definition).map(spell)) if (!byName.has(name)) byName.set(name, definition);
    }
  }
  return byName;
}

/** The names that a definition's author, or for a root the config, gave it. */
export function listDefinitionNames(
  title: string | undefined,
  givenNames: readonly string[],
  rootName: string | undefined,
): string[] {
  return [
    ...(rootName === undefined ? [] : [rootName]),
    ...(title === undefined ? [] : [title]),
    ...givenNames,
  ];
}
