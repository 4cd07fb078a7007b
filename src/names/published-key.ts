import type { NodeId } from "../schema/schema-graph.js";
import { relativeUri, withoutFragment } from "../uri.js";

/** A node's key in the manifest: its id, relative to the root's document, so that it is the same on every machine. */
export function keyByDocument(root: string): (node: NodeId) => string {
  return (node) => {
    const uri = withoutFragment(node);
    return relativeUri(root, uri) + node.slice(uri.length);
  };
}
