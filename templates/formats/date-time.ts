import { isDateFormat } from "./date.js";
import { isTimeFormat } from "./time.js";

/**
 * Whether `text` is a date and a time with `T` between them, as in `2024-02-29T08:30:06Z`.
 * @see https://www.rfc-editor.org/rfc/rfc3339#section-5.6
 */
export function isDateTimeFormat(text: string): boolean {
  return (
    isDateFormat(text.slice(0, 10)) &&
    /^[Tt]$/.test(text.charAt(10)) &&
    isTimeFormat(text.slice(11))
  );
}
