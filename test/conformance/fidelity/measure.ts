import { generate } from "../../../src/generate.js";
import type { Limit } from "../fidelity-limits.js";
import { drafts, readRemotes } from "../suite.js";
import type { FidelitySet, JudgedGroup, JudgedTest } from "./judged-groups.js";
import { judgeGroups } from "./judged-groups.js";
import type { InstanceResult, TypeTrials } from "./try-types.js";

/** What our type says of a group, and what the best one says that is written by hand. */
export interface GroupReport {
  readonly name: string;
  readonly group: JudgedGroup;
  readonly code: string;
  /** Why there is no usable type. */
  readonly error: string | undefined;
  readonly tests: readonly TestReport[];
  readonly limit: LimitReport | undefined;
}

/** The group's entry in the table of limits, with what its type says of the same instances. */
export interface LimitReport {
  readonly entry: Limit;
  readonly error: string | undefined;
  readonly tests: readonly TestReport[];
}

export interface TestReport extends InstanceResult {
  readonly test: JudgedTest;
  /** Whether the type gets it right: admits what is valid, refuses what a type can be asked to refuse. */
  readonly isRight: boolean;
  /** Whether no usable type gets it right. */
  readonly isExcused: boolean;
}

export interface Measurement {
  readonly groups: readonly GroupReport[];
  readonly leftOut: readonly string[];
}

/** Types of a draft's groups, tried on their instances. */
export async function measure(
  suite: string,
  draft: string,
  set: FidelitySet,
  limits: readonly Limit[],
  trials: TypeTrials,
): Promise<Measurement> {
  const { groups, leftOut } = await judgeGroups(suite, draft, set);
  const generated = await generateTypes(suite, draft, groups);
  const limitOf = groups.map((group) => findLimit(limits, set, group));
  const written = limitOf.map((limit) => (limit ? `export type Root = ${limit.type};` : "export {};"));
  const results = trials.try(
    [...generated.map(({ code }) => code), ...written].map((code, index) => ({
      code,
      instances: groups[index % groups.length]?.tests ?? [],
    })),
  );
  return {
    leftOut,
    groups: groups.map((group, index) => {
      const excused = new Set(limitOf[index]?.instances);
      const report = (each: number): TestReport[] =>
        group.tests.map((test, at) => reportTest(test, results[each]?.instances[at], excused));
      const entry = limitOf[index];
      const error = results[groups.length + index]?.error;
      return {
        name: `${group.file}: ${group.description}`,
        group,
        code: generated[index]?.code ?? "",
        error: generated[index]?.error ?? results[index]?.error,
        tests: report(index),
        limit: entry && { entry, error, tests: report(groups.length + index) },
      };
    }),
  };
}

function reportTest(
  test: JudgedTest,
  result: InstanceResult | undefined,
  excused: ReadonlySet<string>,
): TestReport {
  const { admitsValue = false, admitsLiteral = false, isWeaklyRefused = false } = result ?? {};
  const isRight = test.valid ? admitsValue : !test.isExpressible || !admitsLiteral;
  const isExcused = excused.has(test.description);
  return { test, admitsValue, admitsLiteral, isWeaklyRefused, isRight, isExcused };
}

function findLimit(
  limits: readonly Limit[],
  set: FidelitySet,
  { file, description }: JudgedGroup,
): Limit | undefined {
  return limits.find((limit) => limit.set === set && limit.file === file && limit.group === description);
}

interface GeneratedTypes {
  readonly code: string;
  readonly error: string | undefined;
}

async function generateTypes(
  suite: string,
  draft: string,
  groups: readonly JudgedGroup[],
): Promise<GeneratedTypes[]> {
  const options = {
    documents: readRemotes(suite, draft),
    name: "Root",
    layout: "single-file",
    format: false,
    untyped: "exact",
    runtime: [],
  } as const;
  const uriOf = (index: number): string => `https://schemist.test/${index}`;
  const { files, diagnostics } = await generate({
    inputs: groups.map(({ schema }, index) => ({
      ...options,
      schema: { uri: uriOf(index), schema, dialect: drafts[draft] ?? "" },
      output: `${index}`,
    })),
  });
  const texts = new Map(
    files.flatMap(({ output, path, text }) =>
      path === "index.ts" ? [[Number(/\d+$/.exec(output)), text]] : [],
    ),
  );
  return groups.map((_, index) => {
    const error = diagnostics.find(
      ({ severity, place }) => severity === "error" && place?.uri === uriOf(index),
    );
    const code = texts.get(index);
    if (code !== undefined) return { code, error: undefined };
    return { code: "", error: error ? `${error.code}: ${error.message}` : "nothing is generated" };
  });
}
