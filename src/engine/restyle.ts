import { ts } from "ts-morph";
import type { Options } from "../config/config.js";
import { invariant } from "../invariant.js";

/** A stretch of text, and what stands there instead. */
interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The engine's declaration under our name, whose letters it may have changed, and with the options that it does not know. */
export function restyle(
  text: string,
  name: string,
  options: Pick<Options, "declarations" | "readonly">,
): string {
  const file = ts.createSourceFile("declaration.ts", text, ts.ScriptTarget.ESNext, true);
  const [declaration, ...others] = file.statements;
  invariant(declaration && others.length === 0, `${name} is one declaration`);
  const isInterface = ts.isInterfaceDeclaration(declaration);
  invariant(isInterface || ts.isTypeAliasDeclaration(declaration), `${name} is a type`);
  const edits: Edit[] = [{ start: declaration.name.getStart(), end: declaration.name.end, text: name }];
  if (isInterface && options.declarations === "type") edits.push(...aliasEdits(declaration));
  if (options.readonly) edits.push(...readonlyEdits(declaration));
  return trimComments(applyEdits(text, edits));
}

/** `interface A {` → `type A = {`. */
function aliasEdits(declaration: ts.InterfaceDeclaration): Edit[] {
  const keyword = declaration.getChildren().find(({ kind }) => kind === ts.SyntaxKind.InterfaceKeyword);
  invariant(keyword, "an interface has its keyword");
  return [
    { start: keyword.getStart(), end: keyword.end, text: "type" },
    { start: declaration.name.end, end: declaration.name.end, text: " =" },
  ];
}

/** `readonly` before every member, index signature and array that has none. */
function readonlyEdits(declaration: ts.Node): Edit[] {
  const edits: Edit[] = [];
  const insert = (at: number, text: string): void => void edits.push({ start: at, end: at, text });
  const stack = [declaration];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (ts.isPropertySignature(node) || ts.isIndexSignatureDeclaration(node)) {
      if (!node.modifiers?.length) insert(node.getStart(), "readonly ");
    } else if ((ts.isArrayTypeNode(node) || ts.isTupleTypeNode(node)) && isMutable(node)) {
      insert(node.getStart(), "(readonly ");
      insert(node.end, ")");
    }
    node.forEachChild((child) => void stack.push(child));
  }
  return edits;
}

/** The array behind `...` is part of the tuple around it. */
function isMutable({ parent }: ts.Node): boolean {
  return (
    !ts.isRestTypeNode(parent) &&
    !(ts.isTypeOperatorNode(parent) && parent.operator === ts.SyntaxKind.ReadonlyKeyword)
  );
}

/** The last first, so that no edit moves another; of two at one place the later one stands inside. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((left, right) => right.start - left.start || right.end - left.end)
    .reduce((all, { start, end, text: inserted }) => all.slice(0, start) + inserted + all.slice(end), text);
}

/** The engine leaves a space on the empty lines of its comments. */
function trimComments(text: string): string {
  return text.replaceAll(/^ \* +$/gm, " *");
}
