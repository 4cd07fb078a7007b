import { createHash } from "node:crypto";

/** What stands for a content, its SHA-256 in hexadecimal: equal for equal bytes, and for no others. Text counts as UTF-8. */
export function digestOf(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
