import type { FidelitySet } from "./fidelity/judged-groups.js";

/**
 * Instances of a group that no usable type gets right, with the best type that can be written by hand. It holds wherever the group stands
 * with that wording, in draft 7 and in 2020-12.
 */
export interface Limit {
  readonly set: FidelitySet;
  readonly file: string;
  readonly group: string;
  readonly instances: readonly string[];
  /** Admits every valid instance and refuses every expressible invalid one, but for `instances`. */
  readonly type: string;
  readonly reason: string;
}

const anythingButObjects = "string | number | boolean | null | unknown[]";

export const fidelityLimits: readonly Limit[] = [
  ...(["published", "typed"] as const).flatMap((set): Limit[] => [
    {
      set,
      file: "ref",
      group: "remote ref, containing refs itself",
      instances: ["remote ref invalid"],
      type: "boolean | { minLength?: number; [keyword: string]: unknown }",
      reason:
        "The schema is the meta-schema, and the instance has minLength -1: numbers have no type of the non-negative.",
    },
    {
      set,
      file: "if-then-else",
      group: "then: false fails when condition matches",
      instances: ["matches if → then=false → invalid"],
      type: "unknown",
      reason:
        "All but 1 is valid, and there is no type of all but 1: any that admits 2 and 3 and so on without end is number.",
    },
  ]),
  {
    set: "typed",
    file: "properties",
    group: "properties, patternProperties, additionalProperties interaction",
    instances: ["patternProperty invalidates nonproperty"],
    type: `{
      foo?: [unknown, unknown, unknown?];
      bar?: unknown[];
      [key: string]: number | unknown[] | undefined;
    }`,
    reason:
      "The pattern is f.o, and template literals have no hole for one character. What bar may be, any other key may be then.",
  },
  {
    set: "published",
    file: "properties",
    group: "properties, patternProperties, additionalProperties interaction",
    instances: ["patternProperty invalidates nonproperty", "additionalProperty invalidates others"],
    type: `${anythingButObjects} | { foo?: [unknown, unknown, unknown?]; bar?: unknown[]; [key: string]: unknown }`,
    reason:
      "As in the typed set; and what a key that matches f.o may be (anything but a short array), any key may be then.",
  },
];
