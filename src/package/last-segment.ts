/** The name of the file that a path or URI leads to, as it stands there; empty where there is none. */
export function lastSegmentOf(pathOrUri: string): string {
  return (
    pathOrUri
      .replace(/[?#].*$/s, "")
      .split(/[/\\]/)
      .at(-1) ?? ""
  );
}
