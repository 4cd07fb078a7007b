import { holdingOf } from "./map-schemas.js";
import type { SchemaMembers } from "./published-definition.js";

/**
 * A schema of 2020-12, whose inner schemas are converted already, as draft 7 has it. What stands beside `$ref` is not seen there.
 * Throws where a keyword has no counterpart.
 */
export function toDraft07(schema: SchemaMembers): SchemaMembers {
  const {
    $ref,
    allOf,
    prefixItems,
    items,
    dependentRequired,
    dependentSchemas,
    minContains,
    ...rest
  } = schema;
  for (const keyword of [
    "unevaluatedItems",
    "unevaluatedProperties",
    "maxContains",
  ]) {
    if (keyword in rest) throw new Error(`draft-07 has no ${keyword}`);
  }
  if (minContains !== undefined && minContains !== 1)
    throw new Error("draft-07 has no minContains");
  const isAlone = Object.keys(schema).length === 1;
  const parts = [
    ...((allOf as readonly unknown[] | undefined) ?? []),
    ...($ref === undefined || isAlone ? [] : [{ $ref }]),
    // Beside schemas of the same names, which have the keyword for themselves.
    ...(dependentRequired && dependentSchemas
      ? [{ dependencies: dependentRequired }]
      : []),
  ];
  const dependencies = dependentSchemas ?? dependentRequired;
  return {
    ...($ref !== undefined && isAlone ? { $ref } : {}),
    ...rest,
    ...(prefixItems === undefined
      ? items === undefined
        ? {}
        : { items }
      : { items: prefixItems }),
    ...(prefixItems === undefined || items === undefined
      ? {}
      : { additionalItems: items }),
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(parts.length === 0 ? {} : { allOf: parts }),
  };
}

/** Where draft 7 has what stands in a schema of 2020-12 at the tokens, which are percent-encoded. */
export function movePointer(
  schema: unknown,
  tokens: readonly string[],
): readonly string[] {
  let value = schema;
  let holding = "schema";
  return tokens.map((token) => {
    const isKeyword = holding === "schema";
    const holder = value as SchemaMembers;
    const key = decodeURIComponent(token)
      .replace(/~1/g, "/")
      .replace(/~0/g, "~");
    holding = isKeyword ? holdingOf(key) : "schema";
    value = holder[key];
    return isKeyword ? keywordInDraft07(token, holder) : token;
  });
}

function keywordInDraft07(keyword: string, holder: SchemaMembers): string {
  if (keyword === "prefixItems") return "items";
  if (keyword === "items" && "prefixItems" in holder) return "additionalItems";
  return keyword === "dependentSchemas" ? "dependencies" : keyword;
}
