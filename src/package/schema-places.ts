import { invariant } from "../invariant.js";
import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import { schemaPointerOf } from "../names/schema-pointer.js";
import { parsePointer } from "../pointer.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { PackageContext } from "./package-context.js";
import { printJson } from "./print-json.js";
import type { Position } from "./source-map.js";

/** A member's key in the text of `schema.json`. */
export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** Where the published schema's members stand in its text. */
export class SchemaPlaces {
  readonly #context: Pick<PackageContext, "graph" | "names">;
  readonly #published: JsonObject;
  readonly #places = new Map<JsonValue, Map<string, Place>>();

  constructor({ graph, names, published }: Pick<PackageContext, "graph" | "names" | "published">) {
    invariant(published, "a package has no schema");
    this.#context = { graph, names };
    this.#published = published;
    printJson(published, (holder, key, line, column) => {
      const own = this.#places.get(holder) ?? new Map<string, Place>();
      const end = { line, column: column + JSON.stringify(key).length };
      this.#places.set(holder, own.set(key, { start: { line, column }, end }));
    });
  }

  /** The member that leads to the node, or with `tokens` to what stands in it; undefined where that has no line of its own. */
  find(node: NodeId, ...tokens: readonly string[]): Place | undefined {
    const { graph, names } = this.#context;
    const way = [...parsePointer(schemaPointerOf(graph, names, node)), ...tokens];
    let holder: JsonValue = this.#published;
    for (const token of way.slice(0, -1)) {
      const next: JsonValue | undefined = isJsonObject(holder)
        ? memberOf(holder, token)
        : Array.isArray(holder)
          ? (holder as readonly JsonValue[])[Number(token)]
          : undefined;
      if (next === undefined) return undefined;
      holder = next;
    }
    return this.#places.get(holder)?.get(way.at(-1) ?? "");
  }
}
