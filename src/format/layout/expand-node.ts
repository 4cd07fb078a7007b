import type { Document } from "./document.js";
import type { Layouter, Place } from "./layouter.js";
import * as calls from "./lay-out-calls.js";
import * as declarations from "./lay-out-declarations.js";
import * as expressions from "./lay-out-expressions.js";
import * as members from "./lay-out-members.js";
import * as signatures from "./lay-out-signatures.js";
import * as statements from "./lay-out-statements.js";
import * as types from "./lay-out-types.js";
import type { Case, Declarator, EnumMember, Statement } from "./statement-syntax.js";
import type { Expression, Member, MethodMember, Node, Property, Type, TypeParameter } from "./syntax.js";

type Known =
  | Type
  | Expression
  | Statement
  | Member
  | MethodMember
  | Property
  | TypeParameter
  | Declarator
  | Case
  | EnumMember;
type Expanders = {
  readonly [Kind in Known["kind"]]: (
    layouter: Layouter,
    node: Extract<Known, { kind: Kind }>,
    place: Place,
  ) => Document;
};

const expanders: Expanders = {
  atom: (layouter, node) => layouter.print(node),
  reference: types.layReference,
  union: types.layUnion,
  intersection: types.layIntersection,
  arrayType: (layouter, { element }) => [layouter.lay(element), "[]"],
  indexedType: (layouter, { object, index }) => [layouter.lay(object), "[", layouter.lay(index), "]"],
  tuple: types.layTuple,
  affixed: types.layAffixed,
  typeLiteral: members.layTypeLiteral,
  mappedType: types.layMappedType,
  conditionalType: types.layConditionalType,
  functionType: types.layFunctionType,
  predicate: types.layPredicate,
  typeParameter: types.layTypeParameter,
  objectPattern: signatures.layObjectPattern,
  arrayPattern: signatures.layArrayPattern,
  propertyMember: members.layPropertyMember,
  methodMember: members.layMethodMember,
  indexMember: members.layIndexMember,
  enumMember: members.layEnumMember,
  array: expressions.layArray,
  object: members.layObject,
  property: members.layProperty,
  spread: (layouter, { argument }) => ["...", layouter.lay(argument)],
  arrow: expressions.layArrow,
  function: expressions.layFunctionExpression,
  unary: expressions.layUnary,
  update: (layouter, { operator, isPrefix, argument }) =>
    isPrefix ? [operator, layouter.lay(argument)] : [layouter.lay(argument), operator],
  binary: expressions.layBinary,
  conditional: expressions.layConditional,
  assignment: expressions.layAssignmentExpression,
  call: calls.layCall,
  access: calls.layAccess,
  nonNull: (layouter, { argument }, place) => [layouter.lay(argument, place), "!"],
  cast: expressions.layCast,
  plain: (layouter, node) => layouter.print(node),
  block: statements.layBlock,
  expressionStatement: statements.layExpressionStatement,
  variables: statements.layVariables,
  declarator: statements.layDeclarator,
  leaving: statements.layLeaving,
  if: statements.layIf,
  for: statements.layFor,
  forEach: statements.layForEach,
  while: statements.layWhile,
  switch: statements.laySwitch,
  case: statements.layCase,
  try: statements.layTry,
  names: statements.layNames,
  functionStatement: declarations.layFunction,
  class: declarations.layClass,
  interface: declarations.layInterface,
  alias: declarations.layAlias,
  enum: declarations.layEnum,
  module: declarations.layModule,
};

/** The document of any node. */
export function expandNode(layouter: Layouter, node: Node, place: Place): Document {
  const expand = expanders[node.kind as Known["kind"]] as (
    layouter: Layouter,
    node: Node,
    place: Place,
  ) => Document;
  return expand(layouter, node, place);
}
