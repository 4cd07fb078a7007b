import { basename, isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import { diagnose, type Diagnostic, type Place } from "../diagnostic.js";
import { isJsonObject } from "../json.js";
import { formatPointer } from "../pointer.js";
import { ruleAt } from "./config-rule.js";
import { explainIssue, type Mistake } from "./explain-issue.js";
import { validateConfig as decideConfig, type ValidationIssue } from "./generated/index.js";

/**
 * Every mistake in a config, each as `config-invalid` with a pointer into it. `file` is where the config was read from;
 * undefined for a value that was given. What a config may be, the guard decides that Schemist generates from
 * `config.schema.json`. Functions are not looked into.
 */
export function validateConfig(value: unknown, file: string | undefined): readonly Diagnostic[] {
  const config = withoutFunctions(value);
  const result = decideConfig(config, { maxIssues: Infinity });
  if (result.ok) return [];
  // A keyword that several parts of the schema ask for is told once, by the first, which is the one that describes the option.
  const issues = new Map<string, ValidationIssue>();
  for (const issue of result.issues) {
    const key = JSON.stringify([issue.pointer, issue.keyword, issue.expected]);
    if (!issues.has(key)) issues.set(key, issue);
  }
  return [...issues.values()]
    .map((issue) => explainIssue(issue, config))
    .map((mistake) => {
      const { message, help } = refuseNoFunction(mistake) ?? mistake;
      return diagnose("config-invalid", message, help, placeOf(mistake, file));
    });
}

function refuseNoFunction({ path }: Mistake): Pick<Mistake, "message" | "help"> | undefined {
  const [top, , hooks, name] = path;
  if (top !== "inputs" || hooks !== "hooks" || path.length !== 4) return undefined;
  if (!Object.hasOwn(ruleAt("/$defs/Hooks").properties ?? {}, String(name))) return undefined;
  const message = `The hook "${name}" must be a function.`;
  return { message, help: "Write the config in TypeScript or JavaScript, and a function there." };
}

/** Functions are what no JSON Schema can describe: an empty record stands for a lookup of documents, and for each hook. */
function withoutFunctions(value: unknown): unknown {
  if (!isJsonObject(value) || !Array.isArray(value["inputs"])) return value;
  return { ...value, inputs: value["inputs"].map(withoutLookup).map(withoutHooks) };
}

function withoutLookup(input: unknown): unknown {
  return isJsonObject(input) && typeof input["documents"] === "function"
    ? { ...input, documents: {} }
    : input;
}

function withoutHooks(input: unknown): unknown {
  if (!isJsonObject(input) || !isJsonObject(input["hooks"])) return input;
  const hooks = Object.entries(input["hooks"]).map(([name, hook]: [string, unknown]) => [
    name,
    typeof hook === "function" ? {} : hook === undefined ? undefined : [hook],
  ]);
  return { ...input, hooks: Object.fromEntries(hooks) };
}

function placeOf({ path }: Mistake, file: string | undefined): Place {
  if (file === undefined) return { uri: "config", pointer: formatPointer(path) };
  const inPackage = basename(file) === "package.json";
  const pointer = formatPointer(inPackage ? ["schemist", ...path] : path);
  return { uri: isAbsolute(file) ? pathToFileURL(file).href : file, pointer, file };
}
