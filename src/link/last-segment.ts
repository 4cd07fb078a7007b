import { parsePointer } from "../pointer.js";
import { fragmentOf, withoutFragment } from "../uri.js";

/**
 * The name that a URI reference ends in: the last token of its fragment's pointer, its anchor, else the last segment of its path,
 * or of its URN; `""` where there is none.
 */
export function lastSegment(reference: string): string {
  const fragment = fragmentOf(reference);
  if (fragment.startsWith("/")) return parsePointer(fragment).at(-1) ?? "";
  if (fragment !== "") return fragment;
  const path = withoutFragment(reference)
    .replace(/\?.*$/s, "")
    .replace(/^[a-z][a-z\d+.-]*:(\/\/[^/]*)?/i, "");
  return fragmentOf(`#${path.split(/[/:]/).findLast((segment) => segment !== "") ?? ""}`);
}
