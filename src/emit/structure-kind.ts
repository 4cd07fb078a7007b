import type { StructureKind as Kind } from "ts-morph";

/**
 * The kinds of declarations that `printStructure` prints, as in ts-morph, which takes longer to load than most schemas to generate. A test
 * holds that they are the same.
 */
export const StructureKind: {
  readonly Enum: Kind.Enum;
  readonly Function: Kind.Function;
  readonly Interface: Kind.Interface;
  readonly TypeAlias: Kind.TypeAlias;
  readonly VariableStatement: Kind.VariableStatement;
} = { Enum: 8, Function: 13, Interface: 19, TypeAlias: 38, VariableStatement: 41 };
