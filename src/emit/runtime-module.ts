import type { Declaration } from "./declaration.js";
import { readDeclaration } from "./declaration.js";
import { findReached } from "./reach.js";
import { templates } from "./templates.js";

/** The templates, taken apart: which names there are, and the declarations behind any of them. */
export class Runtime {
  readonly #declarations: readonly Declaration[];

  constructor() {
    this.#declarations = orderByUse(
      Object.entries(templates).map(([name, text]) => splitTemplate(name, text)),
    );
  }

  /** Every top-level name of every template. */
  get names(): readonly string[] {
    return this.#declarations.map(({ name }) => name);
  }

  /** Every declaration. */
  get texts(): ReadonlySet<string> {
    return new Set(this.#declarations.map(({ text }) => text));
  }

  /** The declarations of `used` and of all that these use, each template after what it uses; `export` goes where it is not kept. */
  select(used: ReadonlySet<string>, keepsExport: (name: string) => boolean): string[] {
    const byName = new Map(this.#declarations.map((declaration) => [declaration.name, declaration]));
    const roots = this.#declarations.filter(({ name }) => used.has(name));
    const reached = findReached(roots, (name) => byName.get(name));
    return this.#declarations
      .filter((declaration) => reached.has(declaration))
      .map(({ name, text }) => (keepsExport(name) ? text : text.replace(/^export /m, "")));
  }
}

interface Template {
  readonly name: string;
  readonly imports: readonly string[];
  readonly declarations: readonly Declaration[];
}

function orderByUse(templates: readonly Template[]): Declaration[] {
  const ordered = new Set<Template>();
  const include = (template: Template): void => {
    if (ordered.has(template)) return;
    // Templates are ours, and few: recursion ends.
    for (const each of templates) if (template.imports.includes(each.name)) include(each);
    ordered.add(template);
  };
  templates.forEach(include);
  return [...ordered].flatMap(({ declarations }) => declarations);
}

/** Where declarations, and comments before them, begin: templates are formatted, so that all within is indented. */
const starts = /^(?=\/\/|\/\*|(?:export |async |function |const |class |interface |type ))/m;

/** The declarations of a template, with their comments, and the templates that it imports. A test holds it against the compiler's parser. */
function splitTemplate(name: string, text: string): Template {
  const imports = [...text.matchAll(/ from "\.\/(.+)\.js";$/gm)].map(([, imported = ""]) => imported);
  const declarations: Declaration[] = [];
  let comments = "";
  for (const piece of text.replace(/^\/\* oxlint-disable.*?\*\/\s*/s, "").split(starts)) {
    if (/^\/[/*]/.test(piece)) {
      comments += piece;
      continue;
    }
    if (!piece.startsWith("import ")) declarations.push(readDeclaration((comments + piece).trim()));
    comments = "";
  }
  return { name, imports, declarations };
}
