import type { Dialect } from "../dialect/dialect.js";
import { resolveUri, withoutFragment } from "../uri.js";

/** What the value of an `$id` does where it stands. */
export type Identifier =
  | { readonly kind: "none" }
  /** It opens a resource under this absolute URI. */
  | { readonly kind: "resource"; readonly uri: string }
  /** It names its place, as `$anchor` does in later drafts. */
  | { readonly kind: "anchor"; readonly name: string }
  | { readonly kind: "forbidden" };

/**
 * Reads an `$id` by the rules of its dialect.
 * @see https://json-schema.org/draft/2020-12/json-schema-core#section-8.2.1
 * @see https://json-schema.org/draft-07/draft-handrews-json-schema-01#section-8.2.3
 */
export function readIdentifier(text: string, baseUri: string, dialect: Dialect): Identifier {
  if (text === "") return { kind: "none" };
  const hash = text.indexOf("#");
  if (hash === -1) return { kind: "resource", uri: withoutFragment(resolveUri(baseUri, text)) };
  const fragment = text.slice(hash + 1);
  if (hash > 0) {
    if (fragment !== "") return { kind: "forbidden" };
    return { kind: "resource", uri: withoutFragment(resolveUri(baseUri, text)) };
  }
  if (dialect.fragmentIdentifier === "forbidden" || fragment.startsWith("/")) return { kind: "forbidden" };
  return fragment === "" ? { kind: "none" } : { kind: "anchor", name: fragment };
}
