/**
 * Two tags as one name: `messages.created`. The last dot parts them, since any in the second is written `%2E`, as any percent sign is
 * `%25`. A tag that stands alone has none at all.
 */
export function joinTags(first: unknown, second: unknown): string {
  const last = String(second === undefined ? first : second).replace(
    /[%.]/g,
    (character) => (character === "." ? "%2E" : "%25"),
  );
  return second === undefined ? last : `${String(first)}.${last}`;
}
