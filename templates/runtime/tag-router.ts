import type { TagLiteral } from "./tag-literal.js";

/**
 * Takes the values that have certain tags. `never` stands for their type: it differs from handler to handler, and the
 * generated router's interface names it for each.
 */
export type TagHandler<Result> = (value: never) => Result;

/** Passes tagged values on to the handlers of their tags. A generated router is this class behind an exact interface. */
export class TagRouter<Value, Result> {
  private readonly firstTag: (value: Value) => unknown;
  private readonly secondTag: ((value: Value) => unknown) | undefined;
  private readonly handlers = new Map<unknown, TagHandler<Result>>();
  private readonly pairHandlers = new Map<
    unknown,
    Map<unknown, TagHandler<Result>>
  >();
  private fallback: TagHandler<Result> | undefined;

  constructor(
    firstTag: (value: Value) => unknown,
    secondTag?: (value: Value) => unknown,
  ) {
    this.firstTag = firstTag;
    this.secondTag = secondTag;
  }

  /** Registers the handler of a tag, or of a pair of tags. A pair's handler goes before that of its first tag. */
  on(
    ...route:
      | readonly [tag: TagLiteral, handler: TagHandler<Result>]
      | readonly [
          first: TagLiteral,
          second: TagLiteral,
          handler: TagHandler<Result>,
        ]
  ): this {
    if (route.length === 2) {
      const [tag, handler] = route;
      refuseSecond(this.handlers.get(tag), JSON.stringify(tag));
      this.handlers.set(tag, handler);
    } else {
      const [first, second, handler] = route;
      const handlers =
        this.pairHandlers.get(first) ?? new Map<unknown, TagHandler<Result>>();
      refuseSecond(
        handlers.get(second),
        `${JSON.stringify(first)}, ${JSON.stringify(second)}`,
      );
      this.pairHandlers.set(first, handlers.set(second, handler));
    }
    return this;
  }

  /** Registers the handler of the values that no other handler takes. */
  otherwise(handler: TagHandler<Result>): this {
    refuseSecond(this.fallback, "otherwise");
    this.fallback = handler;
    return this;
  }

  /** Calls the handler of the value's tags and returns its result; undefined where there is none. */
  dispatch(value: Value): Result | undefined {
    const first = this.firstTag(value);
    const pairHandler = this.pairHandlers
      .get(first)
      ?.get(this.secondTag?.(value));
    const handler = pairHandler ?? this.handlers.get(first) ?? this.fallback;
    // Sound: a handler was registered for the type of the values with these tags, and this value has them.
    return (handler as ((value: Value) => Result) | undefined)?.(value);
  }
}

/** Only one of two handlers would ever be called; better to hear of it at the start than to miss the other later. */
function refuseSecond(handler: unknown, name: string): void {
  if (handler !== undefined)
    throw new Error(`There is a handler for ${name} already.`);
}
