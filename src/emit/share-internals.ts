import type { LiteralCheck, NodePlan } from "../checks/check-plan.js";
import type { DeclarationNames } from "../names/names.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Models } from "./context.js";
import { internalPlanOf, planOf } from "./context.js";

/**
 * The models with one guard for all schemas without a name that ask the same, called after the first of them. Many a schema repeats what
 * it could refer to, and so would its guards.
 */
export function shareInternals(models: Models): Models {
  const { names, checks } = models;
  const keys = new PlanKeys(models);
  const guards = new Map<number, string>();
  const internals = new Map<NodeId, DeclarationNames>();
  for (const [node, own] of names.internals) {
    const key = checks.has(node) ? keys.keyOf(node) : undefined;
    const guard = (key === undefined ? undefined : guards.get(key)) ?? own.guard;
    if (key !== undefined) guards.set(key, guard);
    internals.set(node, { ...own, guard });
  }
  return { ...models, names: { ...names, internals } };
}

/** Numbers that nodes share whose checks are the same, wherever they stand. */
class PlanKeys {
  readonly #models: Models;
  readonly #known = new Map<NodeId, number>();
  readonly #byText = new Map<string, number>();

  constructor(models: Models) {
    this.#models = models;
  }

  /** What nests without a name is bounded, and what recurs has one, so that this ends. */
  keyOf(node: NodeId): number {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const text = this.#describe(node);
    const key = this.#byText.get(text) ?? this.#byText.size;
    this.#byText.set(text, key);
    this.#known.set(node, key);
    return key;
  }

  /** All that a guard is printed from, but for where it comes from. */
  #describe(node: NodeId): string {
    const { names, facts } = this.#models;
    const declared = names.declarations.get(node);
    if (declared) return declared.guard;
    const isInternal = names.internals.has(node);
    const plan = isInternal ? internalPlanOf(this.#models, node) : planOf(this.#models, node);
    // How a guard calls others depends on whether they lead back to it.
    const calls = [isInternal, facts.isRecursive(node), facts.isDeep(node)];
    const proofs = [facts.types(node), facts.enforcesTypes(node)];
    const parts = [...calls, ...proofs, withoutNode(plan), plan.unfolded && withoutNode(plan.unfolded)];
    return JSON.stringify(parts, (key, value: unknown) => this.#read(key, value));
  }

  #read(key: string, value: unknown): unknown {
    switch (key) {
      case "site":
      case "leastSite":
      case "mostSite":
        return undefined;
      // Only whether there is such a place.
      case "never":
      case "required":
      case "forbidden":
        return value !== undefined;
      // Data may have any keys.
      case "literals":
        return JSON.stringify([value].flat().map((check) => (check as LiteralCheck | undefined)?.values));
      case "argument":
        return JSON.stringify(value);
      case "node":
      case "condition":
        return this.keyOf(String(value));
      case "matching":
        return Array.isArray(value) ? value.map((each) => this.keyOf(String(each))) : value;
      default:
        return spellOut(value);
    }
  }
}

function withoutNode({ node: _node, unfolded: _unfolded, ...plan }: NodePlan): object {
  return plan;
}

/** What JSON would write as null. */
function spellOut(value: unknown): unknown {
  if (value === undefined) return { absent: true };
  return value === Infinity ? { infinite: true } : value;
}
