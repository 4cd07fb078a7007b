import type { Document, Node } from "yaml";
import { loadYaml } from "../libraries.js";
import { composeYaml } from "./compose-yaml.js";
import type { Offsets, Wanted } from "./wanted.js";

/** Where the wanted places stand in YAML text: a member of a map at its key, an item of a sequence at the item. */
export function findYamlOffsets(text: string, wanted: Wanted): Offsets {
  const composed = composeYaml(text);
  const document = composed.kind === "documents" ? composed.documents[0] : undefined;
  return document ? findNodeOffsets(document, wanted) : new Map();
}

/** The same in a document that is composed already. What an alias stands for is found at its anchor. */
export function findNodeOffsets(document: Document.Parsed, wanted: Wanted): Offsets {
  const { isAlias } = loadYaml();
  const root = document.contents;
  const offsets = new Map([[wanted, root?.range[0] ?? 0]]);
  const open: { node: Node | null | undefined; wanted: Wanted }[] = [{ node: root, wanted }];
  for (let step = open.pop(); step; step = open.pop()) {
    const node = isAlias(step.node) ? step.node.resolve(document) : step.node;
    for (const [token, child] of step.wanted.children) {
      const found = findMember(node, token);
      if (!found) continue;
      offsets.set(child, found.offset);
      open.push({ node: found.node, wanted: child });
    }
  }
  return offsets;
}

interface Member {
  readonly offset: number;
  readonly node: Node | null;
}

function findMember(node: Node | null | undefined, token: string): Member | undefined {
  const { isMap, isScalar, isSeq } = loadYaml();
  if (isMap<Node, Node | null>(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === token);
    return pair && { offset: startOf(pair.key), node: pair.value };
  }
  const item = isSeq<Node>(node) && /^(0|[1-9]\d*)$/.test(token) ? node.items[Number(token)] : undefined;
  return item && { offset: startOf(item), node: item };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}
