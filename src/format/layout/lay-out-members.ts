import { type Document, group, hardLine, ifBroken, indent, line, softLine } from "./document.js";
import { layAssignment } from "./assignment.js";
import { layEnding, layItem } from "./items.js";
import { type Layouter, trailingComma } from "./layouter.js";
import { layParameters, laySignature } from "./lay-out-signatures.js";
import { layTypeParameters } from "./lay-out-types.js";
import type { EnumMember } from "./statement-syntax.js";
import type {
  IndexMember,
  Item,
  Member,
  MethodMember,
  Node,
  ObjectLiteral,
  Property,
  PropertyMember,
  TypeLiteral,
} from "./syntax.js";

export function layTypeLiteral(layouter: Layouter, node: TypeLiteral): Document {
  if (node.members.length === 0 && node.ending.length === 0) return "{}";
  const space = layouter.options.bracketSpacing ? line : softLine;
  const members = node.members.map((item, index): Document => {
    const isLast = index === node.members.length - 1;
    const member = layItem(item, layouter, [layouter.lay(item.node), isLast ? ifBroken(";") : ";"]);
    return isLast ? member : [member, line, item.isBlankLineNext ? hardLine : ""];
  });
  const contents = [space, ...members, ...layEnding(layouter, node.ending)];
  return group(["{", indent(contents), space, "}"], layouter.isForced(node));
}

/** The members of an interface or a class, each in a line of its own. */
export function layMemberLines(
  layouter: Layouter,
  members: readonly Item<Member>[],
  ending: readonly number[],
): Document {
  if (members.length === 0 && ending.length === 0) return "{}";
  const lines = members.map((item, index): Document => {
    const { node } = item;
    const hasBody = node.kind === "methodMember" && node.body;
    const member = layItem(item, layouter, [layouter.lay(node), hasBody ? "" : ";"]);
    const isLast = index === members.length - 1;
    return [hardLine, member, item.isBlankLineNext && !isLast ? hardLine : ""];
  });
  return ["{", indent([...lines, ...layEnding(layouter, ending)]), hardLine, "}"];
}

export function layPropertyMember(layouter: Layouter, node: PropertyMember): Document {
  const head: Document = [node.modifiers, node.key, node.type ? [": ", layouter.lay(node.type)] : ""];
  if (!node.value) return group(head, layouter.isForced(node));
  return layAssignment(layouter, {
    first: node.first,
    is: "member",
    left: head,
    operator: " =",
    right: node.value,
  });
}

export function layMethodMember(layouter: Layouter, node: MethodMember): Document {
  const { signature, body, isInClass } = node;
  const head = [node.modifiers, node.key];
  if (!isInClass) {
    const { typeParameters, parts } = laySignature(layouter, signature, ": ", layTypeParameters);
    const [parameters, returned] = parts;
    const isReturnBroken = signature.returned !== undefined && layouter.isForced(signature.returned);
    return group(
      [head, typeParameters, parameters, returned === "" ? "" : group(returned, isReturnBroken)],
      layouter.isForced(node),
    );
  }
  const isAlone =
    signature.parameters.length > 1 && signature.parameters.some(({ modifiers }) => modifiers !== "");
  const parts = isAlone
    ? [group(layParameters(layouter, signature.parameters), true)]
    : laySignature(layouter, signature, ": ", layTypeParameters).parts;
  const isBroken = isAlone || hasForcedHead(layouter, node);
  const typeParameters = layTypeParameters(layouter, signature.typeParameters);
  return [head, typeParameters, group(parts, isBroken), body ? [" ", layouter.lay(body)] : ""];
}

function hasForcedHead(layouter: Layouter, { signature }: MethodMember): boolean {
  const parts: (Node | undefined)[] = [...signature.parameters, signature.returned];
  return parts.some((each) => each !== undefined && layouter.isForced(each));
}

export function layIndexMember(layouter: Layouter, node: IndexMember): Document {
  const key = group([indent([softLine, node.key, ": ", layouter.lay(node.keyType)]), softLine]);
  return group([node.modifiers, "[", key, "]: ", layouter.lay(node.type)], layouter.isForced(node));
}

export function layObject(layouter: Layouter, node: ObjectLiteral): Document {
  const { properties, ending } = node;
  if (properties.length === 0 && ending.length === 0) return "{}";
  const space = layouter.options.bracketSpacing ? line : softLine;
  const entries = laySeparated(layouter, properties);
  const contents = [space, ...entries, ...layEnding(layouter, ending)];
  return group(["{", indent(contents), space, "}"], layouter.isForced(node));
}

/** Items with commas between them, and one after the last where they are broken. */
export function laySeparated(layouter: Layouter, items: readonly Item<Node>[]): Document[] {
  const comma = trailingComma(layouter.options) ? ifBroken(",") : "";
  return items.map((item, index): Document => {
    const isLast = index === items.length - 1;
    const entry = layItem(item, layouter, [layouter.lay(item.node), isLast ? comma : ","]);
    return isLast ? entry : [entry, line, item.isBlankLineNext ? hardLine : ""];
  });
}

export function layProperty(layouter: Layouter, node: Property): Document {
  if (node.key === undefined) return layouter.lay(node.value);
  const left = node.isComputed ? [node.key] : node.key;
  return layAssignment(layouter, {
    first: node.first,
    is: "property",
    left,
    operator: ":",
    right: node.value,
  });
}

export function layEnumMember(layouter: Layouter, node: EnumMember): Document {
  return node.value ? [node.key, " = ", layouter.lay(node.value)] : node.key;
}
