import type { JsonSchema } from "../../../src/config/config.js";
import type { JsonValue } from "../../../src/json.js";
import type { SuiteGroup } from "../suite.js";
import { drafts, readGroups, readRemotes } from "../suite.js";
import { expressibleFiles, relax } from "./relax.js";
import { spellOutTypes } from "./spell-out-types.js";
import type { Judge } from "./verdicts.js";
import { findJudges } from "./verdicts.js";

/** The suite as published, or with types spelled out and its verdicts taken anew. */
export type FidelitySet = "published" | "typed";

export interface JudgedGroup {
  readonly file: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly JudgedTest[];
}

export interface JudgedTest {
  readonly description: string;
  readonly data: JsonValue;
  readonly valid: boolean;
  /** Whether a type can be asked to refuse it. */
  readonly isExpressible: boolean;
}

export interface Judged {
  readonly groups: readonly JudgedGroup[];
  /** Groups that no independent validator decides as published: of them a set with other schemas knows nothing. */
  readonly leftOut: readonly string[];
}

/** The required groups of a draft, judged by validators that are not ours. */
export async function judgeGroups(suite: string, draft: string, set: FidelitySet): Promise<Judged> {
  const judges = findJudges(draft, drafts[draft] ?? "", readRemotes(suite, draft));
  const groups: JudgedGroup[] = [];
  const leftOut: string[] = [];
  for (const group of readGroups(suite, draft, "required")) {
    const judge = await chooseJudge(judges, group);
    if (judge === undefined && set === "typed") leftOut.push(`${group.file}: ${group.description}`);
    else groups.push(await judgeGroup(group, set, judge));
  }
  return { groups, leftOut };
}

/** The first validator that decides the group as the suite does. */
async function chooseJudge(
  judges: readonly Judge[],
  { schema, tests }: SuiteGroup,
): Promise<Judge | undefined> {
  const instances = tests.map(({ data }) => data);
  for (const judge of judges) {
    const verdicts = await judge(schema, instances);
    if (tests.every(({ valid }, index) => verdicts[index] === valid)) return judge;
  }
  return undefined;
}

async function judgeGroup(
  group: SuiteGroup,
  set: FidelitySet,
  judge: Judge | undefined,
): Promise<JudgedGroup> {
  const { file, description, tests } = group;
  const instances = tests.map(({ data }) => data);
  const schema = set === "typed" ? (spellOutTypes(group.schema) as JsonSchema) : group.schema;
  const verdicts = set === "typed" ? await judge?.(schema, instances) : tests.map(({ valid }) => valid);
  // A reference may lead into what is dropped, so that nothing can be judged: then all is asked.
  const relaxed = (await judge?.(relax(schema), instances)) ?? [];
  const isStated = expressibleFiles.has(file);
  return {
    file,
    description,
    schema,
    tests: tests.map(({ description: test, data }, index) => {
      const valid = verdicts?.[index] ?? false;
      return { description: test, data, valid, isExpressible: !valid && isStated && relaxed[index] !== true };
    }),
  };
}
