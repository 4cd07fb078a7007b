/**
 * Whether `text` is a URI Template of any level, as in `/users/{id}{?fields*}`.
 * @see https://www.rfc-editor.org/rfc/rfc6570#section-2
 */
export function isUriTemplateFormat(text: string): boolean {
  const [start = "", ...parts] = text.split("{");
  return !notLiteral.test(start) && parts.every(startsWithExpression);
}

// A character that may not stand outside of braces, or a percent sign that starts no escape.
const notLiteral =
  /[^!#$&-;=?-[\]_a-z~%\xA0-\uD7FF\uE000-\uFFEF\u{10000}-\u{DFFFF}\u{E1000}-\u{10FFFF}]|\p{Noncharacter_Code_Point}|%(?![\dA-Fa-f]{2})/u;

function startsWithExpression(part: string): boolean {
  const end = part.indexOf("}");
  if (end === -1 || notLiteral.test(part.slice(end + 1))) return false;
  const variables = part.slice(0, end).replace(/^[+#./;?&=,!@|]/, "");
  return variables.split(",").every(isVariable);
}

function isVariable(text: string): boolean {
  const name = text.replace(/(?:\*|:[1-9]\d{0,3})$/, "");
  return !/[^\w.%]|%(?![\dA-Fa-f]{2})|(?:^|\.)(?:\.|$)/.test(name);
}
