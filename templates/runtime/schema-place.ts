/** Where a schema stands in the published one: a pointer, or the step to a keyword, or to what stands there under a key. */
export type SchemaPlace =
  | string
  | {
      readonly from: SchemaPlace;
      readonly keyword: string;
      readonly key?: string | undefined;
    };

/** The pointer as the fragment of a URI. */
export function schemaPointerOf(place: SchemaPlace): string {
  let pointer = "";
  let step = place;
  for (; typeof step !== "string"; step = step.from) {
    pointer = `/${step.keyword}${step.key === undefined ? "" : `/${encodeKey(step.key)}`}${pointer}`;
  }
  return step + pointer;
}

/** A lone surrogate has no percent-encoding and stays as it is. */
function encodeKey(key: string): string {
  const token = key.replace(/~/g, "~0").replace(/\//g, "~1");
  return token.replace(/[^\w\-.~!$&'()*+,;=:@?\p{Cs}]/gu, encodeURIComponent);
}
