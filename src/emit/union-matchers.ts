import type { StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import { printCondition } from "./condition.js";
import type { UnionPrinting } from "./union-context.js";
import { unknownType } from "./union-context.js";
import type { Given, TypeParameter } from "./union-given.js";
import {
  isOutside,
  listGiven,
  listGivenTogether,
  passGiven,
  tagTypeParameter,
  takesGiven,
} from "./union-given.js";
import { isKnown } from "./union-guards.js";

/** The handlers' type, and `match` in its exhaustive, partial and awaited forms; for an open union `matchAny` too. */
export function printMatch(printing: UnionPrinting): StatementStructures[] {
  const { names, union } = printing;
  const closed = isOutside(printing) ? taggedForm(printing) : closedForm(printing);
  const closedMatchers = [
    printMatcher(printing, names.match, closed, plain),
    printMatcher(printing, names.matchAsync, closed, awaited),
  ];
  if (!union.isOpen || union.fallback !== undefined) return [printHandlers(printing), ...closedMatchers];
  const open = openForm(printing);
  return [
    printHandlers(printing),
    ...closedMatchers,
    printMatcher(printing, names.matchAny, open, plain),
    printMatcher(printing, names.matchAnyAsync, open, awaited),
  ];
}

function closedForm(printing: UnionPrinting): Form {
  const { names, closed, union, first, parameter, scope } = printing;
  const given = listGiven(printing, closed);
  const handlerOf = scope.use("runtime", "handlerOf");
  return {
    matcher: names.match,
    docs:
      union.fallback === undefined
        ? `Calls the handler of the ${parameter}'s variant. All are handled, or \`otherwise\` takes the rest.`
        : `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what has no known tag, and what has no handler.`,
    given,
    all: {
      ...everyHandler(printing),
      given,
      rest: union.fallback === undefined ? undefined : listGiven(printing, unknownType(printing)),
    },
    some: { ...anyHandlers(printing), given, rest: given },
    body: code`return ${handlerOf}(handlers, ${first.read(parameter)}, otherwise)(${parameter});`,
  };
}

/** With a tag that stands outside, by whose type at the call all are handled that it may be. */
function taggedForm(printing: UnionPrinting): Form {
  const { names, closed, first, parameter, parameters, scope } = printing;
  const given = listGiven(printing, closed);
  const passed = passGiven([...given.slice(0, -1), { name: "value", type: closed }]);
  const fallback = code`otherwise && ((value) => otherwise(${passed}))`;
  return {
    matcher: names.match,
    docs: `Calls the handler of the \`${commentText(first.text)}\` with the ${parameter}. All that it may be are handled, or \`otherwise\` takes the rest.`,
    given,
    all: {
      typeParameters: [tagTypeParameter(printing)],
      given: listGivenTogether(printing),
      select: (handlers) => code`Pick<${handlers}, ${parameters.first}>`,
      known: code`Record<${parameters.first}, unknown>`,
      rest: undefined,
    },
    some: { ...anyHandlers(printing), given, rest: given },
    body: code`return ${scope.use("runtime", "handlerOf")}(handlers, ${first.read(parameter)}, ${fallback})(${parameter});`,
  };
}

/** A pair that the schema does not know is not for the handler of its first tag. */
function openForm(printing: UnionPrinting): Form {
  const { names, taken, first, second, parameter, scope } = printing;
  const handlerOf = scope.use("runtime", "handlerOf");
  const given = listGiven(printing, taken);
  const known = second
    ? code`${printCondition(isKnown(printing, parameter))} ? handlers : {}`
    : code`handlers`;
  return {
    matcher: names.matchAny,
    docs: `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what the schema does not know, and what has no handler.`,
    given,
    all: { ...everyHandler(printing), given, rest: listGiven(printing, unknownType(printing)) },
    some: { ...anyHandlers(printing), given, rest: given },
    body: code`return ${handlerOf}(${known}, ${first.read(parameter)}, otherwise)(${parameter});`,
  };
}

type Choice = Pick<Handling, "typeParameters" | "select" | "known">;

function everyHandler({ names }: UnionPrinting): Choice {
  return { typeParameters: [], select: (handlers) => handlers, known: nameCode(names.map) };
}

function anyHandlers(printing: UnionPrinting): Choice {
  return { ...everyHandler(printing), select: (handlers) => code`Partial<${handlers}>` };
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

/** A matcher by what it takes beside all handlers, and beside some. `given`: what it takes in any case. */
interface Form {
  readonly matcher: string;
  readonly docs: string;
  readonly given: readonly Given[];
  readonly all: Handling;
  readonly some: Handling;
  readonly body: Code;
}

/** What a matcher takes beside certain handlers, and what it gives `otherwise` then; undefined, where that is left out. */
interface Handling {
  readonly typeParameters: readonly TypeParameter[];
  readonly given: readonly Given[];
  /** The type of the handlers, by that of all. */
  readonly select: (handlers: Code) => Code;
  /** What has the keys that handlers may have. */
  readonly known: Code;
  readonly rest: readonly Given[] | undefined;
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
  { typeParameters, given, select, known, rest }: Handling,
): Signature[] {
  const { result, handlers, other } = parameters;
  const handlersOf = (returned: Code): Code => select(code`${nameCode(names.handlers)}<${returned}>`);
  const fallback = (returned: Code): Code | undefined => rest && takesGiven(rest, returned);
  const noOthers = code`${scope.useType("runtime", "NoOthers")}<${handlers}, ${known}>`;
  const inferred = code`${scope.useType("runtime", "ResultOf")}<${handlers}[keyof ${handlers}]>`;
  return [
    {
      typeParameters: [{ name: result }, ...typeParameters],
      given,
      handlers: handlersOf(timing.returned(result)),
      otherwise: fallback(timing.returned(result)),
      returnType: timing.given(result),
    },
    {
      typeParameters: [
        ...typeParameters,
        { name: handlers, constraint: code`${handlersOf(code`unknown`)} & ${noOthers}` },
        ...(rest ? [{ name: other }] : []),
      ],
      given,
      handlers,
      otherwise: fallback(other),
      returnType: timing.inferred(rest ? code`${inferred} | ${other}` : inferred),
    },
  ];
}
