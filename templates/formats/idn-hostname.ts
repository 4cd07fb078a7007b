import { followsBidiRule } from "./bidi-rule.js";
import { readIdnLabel } from "./idn-label.js";

/**
 * Whether `text` is a host name that may be written beyond ASCII, as in `παράδειγμα.δοκιμή`. Every `hostname` is one.
 * Characters are judged by the Unicode version of the JavaScript engine.
 * @see https://www.rfc-editor.org/rfc/rfc5890#section-2.3.2.3
 */
export function isIdnHostnameFormat(text: string): boolean {
  // Two UTF-16 units at most make a character, and a character is at least one octet of the host name.
  if (text.length > 2 * longestHostname) return false;
  const labels: string[] = [];
  // No dot stands before the first label.
  let length = -1;
  for (const part of text.split(/[.\u3002\uFF0E\uFF61]/)) {
    const label = readIdnLabel(part);
    if (label === undefined) return false;
    labels.push(label.unicode);
    length += 1 + label.ascii.length;
    if (length > longestHostname) return false;
  }
  return followsBidiRule(labels);
}

// So that it fits in the 255 octets that the DNS gives it.
const longestHostname = 253;
