import type { NodeId } from "../schema/schema-graph.js";
import type { TagReading } from "./tags.js";

/** What a member has at a path. */
export interface Row {
  readonly node: NodeId;
  readonly reading: TagReading;
}

/** What each member of a union has at a path. Members are read when they are asked for, and once: most paths are soon seen to be no tag. */
export class Table {
  readonly path: readonly string[];
  readonly #members: readonly NodeId[];
  readonly #read: (member: NodeId) => TagReading;
  readonly #readings = new Map<NodeId, TagReading>();

  constructor(path: readonly string[], members: readonly NodeId[], read: (member: NodeId) => TagReading) {
    this.path = path;
    this.#members = members;
    this.#read = read;
  }

  /** The rows in the order of the members, one after the other as the caller goes on. */
  *read(): Iterable<Row> {
    for (const node of this.#members) yield { node, reading: this.readingOf(node) };
  }

  readingOf(member: NodeId): TagReading {
    const known = this.#readings.get(member);
    if (known) return known;
    const reading = this.#read(member);
    this.#readings.set(member, reading);
    return reading;
  }
}

/** The tables of all paths that are asked for, to be read by those that ask of some members again. */
export class Tables {
  readonly #read: (member: NodeId, path: readonly string[]) => TagReading;
  readonly #tables = new Map<string, Table>();

  constructor(read: (member: NodeId, path: readonly string[]) => TagReading) {
    this.#read = read;
  }

  at(path: readonly string[]): Table {
    const key = JSON.stringify(path);
    const known = this.#tables.get(key);
    if (known) return known;
    const table = new Table(path, [], (member) => this.#read(member, path));
    this.#tables.set(key, table);
    return table;
  }
}
