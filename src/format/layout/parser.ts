import { endToken, nameToken, stringToken } from "../../tokens.js";
import { mark } from "./reader.js";
import { StatementParser } from "./statement-parser.js";
import type { EnumMember, Statement } from "./statement-syntax.js";
import type { Expression, Type } from "./syntax.js";

/** Reads a declaration of a module. */
export class Parser extends StatementParser {
  protected override readDeclaration(first: number, word: string): Statement | undefined {
    if (word === "import")
      return this.kindAt(first + 1) === mark.openParen ? undefined : this.#readImport(first);
    const keyword = this.#findKeyword(first);
    if (keyword === undefined) return undefined;
    while (this.at < keyword) {
      this.take();
      this.spaced();
    }
    switch (this.source.writtenAt(keyword)) {
      case "function":
        return this.#readFunction(first);
      case "class":
        return this.#readClass(first);
      case "interface":
        return this.#readInterface(first);
      case "type":
        return this.#readAlias(first);
      case "enum":
        return this.#readEnum(first);
      case "module":
        return this.#readModule(first);
      case "export":
        return this.#readExport(first);
      default:
        return this.readVariables(first);
    }
  }

  #readImport(first: number): Statement {
    if (this.kindAt(first + 1) !== stringToken) return this.readNames(first);
    this.take();
    this.spaced().take();
    return { kind: "plain", first, last: this.expect(mark.semicolon) };
  }

  /** The token that says what is declared, after `export`, `declare` and the like. */
  #findKeyword(first: number): number | undefined {
    let index = first;
    if (this.isWord("export", index)) {
      if (!this.#isModifier(index + 1) && !this.#isKeyword(index + 1)) return index;
      index++;
    }
    while (this.#isModifier(index)) index++;
    return this.#isKeyword(index) ? index : undefined;
  }

  #isModifier(index: number): boolean {
    if (this.isWord("const", index)) return this.isWord("enum", index + 1);
    const isWord = ["default", "declare", "abstract", "async"].some((each) => this.isWord(each, index));
    return isWord && this.kindAt(index + 1) === nameToken && !this.hasBreak(index + 1);
  }

  #isKeyword(index: number): boolean {
    if (this.kindAt(index) !== nameToken) return false;
    const word = this.source.writtenAt(index);
    if (["function", "class", "enum", "const", "let"].includes(word)) return true;
    if (word === "module") return this.kindAt(index + 1) === stringToken;
    if (word !== "interface" && word !== "type") return false;
    return (
      this.kindAt(index + 1) === nameToken && !this.hasBreak(index + 1) && !this.isWord("from", index + 1)
    );
  }

  #readFunction(first: number): Statement {
    this.take();
    if (this.kind === mark.star) this.fail();
    this.spaced().expectName();
    const head = this.printFrom(first);
    const signature = this.readSignature();
    if (this.kind === mark.semicolon) {
      return { kind: "functionStatement", first, last: this.take(), head, signature, body: undefined };
    }
    const body = this.spaced().readBlock();
    return { kind: "functionStatement", first, last: body.last, head, signature, body };
  }

  #readClass(first: number): Statement {
    this.take();
    this.spaced().expectName();
    const head = this.printFrom(first);
    const typeParameters = this.readTypeParameters();
    let parent: Expression | undefined;
    if (this.isWord("extends")) {
      this.spaced().take();
      const token = this.spaced().expectName();
      parent = { kind: "atom", is: "name", first: token, last: token };
    }
    const parentArgs = parent ? this.readTypeArguments() : [];
    const interfaces = this.isWord("implements") ? this.#readHeritage() : [];
    const open = this.spaced().expect(mark.openBrace);
    const { members, ending } = this.readMembers(true);
    if (members.length > 0 || ending.length > 0) this.force(open);
    const last = this.expect(mark.closeBrace);
    return {
      kind: "class",
      first,
      last,
      head,
      typeParameters,
      parent,
      parentArgs,
      interfaces,
      members,
      ending,
    };
  }

  #readHeritage(): Type[] {
    this.spaced().take();
    return this.readList();
  }

  #readInterface(first: number): Statement {
    this.take();
    this.spaced().expectName();
    const head = this.printFrom(first);
    const typeParameters = this.readTypeParameters();
    const parents = this.isWord("extends") ? this.#readHeritage() : [];
    const open = this.spaced().expect(mark.openBrace);
    const { members, ending } = this.readMembers();
    if (members.length > 0 || ending.length > 0) this.force(open);
    const last = this.expect(mark.closeBrace);
    return { kind: "interface", first, last, head, typeParameters, parents, members, ending };
  }

  #readAlias(first: number): Statement {
    this.take();
    this.spaced().expectName();
    const head = this.printFrom(first);
    const typeParameters = this.readTypeParameters();
    this.spaced().expect(mark.equals);
    const type = this.spaced().readType();
    return { kind: "alias", first, last: this.endStatement(), head, typeParameters, type };
  }

  #readEnum(first: number): Statement {
    this.take();
    this.spaced().expectName();
    const head = this.printFrom(first);
    const open = this.spaced().expect(mark.openBrace);
    const { items, ending } = this.readItems(mark.closeBrace, () => this.#readEnumMember());
    if (items.length > 0 || ending.length > 0) this.force(open);
    return { kind: "enum", first, last: this.expect(mark.closeBrace), head, members: items, ending };
  }

  #readEnumMember(): EnumMember {
    const first = this.at;
    const key = this.readMember(false);
    if (key.kind !== "propertyMember" || key.type) this.fail();
    return { kind: "enumMember", first, last: this.at - 1, key: key.key, value: key.value };
  }

  #readModule(first: number): Statement {
    this.take();
    this.spaced().expect(stringToken);
    const head = this.printFrom(first);
    const body = this.spaced().readBlock();
    return { kind: "module", first, last: body.last, head, body };
  }

  #readExport(first: number): Statement {
    if (this.kindAt(first + 1) === mark.star || this.isWord("default", first + 1))
      return this.#readWhole(first);
    return this.readNames(first);
  }

  /** `export * from "./x.js";` or `export default name;`. */
  #readWhole(first: number): Statement {
    while (this.kind !== mark.semicolon) {
      if (
        this.kind === endToken ||
        (this.kind !== nameToken && this.kind !== stringToken && this.kind !== mark.star)
      ) {
        this.fail();
      }
      if (this.at > first) this.spaced();
      this.take();
    }
    return { kind: "plain", first, last: this.take() };
  }
}
