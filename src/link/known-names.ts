import type { Document } from "../load/documents.js";
import { nearest } from "../nearest.js";
import { parsePointer } from "../pointer.js";
import { lastSegment } from "./last-segment.js";
import type { SchemaPlace } from "./schema-place.js";
import type { Survey } from "./survey.js";

/** What a reference could have meant: references that lead somewhere, by the name that each ends in. */
export interface KnownNames {
  /** At most three references that end in nearly the same name, as they would be written in `document`. */
  suggest(reference: string, document: Document): string[];
}

interface Candidate {
  readonly name: string;
  /** The reference that leads there from a document. */
  readonly write: (from: Document) => string;
}

/** Each takes a comparison with every name; whoever has more unresolved references than this lacks a document. */
const mostComparisons = 100;

/** Collects the keys of definitions, the anchors and the `$id`s of all that is known. */
export function collectKnownNames(survey: Survey): KnownNames {
  const byName = groupByName(listCandidates(survey));
  const likely = new Map<string, readonly string[]>();
  const listLikely = (name: string): readonly string[] => {
    const known = likely.get(name) ?? (likely.size < mostComparisons ? nearest(name, byName.keys()) : []);
    likely.set(name, known);
    return [name, ...known];
  };
  return {
    suggest: (reference, document) => {
      const candidates = listLikely(lastSegment(reference)).flatMap((known) => byName.get(known) ?? []);
      const references = candidates.map(({ write }) => write(document));
      return [...new Set(references)].filter((known) => known !== reference).slice(0, 3);
    },
  };
}

function listCandidates(survey: Survey): Candidate[] {
  const identifiers = [...survey.literalIdentifiers.keys()];
  return [
    ...[...survey.places.values()].flatMap(namesOf),
    ...identifiers.map((identifier) => ({ name: lastSegment(identifier), write: () => identifier })),
  ];
}

function groupByName(candidates: readonly Candidate[]): Map<string, Candidate[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const group = groups.get(candidate.name);
    if (group) group.push(candidate);
    else groups.set(candidate.name, [candidate]);
  }
  return groups;
}

function namesOf({ place, document, anchors, definition }: SchemaPlace): Candidate[] {
  const write = (fragment: string) => (from: Document) =>
    from === document ? fragment : `${document.source?.file ?? document.uri}${fragment}`;
  const named = anchors.map((anchor) => ({ name: anchor, write: write(`#${anchor}`) }));
  const { pointer } = place;
  if (!definition || pointer === "") return named;
  return [...named, { name: parsePointer(pointer).at(-1) ?? "", write: write(`#${pointer}`) }];
}
