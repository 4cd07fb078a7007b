import { createHash } from "node:crypto";
import { relativeUri } from "../uri.js";
import { typesModule } from "./names.js";

/** Characters of a module's path, and of one step of it: file systems have bounds. */
const pathBudget = 160;
const stepBudget = 60;

/** What is read of the documents: their URIs. */
interface Loaded {
  readonly roots: readonly { readonly uri: string }[];
  readonly documents: ReadonlyMap<string, unknown>;
}

/**
 * The module of each document's types, by the document's URI: `types` for those of `roots`, and for every other its path from the
 * first root's folder (`components/Recipient.json` → `types/components/recipient`). A path is the document's own, so that it stays
 * when others are added. Those that only letter case, punctuation or an ending tell apart are lengthened, each by what it has, so
 * that file systems that ignore case hold them too. No path leads out of the folder, or tells where on a machine a file lies.
 */
export function nameModules({ roots, documents }: Loaded): ReadonlyMap<string, string> {
  const own = new Set(roots.map(({ uri }) => uri));
  const [root = ""] = own;
  const others = [...documents.keys()].filter((uri) => !own.has(uri));
  const paths = new Map(others.map((uri) => [uri, listPaths(root, uri)]));
  for (let unclear = listUnclear(paths); unclear.length > 0; unclear = listUnclear(paths)) {
    for (const uri of unclear) paths.set(uri, paths.get(uri)?.slice(1) ?? []);
  }
  return new Map([
    ...[...own].map((uri) => [uri, typesModule] as const),
    ...[...paths].map(([uri, [path = ""]]) => [uri, `${typesModule}/${path}`] as const),
  ]);
}

/** Documents whose first path another has too, but for those that have no other. */
function listUnclear(paths: ReadonlyMap<string, readonly string[]>): string[] {
  const byPath = new Map<string, string[]>();
  for (const [uri, [path = ""]] of paths) {
    const key = foldCase(path);
    byPath.set(key, [...(byPath.get(key) ?? []), uri]);
  }
  const shared = [...byPath.values()].filter(({ length }) => length > 1).flat();
  return shared.filter((uri) => (paths.get(uri)?.length ?? 0) > 1);
}

/** What file systems that ignore case or the form of letters take for equal. */
function foldCase(path: string): string {
  return path.normalize("NFKC").toUpperCase().toLowerCase();
}

/** The paths that a document's module may have, best first; only equal documents share the last. */
function listPaths(root: string, uri: string): string[] {
  const { steps, isApart } = findSteps(root, uri);
  const file = steps.at(-1) ?? "";
  const stem = file.replace(/(?<=.)(\.schema)?\.(json|ya?ml)$/i, "");
  const folders = steps.slice(0, -1).filter((step) => step !== "..");
  const digest = createHash("sha256")
    .update([...steps, searchOf(uri)].join("/"))
    .digest("hex");
  // Of a file that has nothing in common with the root, no more is told of where it lies than tells it from others.
  const nearest = folders.map((_, index) => [...folders.slice(folders.length - 1 - index), stem]);
  const paths = isApart
    ? [[stem], ...nearest, [...folders, file]]
    : [
        [...folders, stem],
        [...steps.slice(0, -1).map((step) => (step === ".." ? "parent" : step)), file],
      ];
  const joined = paths.map((path) => joinPath(path, digest.slice(0, 12)));
  return [...joined, `${joinPath([stem], "")}-${digest.slice(0, 12)}`];
}

/** The way from the root's folder to a document; `isApart`: it leads through folders of this machine alone. */
function findSteps(root: string, uri: string): { steps: readonly string[]; isApart: boolean } {
  const relative = relativeUri(root, uri);
  if (relative !== uri)
    return { steps: relative.split("/"), isApart: isFile(uri) && topOf(root) !== topOf(uri) };
  const { host, pathname } = URL.canParse(uri) ? new URL(uri) : { host: "", pathname: uri };
  const steps = [host, ...decodePath(pathname).split(/[/:]/)].filter((step) => step !== "");
  return { steps, isApart: isFile(uri) };
}

function isFile(uri: string): boolean {
  return uri.startsWith("file:");
}

/** The folder at the top of a file's path, with its drive. */
function topOf(uri: string): string {
  return /^\/(?:[a-z]:\/)?[^/]*/i.exec(new URL(uri).pathname)?.[0] ?? "";
}

function searchOf(uri: string): string {
  return URL.canParse(uri) ? new URL(uri).search : "";
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A lone `%` is no escape: the path stays as it is written.
    return path;
  }
}

function joinPath(steps: readonly string[], digest: string): string {
  const names = steps.map(toKebabCase);
  const path = names.join("/");
  return path.length > pathBudget ? `${names.at(-1) ?? ""}-${digest}` : path;
}

/** Names that Windows gives to devices, whatever their ending. */
const devices = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Letters and digits of any script in lower case, and `-` between words; never empty. */
function toKebabCase(text: string): string {
  const parted = text
    .normalize("NFC")
    .replaceAll(/(?<=\p{Ll}|\p{N})(?=\p{Lu})|(?<=\p{Lu})(?=\p{Lu}\p{Ll})/gu, "-")
    .toLowerCase();
  const words = (parted.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).join("-");
  const short = Array.from(words).slice(0, stepBudget).join("");
  if (short === "") return "document";
  return devices.test(short) ? `${short}-document` : short;
}
