import { isIpv4Format } from "./ipv4.js";

/**
 * Whether `text` is an IPv6 address, as in `2001:db8::1` or `::ffff:192.168.0.1`, without zone or prefix length.
 * @see https://www.rfc-editor.org/rfc/rfc4291#section-2.2
 */
export function isIpv6Format(text: string): boolean {
  const lastPart = text.slice(text.lastIndexOf(":") + 1);
  const endsInIpv4 = lastPart.includes(".");
  if (endsInIpv4 && !isIpv4Format(lastPart)) return false;
  // An IPv4 address takes the place of two groups.
  const halves = (
    endsInIpv4 ? `${text.slice(0, -lastPart.length)}0:0` : text
  ).split("::");
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const isComplete =
    halves.length === 1
      ? groups.length === 8
      : halves.length === 2 && groups.length < 8;
  return isComplete && groups.every((group) => /^[\dA-Fa-f]{1,4}$/.test(group));
}
