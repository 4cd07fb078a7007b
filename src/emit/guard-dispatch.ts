import type { Alternative, Applied, DispatchCheck } from "../checks/check-plan.js";
import { toCamelCase, toPascalCase } from "../identifier.js";
import type { Code } from "./code.js";
import { code, joinCode, valueLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, always, any, callTest, not, printCondition } from "./condition.js";
import { checkNamesOf } from "./context.js";
import { allTypes, type TypeSet } from "../schema/type-set.js";
import { canBeObject, isObjectAlong, mayLackTag, tagAccess } from "./dispatch.js";
import { anyCondition, oneCondition } from "./guard-choice.js";
import type { Printing } from "./printing.js";

const nothing: Demanded = { condition: always, types: allTypes, isRead: false, isTelling: false };

/** As many branches are asked one after another where they are part of an expression; of more the tag chooses, in a function. */
const expressionBudget = 8;

/** More values of a tag than this are looked up in a map: engines compare strings with the cases of a switch one by one. */
const comparedTags = 64;

/** What else a value must meet, and whether the first step to the tag can be read where it does. */
export interface Demanded {
  readonly condition: Condition;
  /** What it may be where it does. */
  readonly types: TypeSet;
  readonly isRead: boolean;
  /** Whether it may say more of the tag to TypeScript than that should know. */
  readonly isTelling: boolean;
}

/** Statements that return whether the subject meets `demanded`, and what the tag leads to: one look-up, and only what that leaves. */
export function printDispatch(
  printing: Printing,
  dispatch: DispatchCheck,
  subject: Code,
  demanded: Demanded = nothing,
): Code[] {
  const { path, notObject } = dispatch;
  const { condition, types, isRead, isTelling } = demanded;
  if (notObject && !canBeObject(types)) {
    return [
      code`return ${printCondition(all([condition, alternativeCondition(printing, notObject, subject)]))};`,
    ];
  }
  const isObject = isObjectAlong(printing, subject, [path.slice(0, 1)]);
  const areObjects = isObjectAlong(printing, subject, [path]);
  const isWide = dispatch.cases.flatMap(({ values }) => values).length > comparedTags;
  const chosen = isWide
    ? printLookUp(printing, dispatch, subject)
    : [printSwitch(printing, dispatch, subject, isTelling)];
  const refuse = (condition: Condition): Code[] => [
    code`if (${printCondition(not(condition))}) return false;`,
  ];

  if (!notObject) {
    if (isRead && path.length === 1) return [...refuse(condition), ...chosen];
    return [...refuse(all(isRead ? [condition, areObjects] : [areObjects, condition])), ...chosen];
  }
  const other = printCondition(alternativeCondition(printing, notObject, subject));
  return [
    ...(condition.kind === "always" ? [] : refuse(condition)),
    code`if (${printCondition(not(isObject))}) return ${other};`,
    ...(path.length > 1 ? refuse(areObjects) : []),
    ...chosen,
  ];
}

function printSwitch(
  printing: Printing,
  { path, cases, otherwise, covers }: DispatchCheck,
  subject: Code,
  isTelling: boolean,
): Code {
  const labelled = cases.map(({ values, then }) => {
    const labels = values.map((each) => code`case ${valueLiteral(each)}:`);
    return code`${joinCode(labels, "\n")}\n${joinCode(printAlternative(printing, then, subject, isTelling), "\n")}`;
  });
  const rest = otherwise ? printAlternative(printing, otherwise, subject, isTelling) : [code`return false;`];
  const tag = tagAccess(subject, path);
  const isPlain = (!isTelling || covers !== undefined) && !mayLackTag(cases);
  const known = isPlain ? tag : code`${tag} as unknown`;
  return code`switch (${known}) {\n${joinCode(labelled, "\n")}\ndefault:\n${joinCode(rest, "\n")}\n}`;
}

/** The same by a constant map from the tag's values to guards: `as const`, since TypeScript compares the items of a mere array in pairs. */
function printLookUp(
  printing: Printing,
  { path, cases, otherwise }: DispatchCheck,
  subject: Code,
): readonly Code[] {
  const { scope, owner } = printing;
  const entries = cases.flatMap(({ values, then }) => {
    const guard = printCase(printing, then, subject);
    return values.map((value) => code`[${valueLiteral(value)}, ${guard}],`);
  });
  const guard = code`(value: unknown) => boolean`;
  const map = code`/* @__PURE__ */ new Map<unknown, ${guard}>([\n${joinCode(entries, "\n")}\n] as const)`;
  const name = `${toCamelCase(owner)}GuardBy${toPascalCase(path.at(-1) ?? "")}`;
  const found = code`${scope.hoist(name, map)}.get(${tagAccess(subject, path)})`;
  if (!otherwise) return [code`return ${found}?.(${subject}) ?? false;`];
  return [
    code`const guard = ${found};`,
    code`if (guard !== undefined) return guard(${subject});`,
    ...printAlternative(printing, otherwise, subject, false),
  ];
}

/** What a tag leads to, as a function: a guard by its name, or an arrow. */
function printCase(printing: Printing, then: Alternative, subject: Code): Code {
  if (then.kind === "dispatch") {
    const statements = printDispatch(printing, then, subject);
    return code`(${subject}: unknown): boolean => {\n${joinCode(statements, "\n")}\n}`;
  }
  const { models, scope } = printing;
  const condition = printCondition(alternativeCondition(printing, then, subject));
  const target = then.kind === "branch" ? models.facts.resolve(then.value.node) : undefined;
  const names = target === undefined ? undefined : checkNamesOf(models, target);
  const guard = names && scope.use("guards", names.guard);
  const isGuard = guard !== undefined && condition === code`${guard}(${subject})`;
  return isGuard ? guard : code`(${subject}: unknown): boolean => ${condition}`;
}

function printAlternative(
  printing: Printing,
  alternative: Alternative,
  subject: Code,
  isTelling: boolean,
): Code[] {
  if (alternative.kind === "dispatch")
    return printDispatch(printing, alternative, subject, { ...nothing, isTelling });
  return [code`return ${printCondition(alternativeCondition(printing, alternative, subject))};`];
}

/** Whether what is left once a tag is known lets the subject pass. */
export function alternativeCondition(printing: Printing, alternative: Alternative, subject: Code): Condition {
  if (alternative.kind === "branch") return printing.check(alternative.value.node, subject, printing.left);
  if (alternative.kind === "dispatch") return dispatchCondition(printing, alternative, subject);
  if (alternative.kind === "all")
    return all(alternative.of.map(({ node }) => printing.check(node, subject, printing.left)));
  const conditions = alternative.of.map((each) => alternativeCondition(printing, each, subject));
  return alternative.kind === "any" ? any(conditions) : oneCondition(conditions);
}

/** As an expression: where the tag leaves a single branch, any of them, since no two are valid; otherwise a call. */
export function dispatchCondition(printing: Printing, check: DispatchCheck, subject: Code): Condition {
  const branches = listBranches(check);
  if (branches && branches.length <= expressionBudget) return anyCondition(printing, branches, subject);
  const statements = printDispatch(printing, check, code`part`);
  const decides = code`(part: unknown): boolean => {\n${joinCode(statements, "\n")}\n}`;
  return callTest(
    code`${printing.scope.hoist(`is${toPascalCase(printing.owner)}Choice`, decides)}(${subject})`,
  );
}

/** All branches that it leads to, each once; undefined where it leaves several of which only one may hold. */
function listBranches(alternative: Alternative): readonly Applied[] | undefined {
  if (alternative.kind === "branch") return [alternative.value];
  if (alternative.kind === "one" || alternative.kind === "all") return undefined;
  const found = new Map<string, Applied>();
  for (const each of listInner(alternative)) {
    const branches = listBranches(each);
    if (!branches) return undefined;
    for (const branch of branches) found.set(branch.node, branch);
  }
  return [...found.values()];
}

function listInner(alternative: Exclude<Alternative, { kind: "branch" | "all" }>): readonly Alternative[] {
  if (alternative.kind !== "dispatch") return alternative.of;
  const { cases, otherwise, notObject } = alternative;
  return [...cases.map(({ then }) => then), ...[otherwise, notObject].filter((each) => each !== undefined)];
}
