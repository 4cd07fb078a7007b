import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { keywordsOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import { listConjuncts } from "../facts/keyword-table.js";
import { appendPointer } from "../pointer.js";
import type { Format, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { isStringFormat } from "../schema/string-formats.js";
import { admits } from "../schema/type-set.js";
import { intersectTypes, uniteTypes } from "./algebra.js";
import type { Projection } from "./projection.js";
import type { Type } from "./type-model.js";

/** The formats that strings have, where guards test them. */
export interface Brands {
  readonly formats: ReadonlyMap<string, Format>;
  /** Of every string among a node's instances. */
  readonly byNode: ReadonlyMap<NodeId, readonly string[]>;
}

export const noBrands: Brands = { formats: new Map(), byNode: new Map() };

/** The asserted formats of each node, its own and those of what it refers to. Listed strings have none: their literals say more. */
export function findBrands(graph: SchemaGraph, facts: Facts): Brands {
  const formats = new Map<string, Format>();
  const all = new Map<NodeId, readonly string[]>();
  const byNode = new Map<NodeId, readonly string[]>();
  for (const id of facts.order) {
    const schema = keywordsOf(graph, id);
    const { format } = schema;
    const inherited = listConjuncts(schema).flatMap((conjunct) => all.get(conjunct) ?? []);
    const own = format && isTested(format) ? [format.name] : [];
    const names = [...new Set([...inherited, ...own])].sort();
    if (names.length === 0) continue;
    all.set(id, names);
    if (format && own.length > 0 && hasOpenStrings(facts, id)) formats.set(format.name, format);
    if (names.every((name) => formats.has(name)) && hasOpenStrings(facts, id)) byNode.set(id, names);
  }
  return { formats, byNode };
}

function isTested({ name, asserted, export: own }: Format): boolean {
  return own !== undefined || (asserted && isStringFormat(name));
}

function hasOpenStrings(facts: Facts, id: NodeId): boolean {
  return admits(facts.types(id), "string") && facts.literals(id) === undefined;
}

/** The projection with its strings branded. */
export function brandStrings(projection: Projection, formats: readonly string[] | undefined): Projection {
  const string = projection.parts.get("string");
  if (!formats || !string) return projection;
  const brand: Type = { kind: "brand", formats };
  const parts = new Map(projection.parts).set("string", brandType(string, brand));
  return { ...projection, type: brandType(projection.type, brand), parts };
}

/** Strings that stand at the top; what only a name stands for keeps it, and is wider. */
function brandType(type: Type, brand: Type): Type {
  if (type.kind === "union") return uniteTypes(type.members.map((member) => brandType(member, brand)));
  const isWhole = type.kind === "primitive" && type.name === "string";
  const isString = isWhole || type.kind === "brand" || type.kind === "open-string";
  return isString ? intersectTypes([type, brand]) : type;
}

/** A note for each format that nothing tests, at the first place where strings would have had a brand. */
export function reportUnbranded(graph: SchemaGraph, facts: Facts): Diagnostic[] {
  const told = new Set<string>();
  return [...graph.nodes.values()].flatMap(({ id, place }) => {
    const { format } = keywordsOf(graph, id);
    if (!format || format.asserted || told.has(format.name)) return [];
    if (!isStringFormat(format.name) || !hasOpenStrings(facts, id)) return [];
    told.add(format.name);
    const at = { uri: place.uri, pointer: appendPointer(place.pointer, "format") };
    const message = `The format ${JSON.stringify(format.name)} is not asserted, so strings of it have no brand.`;
    return [diagnose("brand-missing", message, 'Set `formats` to "assert", so that guards test it.', at)];
  });
}
