import { toPascalCase } from "../identifier.js";
import type { DescribedSchema, DescribedUnion } from "./description.js";

/**
 * The union of bodies, where what stands outside tells some apart. It gives way to the names of the document's own schemas, since no
 * schema is called so.
 */
export function describeUnion(union: DescribedUnion, schemas: readonly DescribedSchema[]): DescribedUnion[] {
  const values = new Set(union.members.map(({ value }) => value));
  if (values.size < 2) return [];
  const taken = new Set(schemas.map(({ names: [name = ""] }) => toPascalCase(name)));
  const free = union.names.filter((name) => !taken.has(name));
  return [{ ...union, names: free.length > 0 ? free : union.names }];
}
