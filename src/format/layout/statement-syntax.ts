import type {
  ArrayPattern,
  Atom,
  Block,
  Expression,
  Item,
  Member,
  Node,
  ObjectPattern,
  Signature,
  Type,
  TypeParameter,
} from "./syntax.js";

/** What is one line in any case. */
export interface Plain extends Node {
  kind: "plain";
}
export interface ExpressionStatement extends Node {
  kind: "expressionStatement";
  readonly expression: Expression;
}
export interface Variables extends Node {
  kind: "variables";
  /** `export const`. */
  readonly head: string;
  readonly declarators: readonly Declarator[];
  /** Whether it is the head of a loop, without a semicolon. */
  readonly isInLoop: boolean;
}
export interface Declarator extends Node {
  kind: "declarator";
  readonly target: Atom | ObjectPattern | ArrayPattern;
  readonly type: Type | undefined;
  readonly value: Expression | undefined;
}
/** `return` or `throw`. */
export interface Leaving extends Node {
  kind: "leaving";
  readonly keyword: string;
  readonly argument: Expression | undefined;
}
export interface If extends Node {
  kind: "if";
  readonly test: Expression;
  readonly consequent: Node;
  readonly alternate: Node | undefined;
  /** What stands before `else`. */
  readonly comment: number | undefined;
}
export interface For extends Node {
  kind: "for";
  readonly initial: Node | undefined;
  readonly test: Expression | undefined;
  readonly update: Expression | undefined;
  readonly body: Node;
}
/** `for … of` and `for … in`. */
export interface ForEach extends Node {
  kind: "forEach";
  readonly isAwaited: boolean;
  readonly left: Node;
  readonly keyword: string;
  readonly right: Expression;
  readonly body: Node;
}
export interface While extends Node {
  kind: "while";
  readonly test: Expression;
  readonly body: Node;
}
export interface Switch extends Node {
  kind: "switch";
  readonly discriminant: Expression;
  readonly cases: readonly Item<Case>[];
}
export interface Case extends Node {
  kind: "case";
  /** Undefined for the default. */
  readonly test: Expression | undefined;
  readonly body: Block;
}
export interface Try extends Node {
  kind: "try";
  readonly block: Block;
  /** `catch (error)`. */
  readonly parameter: Node | undefined;
  readonly handler: Block | undefined;
  readonly finalizer: Block | undefined;
}
export interface FunctionStatement extends Node {
  kind: "functionStatement";
  /** `export async function name`. */
  readonly head: string;
  readonly signature: Signature;
  readonly body: Block | undefined;
}
export interface ClassStatement extends Node {
  kind: "class";
  readonly head: string;
  readonly typeParameters: readonly TypeParameter[];
  readonly parent: Expression | undefined;
  readonly parentArgs: readonly Type[];
  readonly interfaces: readonly Type[];
  readonly members: readonly Item<Member>[];
  readonly ending: readonly number[];
}
export interface Interface extends Node {
  kind: "interface";
  readonly head: string;
  readonly typeParameters: readonly TypeParameter[];
  readonly parents: readonly Type[];
  readonly members: readonly Item<Member>[];
  readonly ending: readonly number[];
}
export interface Alias extends Node {
  kind: "alias";
  readonly head: string;
  readonly typeParameters: readonly TypeParameter[];
  readonly type: Type;
}
export interface Enum extends Node {
  kind: "enum";
  readonly head: string;
  readonly members: readonly Item<EnumMember>[];
  readonly ending: readonly number[];
}
export interface EnumMember extends Node {
  kind: "enumMember";
  readonly key: string;
  readonly value: Expression | undefined;
}
/** An import or an export of names. */
export interface Names extends Node {
  kind: "names";
  /** `import type`, `export`. */
  readonly head: string;
  /** Undefined where there are no braces. */
  readonly names: readonly string[] | undefined;
  /** ` from "./x.js"`. */
  readonly tail: string;
}
export interface Module extends Node {
  kind: "module";
  readonly head: string;
  readonly body: Block;
}
export type Statement =
  | Plain
  | ExpressionStatement
  | Variables
  | Leaving
  | If
  | For
  | ForEach
  | While
  | Switch
  | Try
  | FunctionStatement
  | ClassStatement
  | Interface
  | Alias
  | Enum
  | Names
  | Module
  | Block;
