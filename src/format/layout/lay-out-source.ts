import type { Document } from "./document.js";
import { expandNode } from "./expand-node.js";
import { layEnding } from "./items.js";
import { layStatements } from "./lay-out-statements.js";
import { LayoutRoom } from "./layout-room.js";
import { Layouter } from "./layouter.js";
import type { LayoutOptions } from "./options.js";
import { Parser } from "./parser.js";
import { printDocument } from "./print-document.js";
import { Source } from "./source.js";
import type { Block } from "./syntax.js";
import { UnknownConstruct } from "./unknown-construct.js";

/**
 * A text of TypeScript in Prettier's layout, without line breaks around it; undefined where it holds what is not known here. Who has many
 * texts gives all of them the same room.
 */
export function layOutSource(
  text: string,
  options: LayoutOptions,
  room = new LayoutRoom(),
): string | undefined {
  try {
    return layOut(text, options, room, true);
  } catch (error) {
    if (error instanceof UnknownConstruct) return undefined;
    throw error;
  }
}

function layOut(text: string, options: LayoutOptions, room: LayoutRoom, canAdd: boolean): string {
  const source = new Source(text, options, room);
  const parser = new Parser(source);
  const program = parser.readProgram();
  if (parser.additions.length > 0) {
    if (!canAdd) throw new UnknownConstruct();
    return layOut(addTo(text, parser.additions), options, room, false);
  }
  source.measure();
  return printDocument(layProgram(new Layouter(source, expandNode), program), options);
}

function layProgram(layouter: Layouter, { statements, ending }: Block): Document {
  const end = layEnding(layouter, ending);
  return [...layStatements(layouter, statements), ...(statements.length === 0 ? end.slice(1) : end)];
}

/** The text with what is missing in it. Of what is added at one place, the last closes first. */
function addTo(text: string, additions: readonly { at: number; text: string }[]): string {
  const sorted = additions.toSorted((one, other) => one.at - other.at);
  let [result, end] = ["", 0];
  for (const each of sorted) {
    result += text.slice(end, each.at) + each.text;
    end = each.at;
  }
  return result + text.slice(end);
}
