import { isIpv4Format } from "./ipv4.js";
import { isIpv6Format } from "./ipv6.js";

/**
 * Whether `text` is the mailbox of an SMTP address, as in `ada@example.com`, `"ada l."@example.com` or `ada@[127.0.0.1]`.
 * @see https://www.rfc-editor.org/rfc/rfc5321#section-4.1.2
 */
export function isEmailFormat(text: string): boolean {
  const separator = text.lastIndexOf("@");
  if (separator === -1) return false;
  const localPart = text.slice(0, separator);
  const domain = text.slice(separator + 1);
  return (
    (!notDotString.test(localPart) || isQuotedString(localPart)) &&
    (!notMailDomain.test(domain) || isAddressLiteral(domain))
  );
}

// What must not be in: a character that is no part of an atom, or an atom without characters.
const notDotString = /[^\w!#$%&'*+\-/=?^`{|}~.]|(?:^|\.)(?:\.|$)/;

// What must not be in: a character that labels never have, an empty label, a hyphen at either end of one.
const notMailDomain = /[^A-Za-z\d.-]|(?:^|\.)(?:[.-]|$)|-(?:\.|$)/;

function isQuotedString(text: string): boolean {
  if (!/^"[ -~]*"$/.test(text)) return false;
  const unescaped = text.slice(1, -1).replace(/\\./g, "");
  return !/["\\]/.test(unescaped);
}

function isAddressLiteral(domain: string): boolean {
  if (!domain.startsWith("[") || !domain.endsWith("]")) return false;
  const address = domain.slice(1, -1);
  return /^IPv6:/i.test(address)
    ? isIpv6Format(address.slice(5))
    : isIpv4Format(address);
}
