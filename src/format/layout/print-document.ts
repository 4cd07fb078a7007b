import type { Deferred, Document, Fill, Group, Line, Part } from "./document.js";
import { indent } from "./document.js";

export interface PrintOptions {
  readonly printWidth: number;
  readonly tabWidth: number;
  readonly useTabs: boolean;
}

/** What a line begins with. With tabs, spaces that align become tabs where a level follows. */
interface Indentation {
  readonly text: string;
  readonly width: number;
  /** The levels, and the spaces after the last of them. */
  readonly levels: number;
  readonly spaces: number;
}

interface Command {
  readonly indentation: Indentation;
  readonly isFlat: boolean;
  readonly document: Document;
}

/** The text of a document in lines of `printWidth` where that can be. It does not recurse. */
export function printDocument(document: Document, options: PrintOptions): string {
  return new DocumentPrinter(options).print(document);
}

class DocumentPrinter {
  readonly #options: PrintOptions;
  readonly #commands: Command[] = [];
  /** Whether the groups that have names are broken. */
  readonly #broken = new Map<symbol, boolean>();
  /** What is written: strings that are concatenated one by one would be held as a tree. */
  readonly #parts: string[] = [];
  #position = 0;
  /** Spaces before what comes next in the line, if anything does. */
  #pending = "";
  #suffix = "";
  #mustMeasure = false;
  /** One for all that is measured, one after the other. */
  readonly #measure = new Measure(this.#broken);

  constructor(options: PrintOptions) {
    this.#options = options;
  }

  print(document: Document): string {
    const none = { text: "", width: 0, levels: 0, spaces: 0 };
    this.#commands.push({ indentation: none, isFlat: false, document });
    for (let command = this.#commands.pop(); command; command = this.#commands.pop()) {
      if (typeof command.document === "string") this.#write(command.document, command.document.length);
      else if (Array.isArray(command.document))
        this.#pushAll(command, command.document as readonly Document[]);
      else this.#printPart(command, command.document as Part | Deferred);
    }
    return this.#parts.join("") + this.#suffix;
  }

  #write(text: string, width: number): void {
    if (text === "") return;
    if (this.#pending !== "") {
      this.#parts.push(this.#pending);
      this.#pending = "";
    }
    this.#position += width;
    // Spaces at the end of a line are left out.
    if (text.endsWith(" ")) {
      const kept = text.trimEnd();
      this.#pending = text.slice(kept.length);
      this.#parts.push(kept);
    } else this.#parts.push(text);
  }

  #push(command: Command, document: Document, isFlat = command.isFlat): void {
    this.#commands.push({ indentation: command.indentation, isFlat, document });
  }

  #pushAll(command: Command, documents: readonly Document[]): void {
    for (let index = documents.length - 1; index >= 0; index--) this.#push(command, documents[index] ?? "");
  }

  #printPart(command: Command, part: Part | Deferred): void {
    switch (part.kind) {
      case "group":
        return this.#printGroup(command, part);
      case "deferred":
        return this.#printDeferred(command, part);
      case "line":
        return this.#printLine(command, part);
      case "indent": {
        const indentation = this.#indent(command.indentation, part.width);
        this.#commands.push({ indentation, isFlat: command.isFlat, document: part.contents });
        return;
      }
      case "ifBroken": {
        const isBroken = part.group === undefined ? !command.isFlat : this.#broken.get(part.group);
        return this.#push(command, isBroken ? part.broken : part.flat);
      }
      case "indentIfBroken":
        return this.#push(command, this.#broken.get(part.group) ? indent(part.contents) : part.contents);
      case "fill":
        return this.#printFill(command, part);
      case "suffix":
        this.#suffix += part.text;
    }
  }

  #printGroup(command: Command, part: Group): void {
    const isFlat = this.#chooseState(command, part);
    if (part.name !== undefined) this.#broken.set(part.name, !isFlat);
  }

  /** Whether it is printed in one line. */
  #chooseState(command: Command, { contents, isBroken, states }: Group): boolean {
    if (command.isFlat && !this.#mustMeasure) {
      this.#push(command, contents, !isBroken);
      return !isBroken;
    }
    this.#mustMeasure = false;
    const isFlat = !isBroken && this.#fits(contents);
    if (isFlat) {
      this.#push(command, contents, true);
      return true;
    }
    for (const state of isBroken ? [] : (states?.slice(1, -1) ?? [])) {
      if (!this.#fits(state)) continue;
      this.#push(command, state, true);
      return true;
    }
    this.#push(command, states?.at(-1) ?? contents, false);
    return false;
  }

  #printDeferred(command: Command, part: Deferred): void {
    const isFlat =
      command.isFlat && !this.#mustMeasure
        ? part.width !== Infinity
        : part.width <= this.#options.printWidth - this.#position && this.#fits(part);
    if (isFlat) this.#write(part.print(), part.width);
    else this.#push(command, part.expand());
  }

  #printLine(command: Command, { isHard, isSoft }: Line): void {
    if (command.isFlat && !isHard) {
      if (!isSoft) this.#write(" ", 1);
      return;
    }
    if (command.isFlat) this.#mustMeasure = true;
    this.#parts.push(this.#suffix, "\n");
    this.#suffix = "";
    this.#pending = command.indentation.text;
    this.#position = command.indentation.width;
  }

  #printFill(command: Command, { parts, from, kind }: Fill): void {
    const [content = "", separator, next = ""] = parts.slice(from, from + 3);
    const isFlat = this.#fits(content, false);
    if (separator === undefined) return this.#push(command, content, isFlat);
    this.#push(command, { kind, parts, from: from + 2 });
    const isTogether = isFlat && this.#fits([content, separator, next], false);
    this.#push(command, separator, isTogether);
    this.#push(command, content, isFlat);
  }

  #indent({ levels, spaces }: Indentation, width: number | undefined): Indentation {
    const { tabWidth, useTabs } = this.#options;
    if (useTabs) {
      const aligned =
        width === undefined ? { levels: levels + 1, spaces: 0 } : { levels, spaces: spaces + width };
      if (width === undefined && spaces > 0) aligned.levels++;
      const text = "\t".repeat(aligned.levels) + " ".repeat(aligned.spaces);
      return { ...aligned, text, width: aligned.levels * tabWidth + aligned.spaces };
    }
    const total = spaces + (width ?? tabWidth);
    return { text: " ".repeat(total), width: total, levels, spaces: total };
  }

  /** Whether what comes up to the next line break fits in the line; without `withRest` only the command itself. */
  #fits(next: Document, withRest = true): boolean {
    const measure = this.#measure;
    measure.start(this.#options.printWidth - this.#position, !withRest);
    let fits = measure.add(next, true);
    for (let index = withRest ? this.#commands.length - 1 : -1; fits === undefined && index >= 0; index--) {
      const command = this.#commands[index];
      if (command) fits = measure.add(command.document, command.isFlat);
    }
    return fits ?? true;
  }
}

class Measure {
  #room = 0;
  readonly #broken: ReadonlyMap<symbol, boolean>;
  /** Whether a group that must be broken does not fit. */
  #mustBeFlat = false;
  #hasPendingSpace = false;
  readonly #documents: Document[] = [];
  readonly #modes: boolean[] = [];

  constructor(broken: ReadonlyMap<symbol, boolean>) {
    this.#broken = broken;
  }

  start(room: number, mustBeFlat: boolean): void {
    this.#room = room;
    this.#mustBeFlat = mustBeFlat;
    this.#hasPendingSpace = false;
    this.#documents.length = 0;
    this.#modes.length = 0;
  }

  /** Undefined where it depends on what follows. */
  add(document: Document, isFlat: boolean): boolean | undefined {
    this.#push(document, isFlat);
    while (this.#documents.length > 0) {
      const next = this.#documents.pop() ?? "";
      const mode = this.#modes.pop() ?? false;
      if (typeof next === "string") this.#take(next.length);
      else if (Array.isArray(next)) this.#pushAll(next as readonly Document[], 0, mode);
      else {
        const answer = this.#addPart(next as Part | Deferred, mode);
        if (answer !== undefined) return answer;
      }
      if (this.#room < 0) return false;
    }
    return undefined;
  }

  #push(document: Document, isFlat: boolean): void {
    this.#documents.push(document);
    this.#modes.push(isFlat);
  }

  #pushAll(documents: readonly Document[], from: number, isFlat: boolean): void {
    for (let index = documents.length - 1; index >= from; index--) this.#push(documents[index] ?? "", isFlat);
  }

  #take(width: number): void {
    if (width === 0) return;
    this.#room -= this.#hasPendingSpace ? width + 1 : width;
    this.#hasPendingSpace = false;
  }

  #addPart(part: Part | Deferred, isFlat: boolean): boolean | undefined {
    switch (part.kind) {
      case "deferred":
        if (isFlat && part.width !== Infinity) this.#take(part.width);
        else this.#push(part.expand(), isFlat);
        return undefined;
      case "group":
        if (this.#mustBeFlat && part.isBroken) return false;
        this.#addGroup(part, isFlat && !part.isBroken);
        return undefined;
      case "line":
        if (!isFlat || part.isHard) return true;
        if (!part.isSoft) this.#hasPendingSpace = true;
        return undefined;
      case "ifBroken": {
        const isBroken = part.group === undefined ? !isFlat : (this.#broken.get(part.group) ?? false);
        this.#push(isBroken ? part.broken : part.flat, isFlat);
        return undefined;
      }
      case "fill":
        this.#pushAll(part.parts, part.from, isFlat);
        return undefined;
      case "suffix":
        return undefined;
      case "indent":
      case "indentIfBroken":
        this.#push(part.contents, isFlat);
        return undefined;
    }
  }

  #addGroup({ contents, states }: Group, isFlat: boolean): void {
    this.#push(isFlat ? contents : (states?.at(-1) ?? contents), isFlat);
  }
}
