import { ts } from "ts-morph";
import type { ResolvedInput } from "../config/config.js";
import { DiagnosticError, hasErrors } from "../diagnostic.js";
import { generate } from "../generate.js";
import { invariant } from "../invariant.js";

/** What decides a payload: the generated validator of an input's root. */
export interface Evaluation {
  validate(value: unknown): EvaluationResult;
}

export type EvaluationResult =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly issues: readonly {
        readonly pointer: string;
        readonly keyword: string;
        readonly schema: string;
        readonly message: string;
      }[];
    };

/** Generates the input's code and loads it, without a file. Throws a DiagnosticError where there is an error to report. */
export async function evaluate(input: ResolvedInput): Promise<Evaluation> {
  const { package: _package, name, ...options } = input;
  const { files, diagnostics } = await generate({
    inputs: [
      {
        ...options,
        ...(name === undefined ? {} : { name }),
        layout: "single-file",
        runtime: ["guards", "validators"],
        format: false,
      },
    ],
  });
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  const module: unknown = await import(toDataUrl(textOf(files, "index.ts")));
  const validate = (module as Record<string, unknown>)[
    `validate${rootName(textOf(files, "schemist.manifest.json"))}`
  ];
  invariant(typeof validate === "function", "the root has a validator");
  return { validate: (value) => validate(value) as EvaluationResult };
}

function textOf(files: readonly { path: string; text: string }[], path: string): string {
  const file = files.find((each) => each.path === path);
  invariant(file, `${path} is generated`);
  return file.text;
}

/** The manifest names the root first. */
function rootName(manifest: string): string {
  const { names } = JSON.parse(manifest) as { names: Record<string, string> };
  return Object.values(names)[0] ?? "";
}

function toDataUrl(source: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`;
}
