import { isIpv6Format } from "./ipv6.js";

/**
 * Whether `text` is a URI or a reference relative to one, as in `https://example.com/a?b#c` or `../a`.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.1
 */
export function isUriReferenceFormat(text: string): boolean {
  const [, scheme, authority = "", path = "", query = "", fragment = ""] = uriComponents.exec(text) ?? [];
  const hasStart =
    // Without a scheme a colon in the first segment would end one.
    scheme === undefined ? !/^[^/]*:/.test(path) : /^[A-Za-z][A-Za-z\d+.-]*$/.test(scheme);
  return hasStart && isAuthority(authority) && ![path, query, fragment].some((part) => notInUri.test(part));
}

// Matches any text. https://www.rfc-editor.org/rfc/rfc3986#appendix-B
const uriComponents = /^(?:([^:/?#]+):)?(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s;

// A character that stands for nothing but a delimiter, or a percent sign that starts no escape.
const notInUri = /[^\w\-.~!$&'()*+,;=:@/?%]|%(?![\dA-Fa-f]{2})/;

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2 */
function isAuthority(text: string): boolean {
  const parts = /^(?:([^@]*)@)?(?:\[([^\]]*)\]|([^:@]*))(?::\d*)?$/.exec(text);
  if (parts === null) return false;
  const [, userinfo = "", address, name = ""] = parts;
  return !notInUri.test(userinfo) && !notInUri.test(name) && (address === undefined || isIpLiteral(address));
}

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2 */
function isIpLiteral(text: string): boolean {
  return isIpv6Format(text) || /^[Vv][\dA-Fa-f]+\.[\w\-.~!$&'()*+,;=:]+$/.test(text);
}
