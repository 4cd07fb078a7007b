import { layAssignment } from "./assignment.js";
import { type Document, group, hardLine, indent, join, line } from "./document.js";
import { layEnding } from "./items.js";
import type { Layouter } from "./layouter.js";
import { layMemberLines, laySeparated } from "./lay-out-members.js";
import { isSignatureForced, laySignature } from "./lay-out-signatures.js";
import { layTypeArguments, layTypeParameters } from "./lay-out-types.js";
import type {
  Alias,
  ClassStatement,
  Enum,
  FunctionStatement,
  Interface,
  Module,
} from "./statement-syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

export function layFunction(layouter: Layouter, { head, signature, body }: FunctionStatement): Document {
  const { typeParameters, parts } = laySignature(layouter, signature, ": ", layTypeParameters);
  const isBroken = isSignatureForced(layouter, signature);
  return [head, typeParameters, group(parts, isBroken), body ? [" ", layouter.lay(body)] : ";"];
}

export function layClass(layouter: Layouter, node: ClassStatement): Document {
  const { head, typeParameters, parent, parentArgs, interfaces, members, ending } = node;
  if (interfaces.length + (parent ? 1 : 0) > 1) throw new UnknownConstruct();
  return [
    head,
    layTypeParameters(layouter, typeParameters),
    parent ? [" extends ", layouter.lay(parent), layTypeArguments(layouter, parentArgs)] : "",
    interfaces.length > 0 ? [" implements ", ...interfaces.map((each) => layouter.lay(each))] : "",
    " ",
    layMemberLines(layouter, members, ending),
  ];
}

export function layInterface(layouter: Layouter, node: Interface): Document {
  const { head, typeParameters, parents, members, ending } = node;
  const documents = parents.map((each) => layouter.lay(each));
  const opening = [head, layTypeParameters(layouter, typeParameters)];
  const body = layMemberLines(layouter, members, ending);
  if (parents.length === 0) return [...opening, " ", body];
  if (parents.length === 1 && !node.parents.some((each) => layouter.print(each).includes("."))) {
    return [...opening, " extends ", ...documents, " ", body];
  }
  if (parents.length === 1) throw new UnknownConstruct();
  const list = group(indent([line, join([",", line], documents)]));
  return [group([...opening, indent([line, "extends", list])]), " ", body];
}

export function layAlias(layouter: Layouter, { first, head, typeParameters, type }: Alias): Document {
  const left = [head, layTypeParameters(layouter, typeParameters)];
  return [
    layAssignment(layouter, { first, is: "alias", left, operator: " =", right: type, typeParameters }),
    ";",
  ];
}

export function layEnum(layouter: Layouter, { head, members, ending }: Enum): Document {
  if (members.length === 0 && ending.length === 0) return [head, " {}"];
  const contents = [hardLine, ...laySeparated(layouter, members), ...layEnding(layouter, ending)];
  return [head, " ", group(["{", indent(contents), hardLine, "}"], true)];
}

export function layModule(layouter: Layouter, { head, body }: Module): Document {
  return [head, " ", layouter.lay(body)];
}
