import { hasOwn } from "./has-own.js";

/**
 * The handler of a tag, and `otherwise` where there is none. It must be the object's own: a tag may be called `constructor`.
 * `never` stands for the type of its values, which the generated function names for each.
 */
export function handlerOf(
  handlers: object,
  tag: unknown,
  otherwise: ((value: never) => unknown) | undefined,
): (value: unknown) => unknown {
  const key = String(tag);
  const own: unknown = hasOwn(handlers, key)
    ? handlers[key as keyof typeof handlers]
    : undefined;
  const handler = own ?? otherwise;
  if (handler === undefined)
    throw new TypeError(`There is no handler for ${key}.`);
  // Sound: the types of the function that calls this one hold handlers to the values of their tags.
  return handler as (value: unknown) => unknown;
}
