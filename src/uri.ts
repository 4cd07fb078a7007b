/**
 * `reference` resolved against the absolute URI `base`. Where `base` cannot have relatives (`urn:`), only fragments
 * and absolute references resolve; anything else comes back as it was.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-5
 */
export function resolveUri(base: string, reference: string): string {
  if (reference === "") return withoutFragment(base);
  if (reference.startsWith("#")) return withoutFragment(base) + reference;
  try {
    return new URL(reference, base).href;
  } catch {
    // Not hierarchical, or not a URI at all: the caller reports that nothing is found under it.
    return reference;
  }
}

export function withoutFragment(uri: string): string {
  const hash = uri.indexOf("#");
  return hash === -1 ? uri : uri.slice(0, hash);
}

/** The fragment without its `#`, percent-decoded; `""` where there is none. */
export function fragmentOf(uri: string): string {
  const hash = uri.indexOf("#");
  if (hash === -1) return "";
  const fragment = uri.slice(hash + 1);
  try {
    return decodeURIComponent(fragment);
  } catch {
    // A lone `%` is no escape: it stands for itself.
    return fragment;
  }
}

/** Whether `text` starts with a scheme, and so needs no base. */
export function isAbsoluteUri(text: string): boolean {
  return /^[a-z][a-z\d+.-]*:/i.test(text);
}

/** `uri` as it reads from the folder of `base`: a relative path with `/` where both lie on one host, else the URI itself. */
export function relativeUri(base: string, uri: string): string {
  if (!URL.canParse(base) || !URL.canParse(uri)) return uri;
  const from = new URL(base);
  const to = new URL(uri);
  if (from.protocol !== to.protocol || from.host !== to.host) return uri;
  const folders = from.pathname.split("/").slice(0, -1);
  const steps = to.pathname.split("/");
  let shared = 0;
  while (shared < folders.length && folders[shared] === steps[shared]) shared++;
  const path = [...folders.slice(shared).map(() => ".."), ...steps.slice(shared)].join("/");
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone `%` is no escape: the path stays as it is written.
    return path;
  }
}
