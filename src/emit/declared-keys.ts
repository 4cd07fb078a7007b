import type { NodePlan } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Models } from "./context.js";
import { planOf } from "./context.js";
import { listCounted } from "./guard-closed.js";

/** Whether `keyof` the declared type names the properties that the node's checks read, and is not widened by an index signature. */
export function areKeysDeclared(models: Models, node: NodeId): boolean {
  if (models.printed?.has(node)) return false;
  const declared = listKeys(models, node);
  const plan = planOf(models, node).unfolded ?? planOf(models, node);
  const keys = [
    ...plan.properties.map(({ key }) => key),
    ...listDependentKeys(plan),
    ...listCountedKeys(plan),
  ];
  return declared !== undefined && keys.every((key) => declared.has(key));
}

/** The keys that the plan reads, each once. */
export function listReadKeys(models: Models, plan: NodePlan): readonly string[] {
  const read = plan.properties.filter(
    ({ required, forbidden, literals, values }) =>
      required ?? forbidden ?? literals ?? values.some(({ node }) => !isAlways(planOf(models, node))),
  );
  const tags = plan.tag === undefined ? [] : [plan.tag];
  const keys = read.map(({ key }) => key);
  return [...new Set([...keys, ...listDependentKeys(plan), ...listCountedKeys(plan), ...tags])];
}

/** The keys whose presence counts where nothing else may stand beside them. */
function listCountedKeys(plan: NodePlan): readonly string[] {
  return plan.rests.flatMap((check) => listCounted(plan, check)?.optional ?? []);
}

/** The keys of which one asks for another, or for more of the object. */
function listDependentKeys({ objects }: NodePlan): readonly string[] {
  return objects.flatMap((check) => {
    if (check.kind === "dependentRequired") return [check.key, ...check.names];
    return check.kind === "dependentSchema" ? [check.key] : [];
  });
}

/** The members of an object type and its bases; undefined where it is none, or has an index signature. */
function listKeys({ types }: Models, node: NodeId): ReadonlySet<string> | undefined {
  const keys = new Set<string>();
  const pending = new Set([node]);
  // A set's iterator comes to what is added meanwhile.
  for (const id of pending) {
    const type = types.nodes.get(id);
    if (type?.kind !== "object" || type.indexes.length > 0) return undefined;
    for (const { key } of type.members) keys.add(key);
    for (const base of type.bases) pending.add(base);
  }
  return keys;
}
