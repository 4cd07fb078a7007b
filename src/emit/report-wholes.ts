import type { ObjectCheck, UnevaluatedPropertiesCheck } from "../checks/check-plan.js";
import type { Code } from "./code.js";
import { code } from "./code.js";
import { all, callTest, compare, not } from "./condition.js";
import { presence } from "./guard-presence.js";
import { evaluatedProperties } from "./guard-unevaluated.js";
import { nameCondition, wholeCondition } from "./guard-wholes.js";
import { onlyObjects } from "./left.js";
import { addIssue, addMissing, reportOthers, stepInto, when } from "./report-issue.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { run } from "./statement.js";

/** What is wrong with an object as a whole. */
export function reportWhole(
  reporting: Reporting,
  check: ObjectCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  switch (check.kind) {
    case "minProperties":
    case "maxProperties":
      return when(not(wholeCondition(printing, check, at.subject)), [
        addIssue(models, at, check.site, String(check.limit)),
      ]);
    case "propertyNames":
      return reportNames(reporting, check, at);
    case "dependentRequired":
      return when(
        presence(printing, check.key, at.subject),
        check.names.flatMap((name) =>
          when(not(presence(printing, name, at.subject)), [addMissing(models, at, name, check.site)]),
        ),
      );
    case "dependentSchema":
      return when(
        presence(printing, check.key, at.subject),
        reportNode(reporting, check.value, { ...at, left: onlyObjects(at.left) }),
      );
    case "unevaluatedProperties":
      return reportUnevaluated(reporting, check, at, reportNode);
  }
}

function reportNames(
  reporting: Reporting,
  { value: { node, site } }: Extract<ObjectCheck, { kind: "propertyNames" }>,
  at: Position,
): Statement[] {
  const { models, printing } = reporting;
  const { exactOptional } = models.options;
  const report = (inner: Position, key: Code): Statement[] => {
    const isThere = exactOptional ? [] : [compare(inner.subject, "!==", code`undefined`)];
    const fails = all([...isThere, not(nameCondition(printing, node, key))]);
    return when(fails, [addIssue(models, { ...inner, subject: key }, site)]);
  };
  // Where undefined counts as a value, no value is read.
  return exactOptional
    ? eachProperty(reporting, at, code`Object.keys(${at.subject})`, report, "key")
    : eachProperty(reporting, at, code`Object.entries<unknown>(${at.subject})`, report);
}

function reportUnevaluated(
  reporting: Reporting,
  { evaluated, others }: UnevaluatedPropertiesCheck,
  at: Position,
  reportNode: ReportNode,
): Statement[] {
  const { models, printing } = reporting;
  const list = printing.scope.use("runtime", "unevaluatedProperties");
  const entries = code`${list}(${at.subject}, ${evaluatedProperties(printing, evaluated)}(${at.subject}))`;
  const skipsUndefined = !models.options.exactOptional && "forbidden" in others;
  return eachProperty(reporting, at, entries, (inner) => {
    const statements = reportOthers(reporting, others, inner, reportNode);
    return skipsUndefined ? when(compare(inner.subject, "!==", code`undefined`), statements) : statements;
  });
}

/** A loop over `[key, item]` entries, or over keys alone, until no more issues are kept. */
export function eachProperty(
  reporting: Reporting,
  at: Position,
  entries: Code,
  report: (inner: Position, key: Code) => Statement[],
  over: "entry" | "key" = "entry",
): Statement[] {
  const suffix = at.depth === 0 ? code`` : code`${at.depth + 1}`;
  const [key, item] = [code`key${suffix}`, code`item${suffix}`];
  const statements = report(stepInto(reporting, { ...at, depth: at.depth + 1 }, item, key), key);
  if (statements.length === 0) return [];
  const body = [...when(callTest(code`issues.isFull`), [run(code`break;`)]), ...statements];
  const element = over === "key" ? key : code`[${key}, ${item}]`;
  return [{ kind: "for", head: code`const ${element} of ${entries}`, body }];
}
