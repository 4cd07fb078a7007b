import ts from "typescript-5.9";

/**
 * @typedef {object} Declarations What a file of types declares.
 * @property {readonly string[]} names With the namespaces that they stand in.
 * @property {number} anys How often it says `any`.
 */

/**
 * Those of all namespaces, and the members of `components["schemas"]`, which is where openapi-typescript has them.
 * @param {string} text
 * @returns {Declarations}
 */
export function readDeclarations(text) {
  const file = ts.createSourceFile("index.ts", text, ts.ScriptTarget.ES2022);
  /** @type {string[]} */
  const names = [];
  let anys = 0;
  /** @type {{ node: import("typescript-5.9").Node, holder: string }[]} */
  const stack = [{ node: file, holder: "" }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { node, holder } = next;
    const name = nameOf(node, holder);
    if (name !== undefined && !ts.isModuleDeclaration(node)) names.push(name);
    if (node.kind === ts.SyntaxKind.AnyKeyword) anys += 1;
    const inner = ts.isModuleDeclaration(node) ? `${name}.` : holder;
    ts.forEachChild(node, (child) => {
      stack.push({ node: child, holder: inner });
    });
    if (ts.isInterfaceDeclaration(node) && node.name.text === "components")
      names.push(...listComponents(node, file));
  }
  return { names: names.filter((name) => !wrappers.has(name)), anys };
}

/** What openapi-typescript and @hey-api/openapi-ts declare in any case. */
const wrappers = new Set(["paths", "webhooks", "components", "operations", "$defs", "ClientOptions"]);

/** @type {(node: import("typescript-5.9").Node, holder: string) => string | undefined} */
function nameOf(node, holder) {
  const isDeclaration =
    ts.isInterfaceDeclaration(node) ||
    ts.isTypeAliasDeclaration(node) ||
    ts.isEnumDeclaration(node) ||
    ts.isClassDeclaration(node) ||
    ts.isModuleDeclaration(node);
  return isDeclaration && node.name ? holder + node.name.text : undefined;
}

/** @type {(node: import("typescript-5.9").InterfaceDeclaration, file: import("typescript-5.9").SourceFile) => readonly string[]} */
const listComponents = ({ members }, file) =>
  members.flatMap((member) => {
    const isHolder = ts.isPropertySignature(member) && member.name.getText(file) === "schemas";
    const type = isHolder ? member.type : undefined;
    if (!type || !ts.isTypeLiteralNode(type)) return [];
    return type.members.flatMap(({ name }) =>
      name && (ts.isIdentifier(name) || ts.isStringLiteral(name)) ? [name.text] : [],
    );
  });
