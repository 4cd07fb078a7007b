import type * as Clack from "@clack/prompts";
import type { Prompts } from "../streams.js";
import type { FoundUnion } from "./find-input-unions.js";
import type { Choices } from "./plan-inputs.js";
import { describeUnion } from "./print-config.js";
import type { FoundDocument } from "./recognise-document.js";

/** The answers to one question; undefined where the user cancelled. */
type Answer<T> = Promise<T | undefined>;

/** Asks the questions of `init`, one method each. */
export interface Interview {
  /** Whether calls of json2ts are taken over. */
  askTakeOver(scripts: readonly string[]): Answer<boolean>;
  /** Which documents, where to, and as what. */
  askChoices(found: readonly FoundDocument[], defaults: Choices): Answer<Choices>;
  /** Which of the unions are open, by index. */
  askOpenUnions(unions: readonly FoundUnion[]): Answer<readonly number[]>;
}

/** What `--yes` answers. */
export const unattended: Interview = {
  askTakeOver: async () => true,
  askChoices: async (_found, defaults) => defaults,
  askOpenUnions: async () => [],
};

/** Asks on a terminal. The library is loaded here, since few runs of the program ask anything. */
export async function startInterview(prompts: Prompts): Promise<Interview> {
  const clack = await import("@clack/prompts");
  const terminal = { clack, prompts };
  return {
    askTakeOver: (scripts) =>
      ask(clack.confirm({ ...prompts, message: `Take over what json2ts does (${scripts.join(", ")})?` })),
    async askChoices(found, defaults) {
      const documents = await askDocuments(terminal, found, defaults.documents);
      const folder = documents && (await askFolder(terminal, defaults.folder));
      const isPackage = folder === undefined ? undefined : await askForm(terminal);
      if (!documents || folder === undefined || isPackage === undefined) return undefined;
      return { documents, folder, isPackage };
    },
    askOpenUnions: (unions) => askOpenUnions(terminal, unions),
  };
}

interface Terminal {
  readonly clack: typeof Clack;
  readonly prompts: Prompts;
}

async function ask<T>(answer: Promise<T | typeof Clack.CANCEL_SYMBOL>): Answer<T> {
  const given = await answer;
  // A cancelled question answers with the library's only symbol.
  return typeof given === "symbol" ? undefined : given;
}

function askDocuments(
  { clack, prompts }: Terminal,
  found: readonly FoundDocument[],
  proposed: readonly FoundDocument[],
): Answer<readonly FoundDocument[]> {
  return ask(
    clack.multiselect({
      ...prompts,
      message: "What is to be generated? What these refer to comes with them.",
      options: found.map((document) => ({ value: document, label: document.path, hint: document.kind })),
      initialValues: proposed,
      required: true,
      maxItems: longestList,
    }),
  );
}

function askFolder({ clack, prompts }: Terminal, proposed: string): Answer<string> {
  const validate = (folder = "") => (folder.trim() === "" ? "Name a folder." : undefined);
  return ask(clack.text({ ...prompts, message: "Into which folder?", initialValue: proposed, validate }));
}

function askForm({ clack, prompts }: Terminal): Answer<boolean> {
  return ask(
    clack.select({
      ...prompts,
      message: "As what?",
      options: [
        { value: false, label: "TypeScript sources", hint: "part of this project" },
        { value: true, label: "packages", hint: "ready to publish" },
      ],
      initialValue: false,
    }),
  );
}

function askOpenUnions(
  { clack, prompts }: Terminal,
  unions: readonly FoundUnion[],
): Answer<readonly number[]> {
  return ask(
    clack.multiselect({
      ...prompts,
      message: "Which unions are also to take variants that are still to come?",
      options: unions.map((union, index) => ({ value: index, label: describeUnion(union) })),
      required: false,
      maxItems: longestList,
    }),
  );
}

/** More lines than this scroll. */
const longestList = 12;
