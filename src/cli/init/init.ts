import { diagnose, type Diagnostic, hasErrors } from "../../diagnostic.js";
import { createReporter, type Reporter } from "../reporter.js";
import { countOf } from "../show-number.js";
import type { Streams } from "../streams.js";
import { addScripts, type AddedScripts } from "./add-scripts.js";
import { startInterview, unattended } from "./ask-choices.js";
import { findDocuments } from "./find-documents.js";
import { formatConfig } from "./format-config.js";
import { describeNextSteps } from "./next-steps.js";
import { planConfig, type PlannedConfig } from "./plan-config.js";
import { type ConfigFormat, printConfig } from "./print-config.js";
import { readJson2tsCalls } from "./read-json2ts.js";
import { listScripts, type Project, readProject } from "./read-project.js";
import { createFile, replaceFile } from "./write-project.js";

/** The flags of `init`. */
export interface InitFlags {
  readonly yes?: boolean;
  readonly format?: ConfigFormat;
}

/**
 * `schemist init`: writes a config for the schemas of this folder, and scripts into package.json, as the user or `--yes`
 * answers. Writes nothing where a config is there, nothing is found, or the user cancels. Returns the exit code.
 */
export async function runInit(flags: InitFlags, streams: Streams): Promise<number> {
  const reporter = createReporter({ reporter: "text" }, streams);
  try {
    const diagnostics = await initialize(flags, streams, reporter);
    reporter.add(diagnostics);
    return hasErrors(diagnostics) ? 2 : 0;
  } finally {
    reporter.close();
  }
}

async function initialize(
  flags: InitFlags,
  streams: Streams,
  reporter: Reporter,
): Promise<readonly Diagnostic[]> {
  const { value: project, diagnostics: refused } = await readProject(streams.cwd);
  if (refused.length > 0) return refused;
  if (!flags.yes && !streams.prompts) return [refuseUnattended()];
  const { value: found, diagnostics } = await findDocuments(streams.cwd);
  const calls = readJson2tsCalls(listScripts(project.manifest));
  if (found.documents.length === 0 && calls.every(({ input }) => input === undefined)) {
    return [...diagnostics, refuseNothing()];
  }
  const interview = flags.yes || !streams.prompts ? unattended : await startInterview(streams.prompts);
  const tell = (line: string): void => {
    if (streams.isTerminal) streams.stderr.write(`\r\u001B[K${line}`);
  };
  const plan = await planConfig({ project, calls, ...found }, interview, tell);
  if (!plan) return [...diagnostics, refuseCancelled()];
  return [...diagnostics, ...(await writeConfig(plan, project, flags, reporter))];
}

async function writeConfig(
  plan: PlannedConfig,
  project: Project,
  { format = project.usesTypeScript ? "ts" : "mjs" }: InitFlags,
  reporter: Reporter,
): Promise<readonly Diagnostic[]> {
  const file = `schemist.config.${format}`;
  const { value: text, diagnostics } = await formatConfig(
    printConfig(plan.inputs, format),
    project.folder,
    file,
  );
  const problem = await createFile(project.folder, file, text);
  if (problem) return [problem];
  reporter.say(`${file}: written, with ${countOf(plan.inputs.length, "input")}`);
  const added: AddedScripts = project.manifest
    ? addScripts(project.manifest)
    : { text: "", scripts: {}, names: [] };
  const unwritten =
    added.names.length > 0 ? await replaceFile(project.folder, "package.json", added.text) : undefined;
  if (unwritten) return [...diagnostics, unwritten];
  if (added.names.length > 0) {
    const noun = added.names.length === 1 ? "the script" : "the scripts";
    reporter.say(`package.json: has ${noun} ${added.names.join(" and ")} now`);
  }
  for (const line of describeNextSteps(plan, project, added)) reporter.say(line);
  return diagnostics;
}

function refuseUnattended(): Diagnostic {
  const message = "This is no terminal, so there is nobody to ask.";
  return diagnose("init-unanswered", message, "Write `schemist init --yes` to take what it proposes.");
}

function refuseCancelled(): Diagnostic {
  return diagnose(
    "init-unanswered",
    "Nothing was written, since you cancelled.",
    "Run `schemist init` again.",
  );
}

function refuseNothing(): Diagnostic {
  const message = "There is no schema in this folder, nor an OpenAPI or AsyncAPI document.";
  const help = "Call a schema `*.schema.json`, or let it name its dialect with `$schema`.";
  return diagnose("schemas-not-found", message, help);
}
