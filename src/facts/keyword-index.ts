import type { CanonicalSchema, SchemaGraph, SchemaNode } from "../schema/schema-graph.js";

/** A node, all that it says, and its position in the graph. */
export type KeywordHolder = readonly [SchemaNode, CanonicalSchema, number];

type Keyword = keyof CanonicalSchema;

/** Which nodes have which keywords: found once, for the reports that each are about a few of them. */
export class KeywordIndex {
  readonly #holders = new Map<Keyword, KeywordHolder[]>();

  constructor({ nodes }: SchemaGraph) {
    let position = 0;
    for (const node of nodes.values()) {
      const { schema } = node;
      if (typeof schema === "boolean") continue;
      const holder: KeywordHolder = [node, schema, position++];
      for (const keyword of Object.keys(schema) as Keyword[]) this.#add(keyword, holder);
    }
  }

  #add(keyword: Keyword, holder: KeywordHolder): void {
    if (holder[1][keyword] === undefined) return;
    const others = this.#holders.get(keyword);
    if (others) others.push(holder);
    else this.#holders.set(keyword, [holder]);
  }

  /** Whether any node has one of the keywords. */
  hasAny(keywords: readonly Keyword[]): boolean {
    return keywords.some((keyword) => this.#holders.has(keyword));
  }

  /** The nodes that have one of the keywords, in the order of the graph. */
  listHaving(...keywords: readonly Keyword[]): readonly KeywordHolder[] {
    const lists = keywords.flatMap((keyword) => {
      const list = this.#holders.get(keyword);
      return list ? [list] : [];
    });
    const [only, ...others] = lists;
    if (!only || others.length === 0) return only ?? [];
    return [...new Set(lists.flat())].sort(([, , one], [, , other]) => one - other);
  }
}
