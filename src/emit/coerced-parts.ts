import type { NodeId } from "../schema/schema-graph.js";
import type { Code } from "./code.js";
import { nameCode } from "./code.js";
import type { Constants } from "./constants.js";

/** Where a coercer stands: in which function, how that would be called if it were one of its own, and how deep in it. */
export interface CoercionPlace {
  readonly owner: string;
  readonly name: string;
  readonly depth: number;
}

/** All schemas that one part of a value meets, none of them twice, and where that was first seen. */
export interface CoercedPart {
  readonly nodes: readonly NodeId[];
  readonly place: CoercionPlace;
}

/** What is longer is written once. */
const mostRepeated = 100;
/** What nests deeper goes on in another function. */
const deepest = 40;
/** Schemas that meet each other in ever new ways are followed so far; what lies beyond stays as it is. */
const mostParts = 20_000;

/**
 * The parts of values that have no name. All are printed twice: first to learn which of them are met again, or hold themselves, or nest too
 * deep; then, after `settle`, those are functions. So the text is as long as the schema, and not as the ways through it.
 */
export class CoercedParts {
  readonly #constants: Constants;
  readonly #texts = new Map<string, Code | undefined>();
  readonly #met = new Set<string>();
  readonly #shared = new Map<string, Code | undefined>();
  #left: CoercedPart[] = [];
  #isSettled = false;

  constructor(constants: Constants) {
    this.#constants = constants;
  }

  /** The coercer of a part: `print`ed in place, or the name of a function. Undefined where it would change nothing. */
  print(part: CoercedPart, print: () => Code | undefined): Code | undefined {
    const key = part.nodes.toSorted().join("\n");
    if (this.#shared.has(key)) return this.#nameShared(key, part);
    if (this.#texts.has(key)) {
      const text = this.#texts.get(key);
      return text === undefined || text.length <= mostRepeated ? text : this.#share(key, part);
    }
    if (!this.#isSettled) {
      if (this.#met.has(key)) return this.#share(key, part);
      if (this.#met.size >= mostParts) return undefined;
      this.#met.add(key);
      if (part.place.depth > deepest) {
        this.#left.push(part);
        return this.#share(key, part);
      }
    }
    if (!this.#met.has(key)) return undefined;
    const text = print();
    this.#texts.set(key, text);
    return text;
  }

  /** The parts that are functions of their own, with those that are found while they are gone through. */
  listLeft(): readonly CoercedPart[] {
    return this.#left;
  }

  /** From here on what was met more than once has a name. */
  settle(): void {
    this.#isSettled = true;
    this.#texts.clear();
    this.#left = [];
  }

  #share(key: string, part: CoercedPart): Code {
    this.#shared.set(key, undefined);
    return nameCode(part.place.owner);
  }

  #nameShared(key: string, { nodes, place }: CoercedPart): Code {
    if (!this.#isSettled) return nameCode(place.owner);
    const known = this.#shared.get(key);
    if (known !== undefined) return known;
    const name = this.#constants.claim(place.name);
    const shared = nameCode(name);
    this.#shared.set(key, shared);
    this.#left.push({ nodes, place: { owner: name, name, depth: 0 } });
    return shared;
  }
}
