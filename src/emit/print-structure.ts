import type {
  EnumDeclarationStructure,
  FunctionDeclarationStructure,
  InterfaceDeclarationStructure,
  JSDocStructure,
  MethodSignatureStructure,
  OptionalKind,
  ParameterDeclarationStructure,
  StatementStructures,
  TypeAliasDeclarationStructure,
  TypeParameterDeclarationStructure,
  VariableStatementStructure,
} from "ts-morph";
import { invariant } from "../invariant.js";
import { plainCode } from "./code.js";
import { StructureKind } from "./structure-kind.js";

/** What ts-morph takes for text: all of ours are strings. */
type Text = string | ((...writer: never[]) => void) | undefined;
type Docs = readonly (OptionalKind<JSDocStructure> | Text)[] | undefined;
type TypeParameters = readonly (OptionalKind<TypeParameterDeclarationStructure> | Text)[] | undefined;
type Signature = Pick<FunctionDeclarationStructure, "typeParameters" | "parameters" | "returnType">;

const indent = "    ";

/**
 * A declaration as text: as ts-morph prints it, but for lines within the texts that it is given, which stay as they are. Only what our
 * declarations have is printed: a member of a structure that is not read here is none of theirs.
 */
export function printStructure(structure: StatementStructures): string {
  if (structure.kind === StructureKind.Function) return printFunction(structure);
  if (structure.kind === StructureKind.Interface) return printInterface(structure);
  if (structure.kind === StructureKind.TypeAlias) return printAlias(structure);
  if (structure.kind === StructureKind.VariableStatement) return printVariable(structure);
  invariant(structure.kind === StructureKind.Enum, `no declaration of ours has the kind ${structure.kind}`);
  return printEnum(structure);
}

function printFunction(structure: FunctionDeclarationStructure): string {
  const { name, isAsync, isExported, overloads = [], statements } = structure;
  const header = (signature: Signature, modifiers: string): string =>
    `${modifiers}function ${name}${printSignature(signature)}`;
  const exporting = isExported ? "export " : "";
  const declared = overloads.map(
    (overload) =>
      `${printDocs(overload.docs)}${header(overload, exporting + (overload.isAsync ? "async " : ""))};\n`,
  );
  const body = listStatements(statements).map((statement) => `${indent}${statement}\n`);
  const own = header(structure, exporting + (isAsync ? "async " : ""));
  return `${declared.join("")}${printDocs(structure.docs)}${own} {\n${body.join("")}}`;
}

function listStatements(statements: FunctionDeclarationStructure["statements"] = []): readonly string[] {
  const list = Array.isArray(statements) ? statements : [statements];
  return list.map((statement) => {
    invariant(typeof statement === "string", "a statement of ours is text");
    return statement;
  });
}

function printInterface(structure: InterfaceDeclarationStructure): string {
  const { name, isExported, extends: bases = [], indexSignatures = [], properties = [] } = structure;
  const members = [
    ...indexSignatures.map(
      ({ docs, isReadonly, keyName, keyType, returnType }) =>
        `${printDocs(docs, indent)}${indent}${isReadonly ? "readonly " : ""}[${keyName}: ${textOf(keyType)}]${after(": ", returnType)};\n`,
    ),
    ...properties.map(
      ({ docs, isReadonly, name: key, hasQuestionToken, type }) =>
        `${printDocs(docs, indent)}${indent}${isReadonly ? "readonly " : ""}${key}${hasQuestionToken ? "?" : ""}${after(": ", type)};\n`,
    ),
    ...(structure.methods ?? []).map(printMethod),
  ];
  const extended = Array.isArray(bases) ? bases.map(textOf).join(", ") : textOf(bases);
  const head = `${isExported ? "export " : ""}interface ${name}${printTypeParameters(structure.typeParameters)}`;
  return `${printDocs(structure.docs)}${head} ${extended === "" ? "" : `extends ${extended} `}{\n${members.join("")}}`;
}

function printMethod(method: OptionalKind<MethodSignatureStructure>): string {
  return `${printDocs(method.docs, indent)}${indent}${method.name}${printSignature(method)};\n`;
}

function printAlias(structure: TypeAliasDeclarationStructure): string {
  const { docs, isExported, name, typeParameters, type } = structure;
  return `${printDocs(docs)}${isExported ? "export " : ""}type ${name}${printTypeParameters(typeParameters)}${after(" = ", type)};`;
}

function printVariable({
  docs,
  isExported,
  declarationKind,
  declarations,
}: VariableStatementStructure): string {
  const declared = declarations.map(
    ({ name, type, initializer }) => `${name}${after(": ", type)}${after(" = ", initializer)}`,
  );
  return `${printDocs(docs)}${isExported ? "export " : ""}${declarationKind ?? "let"} ${declared.join(", ")};`;
}

function printEnum({
  docs,
  isExported,
  hasDeclareKeyword,
  name,
  members = [],
}: EnumDeclarationStructure): string {
  invariant(Array.isArray(members), "an enum has its members in a list");
  const printed = members.map((member) => {
    invariant(typeof member === "object", "a member of an enum has a name");
    return `${indent}${member.name} = ${JSON.stringify(member.value)}`;
  });
  const modifiers = `${isExported ? "export " : ""}${hasDeclareKeyword ? "declare " : ""}`;
  return `${printDocs(docs)}${modifiers}enum ${name} {\n${printed.join(",\n")}\n}`;
}

function printSignature({ typeParameters, parameters = [], returnType }: Signature): string {
  return `${printTypeParameters(typeParameters)}(${parameters.map(printParameter).join(", ")})${after(": ", returnType)}`;
}

function printParameter(parameter: OptionalKind<ParameterDeclarationStructure>): string {
  const { isRestParameter, name, hasQuestionToken, initializer } = parameter;
  const type = parameter.type ?? (hasQuestionToken ? "any" : undefined);
  return `${isRestParameter ? "..." : ""}${name}${hasQuestionToken ? "?" : ""}${after(": ", type)}${after(" = ", initializer)}`;
}

function printTypeParameters(parameters: TypeParameters = []): string {
  if (parameters.length === 0) return "";
  const printed = parameters.map((parameter) =>
    typeof parameter === "object"
      ? `${parameter.isConst ? "const " : ""}${parameter.name}${after(" extends ", parameter.constraint)}${after(" = ", parameter.default)}`
      : textOf(parameter),
  );
  return `<${printed.join(", ")}>`;
}

/** Comments, each ending in a line break. A description that starts with a line break stands on lines of its own. */
function printDocs(docs: Docs = [], before = ""): string {
  return docs
    .map((each) => plainCode(textOf(typeof each === "object" ? each.description : each)))
    .map((text) => printDoc(text, before))
    .join("");
}

function printDoc(description: string, before: string): string {
  if (!description.includes("\n"))
    return `${before}/** ${description}${description.endsWith(" ") ? "" : " "}*/\n`;
  const lines = description.replace(/^\n/, "").split("\n");
  const written = lines.map((line) => `${before} *${line === "" ? "" : ` ${line}`}\n`);
  return `${before}/**\n${written.join("")}${before} */\n`;
}

/** The text behind what comes before it; nothing, where there is none. */
function after(before: string, text: Text): string {
  const given = textOf(text);
  return given.trim() === "" ? "" : before + given;
}

function textOf(text: Text): string {
  invariant(typeof text !== "function", "no text of ours is written by a function");
  return text ?? "";
}
