import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { SchemaPlace } from "./schema-place.js";
import type { Survey } from "./survey.js";

/** Errors about identifiers and anchors that more than one place gives itself; each is told once, at the first place of `reached`. */
export function describeDuplicates(
  survey: Survey,
  reached: Iterable<SchemaPlace>,
): Map<SchemaPlace, Diagnostic[]> {
  const found = new Map<SchemaPlace, Diagnostic[]>();
  const told = new Set<unknown>();
  for (const place of reached) {
    if (!hasName(place)) continue;
    const duplicates = listDuplicates(survey, place).filter(({ all }) => !told.has(all));
    for (const { all } of duplicates) told.add(all);
    if (duplicates.length > 0)
      found.set(
        place,
        duplicates.map((duplicate) => describe(place, duplicate)),
      );
  }
  return found;
}

/** Whether it gives itself anything that another might as well. */
function hasName({ id, resource, anchors, dynamicAnchors }: SchemaPlace): boolean {
  return resource.id === id || anchors.length + dynamicAnchors.length > 0;
}

interface Duplicate {
  readonly what: string;
  /** The list that all who share the name stand in: one object for one name. */
  readonly all: readonly Pick<SchemaPlace, "id" | "place">[];
}

function listDuplicates(survey: Survey, place: SchemaPlace): Duplicate[] {
  const { resource } = place;
  const anchors = place.anchors.map((anchor) => ({
    what: `The anchor "${anchor}"`,
    all: resource.anchors.get(anchor) ?? [],
  }));
  const dynamic = place.dynamicAnchors.filter((anchor) => anchor !== "" && !place.anchors.includes(anchor));
  const dynamicAnchors = dynamic.map((anchor) => ({
    what: `The dynamic anchor "${anchor}"`,
    all: resource.dynamicAnchors.get(anchor) ?? [],
  }));
  const identified = resource.id === place.id ? (survey.resources.get(resource.baseUri) ?? []) : [];
  return [
    { what: `The identifier "${resource.baseUri}"`, all: identified },
    ...anchors,
    ...dynamicAnchors,
  ].filter(({ all }) => all.length > 1);
}

function describe({ id, place }: SchemaPlace, { what, all }: Duplicate): Diagnostic {
  const others = all.filter((one) => one.id !== id);
  const names = [{ place }, ...others].map((one) => `${one.place.uri}#${one.place.pointer}`);
  return diagnose(
    "identifier-duplicate",
    `${what} is given to more than one schema: ${names.join(", ")}.`,
    "Give each a name of its own, or leave one of them out.",
    place,
  );
}
