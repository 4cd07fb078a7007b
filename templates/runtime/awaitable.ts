/** A result, or a promise of it. */
export type Awaitable<Result> = Result | PromiseLike<Result>;
