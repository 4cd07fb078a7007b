import { includesValue } from "../facts/equal-values.js";
import type { JsonValue } from "../json.js";
import { appendPointer } from "../pointer.js";
import type { CanonicalSchema, NodeId } from "../schema/schema-graph.js";
import type { Task } from "./facets.js";

/** An array of what must be in it, and some of what may be. */
export function drawArray(task: Task): JsonValue {
  const { facets, part, drawing, random } = task;
  const { schemas } = facets;
  const least = Math.max(0, ...schemas.flatMap(({ minItems }) => minItems ?? []));
  const most = Math.min(Infinity, ...schemas.flatMap(({ maxItems }) => maxItems ?? []));
  const wanted = listContained(schemas);
  const needed = Math.max(least, wanted.length);
  const listed = Math.max(0, ...schemas.map(({ prefixItems = [] }) => prefixItems.length));
  const isClosed = (index: number): boolean => isImpossible(task, itemNodes(schemas, index));
  const more = drawing.isEnding(part.depth) || drawing.fullness === "minimal" ? 0 : random.between(1, 2);
  const aim = Math.min(most, Math.max(needed, more === 0 ? 0 : Math.max(listed, needed + more - 1, 1)));
  const isUnique = schemas.some(({ uniqueItems }) => uniqueItems);
  const items: JsonValue[] = [];
  while (items.length < aim) {
    const index = items.length;
    if (index >= needed && isClosed(index)) break;
    // Those that must be among the items are the last.
    const contained = wanted[index - (Math.max(aim, needed) - wanted.length)];
    const nodes = [...itemNodes(schemas, index), ...(contained === undefined ? [] : [contained])];
    items.push(drawItem(task, nodes, index, isUnique ? items : []));
  }
  return items;
}

/** The nodes that items must meet so often as they must be contained. */
function listContained(schemas: readonly CanonicalSchema[]): NodeId[] {
  return schemas.flatMap(({ contains, minContains = 1 }) =>
    contains ? Array.from({ length: Math.min(minContains, 100) }, () => contains.schema) : [],
  );
}

function itemNodes(schemas: readonly CanonicalSchema[], index: number): NodeId[] {
  const own = schemas.flatMap(({ prefixItems = [], items }) => prefixItems[index] ?? items ?? []);
  return own.length > 0 ? own : schemas.flatMap(({ unevaluatedItems }) => unevaluatedItems ?? []);
}

function isImpossible({ drawing }: Task, nodes: readonly NodeId[]): boolean {
  return nodes.some((id) => drawing.facts.types(id) === 0);
}

/** An item that is not among `others`, if it is found. */
function drawItem(
  { drawing, drawPart, part }: Task,
  nodes: readonly NodeId[],
  index: number,
  others: readonly JsonValue[],
): JsonValue {
  const pointer = appendPointer(part.pointer, index);
  const depth = part.depth + 1;
  let item = drawPart(drawing, { nodes, pointer, depth });
  // The places are made up, so that each draws otherwise.
  for (let count = 1; includesValue(others, item) && count < 30; count++) {
    item = drawPart(drawing, { nodes, pointer: `${pointer}~${count}`, depth });
  }
  return item;
}
