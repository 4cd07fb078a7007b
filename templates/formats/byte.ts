/**
 * Whether `text` is base64: groups of four characters, the last one padded.
 * @see https://www.rfc-editor.org/rfc/rfc4648#section-4
 */
export function isByteFormat(text: string): boolean {
  return /^(?:[A-Za-z\d+/]{4})*(?:[A-Za-z\d+/]{2}==|[A-Za-z\d+/]{3}=)?$/.test(
    text,
  );
}
