import type { CST, Document } from "yaml";
import { loadYaml } from "../libraries.js";

type Token = CST.Token;

/** A YAML document as a tree of nodes with their ranges, or where in the text it nests too deep to be made one. */
export type ComposedYaml =
  | { readonly kind: "documents"; readonly documents: readonly Document.Parsed[] }
  | { readonly kind: "too-deep"; readonly offset: number };

/** The composer of `yaml` is recursive, and overflows at a few thousand levels. */
export const deepestYaml = 500;

/**
 * Reads YAML 1.2 with the core schema: dates are strings, every key is a string as it is written, `<<` merges, and
 * tags beyond the schema are warnings. Errors are in the documents' own lists.
 * @see https://yaml.org/spec/1.2.2/#103-core-schema
 */
export function composeYaml(text: string): ComposedYaml {
  const { Composer, Lexer, Parser } = loadYaml();
  const parser = new Parser();
  const tokens: Token[] = [];
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) tokens.push(token);
    // Below the collections the stack holds the document, and on top of them a scalar.
    if (parser.stack.length > deepestYaml + 2) return { kind: "too-deep", offset: parser.offset };
  }
  for (const token of parser.end()) tokens.push(token);
  const composer = new Composer({
    version: "1.2",
    schema: "core",
    merge: true,
    stringKeys: true,
    resolveKnownTags: false,
  });
  return { kind: "documents", documents: [...composer.compose(tokens, true, text.length)] };
}
