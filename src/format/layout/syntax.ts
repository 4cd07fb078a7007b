// What a declaration consists of, as far as its layout depends on it. Numbers are indexes of tokens.
interface Spanning {
  /** With the parentheses, where they are kept. */
  first: number;
  last: number;
  /** Parentheses that are kept: what is within is from the second to the last token but one. */
  hasParentheses?: boolean;
  /** The outermost parentheses in the text, as long as it is open whether they are kept. */
  wrapped?: { open: number; close: number; depth: number } | undefined;
}

export interface Node extends Spanning {
  kind: string;
}

/** What stands in a line in any case. `is` tells what it is where that matters. */
export interface Atom extends Spanning {
  kind: "atom";
  is: "name" | "string" | "number" | "regex" | "template" | "keyword" | "other";
  /** What stands between `${` and `}`. */
  readonly holes?: readonly Expression[];
}

/** Comments and blank lines around what stands in a list: a statement, a member, a property, an element. */
export interface Item<Held> {
  readonly comments: readonly number[];
  readonly node: Held;
  /** A comment behind it in the same line. */
  readonly trailing: number | undefined;
  readonly isBlankLineNext: boolean;
}

export interface Reference extends Spanning {
  kind: "reference";
  readonly name: Atom;
  readonly args: readonly Type[];
}
export interface Union extends Spanning {
  kind: "union";
  readonly types: readonly Type[];
}
export interface Intersection extends Spanning {
  kind: "intersection";
  readonly types: readonly Type[];
}
export interface ArrayType extends Spanning {
  kind: "arrayType";
  readonly element: Type;
}
export interface IndexedType extends Spanning {
  kind: "indexedType";
  readonly object: Type;
  readonly index: Type;
}
export interface Tuple extends Spanning {
  kind: "tuple";
  readonly elements: readonly Type[];
}
/** `...T`, `name?: T`, `...name: T`, `T?`, `keyof T`, `infer T`: what stands before and after a type. */
export interface Affixed extends Spanning {
  kind: "affixed";
  readonly is: "operator" | "rest" | "member" | "optional" | "query" | "infer";
  readonly type: Type;
}
export interface TypeLiteral extends Spanning {
  kind: "typeLiteral";
  readonly members: readonly Item<Member>[];
  readonly ending: readonly number[];
  readonly isExpanded: boolean;
}
export interface MappedType extends Spanning {
  kind: "mappedType";
  /** `readonly`, `+readonly`. */
  readonly modifiers: string;
  readonly key: string;
  readonly constraint: Type;
  readonly nameType: Type | undefined;
  readonly optional: string;
  readonly type: Type | undefined;
  readonly isExpanded: boolean;
}
export interface ConditionalType extends Spanning {
  kind: "conditionalType";
  readonly check: Type;
  readonly extended: Type;
  readonly whenTrue: Type;
  readonly whenFalse: Type;
}
export interface FunctionType extends Spanning {
  kind: "functionType";
  readonly prefix: string;
  readonly signature: Signature;
}
/** `value is T`, `asserts value is T`. */
export interface Predicate extends Spanning {
  kind: "predicate";
  readonly type: Type;
}
export type Type =
  | Atom
  | Reference
  | Union
  | Intersection
  | ArrayType
  | IndexedType
  | Tuple
  | Affixed
  | TypeLiteral
  | MappedType
  | ConditionalType
  | FunctionType
  | Predicate;

export interface TypeParameter extends Spanning {
  kind: "typeParameter";
  readonly name: string;
  readonly constraint: Type | undefined;
  readonly initial: Type | undefined;
}

export interface Signature {
  readonly typeParameters: readonly TypeParameter[];
  readonly parameters: readonly Parameter[];
  readonly returned: Type | undefined;
}

export interface Parameter extends Spanning {
  kind: "parameter";
  readonly modifiers: string;
  readonly isRest: boolean;
  readonly name: Atom | ObjectPattern | ArrayPattern;
  readonly isOptional: boolean;
  readonly type: Type | undefined;
  readonly initial: Expression | undefined;
}

export interface ObjectPattern extends Spanning {
  kind: "objectPattern";
  readonly properties: readonly PatternProperty[];
  readonly isBroken: boolean;
}
export interface PatternProperty extends Spanning {
  kind: "patternProperty";
  /** Undefined where it is the name of the value. */
  readonly key: string | undefined;
  readonly isRest: boolean;
  readonly value: Atom | ObjectPattern | ArrayPattern;
  readonly initial: Expression | undefined;
}
export interface ArrayPattern extends Spanning {
  kind: "arrayPattern";
  readonly elements: readonly (PatternProperty | undefined)[];
}

/** A member of an interface, of an object type, or of a class. */
export type Member = PropertyMember | MethodMember | IndexMember;
export interface PropertyMember extends Spanning {
  kind: "propertyMember";
  readonly modifiers: string;
  readonly key: string;
  readonly type: Type | undefined;
  readonly value: Expression | undefined;
}
export interface MethodMember extends Spanning {
  kind: "methodMember";
  readonly modifiers: string;
  /** With `?`; empty for what is called or constructed. */
  readonly key: string;
  readonly signature: Signature;
  readonly body: Block | undefined;
  readonly isInClass: boolean;
}
export interface IndexMember extends Spanning {
  kind: "indexMember";
  readonly modifiers: string;
  readonly key: string;
  readonly keyType: Type;
  readonly type: Type;
}

export interface ArrayLiteral extends Spanning {
  kind: "array";
  readonly elements: readonly (Item<Expression> | undefined)[];
  readonly ending: readonly number[];
  readonly isBroken: boolean;
}
export interface ObjectLiteral extends Spanning {
  kind: "object";
  readonly properties: readonly Item<Property | Spread | MethodMember>[];
  readonly ending: readonly number[];
  readonly isExpanded: boolean;
}
export interface Property extends Spanning {
  kind: "property";
  /** Undefined for a spread or a shorthand, which the value is then. */
  readonly key: string | undefined;
  readonly isComputed: boolean;
  readonly value: Expression;
}
export interface Spread extends Spanning {
  kind: "spread";
  readonly argument: Expression;
}
export interface Arrow extends Spanning {
  kind: "arrow";
  readonly isAsync: boolean;
  readonly signature: Signature;
  readonly signatureEnd: number;
  readonly body: Expression | Block;
}
export interface FunctionExpression extends Spanning {
  kind: "function";
  readonly head: string;
  readonly signature: Signature;
  readonly body: Block;
}
export interface Unary extends Spanning {
  kind: "unary";
  /** With the space where it is a word. */
  readonly operator: string;
  readonly argument: Expression;
}
export interface Update extends Spanning {
  kind: "update";
  readonly operator: string;
  readonly isPrefix: boolean;
  readonly argument: Expression;
}
/** Operands of operators that stand side by side without indentation: `a && b && c`, `a + b - c`. */
export interface Binary extends Spanning {
  kind: "binary";
  readonly operands: readonly Expression[];
  readonly operators: readonly string[];
}
export interface Conditional extends Spanning {
  kind: "conditional";
  readonly test: Expression;
  readonly whenTrue: Expression;
  readonly whenFalse: Expression;
}
export interface Assignment extends Spanning {
  kind: "assignment";
  readonly left: Expression;
  readonly operator: string;
  readonly right: Expression;
}
export interface Call extends Spanning {
  kind: "call";
  readonly callee: Expression;
  readonly isOptional: boolean;
  readonly isNew: boolean;
  readonly typeArgs: readonly Type[];
  readonly args: readonly Expression[];
  /** A comment before `new`. */
  readonly prefix?: string;
  /** The parenthesis before its arguments. */
  readonly open: number;
}
export interface Access extends Spanning {
  kind: "access";
  readonly object: Expression;
  readonly isOptional: boolean;
  readonly property: Expression;
  readonly isComputed: boolean;
}
export interface NonNull extends Spanning {
  kind: "nonNull";
  readonly argument: Expression;
}
export interface Cast extends Spanning {
  kind: "cast";
  readonly argument: Expression;
  readonly operator: string;
  readonly type: Type;
}
export type Expression =
  | Atom
  | ArrayLiteral
  | ObjectLiteral
  | Spread
  | Arrow
  | FunctionExpression
  | Unary
  | Update
  | Binary
  | Conditional
  | Assignment
  | Call
  | Access
  | NonNull
  | Cast
  | ObjectPattern
  | ArrayPattern;

export interface Block extends Spanning {
  kind: "block";
  readonly statements: readonly Item<Node>[];
  readonly ending: readonly number[];
}
