import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { asIdentifier, isIdentifierName, toPascalCase } from "../identifier.js";
import { nearest } from "../nearest.js";
import type { NodeId } from "../schema/schema-graph.js";
import type { Union, Unions } from "../unions/unions.js";
import { dottedNameOf } from "../unions/parts.js";
import type { DeclarationNames, Names } from "./names.js";
import type { PartStems } from "./union-parts.js";
import { listParts } from "./union-parts.js";

/** What the config calls the parts of unions, by the union's node. */
export type ConfiguredStems = ReadonlyMap<NodeId, PartStems>;

/** What is amiss with the names that the config gives to parts of unions: those that are none, and those that nothing takes. */
export function checkPartStems(
  unions: Unions,
  configured: ConfiguredStems,
  { declarations }: Names,
): Diagnostic[] {
  return [...configured].flatMap(([node, stems]) => {
    const union = unions.get(node);
    return union ? Object.keys(stems).flatMap((key) => checkStem(union, stems, key, declarations)) : [];
  });
}

function checkStem(
  union: Union,
  stems: PartStems,
  key: string,
  declarations: ReadonlyMap<string, DeclarationNames>,
): Diagnostic[] {
  const stem = stems[key] ?? "";
  if (!isIdentifierName(stem)) {
    return [
      diagnose(
        "name-invalid",
        `\`${stem}\`, the configured name of the tag value \`${key}\`, is not the beginning of a type's name in TypeScript.`,
        `Use letters, digits, \`_\` and \`$\`, as in \`${asIdentifier(toPascalCase(stem) || "Name")}\`.`,
      ),
    ];
  }
  const known = listStemKeys(union);
  if (!known.includes(key)) return [reportUnknownKey(key, known)];
  const named = listParts(union, { [key]: stem }).filter(({ isConfigured }) => isConfigured);
  const types = named.map(({ id }) => declarations.get(id));
  const [fixed] = types;
  return types.every((names) => names?.role === "definition") && fixed ? [reportFixed(key, fixed.type)] : [];
}

/** What the config may name: the values of the tags, and the leaves by their dotted names. */
function listStemKeys(union: Union): readonly string[] {
  const leaves = union.variants.flatMap((variant) =>
    variant.leaves.map((leaf) => dottedNameOf(union, variant, leaf)),
  );
  return [...new Set([...union.tags.flatMap(({ values }) => values.map(String)), ...leaves])];
}

function reportUnknownKey(key: string, known: readonly string[]): Diagnostic {
  const near = nearest(key, known);
  return diagnose(
    "name-unmatched",
    `The config names the tag value \`${key}\`, and the union has none of that kind.`,
    near.length > 0
      ? `Did you mean ${near.map((each) => `\`${each}\``).join(" or ")}?`
      : "Use a value of a tag, or both values with a dot between.",
  );
}

function reportFixed(key: string, type: string): Diagnostic {
  return diagnose(
    "name-unmatched",
    `The config names the tag value \`${key}\`, whose variant is a definition with a name of its own, \`${type}\`.`,
    "Name that definition with `names` of the input.",
  );
}
