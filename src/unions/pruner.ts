import type { NodeId } from "../schema/schema-graph.js";
import type { Decision } from "./unions.js";

/** Where a decision stands: as which member of which alternatives; undefined at the top. */
interface Place {
  readonly decision: Decision;
  readonly within: Place | undefined;
  /** Its number in the order in which decisions are met from the top. */
  readonly rank: number;
}

/** Takes from alternatives what may not be met, in a time that what is left takes, so that they can be split into many parts. */
export class Pruner {
  readonly #places = new Map<NodeId, Place[]>();
  #count = 0;

  constructor(whole: Decision) {
    this.#visit(whole, undefined);
  }

  /** What is left of the alternatives where only these nodes may be met; undefined: nothing. */
  keep(nodes: readonly NodeId[]): Decision | undefined {
    const kept = new Set(nodes.flatMap((node) => this.#places.get(node) ?? []));
    /** What is left of each of the alternatives that hold some of it. */
    const left = new Map<Place, Place[]>();
    let [top] = kept;
    for (const place of kept) {
      const { within } = place;
      if (!within) continue;
      const others = left.get(within);
      if (others) others.push(place);
      else left.set(within, [place]);
      // What holds it comes after all that the set has now, and so after what it holds.
      kept.add(within);
    }
    for (; top?.within; top = top.within);
    return top && rebuild(top, left);
  }

  #visit(decision: Decision, within: Place | undefined): void {
    const place = { decision, within, rank: this.#count++ };
    if (decision.kind === "branch") {
      const places = this.#places.get(decision.node);
      if (places) places.push(place);
      else this.#places.set(decision.node, [place]);
    } else if (decision.kind !== "tag") for (const each of decision.of) this.#visit(each, place);
  }
}

/** Alternatives that are left with one are that one. */
function rebuild(place: Place, left: ReadonlyMap<Place, readonly Place[]>): Decision {
  const { decision } = place;
  if (decision.kind === "branch" || decision.kind === "tag") return decision;
  const of = (left.get(place) ?? [])
    .toSorted((one, other) => one.rank - other.rank)
    .map((each) => rebuild(each, left));
  const [only, ...others] = of;
  return only && others.length === 0 ? only : { ...decision, of };
}
