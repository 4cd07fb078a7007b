import type { TagLiteral } from "./tag-literal.js";
import { type TagHandler, TagRouter } from "./tag-router.js";

/** Takes the bodies that have certain tags; `never` stands for their type, as in `TagHandler`. */
export type BodyHandler<Result> = (body: never) => Result;

/** Passes bodies on to the handlers of the tag that comes with them, and of the one within. A generated router is this class behind an exact interface. */
export class TaggedBodyRouter<Body, Result> {
  private readonly router: TagRouter<TaggedBody<Body>, Result>;

  constructor(secondTag?: (body: Body) => unknown) {
    this.router = new TagRouter(
      ({ tag }) => tag,
      secondTag && (({ body }) => secondTag(body)),
    );
  }

  /** Registers the handler of a tag, or of a pair of tags. A pair's handler goes before that of its first tag. */
  on(
    ...route:
      | readonly [tag: string, handler: BodyHandler<Result>]
      | readonly [
          first: string,
          second: TagLiteral,
          handler: BodyHandler<Result>,
        ]
  ): this {
    if (route.length === 2) this.router.on(route[0], passBody(route[1]));
    else this.router.on(route[0], route[1], passBody(route[2]));
    return this;
  }

  /** Registers the handler of the bodies that no other handler takes. */
  otherwise(handler: (tag: never, body: never) => Result): this {
    this.router.otherwise(({ tag, body }: TaggedBody<never>) =>
      handler(tag as never, body),
    );
    return this;
  }

  /** Calls the handler of the tags and returns its result; undefined where there is none. */
  dispatch(tag: string, body: Body): Result | undefined {
    return this.router.dispatch({ tag, body });
  }
}

interface TaggedBody<Body> {
  readonly tag: string;
  readonly body: Body;
}

function passBody<Result>(handler: BodyHandler<Result>): TagHandler<Result> {
  return ({ body }: TaggedBody<never>) => handler(body);
}
