import type { FormattedTexts } from "../format/formatted-texts.js";
import { digestOf } from "../digest.js";
import { readRecord, writeRecord } from "./record.js";

/** The formatted texts that the last run of an output has kept in a file, by what was formatted and by `tools`, which did it. */
export function openKeptTexts(path: string, tools: Readonly<Record<string, string>>): FormattedTexts {
  const known = readRecord(path) as Readonly<Record<string, string>> | undefined;
  const salt = digestOf(JSON.stringify(tools));
  const used = new Map<string, string>();
  return {
    find(text) {
      const key = digestOf(salt + text);
      const formatted = known && Object.hasOwn(known, key) ? known[key] : undefined;
      if (formatted !== undefined) used.set(key, formatted);
      return formatted;
    },
    keep(text, formatted) {
      used.set(digestOf(salt + text), formatted);
    },
    close() {
      const isSame =
        used.size === Object.keys(known ?? {}).length &&
        [...used].every(([key]) => Object.hasOwn(known ?? {}, key));
      if (!isSame) writeRecord(path, Object.fromEntries(used));
    },
  };
}
