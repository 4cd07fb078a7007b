/**
 * Whether `text` is an IPv4 address as four decimal numbers, as in `192.168.0.1`. A leading zero is refused, since some
 * programs take it for the sign of an octal number and reach another address.
 * @see https://www.rfc-editor.org/rfc/rfc2673#section-3.2
 * @see https://www.rfc-editor.org/rfc/rfc6943#section-3.1.1
 */
export function isIpv4Format(text: string): boolean {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(text)) return false;
  return text
    .split(".")
    .every((octet) => octet === String(Number(octet)) && Number(octet) <= 255);
}
