import { extname } from "node:path";
import { findDialect } from "../../dialect/dialects.js";
import { isJsonObject, type JsonObject, memberOf } from "../../json.js";
import { parseText } from "../../load/parse-text.js";

export type DocumentKind = "JSON Schema" | "OpenAPI" | "AsyncAPI";

/** A document that `init` can make an input of. */
export interface FoundDocument {
  /** From the folder that was searched, with `/`. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly value: JsonObject;
}

/** The endings of files that may hold one. */
const endings = new Set([".json", ".yaml", ".yml"]);

export function mayHoldDocument(path: string): boolean {
  return endings.has(extname(path).toLowerCase());
}

/** Few files have one of the keys, and only those are parsed. */
const mark = /(["']?)(\$schema|openapi|asyncapi)\1\s*:/;

/** Files that are meant to be documents, by their names; any other that cannot be parsed is none. */
const meant = /\.schema\.\w+$|(openapi|asyncapi)[^/]*$/i;

/**
 * The document that a file holds; undefined where it is none, and the reason where one cannot be read. A schema is what
 * names a known meta-schema in `$schema`, or an object in a file called `*.schema.json`: with any other `$schema` a file
 * is a value that is valid by some schema.
 */
export function recogniseDocument(
  path: string,
  text: string,
): FoundDocument | { readonly reason: string } | undefined {
  const isCalledSchema = /\.schema\.\w+$/i.test(path);
  if (!isCalledSchema && !mark.test(text)) return undefined;
  const { value, problems } = parseText(text, extname(path).toLowerCase());
  const [problem] = problems;
  if (value === undefined) return problem && meant.test(path) ? { reason: problem.message } : undefined;
  if (!isJsonObject(value)) return undefined;
  const kind = findKind(value) ?? (isCalledSchema ? "JSON Schema" : undefined);
  return kind && { path, kind, value };
}

function findKind(value: JsonObject): DocumentKind | undefined {
  if (textOf(value, "openapi").startsWith("3.")) return "OpenAPI";
  if (/^[23]\./.test(textOf(value, "asyncapi"))) return "AsyncAPI";
  return findDialect(textOf(value, "$schema")) ? "JSON Schema" : undefined;
}

export function textOf(value: JsonObject, key: string): string {
  const member = memberOf(value, key);
  return typeof member === "string" ? member : "";
}
