import { type Change, fine, type Verdict } from "./change.js";
import type { DeclarationFacts } from "./declarations.js";
import type { DefinitionMatch } from "./match-definitions.js";

/** What consumers no longer find under its name, and what is new to them; the helpers of a definition are told with it. */
export function compareExports(facts: DeclarationFacts, match: DefinitionMatch): Change[] {
  const renamed = match.pairs.filter(({ name, oldName }) => name !== oldName);
  const removed = [...facts.old].filter((name) => !facts.new.has(name));
  const added = [...facts.new].filter((name) => !facts.old.has(name));
  const isOf = (names: readonly string[], name: string): boolean => names.some((each) => name.includes(each));
  const oldNames = [...match.removed, ...renamed.map(({ oldName }) => oldName)];
  const newNames = [...match.added, ...renamed.map(({ name }) => name)];
  return [
    ...renamed.map(({ name, oldName }) =>
      tell("export-renamed", name, `${oldName} is called ${name}, and so are its helpers.`, "breaking"),
    ),
    ...match.removed.map((name) =>
      tell("export-removed", name, `${name} is gone, and so are its helpers.`, "breaking"),
    ),
    ...removed
      .filter((name) => !isOf(oldNames, name))
      .map((name) => tell("export-removed", name, `The export ${name} is gone.`, "breaking")),
    ...match.added.map((name) => tell("export-added", name, `${name} is new.`, "compatible")),
    ...added
      .filter((name) => !isOf(newNames, name))
      .map((name) => tell("export-added", name, `The export ${name} is new.`, "compatible")),
  ];
}

function tell(kind: Change["kind"], where: string, what: string, consumers: Verdict): Change {
  return { kind, where, what, verdicts: { ...fine, consumers } };
}
