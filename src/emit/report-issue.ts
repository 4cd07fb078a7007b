import type { LiteralCheck, Others, Site } from "../checks/check-plan.js";
import type { TypeSet } from "../schema/type-set.js";
import { typeNamesOf } from "../schema/type-set.js";
import type { JsonValue } from "../json.js";
import { stringifyJson } from "../json.js";
import { schemaPointerOf, toUriFragment } from "../names/schema-pointer.js";
import { appendPointer } from "../pointer.js";
import type { Code } from "./code.js";
import { code, stringLiteral } from "./code.js";
import type { Condition } from "./condition.js";
import { all, not } from "./condition.js";
import type { Models } from "./context.js";
import { literalCondition } from "./guard-literals.js";
import { anyLeft } from "./left.js";
import type { Position, Reporting, ReportNode } from "./reporting.js";
import type { Statement } from "./statement.js";
import { run } from "./statement.js";

/** The value that a function is called with. */
export const startPosition: Position = {
  subject: code`value`,
  path: code`path`,
  depth: 0,
  left: anyLeft,
};

/** The position of a property or item, whose key is an expression. */
export function stepInto({ printing }: Reporting, at: Position, subject: Code, key: Code): Position {
  const path = code`${printing.scope.use("runtime", "at")}(${at.path}, ${key})`;
  return { ...at, subject, path, left: anyLeft };
}

/** The statement that adds an issue. */
export function addIssue(models: Models, at: Position, site: Site, expected?: string): Statement {
  const shown = expected === undefined ? code`` : code`, ${stringLiteral(expected)}`;
  return run(
    code`issues.add(${at.path}, ${keywordCode(site)}, ${schemaCode(models, site)}, ${at.subject}${shown});`,
  );
}

/** The statement that adds that a property is missing. */
export function addMissing(models: Models, at: Position, name: string, site: Site): Statement {
  return run(
    code`issues.addRequired(${at.path}, ${stringLiteral(name)}, ${schemaCode(models, site)}${unlessRequired(site)});`,
  );
}

/** The keyword as a last argument, which is left out where it is `required`. */
export function unlessRequired(site: Site): Code {
  return site.tokens[0] === "required" ? code`` : code`, ${keywordCode(site)}`;
}

/** The keyword that is not met; `schema` where it is the schema as a whole. */
export function keywordCode({ tokens: [keyword = "schema"] }: Site): Code {
  return stringLiteral(keyword);
}

/** Where the keyword stands in the published schema, as the fragment of a URI. */
export function schemaCode({ graph, names }: Models, { node, tokens }: Site): Code {
  const pointer = schemaPointerOf(graph, names, node);
  return stringLiteral(toUriFragment(appendPointer(pointer, ...tokens)));
}

/** An issue where the value is none of the literals. */
export function reportLiterals(
  { models, printing }: Reporting,
  check: LiteralCheck,
  at: Position,
): Statement[] {
  const fails = not(literalCondition({ ...printing, left: at.left }, check, at.subject));
  return when(fails, [addIssue(models, at, check.site, describeValues(check.values))]);
}

/** What is wrong with a part that nothing claims. */
export function reportOthers(
  reporting: Reporting,
  others: Others | undefined,
  inner: Position,
  reportNode: ReportNode,
): Statement[] {
  if (others === undefined) return [];
  return "forbidden" in others
    ? [addIssue(reporting.models, inner, others.forbidden)]
    : reportNode(reporting, others, inner);
}

/** `if (…) { … }`; nothing where the condition never holds. An `if` that is all its body has becomes part of it. */
export function when(condition: Condition, statements: readonly Statement[]): Statement[] {
  if (condition.kind === "never" || statements.length === 0) return [];
  if (condition.kind === "always") return [...statements];
  const [only, ...others] = statements;
  const inner = others.length === 0 && only?.kind === "if" && only.otherwise.length === 0 ? only : undefined;
  if (inner) return [{ ...inner, condition: all([condition, inner.condition]) }];
  return [{ kind: "if", condition, body: statements, otherwise: [] }];
}

/** `if (…) { … } else { … }` */
export function choose(
  condition: Condition,
  body: readonly Statement[],
  otherwise: readonly Statement[],
): Statement[] {
  if (condition.kind === "always") return [...body];
  if (condition.kind === "never") return [...otherwise];
  if (otherwise.length === 0) return when(condition, body);
  return [{ kind: "if", condition, body, otherwise }];
}

/** `string or null` */
export function describeTypes(set: TypeSet): string {
  return listWords(typeNamesOf(set));
}

const listedValues = 10;

/** The values as JSON, at most ten, then how many more. */
export function describeValues(values: readonly JsonValue[]): string {
  const rest = values.length - listedValues;
  const listed = values.slice(0, listedValues).map(stringifyJson);
  return rest > 0 ? `${listed.join(", ")} and ${rest} more` : listed.join(", ");
}

function listWords(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} or ${words.at(-1)}`;
}
