import { applyEdits, modify } from "jsonc-parser";
import { basename, extname } from "node:path";
import { parseDocument } from "yaml";

/**
 * The text of a config file with another version for the package of one of its inputs, all else as it was; undefined where the file is
 * code, which only its author can change safely.
 */
export function setVersion(file: string, text: string, input: number, version: string): string | undefined {
  const holder = basename(file) === "package.json" ? ["schemist"] : [];
  const path = [...holder, "inputs", input, "package", "version"];
  switch (extname(file)) {
    case ".json":
      return applyEdits(text, modify(text, path, version, {}));
    case ".yaml": {
      const document = parseDocument(text);
      document.setIn(path, version);
      return document.toString();
    }
    default:
      return undefined;
  }
}
