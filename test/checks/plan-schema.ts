import type { CheckPlan, NodePlan } from "../../src/checks/check-plan.js";
import { planChecks } from "../../src/checks/plan-checks.js";
import { reportUnknownFormats } from "../../src/checks/unknown-formats.js";
import type { UnionOptions } from "../../src/config/config.js";
import type { Diagnostic } from "../../src/diagnostic.js";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import { findDecisions } from "../../src/unions/decisions.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { lowerDocuments, root } from "../schema/lower-documents.js";

export interface Planned {
  readonly plan: CheckPlan;
  readonly diagnostics: readonly Diagnostic[];
  /** The plan of a pointer into the schema. */
  readonly at: (pointer: string) => NodePlan;
}

/** Plans the checks of `schema`, read to the letter; `unions` by pointer. */
export function planSchema(
  schema: JsonValue,
  options: LowerOptions & { readonly unions?: Readonly<Record<string, UnionOptions>> } = {},
): Planned {
  const { graph } = lowerDocuments(schema, options);
  const facts = proveFacts(graph).value;
  const configured = Object.entries(options.unions ?? {}).map(
    ([pointer, union]) => [`${root}#${pointer}`, union] as const,
  );
  const unions = findUnions(graph, facts, new Map(configured)).value;
  const plan = planChecks(graph, facts, findDecisions(graph, facts, unions));
  const at = (pointer: string): NodePlan => {
    const found = plan.get(`${root}#${pointer}`);
    if (!found) throw new Error(`No plan for ${pointer} among ${[...plan.keys()].join(", ")}`);
    return found;
  };
  return { plan, diagnostics: reportUnknownFormats(graph), at };
}

/** A site as the pointer that it makes in the schema. */
export function pointerOf({ node, tokens }: { node: string; tokens: readonly string[] }): string {
  return [node.replace(`${root}#`, ""), ...tokens].join("/");
}
