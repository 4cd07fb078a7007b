import type { StatementStructures } from "ts-morph";
import type { Union } from "../unions/unions.js";
import type { Models } from "./context.js";
import type { Scope } from "./scope.js";
import { startUnion } from "./union-context.js";
import { printOpenGuards, printPartGuards } from "./union-guards.js";
import { printMatch, printNarrowing } from "./union-helpers.js";
import { printMaps } from "./union-maps.js";
import { printRouter } from "./union-router.js";

/** All helpers of one union. */
export function printUnion(models: Models, scope: Scope, union: Union): StatementStructures[] {
  const printing = startUnion(models, scope, union);
  return [
    ...printMaps(printing),
    ...printPartGuards(printing),
    ...printOpenGuards(printing),
    ...printNarrowing(printing),
    ...printMatch(printing),
    ...printRouter(printing),
  ];
}
