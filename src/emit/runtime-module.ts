import { ts } from "ts-morph";
import type { Declaration } from "./declaration.js";
import { addReferences, nameOf } from "./declaration.js";
import { findReached } from "./reach.js";
import { templates } from "./templates.js";

/** A declaration of a template, and its text without `export`. */
interface RuntimeDeclaration extends Declaration {
  readonly privateText: string;
}

/** The templates, parsed: which names there are, and the declarations behind any of them. */
export class Runtime {
  readonly #declarations: readonly RuntimeDeclaration[];

  constructor() {
    this.#declarations = orderByUse(
      Object.entries(templates).map(([name, text]) => parseTemplate(name, text)),
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
      .map(({ name, text, privateText }) => (keepsExport(name) ? text : privateText));
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

function parseTemplate(name: string, text: string): Template {
  const source = text.replace(/^\/\* oxlint-disable.*?\*\/\s*/s, "");
  const file = ts.createSourceFile(`${name}.ts`, source, ts.ScriptTarget.ESNext);
  const imports = file.statements.filter(ts.isImportDeclaration);
  const own = file.statements.filter((statement) => !ts.isImportDeclaration(statement));
  return {
    name,
    imports: imports.map(({ moduleSpecifier }) =>
      moduleSpecifier.getText(file).slice('"./'.length, -'.js"'.length),
    ),
    declarations: own.map((statement) => readDeclaration(file, statement)),
  };
}

function readDeclaration(file: ts.SourceFile, statement: ts.Statement): RuntimeDeclaration {
  const text = statement.getFullText(file);
  const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : [];
  const exporting = modifiers.find(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  const [from, to] = [exporting?.getStart(file) ?? 0, exporting?.end ?? 0].map((at) => at - statement.pos);
  const privateText = exporting ? text.slice(0, from) + text.slice(to).trimStart() : text;
  const uses = new Set<string>();
  addReferences(statement, uses);
  return { name: nameOf(statement), text: text.trim(), privateText: privateText.trim(), uses };
}
