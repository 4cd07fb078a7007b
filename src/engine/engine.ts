import type { compile as compileSchema } from "json-schema-to-typescript";
import type { DeclaredTexts, Models } from "../emit/context.js";
import type { Outcome } from "../diagnostic.js";
import { invariant } from "../invariant.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { EngineSchema } from "./engine-schema.js";
import { describe, lowerNode, startLowering } from "./lower-node.js";
import { reportEngine } from "./report-engine.js";

type Compile = typeof compileSchema;

/**
 * The declarations of the schemas as json-schema-to-typescript prints them, where the input asks for that. Those that it has no form
 * for are left to `emit`.
 */
export async function printWithEngine(models: Models): Promise<Outcome<DeclaredTexts | undefined>> {
  if (models.options.types === "schemist") return { value: undefined, diagnostics: [] };
  // Loaded only here, so that nobody else waits for it.
  const { compile } = await import("json-schema-to-typescript");
  const { restyle } = await import("./restyle.js");
  const lowering = startLowering(models);
  const texts = new Map<NodeId, string>();
  for (const [id, { type }] of models.names.declarations) {
    if (!models.graph.nodes.has(id)) continue;
    const schema = lowerNode(lowering, id);
    if (schema === undefined) lowering.replaced.add(id);
    else
      texts.set(
        id,
        restyle(await print(compile, describe(lowering, id, schema), type), type, models.options),
      );
  }
  return { value: texts, diagnostics: reportEngine(models, lowering.replaced) };
}

/** One declaration, as the engine writes it before it formats. */
async function print(compile: Compile, schema: EngineSchema, name: string): Promise<string> {
  const nameOf = (given: object): string | undefined =>
    "schemistName" in given ? String(given.schemistName) : undefined;
  const given: object = { ...schema, schemistName: name };
  const text = await compile(given, "Declaration", {
    bannerComment: "",
    customName: nameOf,
    format: false,
  });
  invariant(text.includes("export "), `nothing came of ${name}`);
  // It speaks so of what has no name.
  return text.trim().replaceAll("by `undefined`'s JSON-Schema", "by a JSON-Schema");
}
