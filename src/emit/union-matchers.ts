import type { OptionalKind, StatementStructures, TypeParameterDeclarationStructure } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import { printCondition } from "./condition.js";
import type { UnionPrinting } from "./union-context.js";
import { unknownType } from "./union-context.js";
import { isKnown } from "./union-guards.js";

/** The handlers' type, and `match` in its exhaustive, partial and awaited forms; for an open union `matchAny` too. */
export function printMatch(printing: UnionPrinting): StatementStructures[] {
  const { names, closed, taken, union, parameter } = printing;
  const closedForm: Form = {
    matcher: names.match,
    type: closed,
    docs:
      union.fallback === undefined
        ? `Calls the handler of the ${parameter}'s variant. All are handled, or \`otherwise\` takes the rest.`
        : `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what has no known tag, and what has no handler.`,
    exhaustive: union.fallback === undefined ? undefined : unknownType(printing),
    partial: closed,
    isOpen: false,
  };
  const closedMatchers = [
    printMatcher(printing, names.match, closedForm, plain),
    printMatcher(printing, names.matchAsync, closedForm, awaited),
  ];
  if (!union.isOpen || union.fallback !== undefined) return [printHandlers(printing), ...closedMatchers];
  const openForm: Form = {
    matcher: names.matchAny,
    type: taken,
    docs: `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what the schema does not know, and what has no handler.`,
    exhaustive: unknownType(printing),
    partial: taken,
    isOpen: true,
  };
  return [
    printHandlers(printing),
    ...closedMatchers,
    printMatcher(printing, names.matchAny, openForm, plain),
    printMatcher(printing, names.matchAnyAsync, openForm, awaited),
  ];
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

/** What a matcher takes: its type, and that of what `otherwise` is given beside all handlers (none: it is left out) and beside some. */
interface Form {
  readonly matcher: string;
  readonly type: Code;
  readonly docs: string;
  readonly exhaustive: Code | undefined;
  readonly partial: Code;
  readonly isOpen: boolean;
}

/** What handlers may return for a result, and what the matcher makes of what they return. */
interface Timing {
  readonly isAsync: boolean;
  /** The documentation, by that of the plain matcher and its name. */
  readonly describe: (docs: string, matcher: string) => string;
  readonly returned: (result: Code) => Code;
  readonly given: (result: Code) => Code;
  readonly inferred: (returned: Code) => Code;
}

const plain: Timing = {
  isAsync: false,
  describe: (docs) => docs,
  returned: (result) => result,
  given: (result) => result,
  inferred: (returned) => returned,
};

const awaited: Timing = {
  isAsync: true,
  describe: (_, matcher) =>
    `As \`${matcher}\`, but awaits what the handler returns, and rejects with what it throws.`,
  returned: (result) => code`${result} | PromiseLike<${result}>`,
  given: (result) => code`Promise<${result}>`,
  inferred: (returned) => code`Promise<Awaited<${returned}>>`,
};

interface Signature {
  readonly typeParameters: OptionalKind<TypeParameterDeclarationStructure>[];
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
  const { parameter } = printing;
  const signatures = [
    ...signaturesOf(printing, timing, (handlers) => handlers, form.exhaustive),
    ...signaturesOf(printing, timing, (handlers) => code`Partial<${handlers}>`, form.partial),
  ];
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    isAsync: timing.isAsync,
    returnType: timing.given(code`unknown`),
    parameters: [
      { name: parameter, type: form.type },
      { name: "handlers", type: "object" },
      { name: "otherwise", type: code`(${parameter}: never) => unknown`, hasQuestionToken: true },
    ],
    statements: [matcherBody(printing, form)],
    overloads: signatures.map(({ typeParameters, handlers, otherwise, returnType }, index) => ({
      typeParameters,
      parameters: [
        { name: parameter, type: form.type },
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
 * differ. `rest`: what `otherwise` is given.
 */
function signaturesOf(
  { names, parameter, parameters, scope }: UnionPrinting,
  timing: Timing,
  select: (handlers: Code) => Code,
  rest: Code | undefined,
): Signature[] {
  const { result, handlers, other } = parameters;
  const handlersOf = (returned: Code): Code => select(code`${nameCode(names.handlers)}<${returned}>`);
  const fallback = (returned: Code): Code | undefined => rest && code`(${parameter}: ${rest}) => ${returned}`;
  const noOthers = code`${scope.useType("runtime", "NoOthers")}<${handlers}, ${nameCode(names.map)}>`;
  const inferred = code`${scope.useType("runtime", "ResultOf")}<${handlers}[keyof ${handlers}]>`;
  return [
    {
      typeParameters: [{ name: result }],
      handlers: handlersOf(timing.returned(result)),
      otherwise: fallback(timing.returned(result)),
      returnType: timing.given(result),
    },
    {
      typeParameters: [
        { name: handlers, constraint: code`${handlersOf(code`unknown`)} & ${noOthers}` },
        ...(rest ? [{ name: other }] : []),
      ],
      handlers,
      otherwise: fallback(other),
      returnType: timing.inferred(rest ? code`${inferred} | ${other}` : inferred),
    },
  ];
}

/** A pair that the schema does not know is not for the handler of its first tag. */
function matcherBody(printing: UnionPrinting, { isOpen }: Form): Code {
  const { first, second, parameter, scope } = printing;
  const handlerOf = scope.use("runtime", "handlerOf");
  const known =
    isOpen && second ? code`${printCondition(isKnown(printing, parameter))} ? handlers : {}` : code`handlers`;
  return code`return ${handlerOf}(${known}, ${first.read(parameter)}, otherwise)(${parameter});`;
}
