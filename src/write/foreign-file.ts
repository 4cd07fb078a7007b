import type { Diagnostic } from "../diagnostic.js";
import { diagnose } from "../diagnostic.js";
import { placeOf } from "./place-of.js";

/** Says that what is at a generated path is not ours, and differs. */
export function describeForeignFile(output: string, path: string): Diagnostic {
  return diagnose(
    "file-foreign",
    `\`${path}\` is to be generated, but a file of that name is there that Schemist did not make.`,
    "Move or delete the file, or choose another output folder.",
    placeOf(output, path),
  );
}

/** Says that something that is not ours stands where a file, or a folder above it, is to be. */
export function describeObstacle(output: string, path: string, obstacle: string): Diagnostic {
  return diagnose(
    "file-foreign",
    `\`${path}\` is to be generated, but \`${obstacle}\` is in its way, and Schemist did not make it.`,
    `Move or delete \`${obstacle}\`, or choose another output folder.`,
    placeOf(output, obstacle),
  );
}

/** Says that a file would be written through a symbolic link. We make none, so a link is somebody else's. */
export function describeLink(output: string, path: string, link: string): Diagnostic {
  return diagnose(
    "file-foreign",
    `\`${path}\` is to be changed, but \`${link}\` is a symbolic link, and what it leads to is not Schemist's.`,
    `Replace \`${link}\` by a real file or folder, or choose another output folder.`,
    placeOf(output, link),
  );
}

/** Says that the output folder itself is no folder. */
export function describeOutputFile(output: string): Diagnostic {
  return diagnose(
    "file-foreign",
    `The output folder ${output} is not a folder.`,
    "Move or delete what is there, or choose another output folder.",
    placeOf(output, ""),
  );
}
