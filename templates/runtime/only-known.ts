/** `Known`, and none of the keys that `Handlers` alone has. */
export type OnlyKnown<Known, Handlers> = Known & {
  readonly [
    Key in keyof Handlers as Key extends keyof Known ? never : Key
  ]: never;
};
