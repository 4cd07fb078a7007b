/** What any of some handlers returns. */
export type ResultOf<Handlers> = Handlers[keyof Handlers] extends infer Handler
  ? Handler extends (value: never) => infer Result
    ? Result
    : never
  : never;
