import type { JsonObject, JsonValue } from "../json.js";
import { isJsonObject } from "../json.js";

/** Members at deeper levels stand on one line, so that indentation does not outgrow the text. */
const indentedLevels = 100;

/** An array or object that is being printed: its members are still to come, each with the text before its value. */
interface OpenValue {
  readonly members: Iterator<readonly [before: string, value: JsonValue]>;
  readonly close: "]" | "}";
  isEmpty: boolean;
}

/**
 * The text that `JSON.stringify(value, null, 2)` gives, and a line break at its end; but however deep the value is, and
 * from 100 levels on without line breaks.
 */
export function printJson(value: JsonValue): string {
  const parts: string[] = [];
  const stack: OpenValue[] = [];
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
      if (isIndented && !open.isEmpty) parts.push(startLine(stack.length));
      parts.push(open.close);
    } else {
      if (!open.isEmpty) parts.push(",");
      if (isIndented) parts.push(startLine(stack.length));
      open.isEmpty = false;
      parts.push(member[0]);
      print(member[1]);
    }
  }
  return `${parts.join("")}\n`;
}

function startLine(depth: number): string {
  return `\n${"  ".repeat(depth)}`;
}

function openValue(value: JsonObject | readonly JsonValue[], parts: string[]): OpenValue {
  parts.push(isJsonObject(value) ? "{" : "[");
  if (isJsonObject(value)) return { members: listMembers(value), close: "}", isEmpty: true };
  return { members: listItems(value), close: "]", isEmpty: true };
}

function* listItems(items: readonly JsonValue[]): Generator<readonly [string, JsonValue]> {
  for (const item of items) yield ["", item];
}

function* listMembers(object: JsonObject): Generator<readonly [string, JsonValue]> {
  for (const [key, member] of Object.entries(object)) yield [`${JSON.stringify(key)}: `, member];
}
