import type { JSONPathQuery } from "json-p3";
import type { JsonValue } from "../json.js";
import type { Pointer } from "../pointer.js";
import type { Source } from "./documents.js";

/**
 * One change to all nodes that a query selects. It removes them, or else merges `update` into them, where there is one.
 * @see https://spec.openapis.org/overlay/v1.0.0.html#action-object
 */
export interface Action {
  /** Where it stands in the overlay. */
  readonly pointer: Pointer;
  readonly target: string;
  readonly query: JSONPathQuery;
  readonly update: JsonValue | undefined;
  readonly remove: boolean;
}

/**
 * A valid overlay.
 * @see https://spec.openapis.org/overlay/v1.0.0.html#overlay-object
 */
export interface Overlay {
  readonly uri: string;
  /** Undefined for an overlay that was given as a value. */
  readonly source: Source | undefined;
  /** A URI reference to the document that it changes. */
  readonly extends: string | undefined;
  readonly actions: readonly Action[];
}
