/** The folder that all matches of an absolute glob are in: what stands before its first part with a sign in it. */
export function globFolder(glob: string): string {
  const sign = glob.search(/(?<!\\)[*?[{(]/);
  const path = sign === -1 ? glob : glob.slice(0, sign);
  const folder = path.slice(0, Math.max(1, path.lastIndexOf("/")));
  // A sign of a folder's own name is escaped.
  return folder.replace(/\\(?=[^\w\s])/g, "");
}
