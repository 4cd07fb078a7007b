/** Words that name nothing in a module: keywords of TypeScript, and what strict code may not rebind. */
export const keywords: ReadonlySet<string> = new Set(
  "arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield".split(
    " ",
  ),
);

/** Names of types that TypeScript defines itself; no declaration may have them. */
export const predefinedTypes: ReadonlySet<string> = new Set(
  "any bigint boolean never number object string symbol undefined unknown void".split(" "),
);

/**
 * Globals that generated code names where a declaration of the schema would be meant instead: in types, and as values beside an
 * import of types.
 */
export const usedGlobals: readonly string[] = [
  "Array",
  "Awaited",
  "Map",
  "NoInfer",
  "Number",
  "Object",
  "Partial",
  "Pick",
  "Promise",
  "PromiseLike",
  "PropertyKey",
  "ReadonlyMap",
  "Reflect",
  "RegExp",
  "Set",
  "String",
  "TypeError",
];

/** Values of the language itself, which a constant of ours would hide from the runtime beside it, and from its users. */
export const globals: ReadonlySet<string> = new Set(
  "AggregateError Array ArrayBuffer Atomics BigInt BigInt64Array BigUint64Array Boolean DataView Date Error EvalError FinalizationRegistry Float32Array Float64Array Function Infinity Int16Array Int32Array Int8Array Intl Iterator JSON Map Math NaN Number Object Promise Proxy RangeError ReferenceError Reflect RegExp Set SharedArrayBuffer String Symbol SyntaxError Temporal TypeError URIError Uint16Array Uint32Array Uint8Array Uint8ClampedArray WeakMap WeakRef WeakSet".split(
    " ",
  ),
);
