import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { diagnose, type Diagnostic } from "../../diagnostic.js";
import { placeOfFile } from "../show-path.js";

/** Makes a file that is not there yet; a diagnostic where that fails. */
export function createFile(folder: string, name: string, text: string): Promise<Diagnostic | undefined> {
  return tryToWrite(folder, name, text, "wx");
}

export function replaceFile(folder: string, name: string, text: string): Promise<Diagnostic | undefined> {
  return tryToWrite(folder, name, text, "w");
}

async function tryToWrite(
  folder: string,
  name: string,
  text: string,
  flag: "w" | "wx",
): Promise<Diagnostic | undefined> {
  const file = join(folder, name);
  try {
    await writeFile(file, text, { flag });
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && "syscall" in error)) throw error;
    const help = "See that the folder can be written and the disk has room.";
    return diagnose(
      "output-unwritable",
      `${name} cannot be written: ${error.message}.`,
      help,
      placeOfFile(file, folder),
    );
  }
}
