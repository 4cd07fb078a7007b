import type { Facts } from "../facts/facts.js";
import type { JsonValue } from "../json.js";
import type { Pointer } from "../pointer.js";
import type { NodeId, SchemaGraph } from "../schema/schema-graph.js";
import { drawValue } from "./draw-value.js";
import { Drawing, type Fullness, Unmakeable } from "./drawing.js";

/** What is wrong with a value at one place of it. */
export interface SampleIssue {
  readonly pointer: Pointer;
  readonly keyword: string;
  readonly message: string;
}

/** What decides a value: nothing where it is valid. */
export type Judge = (value: JsonValue) => readonly SampleIssue[];

/** What samples are made of. */
export interface SampleSource {
  readonly graph: SchemaGraph;
  readonly facts: Facts;
  readonly root: NodeId;
  readonly judge: Judge;
}

/** So many values are tried for one sample. */
const tries = 120;

/** A valid value; or where, and why, none was found. */
export type FoundValue =
  { readonly value: JsonValue } | { readonly failure: Pick<SampleIssue, "pointer" | "message"> };

/**
 * Draws a value until one is valid. What is refused at a place is drawn anew there and, now and then, around it; all else stays, so that
 * parts that are hard to meet do not have to be met at once.
 */
export function findValid(source: SampleSource, key: string, wanted: Fullness): FoundValue {
  const counts = new Map<Pointer, number>();
  let failure: Pick<SampleIssue, "pointer" | "message"> = { pointer: "", message: "" };
  // What is full may break rules that less does not, and the other way round.
  const turns: readonly Fullness[] = [wanted, "some", "minimal", "full"];
  for (let round = 1; round <= tries; round++) {
    const fullness = turns[Math.floor(((round - 1) / tries) * turns.length)] ?? wanted;
    const drawing = new Drawing(source, { key, fullness, tries: new Map(counts) });
    const issues = tryDrawing(source, drawing);
    if ("value" in issues) return issues;
    for (const { pointer } of issues.found) drawAnew(pointer, round, counts);
    failure = issues.found[0] ?? failure;
  }
  return { failure };
}

function tryDrawing(
  { root, judge }: SampleSource,
  drawing: Drawing,
): { value: JsonValue } | { found: readonly Pick<SampleIssue, "pointer" | "message">[] } {
  try {
    const value = drawValue(drawing, { nodes: [root], pointer: "", depth: 0 });
    const found = judge(value);
    return found.length === 0 ? { value } : { found };
  } catch (error) {
    if (!(error instanceof Unmakeable)) throw error;
    return { found: [error] };
  }
}

/** The place itself each time, what holds it every second time, what holds that every third. */
function drawAnew(pointer: Pointer, round: number, counts: Map<Pointer, number>): void {
  let place = pointer;
  for (let distance = 1; ; distance++) {
    if (round % distance === 0) counts.set(place, (counts.get(place) ?? 0) + 1);
    if (place === "") return;
    place = place.slice(0, place.lastIndexOf("/"));
  }
}
