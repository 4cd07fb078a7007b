/** The properties that are not evaluated, with their values. */
export function unevaluatedProperties(
  object: object,
  evaluates: (key: string) => boolean,
): (readonly [key: string, value: unknown])[] {
  return Object.entries(object as { readonly [key: string]: unknown }).filter(
    ([key]) => !evaluates(key),
  );
}
