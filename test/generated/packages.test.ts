import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { ts } from "ts-morph";
import { describe, expect, it } from "vitest";
import config from "../../schemist.config.js";
import { generate } from "../../src/generate.js";
import type { Input } from "../../src/config/config.js";

const root = fileURLToPath(new URL("../..", import.meta.url));

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}

const outputs = config.inputs.map((input): [string, Input] => [input.output, input]);

/** The committed packages are their own snapshots: `vitest --update` writes them as it does any other. */
describe.each(outputs)("%s", (output, input) => {
  it("is what its input generates, file by file", async () => {
    const { files, diagnostics } = await generate({ inputs: [input], root });
    expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(files.map(({ path }) => path).toSorted()).toEqual(listFiles(join(root, output)).toSorted());
    for (const { path, text } of files) await expect(text).toMatchFileSnapshot(join(root, output, path));
  });

  it("names no path of the machine that made it", () => {
    for (const file of listFiles(join(root, output))) {
      expect(readFileSync(join(root, output, file), "utf8")).not.toContain(root);
      expect(readFileSync(join(root, output, file), "utf8")).not.toContain("file://");
    }
  });

  it("imports nothing but itself, evaluates no text, and has no `any`", () => {
    const sources = listFiles(join(root, output)).filter((file) => /\.[cm]?[jt]s$/.test(file));
    for (const file of sources) {
      expect(findForbidden(file, readFileSync(join(root, output, file), "utf8"))).toEqual([]);
    }
  });
});

/** Imports from elsewhere, `eval`, `Function`, the type `any`, and `Extract`, as code and not as text. */
function findForbidden(file: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) found.push("any");
    const isCall = ts.isCallExpression(node) || ts.isNewExpression(node);
    const called = isCall ? node.expression.getText() : ts.isTypeReferenceNode(node) ? node.typeName.getText() : "";
    if ((isCall ? ["eval", "Function"] : ["Extract"]).includes(called)) found.push(called);
    const isImport = ts.isImportDeclaration(node) || ts.isExportDeclaration(node);
    const isRequire = ts.isCallExpression(node) && node.expression.getText() === "require";
    const specifier = isImport ? node.moduleSpecifier : isRequire ? node.arguments[0] : undefined;
    if (specifier && ts.isStringLiteral(specifier) && !specifier.text.startsWith("./")) found.push(specifier.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, text, ts.ScriptTarget.ESNext, true));
  return found;
}

it("what is forbidden would be found", () => {
  const text = 'import "a"; const f: any = eval("1"); new Function("2"); type T = Extract<1, 2>; require("b");';
  expect(findForbidden("x.ts", text)).toEqual(["a", "any", "eval", "Function", "Extract", "b"]);
});
