import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { SchemaId, SchemaPosition } from "../link/linked.js";
import { nearest } from "../nearest.js";
import { appendPointer } from "../pointer.js";
import type { Inference } from "./infer-types.js";
import { listSpeakers } from "./keyword-traits.js";
import type { LoweredSchema } from "./lowered-schema.js";
import type { Structure } from "./structure.js";

/** One note for each name that a dialect does not know, at the first place it stands; none for `x-` names, which say so themselves. */
export function noteUnknownKeywords(schemas: Iterable<LoweredSchema>): Diagnostic[] {
  const told = new Set<string>();
  const notes: Diagnostic[] = [];
  for (const { source, annotations } of schemas) {
    for (const name of annotations.unknown?.keys() ?? []) {
      if (name.startsWith("x-") || told.has(name)) continue;
      told.add(name);
      const [near] = nearest(name, source.dialect.keywords.keys());
      notes.push(
        diagnose(
          "keyword-unknown",
          `"${name}" is no keyword of ${source.dialect.name}, so it changes no verdict.`,
          near === undefined ? "Begin names of your own with x-." : `Did you mean "${near}"?`,
          placeAt(source.place, name),
        ),
      );
    }
  }
  return notes;
}

/** One note for each keyword that stands beside `$ref` where it does not count, at the first such place. */
export function noteIgnoredKeywords(schemas: Iterable<LoweredSchema>): Diagnostic[] {
  const told = new Set<string>();
  const notes: Diagnostic[] = [];
  for (const { source, ignored } of schemas) {
    for (const name of ignored) {
      if (told.has(name)) continue;
      told.add(name);
      const { name: dialect } = source.dialect;
      const other = dialect.startsWith("draft-") ? ", or name a dialect from 2019-09 on" : "";
      const help = `Put the $ref into an allOf beside it${other}.`;
      const message = `In ${dialect} ${name} does not count where it stands beside $ref.`;
      notes.push(diagnose("keyword-ignored", message, help, placeAt(source.place, name)));
    }
  }
  return notes;
}

/** A note for each type that was inferred, with the keywords that speak of it. */
export function noteInferredTypes(structure: Structure, { inferred }: Inference): Diagnostic[] {
  return [...structure].flatMap(([id, { lowered }]) => {
    const type = inferred.get(id);
    if (type === undefined) return [];
    const speakers = listInlineSpeakers(structure, id);
    const verb = speakers.length === 1 ? "speaks" : "speak";
    return [
      diagnose(
        "type-inferred",
        `No type is stated here, and ${speakers.join(", ")} ${verb} of type ${type}, so no other is admitted.`,
        `Write "type": "${type}", or set \`untyped\` to "exact" to read such schemas to the letter.`,
        lowered.source.place,
      ),
    ];
  });
}

function listInlineSpeakers(structure: Structure, top: SchemaId): string[] {
  const names = new Set<string>();
  const conjuncts = new Set([top]);
  for (const id of conjuncts) {
    const schema = structure.get(id);
    for (const [keyword] of listSpeakers(schema?.lowered.schema ?? true)) names.add(keyword);
    for (const { role, inline, target } of schema?.edges ?? []) {
      if (role === "conjunct" && inline) conjuncts.add(target);
    }
  }
  return [...names];
}

function placeAt({ uri, pointer }: SchemaPosition, keyword: string): SchemaPosition {
  return { uri, pointer: appendPointer(pointer, keyword) };
}
