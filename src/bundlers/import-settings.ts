import { dirname } from "node:path";
import type { Config, Input } from "../config/config.js";
import { optionDefaults } from "../config/config.js";
import { resolveReference } from "../config/resolve-config.js";
import { validateConfig } from "../config/validate-config.js";
import { diagnose, type Outcome } from "../diagnostic.js";
import type { SchemaImport } from "./schema-import.js";

/** One module that is not written: nobody chooses its layout or its looks. */
const fixed = { layout: "single-file", format: false, importExtension: ".ts", banner: "" } as const;

/** Settings that stand behind the mark, in code; `pointer` names a schema in the file. */
const names: ReadonlySet<string> = new Set(
  ["name", ...Object.keys(optionDefaults)].filter((name) => !Object.hasOwn(fixed, name) && name !== "names"),
);

const lists: ReadonlySet<string> = new Set(["runtime", "remote"]);

/**
 * The input that an import of a schema is generated from: the settings of all imports, over them those of the config's input of the
 * same schema, and over both what stands behind the mark.
 */
export function chooseSettings({ file, query }: SchemaImport, config: Config, root: string): Outcome<Input> {
  const given = new URLSearchParams(query);
  const pointer = given.get("pointer") ?? "";
  const schema = pointer === "" ? file : `${file}#${pointer}`;
  const same = config.inputs.find(
    (input) => typeof input.schema === "string" && resolveReference(input.schema, root) === schema,
  );
  const { package: _package, ...settings } = {
    ...config.imports?.settings,
    ...same,
  } satisfies Partial<Input>;
  const read = [...given]
    .filter(([name]) => names.has(name))
    .map(([name, text]) => [name, readValue(name, text)]);
  const value = { ...settings, ...Object.fromEntries(read), ...fixed, schema, output: dirname(file) };
  const unknown = [...given.keys()].filter((name) => name !== "pointer" && !names.has(name));
  const diagnostics = [
    ...unknown.map((name) => refuseSetting(name, file, query)),
    ...validateConfig({ inputs: [value] }, undefined).map(({ message, help }) =>
      diagnose("config-invalid", `In the settings of an import of ${file}: ${message}`, help),
    ),
  ];
  return { value, diagnostics };
}

function readValue(name: string, text: string): unknown {
  if (text === "" || text === "true") return true;
  if (text === "false") return false;
  return lists.has(name) ? text.split(",") : text;
}

function refuseSetting(name: string, file: string, query: string): ReturnType<typeof diagnose> {
  const message = `The import of ${file} with "?schemist&${query}" has no setting "${name}".`;
  return diagnose("config-invalid", message, `Name one of pointer, ${[...names].join(", ")}.`);
}
