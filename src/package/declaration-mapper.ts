import { ts } from "ts-morph";
import type { NodeId } from "../schema/schema-graph.js";
import type { DeclarationId } from "../types/type-model.js";
import { openUnionOf, unknownVariantOf } from "../types/type-model.js";
import { findProperty, listAlternatives } from "./find-property.js";
import type { PackageContext } from "./package-context.js";
import type { Place } from "./schema-places.js";
import { SchemaPlaces } from "./schema-places.js";
import type { Mapping } from "./source-map.js";

/** Finds what each name in a declaration file comes from. */
export class DeclarationMapper {
  readonly #context: PackageContext;
  readonly #places: SchemaPlaces;
  readonly #sources: ReadonlyMap<string, readonly NodeId[]>;

  constructor(context: PackageContext) {
    this.#context = context;
    this.#places = new SchemaPlaces(context);
    this.#sources = listSources(context);
  }

  map(text: string): Mapping[] {
    const file = ts.createSourceFile("declarations.ts", text, ts.ScriptTarget.ESNext);
    const mappings: Mapping[] = [];
    const add = (name: ts.Node, place: Place | undefined): void => {
      const [at, end] = [name.getStart(file), name.end].map((position) => {
        const { line, character } = file.getLineAndCharacterOfPosition(position);
        return { line, column: character };
      });
      if (at) mappings.push({ at, from: place?.start });
      if (end) mappings.push({ at: end, from: place?.end });
    };
    for (const statement of file.statements) {
      if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
      const nodes = this.#sources.get(statement.name.text) ?? [];
      add(statement.name, nodes[0] === undefined ? undefined : this.#places.find(nodes[0]));
      this.#mapMembers(statement, nodes, add);
    }
    return mappings;
  }

  /** Each member below, from the schemas that it is of. */
  #mapMembers(
    root: ts.Node,
    nodes: readonly NodeId[],
    add: (name: ts.Node, place: Place | undefined) => void,
  ): void {
    const visit = (node: ts.Node, current: readonly NodeId[]): void => {
      if (ts.isPropertySignature(node)) {
        const key = ts.isIdentifier(node.name) || ts.isStringLiteral(node.name) ? node.name.text : "";
        const found = findProperty(this.#context.graph, current, key);
        add(node.name, found && this.#places.find(found.holder, "properties", key));
        if (node.type) visit(node.type, found ? [found.schema] : []);
        return;
      }
      const branches = this.#branchesOf(node, current);
      let index = 0;
      node.forEachChild((child) => {
        const branch = branches?.[index++];
        visit(child, branch === undefined ? current : [branch]);
      });
    };
    visit(root, nodes);
  }

  /** Of a union of as many types as the schema has branches: each one's. */
  #branchesOf(node: ts.Node, [only, ...others]: readonly NodeId[]): readonly NodeId[] | undefined {
    if (!ts.isUnionTypeNode(node) || only === undefined || others.length > 0) return undefined;
    return listAlternatives(this.#context.graph, only, node.types.length);
  }
}

/** The schemas behind each named type; several, where it is cut out of a union. */
function listSources({ graph, names, unions }: PackageContext): ReadonlyMap<string, readonly NodeId[]> {
  const cut = new Map<DeclarationId, readonly NodeId[]>();
  for (const { node, variants, envelope } of unions.values()) {
    for (const part of variants.flatMap((variant) => [variant, ...variant.leaves])) {
      cut.set(part.id, part.branches);
    }
    cut.set(unknownVariantOf(node), [...envelope, node]);
    cut.set(openUnionOf(node), [node]);
  }
  const sources = new Map<string, readonly NodeId[]>();
  for (const [id, { type }] of names.declarations) {
    const nodes = graph.nodes.has(id) ? [id] : (cut.get(id) ?? []);
    if (!sources.has(type)) sources.set(type, nodes);
  }
  return sources;
}
