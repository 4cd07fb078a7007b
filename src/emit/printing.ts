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
  /** Whether the function is a guard that a part of its own value may lead back to. */
  readonly isRecursive: boolean;
  /** Of the value whose expression is printed. */
  readonly left: Left;
  /** Whether another value is valid by a node: a call where it has a function, otherwise its plan written out. */
  readonly check: (node: NodeId, subject: Code, left?: Left) => Condition;
}
