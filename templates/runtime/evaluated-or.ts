/** Accepts the properties that are evaluated already, and of the others those whose value is accepted. */
export function evaluatedOr(
  evaluates: (key: string) => boolean,
  accepts: (value: unknown) => boolean,
): (key: string, value: unknown) => boolean {
  return (key, value) => evaluates(key) || accepts(value);
}
