import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript-5.9";
import { plain } from "./count-schemas.mjs";
import { readJson } from "./schemas.mjs";

/**
 * @typedef {object} Declared What generated types declare.
 * @property {readonly string[]} names
 * @property {number} anys How often they say `any`.
 * @property {ReadonlyMap<string, string>} pointers Names by the pointer that the manifest remembers them for.
 */

/**
 * @param {string} folder
 * @returns {Declared}
 */
export function readDeclared(folder) {
  const text = readFileSync(join(folder, "index.ts"), "utf8");
  const file = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022);
  const declarations = file.statements.filter(
    (statement) => ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement),
  );
  const manifest = /** @type {{ names: Record<string, string> }} */ (
    readJson(join(folder, "schemist.manifest.json"))
  );
  const pointers = new Map(
    Object.entries(manifest.names).map(([key, name]) => [key.slice(key.indexOf("#") + 1), name]),
  );
  return { names: declarations.map(({ name }) => name.text), anys: countAny(file), pointers };
}

/** @type {(root: import("typescript-5.9").Node) => number} */
function countAny(root) {
  let count = 0;
  const stack = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.kind === ts.SyntaxKind.AnyKeyword) count += 1;
    ts.forEachChild(node, (child) => {
      stack.push(child);
    });
  }
  return count;
}

/**
 * Names that end in a number which no key of the schema ends in.
 * @param {readonly string[]} names
 * @param {ReadonlySet<string>} keys
 */
export function findNumbered(names, keys) {
  const numbered = [...keys].filter((key) => /\p{L}.*\d$/u.test(key));
  return names.filter((name) => /\d$/.test(name) && !numbered.some((key) => plain(name).endsWith(key)));
}

/**
 * Declared names by what the schema has in their place.
 * @param {Declared} declared
 * @param {import("./count-schemas.mjs").Counted} counted
 */
export function sortDeclared({ pointers }, { definitions, variants, targets }) {
  /** @type {Record<"definition" | "variant" | "target" | "other", string[]>} */
  const sorted = { definition: [], variant: [], target: [], other: [] };
  for (const [pointer, name] of pointers) {
    if (definitions.has(pointer)) sorted.definition.push(name);
    // A variant of the tag's values alone stands for the whole union, and has its pointer with `?` and which.
    else if (variants.has(pointer) || pointer.includes("?")) sorted.variant.push(name);
    else if (targets.has(pointer)) sorted.target.push(name);
    else sorted.other.push(name);
  }
  return sorted;
}
