import { isIpv6Format } from "./ipv6.js";

/**
 * Whether `text` is a URI or a reference relative to one, as in `https://example.com/a?b#c` or `../a`.
 * @see https://www.rfc-editor.org/rfc/rfc3986#section-4.1
 */
export function isUriReferenceFormat(text: string): boolean {
  const [rest, fragment] = cutUriAt(text, "#");
  const [start, query] = cutUriAt(rest, "?");
  const delimiter = start.search(/[:/]/);
  const hasScheme = delimiter > 0 && start[delimiter] === ":";
  const [authority, path] = cutUriAuthority(
    hasScheme ? start.slice(delimiter + 1) : start,
  );
  // Without a scheme a colon in the first segment would end one.
  const hasStart = hasScheme
    ? isUriScheme(start.slice(0, delimiter))
    : !cutUriAt(path, "/")[0].includes(":");
  return (
    hasStart &&
    isAuthority(authority) &&
    ![path, query, fragment].some((part) => notInUri.test(part))
  );
}

/** What stands before the first delimiter, and after it. A regular expression would remember each step of a long text. */
function cutUriAt(text: string, delimiter: string): readonly [string, string] {
  const index = text.indexOf(delimiter);
  return index === -1
    ? [text, ""]
    : [text.slice(0, index), text.slice(index + 1)];
}

function cutUriAuthority(
  text: string,
): readonly [authority: string, path: string] {
  if (!text.startsWith("//")) return ["", text];
  const end = text.indexOf("/", 2);
  return end === -1
    ? [text.slice(2), ""]
    : [text.slice(2, end), text.slice(end)];
}

function isUriScheme(text: string): boolean {
  return /^[A-Za-z]/.test(text) && !/[^A-Za-z\d+.-]/.test(text);
}

// A character that stands for nothing but a delimiter, or a percent sign that starts no escape.
const notInUri = /[^\w\-.~!$&'()*+,;=:@/?%]|%(?![\dA-Fa-f]{2})/;

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2 */
function isAuthority(text: string): boolean {
  const separator = text.indexOf("@");
  if (separator !== -1 && notInUri.test(text.slice(0, separator))) return false;
  const host = text.slice(separator + 1);
  const end = host.startsWith("[") ? host.indexOf("]") + 1 : host.search(/:|$/);
  const name = host.slice(0, end);
  return (
    isUriPort(host.slice(end)) &&
    (name.startsWith("[") ? isIpLiteral(name.slice(1, -1)) : isUriName(name))
  );
}

/** Nothing, or a colon with digits behind it. */
function isUriPort(text: string): boolean {
  return text === "" || (text.startsWith(":") && !/\D/.test(text.slice(1)));
}

function isUriName(text: string): boolean {
  return !text.includes("@") && !notInUri.test(text);
}

/** @see https://www.rfc-editor.org/rfc/rfc3986#section-3.2.2 */
function isIpLiteral(text: string): boolean {
  return (
    isIpv6Format(text) || /^[Vv][\dA-Fa-f]+\.[\w\-.~!$&'()*+,;=:]+$/.test(text)
  );
}
