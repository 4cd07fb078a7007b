import type { JsonValue } from "../../../src/json.js";

/** An instance as TypeScript writes it, as an expression. A computed name makes __proto__ a property. */
export function writeExpression(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(writeExpression).join(", ")}]`;
  if (value === null || typeof value !== "object") return isTooLarge(value) ? "(1 as number)" : write(value);
  const members = Object.entries(value).map(([name, member]) => {
    const key = name === "__proto__" ? `["__proto__"]` : write(name);
    return `${key}: ${writeExpression(member)}`;
  });
  return `{ ${members.join(", ")} }`;
}

/**
 * The narrowest type of an instance: literals, tuples and object types. To each object are added `absent` names that it does not have, as
 * optional properties of the type that every object has there, or of one that suits all: that changes what it is assignable to only where
 * the weak-type rule asks for a name in common.
 */
export function writeType(value: JsonValue, absent: readonly string[] = []): string {
  if (Array.isArray(value)) return `[${value.map((item) => writeType(item, absent)).join(", ")}]`;
  if (value === null || typeof value !== "object") return isTooLarge(value) ? "number" : write(value);
  const members = Object.entries(value).map(
    ([name, member]) => `${write(name)}: ${writeType(member, absent)};`,
  );
  const others = absent
    .filter((name) => !Object.hasOwn(value, name))
    .map((name) => `${write(name)}?: ${isInherited(name) ? `Object[${write(name)}]` : "any"};`);
  return `{ ${[...members, ...others].join(" ")} }`;
}

/** TypeScript takes such a name for a member of every object. */
function isInherited(name: string): boolean {
  return name !== "__proto__" && name in Object.prototype;
}

/** `1e400` stands in the suite; TypeScript has no literal for what it is read as. */
function isTooLarge(value: JsonValue): boolean {
  return typeof value === "number" && !Number.isFinite(value);
}

function write(value: JsonValue): string {
  return JSON.stringify(value);
}
