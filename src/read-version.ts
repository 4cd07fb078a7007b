import { assertChecked } from "./assert-checked.js";
import { resolveConfig } from "./config/resolve-config.js";
import { type Diagnostic, diagnose, hasErrors, type Outcome } from "./diagnostic.js";
import { lastSegment } from "./diff/definition-name.js";
import type { Version } from "./diff/version.js";
import { proveFacts } from "./facts/prove-facts.js";
import { invariant } from "./invariant.js";
import { isJsonObject, type JsonObject, memberOf } from "./json.js";
import { Linker } from "./link/link.js";
import { load } from "./load/load.js";
import type { PackageFiles } from "./load/read-package.js";
import type { SchemaGraph } from "./schema/schema-graph.js";
import { lower } from "./schema/schema.js";

/** What the version is called; without `number` its package.json says it. */
interface Named {
  readonly label: string;
  readonly name: "old" | "new";
  readonly number?: string | undefined;
}

/** Reads what a package holds back into schemas and proofs: the one way for what is published and for what would be. */
export async function readVersion(files: PackageFiles, named: Named): Promise<Outcome<Version | undefined>> {
  const [manifest, schema, description] = ["schemist.manifest.json", "schema.json", "package.json"].map(
    (path) => parse(files.get(path)),
  );
  if (!manifest || !schema || !description) return refuse(named, "its files are no JSON");
  const uri = `https://schemist.invalid/${named.name}/schema.json`;
  const outcome = await readGraph(schema, uri);
  if (!outcome.value) return refuse(named, outcome.diagnostics[0]?.message ?? "its schema has errors");
  const graph = assertChecked(outcome.value, files, memberOf(description, "dependencies"));
  const { value: facts, diagnostics } = proveFacts(graph);
  if (hasErrors(diagnostics)) return refuse(named, diagnostics[0]?.message ?? "its schema has errors");
  const published = memberOf(description, "version");
  const isOwn = "number" in named;
  return {
    value: {
      label: named.label,
      number: isOwn ? named.number : typeof published === "string" ? published : undefined,
      proved: { graph, facts },
      definitions: listDefinitions(graph, schema),
      root: lastSegment(readString(schema, "$ref")),
      names: (memberOf(manifest, "names") ?? {}) as Version["names"],
      declarations: listDeclarations(files),
    },
    diagnostics: [],
  };
}

function parse(text: string | undefined): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text ?? "");
    return isJsonObject(value) ? value : undefined;
  } catch {
    // Said by the caller, of the package as a whole.
    return undefined;
  }
}

function readString(object: JsonObject, key: string): string | undefined {
  const value = memberOf(object, key);
  return typeof value === "string" ? value : undefined;
}

function refuse({ label }: Named, reason: string): Outcome<undefined> {
  const message = `The package ${label} cannot be compared: ${reason}.`;
  const diagnostics = [diagnose("package-unreadable", message, "Generate it anew.")];
  return { value: undefined, diagnostics };
}

/** The published schema as it stands: it says in 2020-12 all that was inferred when it was generated. */
async function readGraph(schema: JsonObject, uri: string): Promise<Outcome<SchemaGraph | undefined>> {
  const [input] = resolveConfig(
    {
      inputs: [
        {
          schema: { uri, schema },
          output: "",
          untyped: "exact",
          formats: "annotate",
          discriminator: "annotate",
        },
      ],
    },
    ".",
  );
  invariant(input, "one input resolves to one");
  const diagnostics: Diagnostic[] = [];
  const linker = new Linker(input);
  const documents = await load(input, (known) => linker.findMissing(known));
  diagnostics.push(...documents.diagnostics);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const linked = linker.link(documents.value);
  diagnostics.push(...linked.diagnostics);
  if (hasErrors(diagnostics)) return { value: undefined, diagnostics };
  const graph = lower(linked.value, input);
  diagnostics.push(...graph.diagnostics);
  return { value: hasErrors(diagnostics) ? undefined : graph.value, diagnostics };
}

function listDefinitions(graph: SchemaGraph, schema: JsonObject): Version["definitions"] {
  const definitions = memberOf(schema, "$defs");
  const names = new Set(isJsonObject(definitions) ? Object.keys(definitions) : []);
  const found = [...graph.nodes.values()].flatMap(({ id, place }): [string, string][] => {
    const [, holder, name, ...rest] = place.pointer.split("/");
    const key = (name ?? "").replaceAll("~1", "/").replaceAll("~0", "~");
    return holder === "$defs" && rest.length === 0 && names.has(key) ? [[key, id]] : [];
  });
  return new Map(found);
}

/** The declarations in the compiled package, from its own folder on. */
function listDeclarations(files: PackageFiles): ReadonlyMap<string, string> {
  const found = [...files].filter(([path]) => path.startsWith("dist/") && path.endsWith(".d.ts"));
  return new Map(found.map(([path, text]) => [path.slice("dist/".length), text]));
}
