import { statSync } from "node:fs";
import { resolve } from "node:path";
import { glob } from "tinyglobby";
import type { Interview } from "./ask-choices.js";
import { convertCall } from "./convert-json2ts.js";
import { findInputUnions } from "./find-input-unions.js";
import { planInputs } from "./plan-inputs.js";
import type { PlannedInput } from "./planned-input.js";
import type { DescribedInput } from "./print-config.js";
import type { Json2tsCall } from "./read-json2ts.js";
import type { Project } from "./read-project.js";
import type { FoundDocument } from "./recognise-document.js";
import { relateDocuments } from "./relate-documents.js";

/** What lies in the project, as far as a config is about it. */
export interface Findings {
  readonly project: Project;
  readonly files: readonly string[];
  readonly documents: readonly FoundDocument[];
  readonly calls: readonly Json2tsCall[];
}

export interface PlannedConfig {
  readonly inputs: readonly DescribedInput[];
  /** The calls of json2ts that the config does the work of. */
  readonly replaced: readonly Json2tsCall[];
}

/** Shows what is being worked on, in place of what it showed before. */
export type Tell = (line: string) => void;

/** Asks what there is to ask, and plans the inputs; undefined where the user cancelled. */
export async function planConfig(
  findings: Findings,
  interview: Interview,
  tell: Tell,
): Promise<PlannedConfig | undefined> {
  const { calls, project } = findings;
  const convertible = calls.filter(({ input }) => input !== undefined);
  const scripts = [...new Set(convertible.map(({ script }) => script))];
  const takesOver = convertible.length > 0 && (await interview.askTakeOver(scripts));
  if (takesOver === undefined) return undefined;
  const replaced = takesOver ? convertible : [];
  const taken = new Set<string>();
  const isFolder = (path: string) =>
    statSync(resolve(project.folder, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  const converted = replaced.flatMap((call) => convertCall(call, isFolder, taken) ?? []);
  const planned = await planFound(findings, converted, interview, taken);
  if (!planned) return undefined;
  const inputs = await openUnions([...converted, ...planned], project, interview, tell);
  return inputs && { inputs, replaced };
}

/** Inputs for the documents that no other input names. */
async function planFound(
  { project, files, documents }: Findings,
  converted: readonly PlannedInput[],
  interview: Interview,
  taken: Set<string>,
): Promise<readonly PlannedInput[] | undefined> {
  const named = await glob(
    converted.map(({ input }) => input.schema),
    { cwd: project.folder, expandDirectories: false },
  );
  const relations = relateDocuments(documents, project.folder);
  const isNamed = new Set(named);
  const left = documents.filter(({ path }) => !isNamed.has(path));
  const roots = relations.roots.filter((document) => left.includes(document));
  if (left.length === 0 || (roots.length === 0 && converted.length > 0)) return [];
  const folder = project.entries.has("src") ? "src/generated" : "generated";
  const choices = await interview.askChoices(left, { documents: roots, folder, isPackage: false });
  return choices && planInputs(choices, relations, project, files, taken);
}

/** Finds the tagged unions of each input, and asks which of them are open. */
async function openUnions(
  planned: readonly PlannedInput[],
  project: Project,
  interview: Interview,
  tell: Tell,
): Promise<readonly DescribedInput[] | undefined> {
  const described: DescribedInput[] = [];
  for (const [index, each] of planned.entries()) {
    tell(`${each.input.schema} (${index + 1} of ${planned.length})…`);
    described.push({ ...each, unions: await findInputUnions(each.input, project.folder) });
  }
  tell("");
  const candidates = described.flatMap(({ unions }) => unions.filter(({ canOpen }) => canOpen));
  const answer = candidates.length > 0 ? await interview.askOpenUnions(candidates) : [];
  if (!answer) return undefined;
  const open = new Set(answer.map((index) => candidates[index]));
  return described.map(({ input, unions, ...rest }) => {
    const names = unions.filter((union) => open.has(union)).map(({ name }) => [name, { open: true }]);
    return {
      ...rest,
      unions,
      input: names.length > 0 ? { ...input, unions: Object.fromEntries(names) } : input,
    };
  });
}
