import type { Applied, NodePlan, Site } from "../checks/check-plan.js";
import { isAlways } from "../checks/check-plan.js";
import type { NodeId } from "../schema/schema-graph.js";
import { allTypes, typeSetOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, entryOf, joinCode, nameCode, stringLiteral } from "./code.js";
import { checkNamesOf, planOf } from "./context.js";
import { withoutDispatch } from "./dispatch.js";
import { anyLeft } from "./left.js";
import { startPosition } from "./report-issue.js";
import { reportPlan } from "./report-plan.js";
import type { Reporting } from "./reporting.js";
import { printStatements } from "./statement.js";
import {
  tellArrays,
  tellLiterals,
  tellNumbers,
  tellStrings,
  tellTypes,
  tellTypesAlone,
} from "./table-values.js";
import { tellLogic } from "./table-logic.js";
import { tellObject } from "./table-objects.js";
import type { Telling } from "./table.js";
import { atEntry, isAt, objectCode, together } from "./table.js";

/** The checks of a plan as an object literal; undefined where they are more than data can say. */
export function printChecks(reporting: Reporting, plan: NodePlan): Code | undefined {
  const told = tellPlan(reporting, plan);
  return told && objectCode([...atEntry(reporting.models, told.home, undefined), ...told.members]);
}

interface Told {
  readonly home: Site;
  readonly members: readonly Code[];
}

function tellPlan(reporting: Reporting, whole: NodePlan): Told | undefined {
  const [dispatch, ...further] = whole.logic.filter((check) => check.kind === "dispatch");
  if (whole.never || further.length > 0 || whole.extensions.length > 0) return undefined;
  const set = whole.types?.set ?? allTypes;
  // What is of such a type but no object gets an issue of its own.
  if (dispatch && !dispatch.notObject && whole.types && set !== typeSetOf(["object"])) return undefined;
  const home = findHome(whole);
  const left = { ...anyLeft, types: set };
  const telling: Telling = { reporting, tellNode, home, elsewhere: new Map(), left };
  const plan = dispatch ? { ...withoutDispatch(whole, dispatch), logic: whole.logic } : whole;
  const applied = plan.applied.map((each) => tellNode(reporting, each));
  const members = together([
    tellTypes(telling, whole.types),
    tellNumbers(telling, plan.numbers),
    tellStrings(telling, plan.strings),
    tellArrays(telling, plan.arrays),
    tellObject(telling, plan),
    tellLogic(telling, plan.logic),
    tellLiterals(telling, plan.literals),
    applied.length > 0 ? tellApplied(applied) : [],
  ]);
  if (!members) return undefined;
  const others = [...telling.elsewhere].map(([keyword, place]) => entryOf(keyword, stringLiteral(place)));
  const elsewhere = others.length > 0 ? [entryOf("elsewhere", objectCode(others))] : [];
  return { home: { node: home, tokens: [] }, members: [...elsewhere, ...members] };
}

function tellApplied(applied: readonly (Code | undefined)[]): readonly Code[] | undefined {
  if (!applied.every((each) => each !== undefined)) return undefined;
  return [code`allOf: [${joinCode(applied, ", ")}]`];
}

/** The schema that has most of the keywords. */
function findHome(plan: NodePlan): NodeId {
  const counts = new Map<NodeId, number>();
  const count = (site: Site | undefined): void => {
    if (site) counts.set(site.node, (counts.get(site.node) ?? 0) + 1);
  };
  count(plan.types?.site);
  for (const checks of [plan.literals, plan.numbers, plan.strings])
    for (const { site } of checks) count(site);
  for (const { required, values } of plan.properties) {
    count(required);
    for (const { site } of values) count(site);
  }
  for (const { others } of plan.rests) {
    count(others && ("forbidden" in others ? others.forbidden : others.site));
  }
  let [home, most] = [plan.node, 0];
  for (const [node, times] of counts) if (times > most) [home, most] = [node, times];
  return home;
}

/** A definition by its name, one type by its own, and all else written out: as data, or as a function where data cannot say it. */
function tellNode(reporting: Reporting, { node, site }: Applied, expected?: Site): Code | undefined {
  const { models } = reporting;
  const plan = planOf(models, node);
  if (isAlways(plan)) return code`true`;
  if (models.graph.nodes.get(node)?.schema === false) {
    return expected && isAt(models, site, expected) ? code`false` : undefined;
  }
  const names = checkNamesOf(models, node);
  if (names) {
    const collect = nameCode(names.collect);
    return models.facts.isDeep(node) ? code`{ visit: ${collect} }` : collect;
  }
  const type = tellTypesAlone(plan);
  if (type !== undefined && plan.types) {
    const at = atEntry(models, { node: plan.types.site.node, tokens: [] }, expected);
    return at.length === 0 ? type : objectCode([...at, code`type: ${type}`]);
  }
  const told = tellPlan(reporting, plan);
  if (!told) return printFunction(reporting, plan);
  const { home, members } = told;
  const [only, ...others] = members;
  const at = atEntry(models, home, expected);
  if (only === undefined) return code`true`;
  const [applied] = plan.applied;
  const isNamedAlone = others.length === 0 && applied !== undefined && checkNamesOf(models, applied.node);
  if (isNamedAlone) return tellNode(reporting, applied);
  return objectCode([...at, ...members]);
}

function printFunction(reporting: Reporting, plan: NodePlan): Code {
  const statements = reportPlan(reporting, plan, startPosition, undefined);
  if (statements.length === 0) return code`true`;
  return code`(value, path, issues) => {\n${printStatements(statements)}\n}`;
}
