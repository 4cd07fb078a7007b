import type { DeclarationHead } from "../emit/declaration-head.js";
import { readHead } from "../emit/declaration-head.js";
import type { Module } from "../emit/module.js";
import { extensionsModule } from "../emit/module.js";
import { endToken, kindOf, tokenize } from "../tokens.js";
import type { ModuleForm } from "./print-module.js";
import { printLinks } from "./print-module.js";
import { removeDocumentation } from "./remove-documentation.js";

const stub = "export type Stub = 0;";

/**
 * A module as the compiler takes it to make a script: without types, of which nothing is left, and without the documentation of
 * declarations. One type stands for all, so that what exports types alone is still a module.
 */
export function scriptSource(module: Module, form: ModuleForm): string {
  const values = module.declarations.filter((text) => !isErased(module, text));
  const rest = values.length < module.declarations.length ? [stub] : [];
  return joinSource(module, form, [...values.map(withoutDocumentation), ...rest]);
}

function isErased({ name }: Module, text: string): boolean {
  const { keyword } = readHead(text) ?? {};
  // The user's module is one text of many declarations.
  return name !== extensionsModule && (keyword === "interface" || keyword === "type");
}

function withoutDocumentation(text: string): string {
  const rest = text.replace(/^(?:\s*\/\*\*[^]*?\*\/)+\s*/, "");
  return rest.includes("/**") ? removeDocumentation(rest) : rest;
}

/**
 * A module as the compiler takes it to make declarations. Exported types stand for themselves in the end, and are but their names
 * here, where they do not speak of what the compiler would leave out if nobody did; functions are without what is in them.
 */
export function declarationSource(module: Module, form: ModuleForm): string {
  const local = listLocal(module);
  const speaksOfLocal = (text: string): boolean => local.some((name) => text.includes(name));
  const declarations = module.declarations.map((text) => {
    const head = readHead(text);
    if (isExportedType(head) && !speaksOfLocal(text.slice(head.text.length)))
      return `export type ${head.name} = 0;`;
    return head?.keyword === "function" ? withoutBody(text) : text;
  });
  return joinSource(module, form, declarations);
}

function isExportedType(head: DeclarationHead | undefined): head is DeclarationHead {
  return head?.modifiers === "export " && (head.keyword === "interface" || head.keyword === "type");
}

/** The name of a declaration that is not exported, in the line that begins it. */
const hiddenName =
  /^(?:declare )?(?:async )?(?:interface|type|function|const|class|enum) ([\p{ID_Continue}$\u200c\u200d]+)/gmu;

/** The text of each exported type, by its name. */
export function listTypes({ declarations }: Module): ReadonlyMap<string | undefined, string> {
  return new Map(
    declarations.flatMap((text) => {
      const head = readHead(text);
      return isExportedType(head) ? [[head.name, text.trim()] as const] : [];
    }),
  );
}

/** The names of what is imported or not exported. */
function listLocal({ imports, externals = [], declarations }: Module): string[] {
  const imported = [...imports, ...externals].flatMap(({ namedImports, namespaceImport, defaultImport }) => [
    ...(Array.isArray(namedImports) ? namedImports : []).map((each) =>
      typeof each === "object" ? (each.alias ?? each.name) : String(each),
    ),
    ...[namespaceImport, defaultImport].filter((name) => name !== undefined),
  ]);
  // Constants that nothing exports stand together in one text.
  const hidden = declarations.flatMap((text) => [...text.matchAll(hiddenName)].map(([, name = ""]) => name));
  return [...imported, ...hidden];
}

/** A function, whose text ends with its body, without what is in that. */
function withoutBody(text: string): string {
  const { count, kinds, ends } = tokenize(text);
  let depth = 0;
  for (let index = count - 1; index >= 0; index--) {
    const kind = kinds[index] ?? endToken;
    if (kind === closing) depth++;
    else if (kind === opening) depth--;
    if (depth === 0) {
      return kind === opening ? `${text.slice(0, ends[index])}}` : text;
    }
  }
  return text;
}

const [opening, closing] = [kindOf("{"), kindOf("}")];

function joinSource(module: Module, form: ModuleForm, declarations: readonly string[]): string {
  return [...printLinks(module, form), ...declarations].filter((text) => text !== "").join("\n\n");
}
