import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { describeDuplicates } from "./describe-duplicates.js";
import { describeFailure } from "./describe-failure.js";
import { collectKnownNames } from "./known-names.js";
import type { SchemaPlace } from "./schema-place.js";
import { reportUnknownDialect } from "./scope.js";
import type { Survey } from "./survey.js";
import { findPlace } from "./survey.js";
import type { Visits } from "./visit.js";

/** All that is wrong with what was reached, place by place in the order given. */
export function collectDiagnostics(
  survey: Survey,
  visits: Visits,
  ordered: readonly SchemaPlace[],
): Diagnostic[] {
  const duplicates = describeDuplicates(survey, ordered);
  const failures = describeFailures(survey, visits);
  // What is wrong with a dialect stands at each schema that is read by it.
  const all = new Set<Diagnostic>();
  const sources = [visits.diagnostics, duplicates, failures].filter(({ size }) => size > 0);
  if (sources.length === 0) return [];
  for (const place of ordered) {
    for (const found of sources) {
      for (const diagnostic of found.get(place) ?? none) all.add(diagnostic);
    }
  }
  return [...all];
}

const none: readonly Diagnostic[] = [];

/** Errors about dialects that the options or an inline schema name. */
export function checkDialects({ documents, dialects }: Survey, wanted: string): Diagnostic[] {
  const option = dialects.find(wanted).dialect ? [] : [reportUnknownDialect(wanted)];
  const inline = [...documents.documents.values()].flatMap(({ uri, dialect }) =>
    dialect === undefined || dialects.find(dialect).dialect
      ? []
      : [reportUnknownDialect(dialect, { uri, pointer: "" })],
  );
  return [...option, ...inline];
}

/** Errors about roots that nothing stands at; documents that cannot be read were reported as such. */
export function checkRoots(survey: Survey): Diagnostic[] {
  return survey.documents.roots.flatMap(({ uri, pointer }) => {
    const document = survey.documents.documents.get(uri);
    // A document always has something at its root.
    if (!document || pointer === "" || findPlace(survey, document, pointer)) return [];
    const [near] = collectKnownNames(survey).suggest(`#${pointer}`, document);
    return [
      diagnose(
        "reference-unresolved",
        `The input asks for "#${pointer}", but ${document.source?.file ?? uri} has nothing there.`,
        near === undefined ? "Ask for a place that the document has." : `Did you mean "${near}"?`,
        { uri, pointer: "" },
      ),
    ];
  });
}

function describeFailures(survey: Survey, visits: Visits): Map<SchemaPlace, Diagnostic[]> {
  const found = new Map<SchemaPlace, Diagnostic[]>();
  if (visits.failures.length === 0) return found;
  const names = collectKnownNames(survey);
  for (const failure of visits.failures) {
    const others = found.get(failure.place) ?? [];
    found.set(failure.place, [...others, describeFailure(failure, survey.documents, names)]);
  }
  return found;
}
