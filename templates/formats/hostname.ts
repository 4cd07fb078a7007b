import { isIdnHostnameFormat } from "./idn-hostname.js";

/**
 * Whether `text` is a host name in ASCII, as in `www.example.com`. A label that starts with `xn--` must be the Punycode
 * of a valid international one.
 * @see https://www.rfc-editor.org/rfc/rfc1123#section-2.1
 * @see https://www.rfc-editor.org/rfc/rfc5891#section-4.4
 */
export function isHostnameFormat(text: string): boolean {
  return !/\P{ASCII}/u.test(text) && isIdnHostnameFormat(text);
}
