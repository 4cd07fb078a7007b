/**
 * Whether what is written to a stream has colours: where it is a terminal, unless the environment says otherwise.
 * @see https://no-color.org
 */
export function wantsColors(
  { isTTY = false }: { readonly isTTY?: boolean },
  { NO_COLOR = "", FORCE_COLOR = "", TERM = "" }: Readonly<Record<string, string | undefined>>,
): boolean {
  if (NO_COLOR !== "") return false;
  if (FORCE_COLOR !== "") return FORCE_COLOR !== "0" && FORCE_COLOR !== "false";
  return isTTY && TERM !== "dumb";
}
