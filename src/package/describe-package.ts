import { invariant } from "../invariant.js";
import type { DeclarationNames } from "../names/names.js";
import type { Annotations } from "../schema/schema-graph.js";
import type { PackageContext } from "./package-context.js";
import { firstSentenceOf, toOneLine } from "./plain-text.js";

/** What the package is, on one line: what its config says, else what the root schema says of itself. */
export function describePackage(context: PackageContext): string {
  const { names, annotations } = rootOf(context);
  const configured = context.input.package?.description;
  if (configured !== undefined) return toOneLine(configured);
  return summaryOf(annotations) || `TypeScript types and guards for ${names.type}.`;
}

/** The first sentence of a schema's description, or its title; empty where it has neither. */
export function summaryOf({ title = "", description = "" }: Annotations): string {
  return firstSentenceOf(description) || firstSentenceOf(title);
}

/** The first schema that the package is generated from. */
export function rootOf({ graph, names }: PackageContext): {
  names: DeclarationNames;
  annotations: Annotations;
} {
  const node = graph.nodes.get(graph.roots[0] ?? "");
  const rootNames = node && names.declarations.get(node.id);
  invariant(node && rootNames, "a package without a root type");
  return { names: rootNames, annotations: node.annotations };
}
