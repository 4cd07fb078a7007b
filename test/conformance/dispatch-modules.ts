import type { CheckPlan, NodePlan } from "../../src/checks/check-plan.js";
import { planChecks } from "../../src/checks/plan-checks.js";
import type { Config } from "../../src/config/config.js";
import { resolveConfig } from "../../src/config/resolve-config.js";
import type { Outcome } from "../../src/diagnostic.js";
import { hasErrors } from "../../src/diagnostic.js";
import type { Models } from "../../src/emit/context.js";
import { Emitter } from "../../src/emit/emit.js";
import { proveFacts } from "../../src/facts/prove-facts.js";
import { findMissing, link } from "../../src/link/link.js";
import { load } from "../../src/load/load.js";
import { giveNames } from "../../src/names/give-names.js";
import { nameModules } from "../../src/names/name-modules.js";
import { lower } from "../../src/schema/schema.js";
import { projectTypes } from "../../src/types/project-types.js";
import { matchUnionOptions } from "../../src/unions/configured-unions.js";
import { findDecisions } from "../../src/unions/decisions.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { Part, TagValue, Union } from "../../src/unions/unions.js";
import type { Validation } from "../emit/generate-module.js";
import { importText } from "../emit/generate-module.js";

/** What decides by one plan. */
export interface Decider {
  readonly guard: (value: unknown) => boolean;
  readonly validate: (value: unknown) => Validation;
  /** How many schemas are decided by a tag. */
  readonly dispatches: number;
  /** Of all unions whose tags stand in their values. */
  readonly helpers: readonly Helpers[];
}

/** What is generated for a union. */
export interface Helpers {
  readonly name: string;
  /** Whether there may be values of no known tag. */
  readonly isOpen: boolean;
  readonly guard: Guard;
  /** `eventIs` */
  readonly narrow: (value: unknown, ...tags: readonly TagValue[]) => boolean;
  /** `matchEvent` */
  readonly match: (
    value: unknown,
    handlers: Readonly<Record<string, () => string>>,
    otherwise: () => string,
  ) => string;
  readonly variants: readonly HelpedPart[];
}

/** A variant or a leaf. */
export interface HelpedPart {
  readonly tags: readonly TagValue[];
  /** Leaves need not have one. */
  readonly guard: Guard | undefined;
  readonly leaves: readonly HelpedPart[];
}

type Guard = (value: unknown) => boolean;

/**
 * What decides by a definition, three times: as it is generated, with every branch tried in turn, and with tags that each have
 * forgotten the last of their cases, which a comparison must find.
 */
export async function importTwice(
  config: Config,
  output: string,
  type: string,
): Promise<{ readonly byTag: Decider; readonly byTrial: Decider; readonly astray: Decider }> {
  const inputs = config.inputs.filter((input) => input.output === output);
  const [input] = resolveConfig({ ...config, inputs }, ".");
  if (!input) throw new Error(`The config has no input for ${output}.`);
  const options = {
    ...input,
    layout: "single-file",
    types: "schemist",
    runtime: ["guards", "validators", "unions"],
  } as const;
  const documents = take(await load(options, (known) => findMissing(known, options)));
  const graph = take(lower(take(link(documents, options)), options));
  const facts = take(proveFacts(graph));
  const configured = take(matchUnionOptions(graph, options.unions, options.name));
  const unions = take(findUnions(graph, facts, configured));
  const types = take(projectTypes(graph, facts, unions, options));
  const emitter = new Emitter();
  const names = take(
    giveNames(graph, facts, unions, {
      name: options.name,
      names: options.names,
      published: {},
      keyOf: (id) => id,
      runtime: emitter.runtimeNames,
      enums: options.enums,
      extensions: [],
      byTitle: false,
      brands: [...types.brands.keys()],
    }),
  );
  const shared = { graph, facts, unions, types, names, homes: nameModules(documents), options };
  const decide = (checks: CheckPlan): Promise<Decider> => importDecider(emitter, { ...shared, checks }, type);
  const checks = planChecks(graph, facts, findDecisions(graph, facts, unions));
  return {
    byTag: await decide(checks),
    astray: await decide(new Map([...checks].map(([node, plan]) => [node, forgetCases(plan)]))),
    byTrial: await decide(planChecks(graph, facts, { branches: new Map(), conditions: new Map() })),
  };
}

function forgetCases(plan: NodePlan): NodePlan {
  const logic = plan.logic.map((check) =>
    check.kind === "dispatch" ? { ...check, cases: check.cases.slice(0, -1), otherwise: undefined } : check,
  );
  return { ...plan, logic };
}

function take<T>({ value, diagnostics }: Outcome<T>): T {
  if (hasErrors(diagnostics)) throw new Error(diagnostics.map(({ message }) => message).join("\n"));
  return value;
}

async function importDecider(emitter: Emitter, models: Models, type: string): Promise<Decider> {
  const [module] = emitter.emit(models);
  const exports = await importText((module?.declarations ?? []).join("\n"));
  // Where a tag stands outside the body, what takes the body alone is called by it.
  const name = `is${type}Body` in exports ? `${type}Body` : type;
  return {
    guard: exports[`is${name}`] as Decider["guard"],
    validate: exports[`validate${name}`] as Decider["validate"],
    helpers: [...models.unions.values()]
      .filter(({ tags: [first] }) => first.kind !== "external")
      .map((union) => findHelpers(models, exports, union)),
    dispatches: [...models.checks.values()].filter(({ logic }) =>
      logic.some(({ kind }) => kind === "dispatch"),
    ).length,
  };
}

function findHelpers(models: Models, exports: Readonly<Record<string, unknown>>, union: Union): Helpers {
  const { declarations, unions } = models.names;
  const names = unions.get(union.node);
  const own = declarations.get(union.node);
  if (!names || !own) throw new Error(`There are no names for the union ${union.node}.`);
  const helpPart = (part: Part, tags: readonly TagValue[], leaves: readonly Part[]): HelpedPart => ({
    tags,
    guard: exports[declarations.get(part.id)?.guard ?? ""] as Guard | undefined,
    leaves: leaves.map((leaf) => helpPart(leaf, [...tags, leaf.value], [])),
  });
  return {
    name: own.type,
    isOpen: union.isOpen || union.fallback !== undefined,
    guard: exports[own.guard] as Guard,
    narrow: exports[names.narrow] as Helpers["narrow"],
    match: exports[names.match] as Helpers["match"],
    variants: union.variants.map((variant) => helpPart(variant, [variant.value], variant.leaves)),
  };
}
