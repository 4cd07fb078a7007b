import type { Dialect } from "../dialect/dialect.js";
import { stringifyJson } from "../json.js";
import { parsePointer } from "../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../uri.js";
import type { DescribedSchema, UnionMember } from "./description.js";
import type { Part } from "./part.js";
import { partAt, textAt } from "./part.js";
import { keyOf } from "./part-reader.js";
import { isSchema } from "./schema-place.js";
import { hidesSiblings } from "./subschemas.js";

/** What an API description says of the content of a request or a message. */
export interface Body {
  /** What it is sent as: names that stand outside of it. */
  readonly values: readonly string[];
  readonly schema: Part;
  /** Undefined where it is that of what stands around it. */
  readonly dialect: Dialect | undefined;
  /** Names for the schema where it has none of its own, best first. */
  readonly names: readonly string[];
  /** Its name where another body has that already. */
  readonly qualifiedName: string | undefined;
}

export interface DescribedBodies {
  /** Those that are no schemas of the components already. */
  readonly schemas: readonly DescribedSchema[];
  readonly members: readonly UnionMember[];
}

/** The bodies that a description, whose root is given, speaks of: what is sent under one name more than once is one of them. */
export function describeBodies(bodies: readonly Body[], root: Part, dialect: Dialect): DescribedBodies {
  const schemas = new Map<string, DescribedSchema>();
  const members = new Map<string, UnionMember>();
  const known = new Map<string, Part>();
  const named = new Set<string>();
  for (const body of bodies) {
    const { schema } = body;
    const component = findComponent(body, root, dialect);
    const source = [schema.document.uri, body.dialect?.uri ?? ""];
    const text = JSON.stringify([...source, body.values, stringifyJson(schema.value)]);
    const target = component ?? known.get(text) ?? schema;
    known.set(text, target);
    const key = keyOf(target);
    if (target === schema && !schemas.has(key)) {
      const { document, tokens, value } = schema;
      schemas.set(key, { document, tokens, value, dialect: body.dialect, names: nameBody(body, named) });
    }
    // What is wrong with one that is no schema is told where it stands.
    for (const value of isSchema(target.value) ? body.values : []) {
      const id = JSON.stringify([value, key]);
      if (!members.has(id)) members.set(id, { value, place: schema, target });
    }
  }
  return { schemas: [...schemas.values()], members: [...members.values()] };
}

/** Of bodies with one name the first is called so alone. */
function nameBody({ names, qualifiedName }: Body, named: Set<string>): string[] {
  const [name = ""] = names;
  const qualified = qualifiedName === undefined ? [] : [qualifiedName];
  const isFirst = !named.has(name);
  named.add(name);
  return isFirst ? [...names, ...qualified] : [...qualified, ...names];
}

/** The schema of the description's components that a body is by reference, and by nothing else. */
function findComponent({ schema, dialect }: Body, root: Part, own: Dialect): Part | undefined {
  const reference = textAt(schema, "$ref");
  if (reference === undefined) return undefined;
  const { value } = schema;
  const isBare = Object.keys(value as object).length === 1 || hidesSiblings(value, dialect ?? own);
  const target = resolveUri(schema.baseUri, reference);
  const isOwn = [root.baseUri, root.document.uri].includes(withoutFragment(target));
  const fragment = fragmentOf(target);
  if (!isBare || !isOwn || !fragment.startsWith("/components/schemas/")) return undefined;
  return partAt(root, ...parsePointer(fragment));
}
