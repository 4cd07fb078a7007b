import type { ResolvedInput } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { appendPointer } from "../pointer.js";
import type { SchemaGraph } from "../schema/schema-graph.js";
import { extensionDependencies, packageNameOf } from "./extensions-specifier.js";

/** What a generated package depends on, by the range of versions: where the user's functions and types are. */
export function listDependencies(input: ResolvedInput, graph: SchemaGraph): Readonly<Record<string, string>> {
  const ranges = new Map<string, string>();
  for (const { annotations } of graph.nodes.values()) {
    const { module = "", version } = annotations.typescriptType ?? {};
    const name = packageNameOf(module);
    if (name !== undefined && version !== undefined) ranges.set(name, version);
  }
  return { ...Object.fromEntries(ranges), ...extensionDependencies(input) };
}

/** All that keeps a package from importing the types that its schemas name: sources alone may import what they like. */
export function checkTypeImports(input: ResolvedInput, graph: SchemaGraph): Diagnostic[] {
  if (!input.package) return [];
  const dependencies = listDependencies(input, graph);
  const told = new Set<string>();
  return [...graph.nodes.values()].flatMap(({ annotations: { typescriptType: type }, place }) => {
    const problem = type && findProblem(type.module, type.version, dependencies);
    if (!problem || told.has(problem.message)) return [];
    told.add(problem.message);
    const { uri, pointer } = place;
    const at = { uri, pointer: appendPointer(pointer, "x-typescript-type") };
    return [diagnose("type-import-invalid", problem.message, problem.help, at)];
  });
}

interface Problem {
  readonly message: string;
  readonly help: string;
}

function findProblem(
  module: string,
  version: string | undefined,
  dependencies: Readonly<Record<string, string>>,
): Problem | undefined {
  const shown = JSON.stringify(module);
  const name = packageNameOf(module);
  if (name === undefined) {
    return {
      message: `The package would import a type from ${shown}, a file that it does not have.`,
      help: "Publish the type in a package and name that, or generate sources alone.",
    };
  }
  const range = Object.hasOwn(dependencies, name) ? dependencies[name] : undefined;
  if (range === undefined) {
    return {
      message: `The generated package imports a type from ${shown}, and nothing says which versions of it.`,
      help: 'Add the range, as in `"version": "^1.0.0"`.',
    };
  }
  if (version === undefined || version === range) return undefined;
  return {
    message: `Of ${JSON.stringify(name)}, both versions ${range} and ${version} are asked for.`,
    help: "Ask for one range everywhere.",
  };
}
