import type { ResolvedInput } from "../../src/config/config.js";
import { optionDefaults } from "../../src/config/config.js";
import type { Module } from "../../src/emit/module.js";
import type { DeclarationNames, Names, Role, UnionNames } from "../../src/names/names.js";
import type { PackageContext } from "../../src/package/package-context.js";
import { createSchemaDocument } from "../../src/package/schema-document.js";
import type { SchemaGraph, SchemaNode } from "../../src/schema/schema-graph.js";
import type { Union, Unions } from "../../src/unions/unions.js";

// A drawing of circles and squares, as the stages before `package` would give it.

/** A node that its author wrote as it is. */
export function nodeOf(node: Partial<SchemaNode> & Pick<SchemaNode, "id" | "schema">): SchemaNode {
  const source = node.id as SchemaNode["source"];
  const [uri = "", pointer = ""] = node.id.split("#");
  return {
    source,
    place: { uri, pointer },
    annotations: {},
    typeInferred: false,
    parent: undefined,
    nested: undefined,
    scope: [],
    givenNames: [],
    ...node,
  };
}

/** A graph whose first node is the root. */
export function graphOf(...nodes: readonly SchemaNode[]): SchemaGraph {
  return { roots: [nodes[0]?.id ?? ""], nodes: new Map(nodes.map((node) => [node.id, node])) };
}

export function declarationNames(type: string, role: Role = "definition"): DeclarationNames {
  return {
    role,
    type,
    guard: `is${type}`,
    assert: `assert${type}`,
    validate: `validate${type}`,
    parse: `parse${type}`,
    parseOrThrow: `parse${type}OrThrow`,
    collect: `collect${type}`,
  };
}

/** Names of declarations by id, and nothing else. */
export function namesOf(types: Readonly<Record<string, string | DeclarationNames>>): Names {
  const declarations = Object.entries(types).map(
    ([id, names]) => [id, typeof names === "string" ? declarationNames(names) : names] as const,
  );
  return {
    declarations: new Map(declarations),
    unions: new Map(),
    imports: new Map(),
    brands: new Map(),
    enums: new Map(),
    schemas: new Map(),
    internals: new Map(),
    reading: new Map(),
    extensions: new Map(),
    published: {},
  };
}

export function inputOf(input: Partial<ResolvedInput> = {}): ResolvedInput {
  return {
    ...optionDefaults,
    root: "/home/someone/project",
    schema: "/home/someone/project/schemas/shapes.schema.json",
    documents: [],
    overlays: [],
    output: "/home/someone/project/generated/shapes",
    package: { name: "@example/shapes", version: "1.2.3" },
    unions: {},
    name: undefined,
    extensions: undefined,
    ...input,
  };
}

export const uri = "file:///home/someone/project/schemas/shapes.schema.json";

export const shapesGraph: SchemaGraph = graphOf(
  nodeOf({
    id: `${uri}#`,
    schema: { oneOf: [`${uri}#/$defs/Circle`, `${uri}#/$defs/Square`] },
    annotations: { title: "Shape", description: "Anything that can be drawn. It has a kind." },
  }),
  nodeOf({
    id: `${uri}#/$defs/Circle`,
    schema: {
      type: ["object"],
      required: ["kind", "radius"],
      properties: new Map([
        ["kind", `${uri}#/$defs/Circle/properties/kind`],
        ["radius", `${uri}#/$defs/Circle/properties/radius`],
      ]),
    },
    annotations: { description: "All points at one distance\nfrom a center." },
  }),
  nodeOf({
    id: `${uri}#/$defs/Square`,
    schema: {
      type: ["object"],
      required: ["kind"],
      properties: new Map([["kind", `${uri}#/$defs/Square/properties/kind`]]),
    },
  }),
  nodeOf({
    id: `${uri}#/$defs/Circle/properties/kind`,
    schema: { const: { value: "circle" } },
    parent: { node: `${uri}#/$defs/Circle`, tokens: ["properties", "kind"] },
  }),
  nodeOf({
    id: `${uri}#/$defs/Circle/properties/radius`,
    schema: { type: ["number"], exclusiveMinimum: 0 },
    parent: { node: `${uri}#/$defs/Circle`, tokens: ["properties", "radius"] },
  }),
  nodeOf({
    id: `${uri}#/$defs/Square/properties/kind`,
    schema: { const: { value: "square" } },
    parent: { node: `${uri}#/$defs/Square`, tokens: ["properties", "kind"] },
  }),
);

export const shapeUnion: Union = {
  node: `${uri}#`,
  form: "branches",
  tags: [{ kind: "property", path: ["kind"], values: ["circle", "square"] }],
  branches: [
    { node: `${uri}#/$defs/Circle`, chain: [], values: [["circle"]] },
    { node: `${uri}#/$defs/Square`, chain: [], values: [["square"]] },
  ],
  variants: [
    {
      id: `${uri}#?circle`,
      value: "circle",
      branches: [`${uri}#/$defs/Circle`],
      isCut: false,
      isOfUnion: false,
      leaves: [],
    },
    {
      id: `${uri}#?square`,
      value: "square",
      branches: [`${uri}#/$defs/Square`],
      isCut: false,
      isOfUnion: false,
      leaves: [],
    },
  ],
  isOpen: false,
  envelope: [],
  fallback: undefined,
};

export const shapeUnions: Unions = new Map([[shapeUnion.node, shapeUnion]]);

export const shapeUnionNames: UnionNames = {
  tags: [{ parameter: "kind", type: "ShapeKind", values: "shapeKinds", guard: "isShapeKind" }],
  parameter: "shape",
  listeners: {
    type: "ShapeName",
    map: "ShapeByName",
    read: "shapeName",
    arguments: "ShapeListenerArguments",
    target: "ShapeListenerTarget",
    emit: "emitShape",
  },
  constructors: new Map([
    [`${uri}#?circle`, "circle"],
    [`${uri}#?square`, "square"],
  ]),
  map: "ShapeByKind",
  leafMap: "ShapeByKind",
  narrow: "shapeIs",
  handlers: "ShapeHandlers",
  match: "matchShape",
  matchAny: "matchAnyShape",
  matchAsync: "matchShapeAsync",
  matchAnyAsync: "matchAnyShapeAsync",
  router: "ShapeRouter",
  createRouter: "createShapeRouter",
  hasKnownTags: "hasKnownShapeTags",
  knownTags: "knownShapeTags",
};

const circle = declarationNames("Circle");
const square = declarationNames("Square");

export const shapesNames: Names = {
  ...namesOf({
    [`${uri}#`]: "Shape",
    [`${uri}#/$defs/Circle`]: circle,
    [`${uri}#/$defs/Square`]: square,
    [`${uri}#?circle`]: circle,
    [`${uri}#?square`]: square,
  }),
  unions: new Map([[shapeUnion.node, shapeUnionNames]]),
  published: { "#": "Shape", "#/$defs/Circle": "Circle", "#/$defs/Square": "Square" },
};

export function contextOf(context: Partial<PackageContext> = {}): PackageContext {
  return {
    input: inputOf(),
    graph: shapesGraph,
    names: shapesNames,
    unions: shapeUnions,
    published: createSchemaDocument(context.graph ?? shapesGraph, context.names ?? shapesNames),
    scripts: ["esm", "commonjs"],
    documents: [{ file: "schemas/shapes.schema.json", digest: "0123" }],
    ...context,
  };
}

export const typesModule: Module = {
  name: "types",
  imports: [],
  exports: [],
  declarations: [
    "/** Anything that can be drawn. */\nexport type Shape = Circle | Square;",
    `/** All points at one distance from a center. */
export interface Circle {
  kind: "circle";
  /**
   * How far they are.
   *
   * @exclusiveMinimum 0
   */
  radius: number;
}`,
    `export interface Square { kind: "square"; size?: Size }`,
    "type Size = number;",
  ],
};

export const guardsModule: Module = {
  name: "guards",
  imports: [
    { moduleSpecifier: "runtime", namedImports: ["isObject"] },
    { moduleSpecifier: "types", namedImports: ["Circle", "Shape", "Square"], isTypeOnly: true },
  ],
  exports: [],
  declarations: [
    `/** Whether a value is a valid \`Shape\`. */
export function isShape(value: unknown): value is Shape {
  return isCircle(value) || isSquare(value);
}`,
    `/** Whether a value is a valid \`Circle\`. */
export function isCircle(value: unknown): value is Circle {
  return isObject(value) && value["kind"] === "circle" && typeof value["radius"] === "number" && value["radius"] > 0;
}`,
    `/** Whether a value is a valid \`Square\`. */
export function isSquare(value: unknown): value is Square {
  // Its size does not matter.
  return isObject(value) && value["kind"] === "square";
}`,
  ],
};

export const unionsModule: Module = {
  name: "unions",
  imports: [{ moduleSpecifier: "types", namedImports: ["Circle", "Shape", "Square"], isTypeOnly: true }],
  exports: [],
  declarations: [
    `/** Every kind, in the schema's order. */\nexport const shapeKinds = ["circle", "square"] as const;`,
    `/** Known kinds. */\nexport const knownKinds: ReadonlySet<string> = /* @__PURE__ */ new Set(shapeKinds);`,
    `/** A handler for each kind. */
export interface ShapeHandlers<Result> {
  readonly circle: (circle: Circle) => Result;
  readonly square: (square: Square) => Result;
}`,
    `/** Calls the handler of the shape's kind. */
export function matchShape<Result>(shape: Shape, handlers: ShapeHandlers<Result>): Result;`,
    `export function matchShape<Result>(shape: Shape, handlers: Partial<ShapeHandlers<Result>>, otherwise: (shape: Shape) => Result): Result;`,
    `export function matchShape<Result>(shape: Shape, handlers: Partial<ShapeHandlers<Result>>, otherwise?: (shape: Shape) => Result): Result {
  const handler = (handlers[shape.kind] ?? otherwise) as (shape: Shape) => Result;
  return handler(shape);
}`,
  ],
};

export const runtimeModule: Module = {
  name: "runtime",
  imports: [],
  exports: [],
  declarations: [
    `/** Whether a value is a JSON object. */
export function isObject(value: unknown): value is { readonly [key: string]: unknown } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}`,
    `/** Thrown where a value is not valid. */
export class ValidationError extends Error {
  /** The class's name. */
  override readonly name: string = "ValidationError";
}`,
  ],
};

export const indexModule: Module = {
  name: "index",
  imports: [],
  exports: [
    { moduleSpecifier: "types", isTypeOnly: true },
    { moduleSpecifier: "guards" },
    { moduleSpecifier: "unions" },
    { moduleSpecifier: "runtime", namedExports: ["ValidationError"] },
  ],
  declarations: [],
};

export const shapesModules: readonly Module[] = [
  runtimeModule,
  typesModule,
  guardsModule,
  unionsModule,
  indexModule,
];
