import type { Diagnostic, Outcome } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { keywordsIn, nodeOf } from "../facts/conjuncts.js";
import type { Facts } from "../facts/facts.js";
import type { SchemaPosition } from "../link/linked.js";
import type { CanonicalSchema, NodeId, SchemaGraph } from "../schema/schema-graph.js";
import type { Unions } from "../unions/unions.js";
import { isBoundToNames } from "./bases.js";
import type { Brands } from "./brands.js";
import { brandStrings, findBrands, noBrands, reportUnbranded } from "./brands.js";
import { chainLength, cutChains } from "./chains.js";
import { findLosses, reportLostStructure } from "./lost-structure.js";
import { finishType } from "./finish.js";
import { hasParts } from "./map-type.js";
import { importProjection, noteImportedTypes } from "./imported-types.js";
import { findShaper } from "./shapers.js";
import type { Widths } from "./products.js";
import { boundProducts, isWideAtTop, widthOf } from "./products.js";
import { findOpenEnums, listKnownValues, openStrings } from "./open-enums.js";
import { projectNode } from "./project.js";
import type { Projecting, Projection } from "./projection.js";
import type { Type, TypeModel } from "./type-model.js";
import { isSumOfParts, projectUnion, sumOf } from "./variants.js";

export interface TypeOptions {
  /** Whether strings whose format is asserted have branded types. */
  readonly brands: boolean;
}

/** The type of every node: a superset of its valid instances, as tight as TypeScript allows; what is lost is noted. */
export function projectTypes(
  graph: SchemaGraph,
  facts: Facts,
  unions: Unions,
  options: TypeOptions,
): Outcome<TypeModel> {
  const done = new Map<NodeId, Projection>();
  const targets = findTargets(graph);
  const shapers = new Map<NodeId, NodeId | undefined>();
  const heights = new Map<NodeId, number>();
  const brands = options.brands ? findBrands(graph, facts) : noBrands;
  const openEnums = findOpenEnums(graph, facts);
  const refined = new Set([...brands.byNode.keys(), ...openEnums.keys()]);
  const projecting: Projecting = {
    graph,
    facts,
    done,
    heights,
    shapers,
    targets,
    refined,
    scalars: new Map(),
  };
  const widths = projectNodes(projecting, { done, heights, shapers }, brands, openEnums);
  const nodes = new Map<NodeId, Type>();
  const bounded = new Set<NodeId>();
  // Members may hold any node, so products within them are bounded once all widths are known.
  for (const [id, { type }] of done) {
    const finished = finishType(projecting, type);
    const kept = boundProducts(finished, widths);
    nodes.set(id, kept);
    if (kept !== finished) bounded.add(id);
  }
  const variants = new Map([
    ...[...unions.values()].flatMap((union) => [...projectUnion(projecting, union)]),
    ...listKnownValues(graph, openEnums.keys()),
  ]);
  for (const union of unions.values())
    if (isSumOfParts(projecting, union)) nodes.set(union.node, sumOf(union));
  const losses = findLosses(projecting, nodes);
  return {
    value: { nodes, variants, losses, brands: brands.formats },
    diagnostics: [
      ...reportContradictions(projecting),
      ...reportLostStructure(projecting, losses, bounded),
      ...noteImportedTypes(graph),
      ...(options.brands ? reportUnbranded(graph, facts) : []),
    ],
  };
}

function findTargets({ nodes }: SchemaGraph): ReadonlySet<NodeId> {
  const targets = new Set<NodeId>();
  for (const { schema } of nodes.values()) {
    if (typeof schema !== "boolean" && schema.$ref !== undefined) targets.add(schema.$ref);
  }
  return targets;
}

/** A warning for each schema that leaves no case: what it demands in one keyword, another forbids. */
function reportContradictions({ graph, done }: Projecting): Diagnostic[] {
  const places = new Set<SchemaPosition>();
  for (const [id, { isContradictory }] of done) if (isContradictory) places.add(nodeOf(graph, id).place);
  return [...places].map((place) =>
    diagnose(
      "schema-unsatisfiable",
      "No value can meet this schema: what one keyword demands, another forbids.",
      "Compare `required`, `not`, `if` and the dependencies here and in what is combined by `allOf` or `$ref`.",
      place,
    ),
  );
}

/** What grows from node to node. */
interface Known {
  readonly done: Map<NodeId, Projection>;
  readonly heights: Map<NodeId, number>;
  readonly shapers: Map<NodeId, NodeId | undefined>;
}

function measureHeight(heights: Known["heights"], { $ref, allOf }: CanonicalSchema): number {
  if ($ref === undefined && allOf === undefined) return 0;
  const below = [$ref, ...(allOf ?? [])].map((each) => (each === undefined ? 0 : (heights.get(each) ?? 0)));
  return 1 + Math.max(...below);
}

/** Whether the type is no other's name and made of no others, so that it has neither a chain nor alternatives. */
function isAtom(type: Type): boolean {
  return type.kind !== "reference" && !hasParts(type);
}

/** Projects every node after all that applies in place of it, with its chains cut. */
function projectNodes(
  projecting: Projecting,
  { done, heights, shapers }: Known,
  brands: Brands,
  openEnums: ReadonlyMap<NodeId, readonly string[]>,
): Widths {
  const lengths = new Map<NodeId, number>();
  const widths = new Map<NodeId, number>();
  for (const id of projecting.facts.order) {
    const node = nodeOf(projecting.graph, id);
    const opened = openStrings(projectNode(projecting, node), openEnums.get(id));
    const own = brandStrings(opened, brands.byNode.get(id));
    const projection = importProjection(node, own);
    const keywords = keywordsIn(node);
    shapers.set(id, findShaper(projecting, id, keywords));
    const height = measureHeight(heights, keywords);
    if (height > 0) heights.set(id, height);
    if (isAtom(projection.type)) {
      done.set(id, projection);
      continue;
    }
    const type = isBoundToNames(projecting, id)
      ? projection.type
      : cutChains(projecting, projection.type, lengths);
    done.set(id, type === projection.type ? projection : { ...projection, type });
    const length = chainLength(type, lengths);
    const width = isWideAtTop(type) ? widthOf(boundProducts(type, widths), widths) : 1;
    // What is not there has none, and is one wide.
    if (length > 0) lengths.set(id, length);
    if (width !== 1) widths.set(id, width);
  }
  return widths;
}
