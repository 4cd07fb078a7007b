import type { Diagnostic } from "../diagnostic.js";
import { stringFormats } from "../schema/string-formats.js";
import { admits, allTypes, noTypes, typeSetOf, typeSetOfValue } from "../schema/type-set.js";
import type { Proved } from "./doubts.js";
import { doubt, showValue } from "./doubts.js";
import { listConjuncts } from "./keyword-table.js";

/** Members of an `enum` that the types stated beside it exclude, where it has others. */
export function reportRefusedMembers({ keywords, proofOf }: Proved): Diagnostic[] {
  return keywords.listHaving("enum").flatMap(([node, schema]) => {
    if (proofOf(node.id).types === noTypes) return [];
    let types = schema.type ? typeSetOf(schema.type) : allTypes;
    for (const id of listConjuncts(schema)) types &= proofOf(id).types;
    return (schema.enum ?? []).flatMap((value, index) => {
      if ((typeSetOfValue(value) & types) !== noTypes) return [];
      return doubt(
        "enum-member-refused",
        node,
        ["enum", index],
        [
          `The type beside this enum excludes ${showValue(value)}, so no instance has this value.`,
          "Take the value out, or admit its type.",
        ],
      );
    });
  });
}

/** A `format` of strings where the types leave none: it checks nothing. */
export function reportFormats({ keywords, proofOf }: Proved): Diagnostic[] {
  return keywords.listHaving("format").flatMap(([node, { format }]) => {
    const { types } = proofOf(node.id);
    if (format === undefined || !stringFormats.has(format.name)) return [];
    if (types === noTypes || admits(types, "string")) return [];
    return doubt(
      "format-without-string",
      node,
      ["format"],
      [
        `The format "${format.name}" is about strings, and no string meets this schema, so it checks nothing.`,
        `Leave the format out, or admit the type "string".`,
      ],
    );
  });
}
