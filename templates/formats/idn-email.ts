import { isEmailFormat } from "./email.js";
import { isIdnHostnameFormat } from "./idn-hostname.js";

/**
 * Whether `text` is a mailbox that may be written beyond ASCII, as in `δοκιμή@παράδειγμα.δοκιμή`.
 * Every `email` is one. The domain may be in any Unicode normalisation form.
 * @see https://www.rfc-editor.org/rfc/rfc6531#section-3.3
 */
export function isIdnEmailFormat(text: string): boolean {
  const separator = text.lastIndexOf("@");
  if (separator === -1) return false;
  const domain = text.slice(separator + 1);
  const isInternational =
    /\P{ASCII}/u.test(domain) && isIdnHostnameFormat(domain.normalize("NFC"));
  return isEmailFormat(
    `${plainLocalPart(text.slice(0, separator))}@${isInternational ? "x" : domain}`,
  );
}

/** With an `x` for each character that internationalised mail adds; a backslash still escapes ASCII alone. */
function plainLocalPart(localPart: string): string {
  return localPart.replace(/\\.|[^\p{ASCII}\p{Cs}]/gsu, (found) =>
    found.startsWith("\\") ? found : "x",
  );
}
