import type { Declaration } from "./declaration.js";
import { readDeclaration } from "./declaration.js";
import { findReached } from "./reach.js";
import { templates } from "./templates.js";

/** A declaration of a template: its text, and which names it uses, which is found out when somebody asks. */
class RuntimeDeclaration implements Declaration {
  readonly name: string;
  readonly text: string;
  #uses: ReadonlySet<string> | undefined;

  constructor(text: string) {
    const [, name = ""] = declared.exec(text) ?? [];
    this.name = name;
    this.text = text;
  }

  get uses(): ReadonlySet<string> {
    this.#uses ??= readDeclaration(this.text).uses;
    return this.#uses;
  }

  /** Without `export`. */
  get privateText(): string {
    return this.text.replace(/^export /m, "");
  }
}

/** The templates, taken apart: which names there are, and the declarations behind any of them. */
export class Runtime {
  readonly #declarations: readonly RuntimeDeclaration[];

  constructor() {
    this.#declarations = orderByUse(
      Object.entries(templates).map(([name, text]) => splitTemplate(name, text)),
    );
  }

  /** Every top-level name of every template. */
  get names(): readonly string[] {
    return this.#declarations.map(({ name }) => name);
  }

  /** The declarations of `used` and of all that these use, each template after what it uses; `export` goes where it is not kept. */
  select(used: ReadonlySet<string>, keepsExport: (name: string) => boolean): string[] {
    const byName = new Map(this.#declarations.map((declaration) => [declaration.name, declaration]));
    const roots = this.#declarations.filter(({ name }) => used.has(name));
    const reached = findReached(roots, (name) => byName.get(name));
    return this.#declarations
      .filter((declaration) => reached.has(declaration))
      .map((declaration) => (keepsExport(declaration.name) ? declaration.text : declaration.privateText));
  }
}

interface Template {
  readonly name: string;
  readonly imports: readonly string[];
  readonly declarations: readonly RuntimeDeclaration[];
}

function orderByUse(templates: readonly Template[]): RuntimeDeclaration[] {
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

/** How the line begins with which a declaration does, behind its documentation, and its name. */
const declared = /^(?:export )?(?:async )?(?:function|const|class|interface|type) (\w+)/m;

/** Where declarations, and comments before them, begin: templates are formatted, so that all within is indented. */
const starts = /^(?=\/\/|\/\*|(?:export |async |function |const |class |interface |type ))/m;

/** The declarations of a template, with their comments, and the templates that it imports. A test holds it against the compiler's parser. */
function splitTemplate(name: string, text: string): Template {
  const imports = [...text.matchAll(/ from "\.\/(.+)\.js";$/gm)].map(([, imported = ""]) => imported);
  const declarations: RuntimeDeclaration[] = [];
  let comments = "";
  for (const piece of text.replace(/^\/\* oxlint-disable.*?\*\/\s*/s, "").split(starts)) {
    if (/^\/[/*]/.test(piece)) {
      comments += piece;
      continue;
    }
    if (declared.test(piece)) declarations.push(new RuntimeDeclaration((comments + piece).trim()));
    comments = "";
  }
  return { name, imports, declarations };
}
