/** Refuses all keys of `Handlers` that `Known` does not have. */
export type NoOthers<Handlers, Known> = {
  readonly [Key in keyof Handlers as Key extends keyof Known ? never : Key]: never;
};
