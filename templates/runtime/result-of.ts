/** What a handler returns; of a union of handlers, what any of them does. */
export type ResultOf<Handler> = Handler extends (value: never) => infer Result ? Result : never;
