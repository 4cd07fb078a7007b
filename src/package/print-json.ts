import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";

/** Members at deeper levels stand on one line, so that indentation does not outgrow the text. */
const indentedLevels = 100;

/** An array or object that is being printed: its members are still to come, each with the text before its value. */
interface OpenValue {
  readonly value: JsonObject | readonly JsonValue[];
  readonly members: Iterator<readonly [key: string, before: string, value: JsonValue]>;
  readonly close: "]" | "}";
  isEmpty: boolean;
}

/**
 * The text that `JSON.stringify(value, null, 2)` gives, and a line break at its end; but however deep the value is, and
 * from 100 levels on without line breaks. `onMember` hears where each member begins that stands on a line of its own, line and column
 * from 0.
 */
export function printJson(
  value: JsonValue,
  onMember?: (holder: JsonValue, key: string, line: number, column: number) => void,
): string {
  const parts: string[] = [];
  const stack: OpenValue[] = [];
  let line = 0;
  const breakLine = (depth: number): void => {
    parts.push(startLine(depth));
    line++;
  };
  const print = (next: JsonValue): void => {
    if (typeof next !== "object" || next === null) parts.push(JSON.stringify(next));
    else stack.push(openValue(next, parts));
  };
  print(value);
  for (let open = stack.at(-1); open; open = stack.at(-1)) {
    const isIndented = stack.length <= indentedLevels;
    const { done, value: member } = open.members.next();
    if (done) {
      stack.pop();
      if (isIndented && !open.isEmpty) breakLine(stack.length);
      parts.push(open.close);
    } else {
      if (!open.isEmpty) parts.push(",");
      const [key, before, next] = member;
      if (isIndented) {
        breakLine(stack.length);
        onMember?.(open.value, key, line, stack.length * 2);
      }
      open.isEmpty = false;
      parts.push(before);
      print(next);
    }
  }
  return `${parts.join("")}\n`;
}

function startLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function openValue(value: JsonObject | readonly JsonValue[], parts: string[]): OpenValue {
  parts.push(isJsonObject(value) ? "{" : "[");
  if (isJsonObject(value)) return { value, members: listMembers(value), close: "}", isEmpty: true };
  return { value, members: listItems(value), close: "]", isEmpty: true };
}

function* listItems(items: readonly JsonValue[]): Generator<readonly [string, string, JsonValue]> {
  for (const [index, item] of items.entries()) yield [String(index), "", item];
}

function* listMembers(object: JsonObject): Generator<readonly [string, string, JsonValue]> {
  for (const [key, member] of Object.entries(object)) yield [key, `${JSON.stringify(key)}: `, member];
}
