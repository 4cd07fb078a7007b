import type { NodeId } from "../schema/schema-graph.js";
import type { Proved } from "./space.js";

/** One version of a package, as it is published or would be. */
export interface Version {
  /** What people call it: its folder, or its schema. */
  readonly label: string;
  /** Of the package; undefined where the schema is not made a package. */
  readonly number: string | undefined;
  readonly proved: Proved;
  /** The definitions, by the name of their type. */
  readonly definitions: ReadonlyMap<string, NodeId>;
  /** Which of them the schema starts from; undefined where that is a whole API description. */
  readonly root: string | undefined;
  /** The names that definitions were given, by where they stand in the author's schema. */
  readonly names: Readonly<Record<string, string>>;
  /** The declarations that consumers compile against, by path: `index.d.ts`. */
  readonly declarations: ReadonlyMap<string, string>;
}
