import type { StatementStructures } from "ts-morph";
import { printExternalGuards } from "./union-external-guards.js";
import { printExternalNarrowing } from "./union-external-narrowing.js";
import { printExternalRouter } from "./union-external-router.js";
import type { UnionPrinting } from "./union-context.js";
import { printConstructors } from "./union-constructors.js";
import { printDottedNames } from "./union-dotted-names.js";
import { printListeners } from "./union-listeners.js";
import { printMaps } from "./union-maps.js";
import { printMatch } from "./union-matchers.js";
import { printMessages } from "./union-messages.js";

/** The helpers of a union whose tag stands outside the value: each takes the tag, then the value, which is called its body. */
export function printExternalUnion(printing: UnionPrinting): StatementStructures[] {
  return [
    ...printMaps(printing),
    ...printExternalGuards(printing),
    ...printMessages(printing),
    ...printExternalNarrowing(printing),
    ...printMatch(printing),
    ...printExternalRouter(printing),
    ...printDottedNames(printing),
    ...printListeners(printing),
    ...printConstructors(printing),
  ];
}
