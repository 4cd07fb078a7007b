/**
 * Whether `text` is a JSON Pointer, as in `/items/0/a~1b`; the empty text points to the whole document.
 * @see https://www.rfc-editor.org/rfc/rfc6901#section-3
 */
export function isJsonPointerFormat(text: string): boolean {
  return (text === "" || text.startsWith("/")) && !/~(?![01])/.test(text);
}
