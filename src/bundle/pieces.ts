import type { LinkedSchema, SchemaPosition } from "../link/linked.js";

/** Schemas that are reached and stand in no other that is, by `keyOf` their places: what a bundle is made of. */
export type Pieces = ReadonlyMap<string, LinkedSchema>;

/** The pieces of the schemas, in their order. */
export function findPieces(schemas: Iterable<LinkedSchema>): Pieces {
  const all = [...schemas];
  const reached = new Set(all.map(({ place }) => keyOf(place)));
  // What a reached schema holds, and is no definition, is reached by it.
  const candidates = all.filter(({ definition }) => definition);
  const isHeld = ({ place }: LinkedSchema): boolean =>
    listAround(place).some((around) => reached.has(keyOf(around)));
  return new Map(candidates.filter((each) => !isHeld(each)).map((each) => [keyOf(each.place), each]));
}

/** The piece that a place is in, or is; undefined where nothing around it is reached. */
export function findPiece(pieces: Pieces, place: SchemaPosition): LinkedSchema | undefined {
  const own = pieces.get(keyOf(place));
  if (own) return own;
  for (const around of listAround(place)) {
    const piece = pieces.get(keyOf(around));
    if (piece) return piece;
  }
  return undefined;
}

/** The same for the same place. */
export function keyOf({ uri, pointer }: SchemaPosition): string {
  return `${uri}#${pointer}`;
}

/** All places around one, from its document's root inward. */
export function* listPlacesAround({ uri, pointer }: SchemaPosition): Generator<SchemaPosition> {
  for (let end = 0; end !== -1 && end < pointer.length; end = pointer.indexOf("/", end + 1)) {
    yield { uri, pointer: pointer.slice(0, end) };
  }
}

function listAround(place: SchemaPosition): SchemaPosition[] {
  return [...listPlacesAround(place)];
}
