import type { JsonValue } from "../../json.js";
import { subschemaId } from "../../link/linked.js";
import type { CanonicalSchema, NodeId, TypeName } from "../schema-graph.js";
import { readType } from "./any-instance.js";
import type { KeywordTable, KeywordUse, MadeSchema } from "./keyword.js";
import { keep, subschemaOf } from "./keyword.js";
import { readSchema, readSchemas, rejectValue } from "./read-value.js";
import { readFormat } from "./strings.js";

/**
 * What draft 3 had of its own.
 * @see https://datatracker.ietf.org/doc/html/draft-zyp-json-schema-03#section-5
 */
export const draft03Keywords: KeywordTable = {
  "draft-03/type": (use) => {
    const union = readUnion(use);
    if (union === undefined) return {};
    const { schemas, names } = union;
    if (schemas.length === 0) return { schema: { type: names } };
    const { made, ids } = makeNames(use, union);
    return { schema: { anyOf: [...ids, ...schemas] }, made };
  },
  "draft-03/disallow": (use) => {
    const union = readUnion(use);
    const tokens = [use.name];
    const id = subschemaId(use.owner.id, tokens);
    if (union === undefined) return { schema: { not: id }, made: [{ id, tokens, value: {}, schema: {} }] };
    const { made, ids } = makeNames(use, union);
    const schema: CanonicalSchema = { anyOf: [...ids, ...union.schemas] };
    return { schema: { not: id }, made: [{ id, tokens, value: { type: use.value }, schema }, ...made] };
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

/** The types as a schema beside the others, where there are any. */
function makeNames(use: KeywordUse, { names }: Union): { made: MadeSchema[]; ids: NodeId[] } {
  if (names.length === 0) return { made: [], ids: [] };
  const tokens = [use.name, "types"];
  const id = subschemaId(use.owner.id, tokens);
  return { made: [{ id, tokens, value: { type: [...names] }, schema: { type: names } }], ids: [id] };
}
