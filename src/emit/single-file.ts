import type { Module } from "./module.js";

/** Runtime declarations that stay exported when everything stands in one file. */
const publicRuntime = /^(Validation(Issue|Options|Result|Error)|isValidationError)$/;

/** One module of all: imports between them vanish, and what is not public loses its `export`. */
export function joinModules(modules: readonly Module[], internal: ReadonlySet<string>): Module {
  const declarations = modules.flatMap((module) =>
    module.declarations.map((text) => {
      const name = exportedName(text);
      if (name === undefined) return text;
      const isPublic = module.name === "runtime" ? publicRuntime.test(name) : !internal.has(name);
      return isPublic ? text : unexport(text);
    }),
  );
  return { name: "index", imports: [], exports: [], declarations };
}

const exported = /^export ((?:abstract )?(?:class|const|function|interface|type) )([$\w]+)/mu;

function exportedName(text: string): string | undefined {
  return exported.exec(text)?.[2];
}

function unexport(text: string): string {
  return text.replace(exported, "$1$2");
}
