/**
 * Whether `text` is a UUID of any version, as in `2eb8aa08-aa98-11ea-b4aa-73b441d16380`.
 * @see https://www.rfc-editor.org/rfc/rfc4122#section-3
 */
export function isUuidFormat(text: string): boolean {
  return /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/i.test(
    text,
  );
}
