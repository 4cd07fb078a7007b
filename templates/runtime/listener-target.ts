/**
 * An `EventTarget` whose events have a `detail` by their name. `Base`: what the platform calls its events, `Event`, which is not known
 * here.
 */
export interface ListenerTarget<Details, Base> {
  addEventListener<Name extends keyof Details>(
    name: Name,
    listener: DetailListener<Details[Name], Base> | null,
    options?: boolean | DetailListenerOptions,
  ): void;
  removeEventListener<Name extends keyof Details>(
    name: Name,
    listener: DetailListener<Details[Name], Base> | null,
    options?: boolean | DetailListenerOptions,
  ): void;
  dispatchEvent(
    event: Base & { readonly detail: Details[keyof Details] },
  ): boolean;
}

type DetailListener<Detail, Base> =
  | ((event: Base & { readonly detail: Detail }) => void)
  | { handleEvent(event: Base & { readonly detail: Detail }): void };

interface DetailListenerOptions {
  readonly capture?: boolean;
  readonly once?: boolean;
  readonly passive?: boolean;
  readonly signal?: unknown;
}
