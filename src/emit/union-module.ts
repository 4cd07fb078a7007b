import type { StatementStructures } from "ts-morph";
import type { Models } from "./context.js";
import type { Scope } from "./scope.js";
import type { UnionPrinting } from "./union-context.js";
import { nameParameters, startUnion } from "./union-context.js";
import { printConstructors } from "./union-constructors.js";
import { printExternalUnion } from "./union-external.js";
import { printOpenGuards, printPartGuards } from "./union-guards.js";
import { printDottedNames } from "./union-dotted-names.js";
import { printListeners } from "./union-listeners.js";
import { printMaps } from "./union-maps.js";
import { printMatch } from "./union-matchers.js";
import { printNarrowing } from "./union-narrowing.js";
import { printRouter } from "./union-router.js";

/** The helpers of every union. */
export function printUnions(models: Models, scope: Scope): StatementStructures[] {
  const unions = [...models.unions.values()];
  const parameters = nameParameters(models);
  return unions.flatMap((union) => printUnion(startUnion(models, scope, union, parameters)));
}

function printUnion(printing: UnionPrinting): StatementStructures[] {
  if (printing.union.tags[0].kind === "external") return printExternalUnion(printing);
  return [
    ...printMaps(printing),
    ...printPartGuards(printing),
    ...printOpenGuards(printing),
    ...printNarrowing(printing),
    ...printMatch(printing),
    ...printRouter(printing),
    ...printDottedNames(printing),
    ...printListeners(printing),
    ...printConstructors(printing),
  ];
}
