/** Where a validator stands: a property or item, and the path of what holds it; undefined is the whole value. */
export interface ValidationPath {
  readonly parent: ValidationPath | undefined;
  readonly key: string | number;
}

/** The path of a property or item of what stands at `parent`. */
export function at(
  parent: ValidationPath | undefined,
  key: string | number,
): ValidationPath {
  return { parent, key };
}

/** The property names and indexes of a path, outermost first. */
export function listKeys(
  path: ValidationPath | undefined,
): (string | number)[] {
  const keys: (string | number)[] = [];
  for (let step = path; step !== undefined; step = step.parent)
    keys.push(step.key);
  return keys.reverse();
}

/** `["a/b", 0]` as a JSON Pointer: `/a~1b/0`. See https://www.rfc-editor.org/rfc/rfc6901 */
export function formatPointer(keys: readonly (string | number)[]): string {
  return keys
    .map((key) => `/${String(key).replace(/~/g, "~0").replace(/\//g, "~1")}`)
    .join("");
}
