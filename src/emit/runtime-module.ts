import { ts } from "ts-morph";
import { invariant } from "../invariant.js";
import { templates } from "./templates.js";

/** What one template holds: its declarations as text, the names that they give, and the templates that they use. */
interface Template {
  readonly declarations: readonly string[];
  readonly exports: readonly string[];
  readonly names: readonly string[];
  readonly uses: readonly string[];
}

/** The templates, parsed: which names there are, and the declarations behind any of them. */
export class Runtime {
  readonly #templates: ReadonlyMap<string, Template>;

  constructor() {
    this.#templates = new Map(
      Object.entries(templates).map(([name, text]) => [name, parseTemplate(name, text)]),
    );
  }

  /** Every top-level name of every template. */
  get names(): readonly string[] {
    return [...this.#templates.values()].flatMap(({ names }) => names);
  }

  /** The declarations of the templates that export `used`, and of all that these use, each after what it uses. */
  select(used: Iterable<string>): string[] {
    const selected = new Set<string>();
    const include = (name: string): void => {
      if (selected.has(name)) return;
      const template = this.#templates.get(name);
      invariant(template, `no template ${name}`);
      // Templates are ours, and few: recursion ends.
      template.uses.forEach(include);
      selected.add(name);
    };
    for (const name of used) include(this.#exporterOf(name));
    return [...selected].flatMap((name) => this.#templates.get(name)?.declarations ?? []);
  }

  #exporterOf(name: string): string {
    const found = [...this.#templates].find(([, { exports }]) => exports.includes(name));
    invariant(found, `no template exports ${name}`);
    return found[0];
  }
}

function parseTemplate(name: string, text: string): Template {
  const source = text.replace(/^\/\* oxlint-disable.*?\*\/\s*/s, "");
  const { statements } = ts.createSourceFile(`${name}.ts`, source, ts.ScriptTarget.ESNext, true);
  const imports = statements.filter(ts.isImportDeclaration);
  const declarations = statements.filter((statement) => !ts.isImportDeclaration(statement));
  return {
    declarations: declarations.map((statement) => statement.getFullText().trim()),
    exports: declarations.filter(isExported).flatMap(namesOf),
    names: declarations.flatMap(namesOf),
    uses: imports.map(({ moduleSpecifier }) => /^"\.\/(.*)\.js"$/.exec(moduleSpecifier.getText())?.[1] ?? ""),
  };
}

function isExported(statement: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(statement) ? ts.getModifiers(statement) : undefined;
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false;
}

function namesOf(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map(({ name }) => name.getText());
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement);
  return isNamed && statement.name ? [statement.name.text] : [];
}
