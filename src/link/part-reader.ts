import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Document, Documents } from "../load/documents.js";
import { formatPointer, parsePointer, resolvePointer } from "../pointer.js";
import { fragmentOf, resolveUri, withoutFragment } from "../uri.js";
import { describeReason } from "./describe-failure.js";
import type { Part } from "./part.js";
import { partAt, textAt } from "./part.js";

/**
 * Follows the references of API descriptions between what are no schemas, within a document and into others, and remembers which
 * documents it lacked, and what is wrong.
 */
export class PartReader {
  readonly #documents: Documents;
  readonly #missing = new Set<string>();
  readonly #diagnostics = new Map<string, Diagnostic>();

  constructor(documents: Documents) {
    this.#documents = documents;
  }

  /** The URIs of documents that are referred to, and that are not there. */
  get missing(): readonly string[] {
    return [...this.#missing];
  }

  get diagnostics(): readonly Diagnostic[] {
    return [...this.#diagnostics.values()];
  }

  /** What a part says, where it says it itself or by reference; undefined where that leads nowhere, which is told. */
  follow(part: Part | undefined): Part | undefined {
    const seen = new Set<string>();
    let current = part;
    for (;;) {
      const reference = current && textAt(current, "$ref");
      if (!current || reference === undefined) return current;
      const key = keyOf(current);
      const next: Part | string = seen.has(key) ? "it leads to itself." : this.#resolve(current, reference);
      if (typeof next === "string") {
        this.#report(current, reference, next);
        return undefined;
      }
      seen.add(key);
      current = next;
    }
  }

  /** The member of that key, wherever it stands. */
  read(part: Part | undefined, key: string): Part | undefined {
    return part && this.follow(partAt(part, key));
  }

  /** Tells once of a part that nothing is made of it. */
  skip(part: Part, message: string, help: string): void {
    const place = { uri: part.document.uri, pointer: formatPointer(part.tokens) };
    this.#diagnostics.set(keyOf(part), diagnose("body-skipped", message, help, place));
  }

  /** What a reference leads to, or, as the rest of a sentence, why it leads nowhere. */
  #resolve({ document: from, baseUri }: Part, reference: string): Part | string {
    const target = resolveUri(baseUri, reference);
    const uri = withoutFragment(target);
    const fragment = fragmentOf(target);
    const document: Document | undefined = uri === baseUri ? from : this.#documents.documents.get(uri);
    if (!document) {
      this.#missing.add(uri);
      return describeReason({ kind: "no-document", uri }, this.#documents);
    }
    const isPointer = fragment === "" || fragment.startsWith("/");
    const tokens = isPointer ? parsePointer(fragment) : [];
    const value = isPointer ? resolvePointer(document.value, fragment) : undefined;
    if (value === undefined) return describeReason({ kind: "no-place", document, fragment }, this.#documents);
    return { document, baseUri: uri, tokens, value };
  }

  #report(part: Part, reference: string, reason: string): void {
    const place = { uri: part.document.uri, pointer: formatPointer([...part.tokens, "$ref"]) };
    const diagnostic = diagnose(
      "part-unresolved",
      `The reference "${reference}" leads nowhere, so nothing is made of it: ${reason}`,
      "Correct it, or add the document that holds it to `documents`.",
      place,
    );
    this.#diagnostics.set(keyOf(part), diagnostic);
  }
}

/** The same for the same place. */
export function keyOf({ document, tokens }: Pick<Part, "document" | "tokens">): string {
  return `${document.uri}#${formatPointer(tokens)}`;
}
