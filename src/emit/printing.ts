import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import type { Condition } from "./condition.js";
import type { Models } from "./context.js";
import type { Left } from "./left.js";
import type { Scope } from "./scope.js";

/** What an expression is printed from, and into. */
export interface Printing {
  readonly models: Models;
  readonly scope: Scope;
  /** The name that hoisted constants start with: that of the function they are for. */
  readonly owner: string;
  /** The node whose guard the function is; undefined where it is none. */
  readonly guarded: NodeId | undefined;
  /** Of the value whose expression is printed. */
  readonly left: Left;
  /** Whether another value is valid by a node: a call where it has a function, otherwise its plan written out. */
  readonly check: (node: NodeId, subject: Code, left?: Left) => Condition;
}
