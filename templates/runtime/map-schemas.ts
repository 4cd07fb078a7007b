import type { SchemaMembers } from "./published-definition.js";

/** What a keyword of 2020-12 holds: a schema, a list or a map of schemas, or no schema at all. */
export function holdingOf(keyword: string): "schema" | "list" | "map" | "data" {
  switch (keyword) {
    case "items":
    case "contains":
    case "unevaluatedItems":
    case "additionalProperties":
    case "propertyNames":
    case "unevaluatedProperties":
    case "not":
    case "if":
    case "then":
    case "else":
    case "contentSchema":
      return "schema";
    case "prefixItems":
    case "allOf":
    case "anyOf":
    case "oneOf":
      return "list";
    case "properties":
    case "patternProperties":
    case "dependentSchemas":
      return "map";
    default:
      return "data";
  }
}

/** The schema with every schema in it changed, inner ones first; booleans stay. No definition nests deep. */
export function mapSchemas(
  schema: unknown,
  change: (schema: SchemaMembers) => unknown,
): unknown {
  if (typeof schema !== "object" || schema === null) return schema;
  const mapEach = (value: unknown): unknown => mapSchemas(value, change);
  return change(
    mapMembers(schema, (value, keyword) => {
      const holding = holdingOf(keyword);
      if (holding === "schema") return mapEach(value);
      if (holding === "list") return (value as readonly unknown[]).map(mapEach);
      return holding === "map" ? mapMembers(value as object, mapEach) : value;
    }),
  );
}

function mapMembers(
  object: object,
  change: (value: unknown, key: string) => unknown,
): SchemaMembers {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, change(value, key)]),
  );
}

/** A boolean schema as an object that says the same. */
export function objectOf(schema: unknown): SchemaMembers {
  if (typeof schema === "object") return schema as SchemaMembers;
  return schema === true ? {} : { not: {} };
}
