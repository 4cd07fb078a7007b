import type { JsonValue } from "../json.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { TypeSet } from "../schema/type-set.js";

/** What is proved of the nodes of a graph. Every later stage asks here, and proves nothing of the kind again. */
export interface Facts {
  /** Every node after all that applies to the same instance. */
  readonly order: readonly NodeId[];
  /** The types that a valid instance may have: a superset, exact where types and literals alone decide and no `oneOf` overlaps. */
  types(node: NodeId): TypeSet;
  /** The types of which every value is valid: a subset. */
  wholeTypes(node: NodeId): TypeSet;
  /** Whether types and literals leave room for the value. */
  mayAdmit(node: NodeId, value: JsonValue): boolean;
  /** Whether the value is certainly valid, by types and literals alone. */
  mustAdmit(node: NodeId, value: JsonValue): boolean;
  /**
   * The values that a valid instance may have, each once: a superset, exact where `types` is. Undefined where `const` and `enum` do not
   * list them.
   */
  literals(node: NodeId): readonly JsonValue[] | undefined;
  /**
   * The node and all that applies to the same instance unconditionally: references and `allOf`, flattened, each once, in the
   * order in which they are met.
   */
  conjuncts(node: NodeId): readonly NodeId[];
  /** The node that stands behind references that say nothing else; the node itself where there is none. */
  resolve(node: NodeId): NodeId;
  /** Properties that every object among the instances has. */
  requiredKeys(node: NodeId): ReadonlySet<string>;
  /** The schemas that all apply to property `key` of an instance, over all conjuncts. */
  propertySchemas(node: NodeId, key: string): readonly NodeId[];
  /** Whether a positive keyword (`type`, `const`, `enum`, a reference to one…) holds the types, so that no other value passes. */
  enforcesTypes(node: NodeId): boolean;
  /** Whether a value of the node may hold another, at any depth: the schema reaches itself. */
  isRecursive(node: NodeId): boolean;
  /** Whether to decide a value may take more calls within each other than a stack should hold: it is recursive, or leads on too far. */
  isDeep(node: NodeId): boolean;
}
