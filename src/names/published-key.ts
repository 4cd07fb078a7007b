import type { NodeId } from "../schema/schema-graph.js";
import { relativeUri, withoutFragment } from "../uri.js";

/** A node's key in the manifest: its id, relative to the root's document, so that it is the same on every machine. */
export function keyByDocument(root: string): (node: NodeId) => string {
  const known = new Map<string, string>();
  return (node) => {
    const uri = withoutFragment(node);
    const relative = known.get(uri) ?? relativeUri(root, uri);
    known.set(uri, relative);
    return relative + node.slice(uri.length);
  };
}
