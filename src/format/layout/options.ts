/** What of Prettier's options the layout follows. */
export interface LayoutOptions {
  readonly printWidth: number;
  readonly tabWidth: number;
  readonly useTabs: boolean;
  readonly singleQuote: boolean;
  readonly quoteProps: "as-needed" | "preserve";
  readonly trailingComma: "all" | "es5" | "none";
  readonly arrowParens: "always";
  readonly bracketSpacing: boolean;
  readonly objectWrap: "preserve" | "collapse";
}
