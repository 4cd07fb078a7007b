import { endToken, nameToken, stringToken } from "../../tokens.js";
import { ExpressionParser } from "./expression-parser.js";
import { mark } from "./reader.js";
import type { Names } from "./statement-syntax.js";
import type { Type } from "./syntax.js";

/** Reads what imports and exports name. */
export abstract class NamesParser extends ExpressionParser {
  /** `import … from` and `export … from`. */
  protected readNames(first: number): Names {
    const head = this.#readNamesHead(first);
    const names = this.kind === mark.openBrace ? this.#readSpecifiers() : undefined;
    const start = this.at;
    if (this.kind !== mark.semicolon) {
      this.spaced().expectWord("from");
      this.spaced().expect(stringToken);
    }
    const tail = start === this.at ? "" : ` ${this.printFrom(start)}`;
    return { kind: "names", first, last: this.expect(mark.semicolon), head, names, tail };
  }

  #readNamesHead(first: number): string {
    while (this.kind !== mark.openBrace && !this.isWord("from")) {
      if (this.kind === stringToken || this.kind === endToken || this.kind === mark.comma) this.fail();
      if (this.at > first) this.spaced();
      this.take();
    }
    const head = this.printFrom(first);
    if (this.kind === mark.openBrace) this.spaced();
    return head;
  }

  #readSpecifiers(): string[] {
    const { bracketSpacing } = this.source.options;
    const names: string[] = [];
    this.take();
    while (this.kind !== mark.closeBrace) {
      if (names.length > 0 || bracketSpacing) this.spaced();
      const first = this.at;
      while (this.kind === nameToken) {
        this.take();
        if (this.kind === nameToken) this.spaced();
      }
      names.push(this.printFrom(first));
      if (this.kind === mark.comma && this.kindAt(this.at + 1) === mark.closeBrace) this.drop(mark.comma);
      else if (this.kind !== mark.closeBrace) this.expect(mark.comma);
    }
    if (names.length > 0 && bracketSpacing) this.spaced();
    this.take();
    return names;
  }

  protected readList(): Type[] {
    const types: Type[] = [];
    do types.push(this.spaced().readType());
    while (this.skip(mark.comma));
    return types;
  }
}
