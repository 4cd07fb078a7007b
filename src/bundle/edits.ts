import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";
import { parsePointer } from "../pointer.js";
import type { SchemaPosition } from "../link/linked.js";

/** What a schema says otherwise in the bundle: keywords by their name, undefined for those that it leaves out. */
export type Edit = ReadonlyMap<string, JsonValue | undefined>;

interface Branch {
  readonly edit: Map<string, JsonValue | undefined>;
  readonly below: Map<string, Branch>;
}

interface Pending {
  readonly value: JsonValue;
  readonly branch: Branch | undefined;
  readonly place: (copy: JsonValue) => void;
}

/** The changes to make in documents, which stay as they are. */
export class Edits {
  readonly #documents = new Map<string, Branch>();

  /** Says that the schema at a place has this value for a keyword; a keyword that is new comes first. */
  add({ uri, pointer }: SchemaPosition, keyword: string, value: JsonValue | undefined): void {
    this.#grow(uri, pointer).edit.set(keyword, value);
  }

  /** The value that stands at a place of a document, changed; what is not changed is the document's own. */
  apply({ uri, pointer }: SchemaPosition, value: JsonValue): JsonValue {
    let result: JsonValue = value;
    const branch = this.#find(uri, pointer);
    const pending: Pending[] = [{ value, branch, place: (copy) => (result = copy) }];
    for (let next = pending.pop(); next; next = pending.pop()) {
      if (next.branch) pending.push(...copyInto(next, next.branch));
      else next.place(next.value);
    }
    return result;
  }

  #grow(uri: string, pointer: string): Branch {
    let branch = getOrAdd(this.#documents, uri);
    for (const token of parsePointer(pointer)) branch = getOrAdd(branch.below, token);
    return branch;
  }

  #find(uri: string, pointer: string): Branch | undefined {
    let branch = this.#documents.get(uri);
    for (const token of parsePointer(pointer)) branch = branch?.below.get(token);
    return branch;
  }
}

function getOrAdd(branches: Map<string, Branch>, key: string): Branch {
  const known = branches.get(key);
  if (known) return known;
  const branch = { edit: new Map(), below: new Map() };
  branches.set(key, branch);
  return branch;
}

/** Places a copy of what is changed or holds what is; the members are still to come. */
function copyInto({ value, place }: Pending, { edit, below }: Branch): Pending[] {
  if (Array.isArray(value)) {
    const items = [...(value as readonly JsonValue[])];
    place(items);
    return items.map((item, index) => ({
      value: item,
      branch: below.get(String(index)),
      place: (copy) => (items[index] = copy),
    }));
  }
  if (!isJsonObject(value)) {
    place(value);
    return [];
  }
  const object = createObject([...applyEdit(value, edit)]);
  place(object);
  return Object.entries(object).flatMap(([key, member]: [string, JsonValue]) => {
    const branch = below.get(key);
    return branch ? [{ value: member, branch, place: (copy: JsonValue) => define(object, key, copy) }] : [];
  });
}

function* applyEdit(value: JsonObject, edit: Edit): Generator<readonly [string, JsonValue]> {
  for (const [key, added] of edit) {
    if (!Object.hasOwn(value, key) && added !== undefined) yield [key, added];
  }
  for (const [key, member] of Object.entries(value)) {
    const changed = edit.has(key) ? edit.get(key) : member;
    if (changed !== undefined) yield [key, changed];
  }
}

/** An object of these members, in their order; `__proto__` is a name like any other. */
export function createObject(members: readonly (readonly [string, JsonValue])[]): JsonObject {
  const object: JsonObject = {};
  for (const [key, value] of members) define(object, key, value);
  return object;
}

function define(object: JsonObject, key: string, value: JsonValue): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}
