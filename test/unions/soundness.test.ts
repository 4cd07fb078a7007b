import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { isJsonObject, memberOf } from "../../src/json.js";
import type { Union } from "../../src/unions/unions.js";
import { pathOf } from "../../src/unions/unions.js";
import { isValid } from "../facts/is-valid.js";
import type { Found } from "./find-in-documents.js";
import { findInDocuments } from "./find-in-documents.js";

const seed = Number(process.env["SEED"] ?? Date.now() % 1_000_000);
const numRuns = Number(process.env["RUNS"] ?? 400);

const tagValue = fc.constantFrom<JsonValue>("a", "b", "c", "d", 1);
const tagSchema = fc.oneof(
  { weight: 12, arbitrary: fc.record({ const: tagValue }) },
  { weight: 3, arbitrary: fc.record({ enum: fc.array(tagValue, { minLength: 1, maxLength: 3 }) }) },
  { weight: 1, arbitrary: fc.constantFrom<JsonValue>({}, { type: "string" }, false) },
  {
    weight: 2,
    arbitrary: fc.constant<JsonValue>({ type: "string", not: { enum: ["a", "b", "c"] } }),
  },
);
const required = fc.oneof(
  { weight: 6, arbitrary: fc.constant<JsonValue>(["kind", "v"]) },
  { weight: 2, arbitrary: fc.constant<JsonValue>(["v", "kind", "data"]) },
  { weight: 1, arbitrary: fc.constantFrom<JsonValue>(["kind"], ["v"]) },
);
const holder = fc.record({
  type: fc.constant("object"),
  required: fc.constant(["kind"]),
  properties: fc.record({ kind: tagSchema }),
});
const base = fc.constantFrom<JsonValue>({ $ref: "#/$defs/Base" }, { $ref: "#/$defs/String" });
const member: fc.Arbitrary<JsonValue> = fc.record(
  {
    type: fc.oneof(
      { weight: 9, arbitrary: fc.constant<JsonValue>("object") },
      { weight: 1, arbitrary: fc.constant<JsonValue>(["object", "null"]) },
    ),
    required,
    properties: fc.record({ kind: tagSchema, v: tagSchema, data: holder }, { requiredKeys: ["kind", "v"] }),
    allOf: fc.array(base, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ["type", "required", "properties"] },
);
const named = fc.constantFrom<JsonValue>(
  { $ref: "#/$defs/A" },
  { $ref: "#/$defs/B" },
  { $ref: "#/$defs/Inner" },
);

function unionOf(members: fc.Arbitrary<JsonValue>): fc.Arbitrary<JsonValue> {
  const list = fc.array(members, { minLength: 1, maxLength: 4 });
  return fc.oneof(fc.record({ oneOf: list }), fc.record({ anyOf: list }));
}

const document: fc.Arbitrary<JsonValue> = fc
  .record({
    root: unionOf(fc.oneof(member, named)),
    A: member,
    B: member,
    Inner: unionOf(fc.oneof(member, fc.constant({ $ref: "#/$defs/B" }))),
  })
  .map(({ root, ...definitions }) => ({
    ...(root as object),
    $defs: {
      ...definitions,
      Base: { type: "object", required: ["kind"] },
      String: { type: "object", properties: { kind: { type: "string" } } },
    },
  }));

const instance: fc.Arbitrary<JsonValue> = fc.record(
  { kind: tagValue, v: tagValue, data: fc.record({ kind: tagValue }) },
  { requiredKeys: ["kind"], noNullPrototype: true },
);

const tried = { valid: 0, whole: 0, cut: 0, leaves: 0, envelopes: 0, fallbacks: 0 };

function readPath(value: JsonValue, path: readonly string[]): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (held, key) => (isJsonObject(held) ? memberOf(held, key) : undefined),
    value,
  );
}

/** What a union says that a value contradicts. */
function findFalse({ graph }: Found, union: Union, value: JsonValue): string[] {
  const wrong: string[] = [];
  const claim = (text: string, holds: boolean): void => {
    if (!holds) wrong.push(`${text}: ${JSON.stringify(value)}`);
  };
  const isValidUnion = isValid(graph, union.node, value);
  const [first, second] = union.tags.map((tag) =>
    tag.kind === "presence"
      ? tag.values.find((key) => readPath(value, [key]) !== undefined)
      : readPath(value, pathOf(tag)),
  );
  const meets = (nodes: readonly string[]): boolean => nodes.some((id) => isValid(graph, id, value));
  for (const part of union.variants) {
    const isOfVariant = part.isOfUnion
      ? isValidUnion && first === part.value
      : meets(part.branches) && (!part.isCut || first === part.value);
    claim(`the variant ${part.id} is a part of the union`, !isOfVariant || isValidUnion);
    claim(`the variant ${part.id} has its tag`, !isOfVariant || first === part.value);
    if (isOfVariant) tried[part.isCut ? "cut" : "whole"]++;
    for (const leaf of part.leaves) {
      const isOfLeaf =
        isOfVariant && (leaf.isOfUnion || meets(leaf.branches)) && (!leaf.isCut || second === leaf.value);
      claim(`the leaf ${leaf.id} has its tag`, !isOfLeaf || second === leaf.value);
      if (isOfLeaf) tried.leaves++;
    }
  }
  if (!isValidUnion) return wrong;
  tried.valid++;
  if (union.fallback !== undefined && isValid(graph, union.fallback, value)) {
    tried.fallbacks++;
    claim("what the fallback takes has no known tag", !union.variants.some((part) => part.value === first));
    return wrong;
  }
  const variants = union.variants.filter(({ value: tag }) => tag === first);
  claim("one variant has the tag", variants.length === 1 && meets(variants[0]?.branches ?? []));
  const leaves = variants.flatMap((variant) => variant.leaves).filter(({ value: tag }) => tag === second);
  claim(
    "one leaf has both tags",
    variants.every((variant) => variant.leaves.length === 0) ||
      (leaves.length === 1 && meets(leaves[0]?.branches ?? [])),
  );
  claim(
    "one branch has the tags",
    variants.some(({ isOfUnion }) => isOfUnion) ||
      union.branches.filter(
        ({ node, values }) => values[0]?.includes(first as never) && isValid(graph, node, value),
      ).length === 1,
  );
  for (const id of union.envelope) {
    tried.envelopes++;
    claim(`the envelope ${id} is met`, isValid(graph, id, value));
  }
  return wrong;
}

describe("unions of random schemas", () => {
  const configs = [
    {},
    { Root: { tags: ["kind", "v"] } },
    { Root: { tags: ["data.kind"] } },
    { Root: { open: true } },
  ];

  it(`hold for every value (seed ${seed})`, () => {
    const values = fc.array(instance, { minLength: 40, maxLength: 40 });
    fc.assert(
      fc.property(document, values, fc.constantFrom(...configs), (schema, some, config) => {
        const found = findInDocuments(schema, config);
        const wrong = [...found.unions.values()].flatMap((union) =>
          some.flatMap((value) => findFalse(found, union, value)),
        );
        expect(wrong).toEqual([]);
      }),
      { seed, numRuns },
    );
  });

  it("are put to the test, each part of them", () => {
    expect(Object.entries(tried).filter(([, times]) => times < numRuns / 100)).toEqual([]);
  });
});
