import type { Models } from "../emit/context.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";
import type { EngineSchema } from "./engine-schema.js";

/** What lowering reads, and how it goes on to the parts of a schema. */
export interface Lowering {
  readonly models: Models;
  /** The nodes that came out as Schemist prints them, each once. */
  readonly replaced: Set<NodeId>;
  /** The node as part of another: its name, if it has one, and what it says to people. */
  readonly lowerPart: (id: NodeId, position?: Position) => EngineSchema;
}

/** Where a part stands. */
export interface Position {
  /** The types of the instance that the schemas around it leave; all, where it is an instance of its own. */
  readonly within?: TypeSet;
  /** Whether a union needs parentheses there, which the engine does not give those of tuples. */
  readonly isApart?: boolean;
}
