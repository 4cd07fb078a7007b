import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { isJsonObject } from "../../src/json.js";
import type { NodeId } from "../../src/schema/schema-graph.js";
import { noTypes, typeSetOfValue } from "../../src/schema/type-set.js";
import { isValid, noJson, spell } from "./is-valid.js";
import type { Proved } from "./prove-documents.js";
import { proveDocuments } from "./prove-documents.js";
import { randomDocument, randomInstance } from "./random-schemas.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 600);

/** How often each fact was put to the test. */
const tried = {
  types: 0,
  literals: 0,
  requiredKeys: 0,
  propertySchemas: 0,
  conjuncts: 0,
  enforcesTypes: 0,
  never: 0,
};

/** The facts about a node that a valid instance contradicts. */
function findFalse({ graph, facts }: Proved, id: NodeId, instance: JsonValue): string[] {
  const found: string[] = [];
  const hold = (fact: keyof typeof tried, holds: boolean): void => {
    tried[fact]++;
    if (!holds) found.push(`${fact} of ${id} for ${spell(instance)}`);
  };
  hold("types", (facts.types(id) & typeSetOfValue(instance)) !== noTypes);
  const literals = facts.literals(id);
  if (literals)
    hold(
      "literals",
      literals.some((value) => spell(value) === spell(instance)),
    );
  for (const each of facts.conjuncts(id)) hold("conjuncts", isValid(graph, each, instance));
  if (!isJsonObject(instance)) return found;
  for (const key of facts.requiredKeys(id)) hold("requiredKeys", Object.hasOwn(instance, key));
  for (const [key, value] of Object.entries(instance)) {
    for (const each of facts.propertySchemas(id, key)) hold("propertySchemas", isValid(graph, each, value));
  }
  return found;
}

function findFalseOfNode(proved: Proved, id: NodeId, instances: readonly JsonValue[]): string[] {
  const { graph, facts } = proved;
  const found: string[] = [];
  const verdicts = instances.map((instance) => isValid(graph, id, instance));
  const target = facts.resolve(id);
  if (target !== id && instances.some((each, index) => isValid(graph, target, each) !== verdicts[index]))
    found.push(`resolve of ${id}`);
  if (facts.types(id) === noTypes) tried.never++;
  if (facts.enforcesTypes(id)) {
    tried.enforcesTypes++;
    if (isValid(graph, id, noJson)) found.push(`enforcesTypes of ${id}`);
  }
  const valid = instances.filter((_, index) => verdicts[index]);
  return [...found, ...valid.flatMap((instance) => findFalse(proved, id, instance))];
}

describe("facts of random schemas", () => {
  it(`hold for every valid instance of every node (seed ${seed})`, () => {
    const instances = fc.array(randomInstance, { minLength: 15, maxLength: 15 });
    fc.assert(
      fc.property(randomDocument, instances, (document, some) => {
        const proved = proveDocuments(document);
        const listed = [...proved.graph.nodes.keys()].flatMap((id) => proved.facts.literals(id) ?? []);
        const all = [...some, ...listed.slice(0, 15)];
        const wrong = [...proved.graph.nodes.keys()].flatMap((id) => findFalseOfNode(proved, id, all));
        expect(wrong).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it("are put to the test, each of them", () => {
    expect(Object.entries(tried).filter(([, times]) => times < numRuns / 100)).toEqual([]);
  });
});
