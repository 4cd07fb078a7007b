import type { JsonValue } from "../../json.js";
import { subschemaId } from "../../link/linked.js";
import type { NodeId, TypeName } from "../schema-graph.js";
import { readType } from "./any-instance.js";
import type { KeywordTable, KeywordUse, Lowering } from "./keyword.js";
import { keep, subschemaOf } from "./keyword.js";
import { readSchema, readSchemas, rejectValue } from "./read-value.js";
import { readFormat } from "./strings.js";

/**
 * What draft 3 had of its own.
 * @see https://datatracker.ietf.org/doc/html/draft-zyp-json-schema-03#section-5
 */
export const draft03Keywords: KeywordTable = {
  "draft-03/type": (use, lowering) => {
    const union = readUnion(use);
    if (union === undefined) return;
    const { schemas, names } = union;
    if (schemas.length === 0) lowering.schema.type = names;
    else lowering.schema.anyOf = [...addNames(use, union, lowering), ...schemas];
  },
  "draft-03/disallow": (use, lowering) => {
    const union = readUnion(use);
    const tokens = [use.name];
    const id = subschemaId(use.owner.id, tokens);
    lowering.schema.not = id;
    if (union === undefined) {
      lowering.made.push({ id, tokens, value: {}, schema: {} });
      return;
    }
    const anyOf: NodeId[] = [];
    lowering.made.push({ id, tokens, value: { type: use.value }, schema: { anyOf } });
    anyOf.push(...addNames(use, union, lowering), ...union.schemas);
  },
  "draft-03/format": keep("format", (use) => {
    const format = readFormat(use);
    return format && { ...format, name: formatNames.get(format.name) ?? format.name };
  }),
  "draft-03/extends": keep("allOf", (use) => {
    if (Array.isArray(use.value)) return readSchemas(use, "tolerate");
    const schema = readSchema(use);
    return schema && [schema];
  }),
};

/** Formats that later drafts call otherwise, or do not have. */
const formatNames: ReadonlyMap<string, string> = new Map([
  ["host-name", "hostname"],
  ["ip-address", "ipv4"],
  ["time", "partial-time"],
  ["color", "css-color"],
]);

interface Union {
  readonly names: readonly TypeName[];
  readonly schemas: readonly NodeId[];
}

/** The types and schemas of which an instance meets one; undefined where any instance does. */
function readUnion(use: KeywordUse): Union | undefined {
  const values: readonly JsonValue[] = Array.isArray(use.value) ? use.value : [use.value];
  if (values.length === 0) return rejectValue(use, "the name of a type, a schema, or an array of such");
  const tokens = (index: number): string[] => (Array.isArray(use.value) ? [`${index}`] : []);
  const schemas = values.flatMap((_, index) => subschemaOf(use, ...tokens(index)) ?? []);
  const scalars = values.filter((value) => typeof value !== "object" || value === null);
  if (scalars.includes("any")) return undefined;
  const names = values.flatMap((value, index) =>
    typeof value === "object" && value !== null ? [] : (readType(use, value, tokens(index)) ?? []),
  );
  return { names: [...new Set(names)], schemas };
}

/** Makes the types a schema to stand beside the others, where there are any. */
function addNames(use: KeywordUse, { names }: Union, { made }: Lowering): NodeId[] {
  if (names.length === 0) return [];
  const tokens = [use.name, "types"];
  const id = subschemaId(use.owner.id, tokens);
  made.push({ id, tokens, value: { type: [...names] }, schema: { type: names } });
  return [id];
}
