import { invariant } from "../invariant.js";
import type { DeclarationNames } from "../names/names.js";
import type { Annotations } from "../schema/schema-graph.js";
import { lastSegmentOf } from "./last-segment.js";
import type { PackageContext } from "./package-context.js";
import { firstSentenceOf, toOneLine } from "./plain-text.js";

/** What the package is, on one line: what its config says, else what the root schema, or the description, says of itself. */
export function describePackage(context: PackageContext): string {
  const configured = context.input.package?.description;
  if (configured !== undefined) return toOneLine(configured);
  const root = rootOf(context);
  return (
    summaryOf((root ? root.annotations : context.documents[0]?.about) ?? {}) ||
    `TypeScript types and guards for ${root?.names.type ?? nameSource(context)}.`
  );
}

/** The first sentence of a schema's description, or its title; empty where it has neither. */
export function summaryOf({ title = "", description = "" }: Annotations): string {
  return firstSentenceOf(description) || firstSentenceOf(title);
}

/** The first schema that the package is generated from; undefined where that is a whole API description. */
export function rootOf({
  graph,
  names,
}: PackageContext): { readonly names: DeclarationNames; readonly annotations: Annotations } | undefined {
  const [id] = graph.roots;
  if (id === undefined) return undefined;
  const node = graph.nodes.get(id);
  const rootNames = names.declarations.get(id);
  invariant(node && rootNames, "a root without a type");
  return { names: rootNames, annotations: node.annotations };
}

/** What people call the document that the package is generated from. */
export function nameSource({ documents }: PackageContext): string {
  return lastSegmentOf(documents[0]?.file ?? "") || "an API description";
}
