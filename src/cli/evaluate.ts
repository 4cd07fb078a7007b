import { createJiti } from "jiti";
import { join } from "node:path";
import { ts } from "ts-morph";
import type { Input, ResolvedExtensions, ResolvedInput } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { diagnose, DiagnosticError, hasErrors } from "../diagnostic.js";
import type { GeneratedFile } from "../file.js";
import { generate } from "../generate.js";
import { invariant } from "../invariant.js";
import { parsePointer } from "../pointer.js";
import { fragmentOf } from "../uri.js";

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

/**
 * Generates the input's code and loads it, without a file. Throws a DiagnosticError where there is an error to report, as that the
 * input has no root type.
 */
export async function evaluate(input: ResolvedInput): Promise<Evaluation> {
  const { package: _package, name, extensions, ...others } = input;
  const options = { ...others, ...(name === undefined ? {} : { name }), ...alone };
  // Only a package has the schema, which says what its root is.
  const files = await generateOne({ ...options, package: { name: "samples", version: "0.0.0" } });
  const root = readRootName(textOf(files, "schema.json"));
  if (root === undefined) throw new DiagnosticError([reportRootless()]);
  const module: unknown = await (extensions
    ? importExtended(options, extensions)
    : import(toDataUrl(textOf(files, "src/index.ts"))));
  const exported = module as Record<string, unknown>;
  // A union whose tag stands outside the value is judged without it: a sample does not say what it is.
  const validate = exported[`validate${root}`] ?? exported[`validate${root}Body`];
  invariant(typeof validate === "function", "the root has a validator");
  return { validate: (value) => validate(value) as EvaluationResult };
}

/** One file that is run and not read. */
const alone = { layout: "single-file", runtime: ["guards", "validators"], format: false } as const;

async function generateOne(input: Input): Promise<readonly GeneratedFile[]> {
  const { files, diagnostics } = await generate({ inputs: [input] });
  if (hasErrors(diagnostics)) throw new DiagnosticError(diagnostics);
  return files;
}

/** Runs the code as if it lay in the output's folder, since it imports a module of the user's from there. */
async function importExtended(options: Input, extensions: ResolvedExtensions): Promise<unknown> {
  const { version: _version, ...known } = extensions;
  const files = await generateOne({ ...options, extensions: known, importExtension: ".ts" });
  const file = join(options.output, "index.ts");
  const jiti = createJiti(file, { fsCache: false, moduleCache: false });
  return jiti.evalModule(textOf(files, "index.ts"), { filename: file, async: true });
}

function textOf(files: readonly { path: string; text: string }[], path: string): string {
  const file = files.find((each) => each.path === path);
  invariant(file, `${path} is generated`);
  return file.text;
}

/** The name of the definition that the schema starts from. */
function readRootName(schema: string): string | undefined {
  const { $ref } = JSON.parse(schema) as { readonly $ref?: string };
  return $ref === undefined ? undefined : parsePointer(fragmentOf($ref)).at(-1);
}

function reportRootless(): Diagnostic {
  return diagnose(
    "samples-without-root",
    "The input is a whole API description, and has no root type that samples could be of.",
    "Make an input of the schema that they are of, as in `api.yaml#/components/schemas/Name`.",
  );
}

function toDataUrl(source: string): string {
  const options = { target: ts.ScriptTarget.ES2022, module: ts.ModuleKind.ESNext };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return `data:text/javascript;base64,${Buffer.from(outputText).toString("base64")}`;
}
