import { describe, expect, it } from "vitest";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { Facts } from "../../src/facts/facts.js";
import type { NodeId } from "../../src/schema/schema-graph.js";
import { projectTypes } from "../../src/types/project-types.js";
import { lowerDocuments } from "../schema/lower-documents.js";

/** Links of which each applies the next, and says anew what a member is. */
const chainOf = (count: number) => ({
  $ref: "#/$defs/L0",
  $defs: Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `L${index}`,
      {
        type: "object",
        properties: { own: { type: "integer" }, [`only${index % 5}`]: { type: "string" } },
        ...(index % 10 === 0 ? { required: [`only${index % 5}`] } : {}),
        ...(index + 1 < count ? { allOf: [{ $ref: `#/$defs/L${index + 1}` }] } : {}),
      },
    ]),
  ),
});

/** The types of such a chain, and how many schemas were met to make them by what applies together. */
function projectChain(count: number) {
  const { graph } = lowerDocuments(chainOf(count));
  const { value: facts } = proveFacts(graph);
  let met = 0;
  const counting: Facts = {
    ...facts,
    conjuncts: (id: NodeId) => {
      const conjuncts = facts.conjuncts(id);
      met += conjuncts.length;
      return conjuncts;
    },
  };
  const { value } = projectTypes(graph, counting, new Map(), { brands: false });
  return { met, types: [...value.nodes.values()] };
}

describe("projectTypes: a long chain of allOf", () => {
  it("meets as many schemas more as the chain is longer", () => {
    const [short, long] = [projectChain(250).met, projectChain(500).met];
    expect(long - short).toBeLessThan(short * 2);
  });

  it("says of a member what every link does, however far below", () => {
    const own = projectChain(250).types.flatMap((type) =>
      type.kind === "object" ? type.members.filter(({ key }) => key === "own") : [],
    );
    expect(own.length).toBeGreaterThanOrEqual(250);
    const kinds = new Set(own.map(({ type }) => type.kind));
    expect([...kinds].every((kind) => kind === "reference" || kind === "primitive")).toBe(true);
  });
});
