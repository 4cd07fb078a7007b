import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import type { Document, Documents } from "../load/documents.js";
import { appendPointer } from "../pointer.js";
import { describeKind } from "./describe-invalid.js";
import type { KnownNames } from "./known-names.js";
import type { ReferenceFailure } from "./resolve-reference.js";
import type { FailedReference } from "./visit.js";

/** A diagnostic about a reference that leads nowhere, or to more than one place. */
export function describeFailure(
  failed: FailedReference,
  documents: Documents,
  names: KnownNames,
): Diagnostic {
  const { failure, reference } = failed;
  const { uri, pointer } = failed.place.place;
  const place = { uri, pointer: appendPointer(pointer, failed.keyword) };
  if (failure.kind === "ambiguous") return describeAmbiguity(reference, failure.documents, place);
  if (failure.kind === "no-schema") {
    const { unreadable } = failure.place;
    if (unreadable?.what !== undefined) {
      const { code, help } = unreadable.diagnostic;
      return diagnose(code, `The reference "${reference}" leads to ${unreadable.what}.`, help, place);
    }
    return diagnose(
      "schema-invalid",
      `The reference "${reference}" leads to ${describeKind(failure.place.value)}, which is no schema.`,
      "Refer to an object or a boolean.",
      place,
    );
  }
  const suggestions = names.suggest(reference, failed.place.document).map((name) => `"${name}"`);
  const hint = suggestions.length > 0 ? `Did you mean ${suggestions.join(" or ")}? Otherwise add` : "Add";
  return diagnose(
    "reference-unresolved",
    `The reference "${reference}" leads nowhere: ${describeReason(failure, documents)}`,
    `${hint} the document that holds it to \`documents\`.`,
    place,
  );
}

/** Why, as the rest of a sentence. */
export function describeReason(
  failure: Extract<ReferenceFailure, { kind: "no-document" | "no-place" }>,
  documents: Documents,
): string {
  if (failure.kind === "no-place") {
    const what = failure.fragment.startsWith("/")
      ? `at "${failure.fragment}"`
      : `named "${failure.fragment}"`;
    return `${nameDocument(failure.document)} has nothing ${what}.`;
  }
  const reason = documents.unavailable.get(failure.uri);
  if (reason !== undefined) return `"${failure.uri}" cannot be read (${reason.replace(/\.$/, "")}).`;
  return `no document is known as "${failure.uri}".`;
}

function describeAmbiguity(
  reference: string,
  documents: readonly Document[],
  place: Diagnostic["place"],
): Diagnostic {
  return diagnose(
    "reference-ambiguous",
    `The reference "${reference}" is the \`$id\` of more than one document: ${documents.map(nameDocument).join(", ")}.`,
    "Leave one of them out of `documents`, or give each an `$id` of its own.",
    place,
  );
}

function nameDocument(document: Document): string {
  return document.source?.file ?? document.uri;
}
