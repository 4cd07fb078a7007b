import { pathToFileURL } from "node:url";
import type { Document, LineCounter } from "yaml";
import type { Diagnostic, Place } from "../diagnostic.js";
import { loadCodeFrame, loadYaml } from "../libraries.js";
import { parsePointer } from "../pointer.js";

/** Line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A frame around a longer line, such as minified JSON, is no help to anybody. */
const longestLine = 200;

/** The place at `position` of a config file, with a frame of its text; without position, the file as a whole. */
export function placeInConfig(file: string, text: string, position?: Position): Place {
  const place = { uri: pathToFileURL(file).href, pointer: "", file, ...position };
  const isShown = position && (text.split("\n")[position.line - 1] ?? "").length <= longestLine;
  return isShown ? { ...place, frame: loadCodeFrame().codeFrameColumns(text, { start: position }) } : place;
}

/** The diagnostic with line, column and frame, where its pointer names a value of the text, or of what holds it. */
export function locateInConfig(diagnostic: Diagnostic, text: string): Diagnostic {
  const { place } = diagnostic;
  const position = place && findPosition(text, parsePointer(place.pointer));
  if (!position || place.file === undefined) return diagnostic;
  return { ...diagnostic, place: { ...placeInConfig(place.file, text, position), pointer: place.pointer } };
}

/** JSON is read as the YAML that it nearly always is. */
function findPosition(text: string, path: readonly string[]): Position | undefined {
  const yaml = loadYaml();
  const lineCounter = new yaml.LineCounter();
  const document = parseLoosely(text, lineCounter);
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document?.getIn(path.slice(0, length), true);
    if (!yaml.isNode(node) || !node.range) continue;
    const { line, col } = lineCounter.linePos(node.range[0]);
    return { line, column: col };
  }
  return undefined;
}

function parseLoosely(text: string, lineCounter: LineCounter): Document | undefined {
  try {
    return loadYaml().parseDocument(text, { lineCounter });
  } catch {
    // Nested too deep for this parser, though not for JSON's: the pointer tells the place.
    return undefined;
  }
}
