import type { Pointer } from "../pointer.js";
import { appendPointer, formatPointer, parsePointer, resolvePointer } from "../pointer.js";
import type { Patch, Source } from "./documents.js";
import type { Draft } from "./draft.js";
import { indexPatches, traceOrigin } from "./patches.js";

/** Tokens below one container that change: to a new index, or to nothing, where what they name is removed. */
type Renaming = Map<string, number | undefined>;

/** By the pointer of the container, in the document as it was before. */
type Renamings = ReadonlyMap<Pointer, Renaming>;

/**
 * Removes what stands at the locations, in place. The items behind a removed one move up: patches move with them, and
 * items that no patch wrote get one that says where in the document's own source they stand.
 */
export function removeNodes(
  root: Draft,
  locations: readonly (readonly (string | number)[])[],
  source: Source | undefined,
  patches: readonly Patch[],
): Patch[] {
  const renamings = planRemoval(root, locations);
  const moved = movePatches(renamings, source, patches);
  // The deepest first: what is removed from a container must not move that container before its turn.
  const deepestFirst = [...renamings].sort(([a], [b]) => parsePointer(b).length - parsePointer(a).length);
  for (const [pointer, renaming] of deepestFirst) removeMembers(containerAt(root, pointer), renaming);
  return moved;
}

function planRemoval(root: Draft, locations: readonly (readonly (string | number)[])[]): Renamings {
  const renamings = new Map<Pointer, Renaming>();
  for (const location of locations) {
    const parent = formatPointer(location.slice(0, -1));
    const renaming = renamings.get(parent) ?? new Map<string, undefined>();
    renamings.set(parent, renaming.set(String(location.at(-1)), undefined));
  }
  for (const [pointer, renaming] of renamings) {
    const container = containerAt(root, pointer);
    if (Array.isArray(container)) renumberItems(container.length, renaming);
  }
  return renamings;
}

/** Adds to the items that are removed the others' new indexes. */
function renumberItems(length: number, renaming: Renaming): void {
  let next = 0;
  for (let index = 0; index < length; index++) {
    if (!renaming.has(String(index))) renaming.set(String(index), next++);
  }
}

function movePatches(renamings: Renamings, source: Source | undefined, patches: readonly Patch[]): Patch[] {
  const index = indexPatches(patches);
  const before = [...patches];
  for (const [container, renaming] of renamings) {
    for (const [token, moved] of renaming) {
      const pointer = appendPointer(container, token);
      if (moved === undefined || moved === Number(token) || index.has(pointer)) continue;
      const origin = traceOrigin(source, index, pointer);
      before.push({ pointer, source: origin.source, sourcePointer: origin.pointer });
    }
  }
  return before.flatMap((patch) => {
    const pointer = movePointer(patch.pointer, renamings);
    return pointer === undefined ? [] : [{ ...patch, pointer }];
  });
}

/** Where what stood at `pointer` stands after the removal; undefined where it is removed. */
function movePointer(pointer: Pointer, renamings: Renamings): Pointer | undefined {
  let before = "";
  let after = "";
  for (const token of parsePointer(pointer)) {
    const renaming = renamings.get(before);
    const renamed = renaming?.has(token) ? renaming.get(token) : token;
    if (renamed === undefined) return undefined;
    before = appendPointer(before, token);
    after = appendPointer(after, renamed);
  }
  return after;
}

function removeMembers(container: Draft | undefined, renaming: Renaming): void {
  if (!Array.isArray(container)) {
    for (const key of renaming.keys()) Reflect.deleteProperty(container as object, key);
    return;
  }
  const kept = container.filter((_, index) => renaming.get(String(index)) !== undefined);
  for (const [index, item] of kept.entries()) container[index] = item;
  container.length = kept.length;
}

function containerAt(root: Draft, pointer: Pointer): Draft | undefined {
  return resolvePointer(root, pointer) as Draft | undefined;
}
