/** How a declaration begins, behind its comments. */
export interface DeclarationHead {
  /** All of it, from the first comment to the name. */
  readonly text: string;
  /** `export ` and such. */
  readonly modifiers: string;
  /** `interface`, `function` and such. */
  readonly keyword: string;
  readonly name: string;
}

/** Undefined where no declaration of one name stands. */
export function readHead(declaration: string): DeclarationHead | undefined {
  const [text, modifiers, keyword, name] = heading.exec(declaration) ?? [];
  if (text === undefined || modifiers === undefined || keyword === undefined || name === undefined)
    return undefined;
  return { text, modifiers, keyword, name };
}

const heading =
  /^(?:\s|\/\*[^]*?\*\/|\/\/.*)*((?:(?:export|default|declare|abstract|async) )*)(function|const enum|const|let|var|class|interface|type|enum)\b[ *]*([\p{ID_Continue}$\u200c\u200d]+)/u;
