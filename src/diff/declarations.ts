import { Project, ts } from "ts-morph";

/** What consumers can import from each version, nothing where all is the same, and how types that both export go together. */
export interface DeclarationFacts {
  readonly old: ReadonlySet<string>;
  readonly new: ReadonlySet<string>;
  /** Whether a value of the new type can stand where the old one is asked for, and the other way round. */
  isAssignable(name: string): { readonly readers: boolean; readonly writers: boolean };
}

type Declarations = ReadonlyMap<string, string>;

const unchanged: DeclarationFacts = {
  old: new Set(),
  new: new Set(),
  isAssignable: () => ({ readers: true, writers: true }),
};

function areEqual(old: Declarations, updated: Declarations): boolean {
  return old.size === updated.size && [...old].every(([path, text]) => updated.get(path) === text);
}

/** Asks TypeScript about the declarations of two versions, by path: `index.d.ts` is what consumers import from. */
export function readDeclarations(old: Declarations, updated: Declarations): DeclarationFacts {
  if (areEqual(old, updated)) return unchanged;
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: {
      strict: true,
      exactOptionalPropertyTypes: true,
      target: ts.ScriptTarget.ES2020,
      lib: ["lib.es2020.d.ts"],
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      skipLibCheck: true,
      types: [],
    },
  });
  for (const [path, text] of old) project.createSourceFile(`/old/${path}`, text);
  for (const [path, text] of updated) project.createSourceFile(`/new/${path}`, text);
  const checker = project.getTypeChecker().compilerObject;
  const [before, after] = ["/old/index.d.ts", "/new/index.d.ts"].map((path) => {
    const file = project.getSourceFile(path)?.compilerNode;
    const symbol = file && checker.getSymbolAtLocation(file);
    const symbols = symbol ? checker.getExportsOfModule(symbol) : [];
    return new Map(symbols.map((each) => [each.name, each] as const));
  });
  const typeOf = (symbols: ReadonlyMap<string, ts.Symbol> | undefined, name: string): ts.Type | undefined => {
    const symbol = symbols?.get(name);
    return symbol && checker.getDeclaredTypeOfSymbol(followAlias(checker, symbol));
  };
  return {
    old: new Set(before?.keys()),
    new: new Set(after?.keys()),
    isAssignable: (name) => {
      const [one, other] = [typeOf(before, name), typeOf(after, name)];
      if (!one || !other) return { readers: true, writers: true };
      return {
        readers: checker.isTypeAssignableTo(other, one),
        writers: checker.isTypeAssignableTo(one, other),
      };
    },
  };
}

function followAlias(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return (symbol.flags & ts.SymbolFlags.Alias) === 0 ? symbol : checker.getAliasedSymbol(symbol);
}
