import type { StatementStructures } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import { StructureKind } from "./structure-kind.js";
import type { UnionPrinting } from "./union-context.js";
import type { Given, TypeParameter } from "./union-given.js";
import { takesGiven } from "./union-given.js";
import type { Form, Handling } from "./union-match-forms.js";
import { listForms } from "./union-match-forms.js";

/** The handlers' type, and `match` in its exhaustive, partial and awaited forms; for an open union `matchAny` too. */
export function printMatch(printing: UnionPrinting): StatementStructures[] {
  const matchers = listForms(printing).flatMap((form) => [
    printMatcher(printing, form.matcher, form, plain),
    printMatcher(printing, form.awaiting, form, awaited),
  ]);
  return [printHandlers(printing), ...matchers];
}

function printHandlers({
  names,
  first,
  parameter,
  parameters: { result },
}: UnionPrinting): StatementStructures {
  const map = nameCode(names.map);
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.handlers,
    typeParameters: [result],
    type: code`{ readonly [Tag in keyof ${map}]: (${parameter}: ${map}[Tag]) => ${result} }`,
    docs: [{ description: `A handler for each \`${commentText(first.text)}\`.` }],
  };
}

/** What a matcher makes of what handlers return. */
interface Timing {
  readonly isAsync: boolean;
  /** The documentation, by that of the plain matcher and its name. */
  readonly describe: (docs: string, matcher: string) => string;
  readonly given: (result: Code) => Code;
  readonly inferred: (returned: Code) => Code;
}

const plain: Timing = {
  isAsync: false,
  describe: (docs) => docs,
  given: (result) => result,
  inferred: (returned) => returned,
};

const awaited: Timing = {
  isAsync: true,
  describe: (_, matcher) =>
    `As \`${matcher}\`, but awaits what the handler returns, and rejects with what it throws.`,
  given: (result) => code`Promise<${result}>`,
  inferred: (returned) => code`Promise<Awaited<${returned}>>`,
};

interface Signature {
  readonly typeParameters: TypeParameter[];
  readonly given: readonly Given[];
  readonly handlers: Code;
  readonly otherwise: Code | undefined;
  readonly returnType: Code;
}

function printMatcher(
  printing: UnionPrinting,
  name: string,
  form: Form,
  timing: Timing,
): StatementStructures {
  const signatures = [form.all, form.some].flatMap((handling) => signaturesOf(printing, timing, handling));
  const unread = form.given.map((each, index) =>
    index === form.given.length - 1 ? { ...each, type: code`never` } : each,
  );
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    isAsync: timing.isAsync,
    returnType: timing.given(code`unknown`),
    parameters: [
      ...form.given,
      { name: "handlers", type: "object" },
      { name: "otherwise", type: takesGiven(unread, code`unknown`), hasQuestionToken: true },
    ],
    statements: [form.body],
    overloads: signatures.map(({ typeParameters, given, handlers, otherwise, returnType }, index) => ({
      typeParameters,
      parameters: [
        ...given,
        { name: "handlers", type: handlers },
        ...(otherwise ? [{ name: "otherwise", type: otherwise }] : []),
      ],
      returnType,
      docs: index === 0 ? [{ description: timing.describe(form.docs, form.matcher) }] : [],
    })),
  };
}

/**
 * Two for each set of handlers: by one result, which what is expected of the call decides, and by the handlers, whose results may
 * differ.
 */
function signaturesOf(
  { names, parameters, scope }: UnionPrinting,
  timing: Timing,
  { typeParameters, given, select, rest }: Handling,
): Signature[] {
  const { result, handlers, other } = parameters;
  const handlersOf = (type: Code): Code => select(code`${nameCode(names.handlers)}<${type}>`);
  const returned = timing.isAsync ? code`${scope.useType("runtime", "Awaitable")}<${result}>` : result;
  const fallback = (type: Code): Code | undefined => rest && takesGiven(rest, type);
  const only = code`${scope.useType("runtime", "OnlyKnown")}<${handlersOf(code`unknown`)}, ${handlers}>`;
  const inferred = code`${scope.useType("runtime", "ResultOf")}<${handlers}>`;
  return [
    {
      typeParameters: [{ name: result }, ...typeParameters],
      given,
      handlers: handlersOf(returned),
      otherwise: fallback(returned),
      returnType: timing.given(result),
    },
    {
      typeParameters: [
        ...typeParameters,
        { name: handlers, constraint: only },
        ...(rest ? [{ name: other }] : []),
      ],
      given,
      handlers,
      otherwise: fallback(other),
      returnType: timing.inferred(rest ? code`${inferred} | ${other}` : inferred),
    },
  ];
}
