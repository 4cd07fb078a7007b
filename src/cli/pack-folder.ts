import { execFile } from "node:child_process";
import { diagnose, type Outcome } from "../diagnostic.js";
import { isJsonObject, type JsonValue, memberOf } from "../json.js";

/** What npm would send of a folder, as it tells itself; sizes in bytes. */
export interface PackedPackage {
  readonly name: string;
  readonly version: string;
  /** Of the archive. */
  readonly size: number;
  readonly unpackedSize: number;
  readonly files: readonly { readonly path: string; readonly size: number }[];
}

/** Asks npm what it would pack of the folder; undefined beside an error. No script of the package runs, and no host is asked. */
export async function packFolder(folder: string): Promise<Outcome<PackedPackage | undefined>> {
  const { output, problem } = await runNpm(folder);
  const packed = problem === undefined ? readPacked(output) : undefined;
  if (packed) return { value: packed, diagnostics: [] };
  const message = `npm cannot say what it would pack of ${folder}: ${problem ?? "its answer is not known."}`;
  const help = "Install npm 9 or later, and see what `npm pack --dry-run` says in that folder.";
  return { value: undefined, diagnostics: [diagnose("publish-unpacked", message, help)] };
}

function runNpm(folder: string): Promise<{ readonly output: string; readonly problem?: string }> {
  const args = ["pack", "--dry-run", "--json", "--ignore-scripts", "--offline"];
  // On Windows npm is a script, which only a shell starts; no argument comes from outside.
  const options = { cwd: folder, maxBuffer: 64 * 1024 * 1024, shell: process.platform === "win32" };
  return new Promise((done) => {
    execFile("npm", args, options, (error, output, told) => {
      done(error ? { output, problem: told.trim() || error.message } : { output });
    });
  });
}

/** The first entry of what `npm pack --json` prints, where it is as we know it. */
function readPacked(output: string): PackedPackage | undefined {
  let answer: JsonValue;
  try {
    answer = JSON.parse(output) as JsonValue;
  } catch {
    // No JSON, so nothing that we know: the caller reports it.
    return undefined;
  }
  const [first] = Array.isArray(answer) ? (answer as readonly JsonValue[]) : [];
  return isPacked(first) ? first : undefined;
}

function isPacked(value: unknown): value is PackedPackage {
  if (!isJsonObject(value)) return false;
  const files = memberOf(value, "files");
  const isSized = (each: JsonValue): boolean =>
    isJsonObject(each) && typeof memberOf(each, "size") === "number";
  return (
    ["name", "version"].every((key) => typeof memberOf(value, key) === "string") &&
    ["size", "unpackedSize"].every((key) => typeof memberOf(value, key) === "number") &&
    Array.isArray(files) &&
    files.every(isSized)
  );
}
