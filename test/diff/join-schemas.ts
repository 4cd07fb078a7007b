import { joinVersions, type Proved, type Space } from "../../src/diff/space.js";
import { proveFacts } from "../../src/facts/prove-facts.js";
import type { JsonValue } from "../../src/json.js";
import { link } from "../../src/link/link.js";
import { lower } from "../../src/schema/schema.js";
import { makeDocuments } from "../link/make-documents.js";

/** The roots of two schemas that are read to the letter, with formats asserted. */
export const oldRoot = "file:///old.json#";
export const newRoot = "file:///new.json#";

/** Undefined where a schema has an error, such as a reference that runs in a circle. */
export function joinSchemas(old: JsonValue, updated: JsonValue): Space | undefined {
  const [one, other] = [prove("file:///old.json", old), prove("file:///new.json", updated)];
  return one && other && joinVersions(one, other);
}

function prove(uri: string, schema: JsonValue): Proved | undefined {
  const linked = link(makeDocuments({ [uri]: schema }), { dialect: "2020-12" });
  const { value: graph } = lower(linked.value, {
    untyped: "exact",
    formats: "assert",
    discriminator: "annotate",
    readWrite: "annotate",
    oneOf: "overlap",
    unions: {},
    name: undefined,
  });
  const { value: facts, diagnostics } = proveFacts(graph);
  return diagnostics.some(({ severity }) => severity === "error") ? undefined : { graph, facts };
}
