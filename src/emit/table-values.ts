import type { ArrayCheck, LiteralCheck, NodePlan, NumberCheck, StringCheck } from "../checks/check-plan.js";
import { typesAloneOf } from "../checks/check-plan.js";
import { isScalar } from "../facts/value-set.js";
import { invariant } from "../invariant.js";
import type { TypeSet } from "../schema/type-set.js";
import { admits, numberKindOf, typeNamesOf } from "../schema/type-set.js";
import type { Code } from "./code.js";
import { code, joinCode, nameCode, patternLiteral, stringLiteral, valueLiteral } from "./code.js";
import { formatFunctions } from "./format-functions.js";
import type { Entries, Telling } from "./table.js";
import { areInOrder, below, isTold, tell, together } from "./table.js";

/** Undefined where no list of names says it. */
function printTypeNames(set: TypeSet): Code | undefined {
  const isFraction = admits(set, "number") && numberKindOf(set) === "fraction";
  return isFraction ? undefined : stringLiteral(typeNamesOf(set).join(" | "));
}

/** Types that the keyword of that name states, where the plan asks for nothing else. */
export function tellTypesAlone(plan: NodePlan): Code | undefined {
  const types = typesAloneOf(plan);
  if (types?.site.tokens.length !== 1 || types.site.tokens[0] !== "type") return undefined;
  return printTypeNames(types.set);
}

export function tellTypes(telling: Telling, types: NodePlan["types"]): Entries {
  if (types === undefined) return [];
  const names = printTypeNames(types.set);
  if (names === undefined) return undefined;
  const [keyword = ""] = types.site.tokens;
  if (!isTold(telling, keyword, types.site)) return undefined;
  return keyword === "type"
    ? [code`type: ${names}`]
    : [code`type: ${names}`, code`typeKeyword: ${stringLiteral(keyword)}`];
}

export function tellLiterals(telling: Telling, checks: readonly LiteralCheck[]): Entries {
  const [check, ...others] = checks;
  if (check === undefined) return [];
  const { values, site } = check;
  if (others.length > 0 || !values.every(isScalar)) return undefined;
  const [only] = values;
  return site.tokens[0] === "const" && values.length === 1
    ? tell(telling, "const", site, valueLiteral(only))
    : tell(telling, "enum", site, valueLiteral(values));
}

const numberKinds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"];

export function tellNumbers(telling: Telling, checks: readonly NumberCheck[]): Entries {
  if (checks.length === 0) return [];
  const kinds = checks.map(({ kind }) => kind);
  if (!areInOrder(kinds, numberKinds)) return undefined;
  return together(
    checks.map((check) =>
      check.kind === "format" ? undefined : tell(telling, check.kind, check.site, valueLiteral(check.limit)),
    ),
  );
}

const stringKinds = ["minLength", "maxLength", "pattern", "format", "ownFormat"];

export function tellStrings(telling: Telling, checks: readonly StringCheck[]): Entries {
  if (checks.length === 0) return [];
  const kinds = checks.map(({ kind }) => kind);
  if (!areInOrder(kinds, stringKinds)) return undefined;
  return together(checks.map((check) => tellString(telling, check)));
}

function tellString(telling: Telling, check: StringCheck): Entries {
  const { models, printing } = telling.reporting;
  switch (check.kind) {
    case "minLength":
    case "maxLength":
      return tell(telling, check.kind, check.site, valueLiteral(check.limit));
    case "pattern": {
      const { source, flags } = check.pattern;
      const literal = patternLiteral(check.pattern);
      // The message shows the source, which a literal may have to spell otherwise.
      return literal === `/${source}/${flags}` ? tell(telling, "pattern", check.site, literal) : undefined;
    }
    case "format":
      return tellFormat(telling, check, printing.scope.use("runtime", formatFunctions[check.format]));
    case "ownFormat": {
      const local = models.names.extensions.get(check.export);
      invariant(local !== undefined, `no name for the export ${check.export}`);
      return tellFormat(telling, check, nameCode(local));
    }
  }
}

function tellFormat(
  telling: Telling,
  { format, site }: Extract<StringCheck, { kind: "format" | "ownFormat" }>,
  accepts: Code,
): Entries {
  return tell(telling, "format", site, code`[${joinCode([stringLiteral(format), accepts], ", ")}]`);
}

const arrayKinds = ["minItems", "maxItems", "items", "uniqueItems"];

export function tellArrays(telling: Telling, checks: readonly ArrayCheck[]): Entries {
  if (checks.length === 0) return [];
  const kinds = checks.map(({ kind }) => kind);
  if (!areInOrder(kinds, arrayKinds)) return undefined;
  return together(checks.map((check) => tellArray(telling, check)));
}

function tellArray(telling: Telling, check: ArrayCheck): Entries {
  const { reporting, tellNode } = telling;
  if (check.kind === "minItems" || check.kind === "maxItems") {
    return tell(telling, check.kind, check.site, valueLiteral(check.limit));
  }
  if (check.kind === "uniqueItems") {
    return tell(
      telling,
      "uniqueItems",
      check.site,
      reporting.printing.scope.use("runtime", "hasUniqueItems"),
    );
  }
  if (check.kind !== "items" || check.from > 0) return undefined;
  const item = tellNode(reporting, check.value, below(telling, "items"));
  return item && [code`items: ${item}`];
}
