import type { StatementStructures } from "ts-morph";
import { StructureKind } from "ts-morph";
import type { Code } from "./code.js";
import { code, commentText, nameCode } from "./code.js";
import type { Condition } from "./condition.js";
import { all, callTest, printCondition } from "./condition.js";
import type { UnionPrinting } from "./union-context.js";
import { areKeys, unknownType } from "./union-context.js";
import { isKnown } from "./union-guards.js";

const event = code`event`;

/** The handlers' type, and `match` in its exhaustive and its partial form; for an open union `matchAny` too. */
export function printMatch(printing: UnionPrinting): StatementStructures[] {
  const { names, closed, taken, union, parameters } = printing;
  const handlers = code`${nameCode(names.handlers)}<${parameters.result}>`;
  const partial = code`Partial<${handlers}>`;
  const fallback = (type: Code): Code => code`(event: ${type}) => ${parameters.result}`;
  const exhaustive = printMatcher(printing, {
    name: names.match,
    type: closed,
    docs:
      union.fallback === undefined
        ? "Calls the handler of the event's variant. All are handled, or `otherwise` takes the rest."
        : "Calls the handler of the event's variant; `otherwise` takes what has no known tag, and what has no handler.",
    overloads: [
      [handlers, union.fallback === undefined ? undefined : fallback(unknownType(printing))],
      [partial, fallback(closed)],
    ],
  });
  if (!union.isOpen || union.fallback !== undefined) return [printHandlers(printing), exhaustive];
  const open = printMatcher(printing, {
    name: names.matchAny,
    type: taken,
    docs: "Calls the handler of the event's variant; `otherwise` takes what the schema does not know, and what has no handler.",
    overloads: [
      [handlers, fallback(unknownType(printing))],
      [partial, fallback(taken)],
    ],
  });
  return [printHandlers(printing), exhaustive, open];
}

function printHandlers({ names, first, parameters: { result } }: UnionPrinting): StatementStructures {
  const map = nameCode(names.map);
  return {
    kind: StructureKind.TypeAlias,
    isExported: true,
    name: names.handlers,
    typeParameters: [result],
    type: code`{ readonly [Tag in keyof ${map}]: (event: ${map}[Tag]) => ${result} }`,
    docs: [{ description: `A handler for each \`${commentText(first.text)}\`.` }],
  };
}

interface Matcher {
  readonly name: string;
  readonly type: Code;
  readonly docs: string;
  readonly overloads: readonly (readonly [handlers: Code, otherwise: Code | undefined])[];
}

function printMatcher(printing: UnionPrinting, matcher: Matcher): StatementStructures {
  const { first, names, parameters, union } = printing;
  const { name, type, docs, overloads } = matcher;
  const tag = first.read(event);
  // Of what stands beside members, and of presence, types say less than guards.
  const isKey = areKeys(first.tag.values) && union.form !== "based" && first.tag.kind === "property";
  const key = isKey ? tag : code`String(${tag})`;
  const isHandled = printCondition(handledCondition(printing, matcher, key));
  const common = { typeParameters: [parameters.result], returnType: parameters.result };
  const signatures = overloads.map(([handlers, otherwise]) => ({
    ...common,
    parameters: [
      { name: "event", type },
      { name: "handlers", type: handlers },
      ...(otherwise ? [{ name: "otherwise", type: otherwise }] : []),
    ],
  }));
  return {
    kind: StructureKind.Function,
    isExported: true,
    name,
    ...common,
    parameters: [
      { name: "event", type },
      { name: "handlers", type: code`Partial<${nameCode(names.handlers)}<${parameters.result}>>` },
      { name: "otherwise", type: code`(event: never) => ${parameters.result}`, hasQuestionToken: true },
    ],
    statements: [
      code`const handler = ${isHandled} ? handlers[${key} as keyof typeof handlers] : otherwise;`,
      code`if (handler === undefined) throw new TypeError(\`There is no handler for \${String(${tag})}.\`);`,
      code`return (handler as (event: ${type}) => ${parameters.result})(event);`,
    ],
    overloads: signatures.map((each, index) =>
      index === 0 ? { ...each, docs: [{ description: docs }] } : each,
    ),
  };
}

/**
 * Whether there is a handler, as the object's own, since a tag may be called `constructor`. A pair that the schema does not know is
 * not for the handler of its first tag.
 */
function handledCondition(printing: UnionPrinting, { name }: Matcher, key: Code): Condition {
  const { names, second, scope } = printing;
  const mayBeUnknown = name === names.matchAny && second !== undefined;
  const hasHandler = callTest(code`${scope.use("runtime", "hasOwn")}(handlers, ${key})`);
  return all([...(mayBeUnknown ? [isKnown(printing, event)] : []), hasHandler]);
}
