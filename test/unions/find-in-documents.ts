import type { UnionOptions } from "../../src/config/config.js";
import type { Diagnostic } from "../../src/diagnostic.js";
import type { JsonValue } from "../../src/json.js";
import { matchUnionOptions } from "../../src/unions/configured-unions.js";
import { findUnions } from "../../src/unions/find-unions.js";
import type { Part, Union, Unions } from "../../src/unions/unions.js";
import { wordsOf } from "../../src/unions/unions.js";
import type { Proved } from "../facts/prove-documents.js";
import { proveDocuments } from "../facts/prove-documents.js";
import type { LowerOptions } from "../schema/lower-documents.js";
import { root, short } from "../schema/lower-documents.js";

export interface Found extends Proved {
  readonly unions: Unions;
  /** The union at a pointer into the first document. */
  readonly union: (pointer?: string) => Union | undefined;
  /** Of matching the config and of finding the unions. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Finds the unions of `schema`, with a config by the names of definitions; the root is called Root. */
export function findInDocuments(
  schema: JsonValue,
  config: Readonly<Record<string, UnionOptions>> = {},
  options: LowerOptions = {},
  others: Readonly<Record<string, JsonValue>> = {},
): Found {
  const proved = proveDocuments(schema, options, others);
  const { graph, facts } = proved;
  const configured = matchUnionOptions(graph, config, "Root");
  const { value: unions, diagnostics } = findUnions(graph, facts, configured.value);
  return {
    ...proved,
    unions,
    union: (pointer = "") => unions.get(`${root}#${pointer}`),
    diagnostics: [...configured.diagnostics, ...diagnostics],
  };
}

/** An object that requires `key` and has one of `values` there, with more keywords. */
export function tagged(
  key: string,
  values: JsonValue,
  more: Readonly<Record<string, JsonValue>> = {},
): JsonValue {
  const tag = Array.isArray(values) ? { enum: values } : { const: values };
  return { type: "object", required: [key], properties: { [key]: tag }, ...more };
}

/** A union as text: its tags, and for each variant its value, its branches, and whether it is cut, with its leaves below. */
export function describeUnion(union: Union | undefined): string[] {
  if (!union) return ["none"];
  const tags = union.tags.map((tag) => `${wordsOf(tag).join(".")}: ${JSON.stringify(tag.values)}`);
  const parts = union.variants.flatMap((variant) => [
    describePart(variant),
    ...variant.leaves.map((leaf) => `  ${describePart(leaf)}`),
  ]);
  return [...tags, ...parts];
}

function describePart({ value, branches, isCut }: Part): string {
  return `${JSON.stringify(value)} ${isCut ? "cut from" : "is"} ${branches.map(short).join(", ")}`;
}

/** Diagnostics as text: the code, and the place as a pointer. */
export function describeProblems(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.map(
    ({ code, place }) => `${code} ${place === undefined ? "-" : place.pointer || "root"}`,
  );
}
