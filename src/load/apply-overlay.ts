import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import { loadJsonPath } from "../libraries.js";
import type { Pointer } from "../pointer.js";
import { appendPointer, formatPointer } from "../pointer.js";
import type { Document, Patch } from "./documents.js";
import type { Draft } from "./draft.js";
import { copyJson } from "./draft.js";
import type { Merged } from "./merge-object.js";
import { appendItem, isDraftObject, mergeObject } from "./merge-object.js";
import type { Action, Overlay } from "./overlay.js";
import { removeNodes } from "./remove-nodes.js";

/** A document between two actions: a copy that may change, and what was written to it so far. */
interface Work {
  readonly document: Document;
  readonly overlay: Overlay;
  readonly root: Draft;
  patches: readonly Patch[];
  readonly diagnostics: Diagnostic[];
}

interface SelectedNode {
  readonly value: Draft;
  readonly location: readonly (string | number)[];
}

/**
 * The document with the overlay's actions applied in their order, each to what the one before it left. The value given
 * stays as it is. A target without match is a warning; what cannot be merged is an error, and stays as it was.
 * @see https://spec.openapis.org/overlay/v1.0.0.html#overlay-object
 */
export function applyOverlay(document: Document, overlay: Overlay): Outcome<Document> {
  const root = copyJson(document.value);
  const work: Work = { document, overlay, root, patches: document.patches, diagnostics: [] };
  for (const action of overlay.actions) applyAction(work, action);
  const { patches, diagnostics } = work;
  return { value: { ...document, value: root, patches }, diagnostics };
}

function applyAction(work: Work, action: Action): void {
  const nodes = selectNodes(work, action);
  if (nodes?.length === 0) reportUnmatched(work, action);
  else if (nodes && action.remove) remove(work, action, nodes);
  else if (nodes && action.update !== undefined) update(work, action, action.update, nodes);
}

/** The nodes that the target selects, each once; undefined where the query fails, which is reported. */
function selectNodes(work: Work, action: Action): SelectedNode[] | undefined {
  try {
    const nodes = action.query.query(work.root).nodes as unknown as SelectedNode[];
    return [...new Map(nodes.map((node) => [formatPointer(node.location), node])).values()];
  } catch (error) {
    if (!(error instanceof loadJsonPath().JSONPathRecursionLimitError)) throw error;
    const message = `\`${action.target}\` visits values that nest deeper than can be followed.`;
    reportInvalid(
      work,
      appendPointer(action.pointer, "target"),
      message,
      "Start the query at a deeper node.",
    );
    return undefined;
  }
}

/** The specification speaks of objects and arrays; version 1.1 lets primitive values be removed too, and so do we. */
function remove(work: Work, action: Action, nodes: readonly SelectedNode[]): void {
  const locations = nodes.map(({ location }) => location);
  if (locations.every(({ length }) => length > 0)) {
    work.patches = removeNodes(work.root, locations, work.document.source, work.patches);
    return;
  }
  const help = "Select what is to be removed below the root.";
  reportInvalid(
    work,
    appendPointer(action.pointer, "target"),
    "The root of a document cannot be removed.",
    help,
  );
}

function update(work: Work, action: Action, value: JsonValue, nodes: readonly SelectedNode[]): void {
  const sourcePointer = appendPointer(action.pointer, "update");
  const written: Patch[] = [];
  const conflicts = new Map<Pointer, Pointer>();
  for (const node of nodes) {
    const merged = updateNode(node, value, sourcePointer);
    for (const write of merged.writes) written.push({ ...write, source: work.overlay.source });
    // Many nodes may disagree with one value of the overlay: the first stands for all.
    for (const conflict of merged.conflicts) {
      if (!conflicts.has(conflict.sourcePointer)) conflicts.set(conflict.sourcePointer, conflict.pointer);
    }
  }
  work.patches = [...work.patches, ...written];
  for (const [overlayPointer, pointer] of conflicts) reportConflict(work, overlayPointer, pointer);
}

/** An array gets the update as one more item, whatever it is; an object gets its members; nothing else can be updated. */
function updateNode({ value, location }: SelectedNode, update: JsonValue, sourcePointer: Pointer): Merged {
  const at = { pointer: formatPointer(location), sourcePointer };
  if (Array.isArray(value))
    return { writes: [appendItem(value, update, at.pointer, sourcePointer)], conflicts: [] };
  if (isDraftObject(value) && isJsonObject(update)) return mergeObject(value, update, at);
  return { writes: [], conflicts: [at] };
}

function reportUnmatched({ overlay, document, diagnostics }: Work, { pointer, target }: Action): void {
  const message = `\`${target}\` matches nothing in ${document.source?.file ?? document.uri}.`;
  const place = { uri: overlay.uri, pointer: appendPointer(pointer, "target") };
  diagnostics.push(
    diagnose("overlay-target-unmatched", message, "Correct the target, or remove the action.", place),
  );
}

function reportConflict(work: Work, overlayPointer: Pointer, pointer: Pointer): void {
  const document = work.document.source?.file ?? work.document.uri;
  const existing = pointer === "" ? document : `\`${pointer}\` of ${document}`;
  const message = `This is of another kind than ${existing}, and cannot be merged with it.`;
  const help =
    "Remove that value with an action before this one, and write the new one to the object that held it.";
  reportInvalid(work, overlayPointer, message, help);
}

function reportInvalid(
  { overlay, diagnostics }: Work,
  pointer: Pointer,
  message: string,
  help: string,
): void {
  diagnostics.push(diagnose("overlay-invalid", message, help, { uri: overlay.uri, pointer }));
}
