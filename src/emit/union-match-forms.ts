import type { OpenMessageNames } from "../names/names.js";
import type { Code } from "./code.js";
import { code, commentText, joinCode, nameCode } from "./code.js";
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
  takeApart,
} from "./union-given.js";
import { isKnown } from "./union-guards.js";

/** A matcher by what it takes beside all handlers, and beside some. `given`: what it takes in any case. */
export interface Form {
  readonly matcher: string;
  /** The name of the matcher that awaits what the handler returns. */
  readonly awaiting: string;
  readonly docs: string;
  readonly given: readonly Given[];
  readonly all: Handling;
  readonly some: Handling;
  readonly body: Code;
}

/** What a matcher takes beside certain handlers, and what it gives `otherwise` then; undefined, where that is left out. */
export interface Handling {
  readonly typeParameters: readonly TypeParameter[];
  readonly given: readonly Given[];
  /** The type of the handlers, by that of all. */
  readonly select: (handlers: Code) => Code;
  readonly rest: readonly Given[] | undefined;
}

/** The matchers of a union: of what the schema knows, and, where it is open, of all. */
export function listForms(printing: UnionPrinting): readonly Form[] {
  const { names, union } = printing;
  if (isOutside(printing)) {
    const open = names.outside?.open;
    return [taggedForm(printing), ...(open ? [messageForm(printing, open)] : [])];
  }
  const isTwofold = union.isOpen && union.fallback === undefined;
  return [closedForm(printing), ...(isTwofold ? [openForm(printing)] : [])];
}

function closedForm(printing: UnionPrinting): Form {
  const { names, closed, union, first, parameter, scope } = printing;
  const given = listGiven(printing, closed);
  const handlerOf = scope.use("runtime", "handlerOf");
  return {
    matcher: names.match,
    awaiting: names.matchAsync,
    docs:
      union.fallback === undefined
        ? `Calls the handler of the ${parameter}'s variant. All are handled, or \`otherwise\` takes the rest.`
        : `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what has no known tag, and what has no handler.`,
    given,
    all: {
      ...everyHandler,
      given,
      rest: union.fallback === undefined ? undefined : listGiven(printing, unknownType(printing)),
    },
    some: { ...anyHandlers, given, rest: given },
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
    awaiting: names.matchAsync,
    docs: `Calls the handler of the \`${commentText(first.text)}\` with the ${parameter}. All that it may be are handled, or \`otherwise\` takes the rest.`,
    given,
    all: {
      typeParameters: [tagTypeParameter(printing)],
      given: listGivenTogether(printing),
      select: (handlers) => code`Pick<${handlers}, ${parameters.first}>`,
      rest: undefined,
    },
    some: { ...anyHandlers, given, rest: given },
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
    awaiting: names.matchAnyAsync,
    docs: `Calls the handler of the ${parameter}'s variant; \`otherwise\` takes what the schema does not know, and what has no handler.`,
    given,
    all: { ...everyHandler, given, rest: listGiven(printing, unknownType(printing)) },
    some: { ...anyHandlers, given, rest: given },
    body: code`return ${handlerOf}(${known}, ${first.read(parameter)}, otherwise)(${parameter});`,
  };
}

/** Where the tag stands outside, what may be unknown is a message: no type says of two arguments that they go together. */
function messageForm(printing: UnionPrinting, open: OpenMessageNames): Form {
  const { names, first, second, parameter, scope } = printing;
  const given = [{ name: "message", type: nameCode(open.any) }];
  const known = second
    ? code`${printCondition(isKnown(printing, parameter))} ? handlers : {}`
    : code`handlers`;
  return {
    matcher: names.matchAny,
    awaiting: names.matchAnyAsync,
    docs: `Calls the handler of the \`${commentText(first.text)}\` with the ${parameter}; \`otherwise\` takes the message that the schema does not know, and what has no handler.`,
    given,
    all: {
      ...everyHandler,
      given,
      rest: [{ name: "message", type: nameCode(open.unknown) }],
    },
    some: { ...anyHandlers, given, rest: given },
    body: joinCode(
      [
        takeApart(printing, code`message`),
        code`return ${scope.use("runtime", "handlerOf")}(${known}, ${first.read(parameter)}, otherwise && (() => otherwise(message as never)))(${parameter});`,
      ],
      "\n",
    ),
  };
}

type Choice = Pick<Handling, "typeParameters" | "select">;

const everyHandler: Choice = { typeParameters: [], select: (handlers) => handlers };

const anyHandlers: Choice = { ...everyHandler, select: (handlers) => code`Partial<${handlers}>` };
