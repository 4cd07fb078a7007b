import { expect, it } from "vitest";
import { KeywordIndex } from "../../src/facts/keyword-index.js";
import { lowerDocuments, short } from "../schema/lower-documents.js";

it("lists the nodes that have one of the keywords, each once and in the order of the graph", () => {
  const { graph } = lowerDocuments({
    oneOf: [{ type: "string" }, { anyOf: [true], oneOf: [true] }],
    properties: { a: { anyOf: [false] }, b: true },
  });
  const index = new KeywordIndex(graph);
  const both = index.listHaving("anyOf", "oneOf").map(([{ id }]) => id);
  expect(both.map(short).toSorted()).toEqual(["#", "#/oneOf/1", "#/properties/a"]);
  expect(both).toEqual([...graph.nodes.keys()].filter((id) => both.includes(id)));
  expect(index.listHaving("not")).toEqual([]);
  expect([index.hasAny(["not", "anyOf"]), index.hasAny(["not"])]).toEqual([true, false]);
});
