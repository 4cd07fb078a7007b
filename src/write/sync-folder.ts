import { open } from "node:fs/promises";
import { isSystemError } from "./system-error.js";

/** Waits until the names in `folder` are on the disk, where the system can say so. */
export async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, "r");
    try {
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Windows and some network drives refuse to sync a folder; the file system's own journal then keeps the order.
    if (!isSystemError(error)) throw error;
  }
}
