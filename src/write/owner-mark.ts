import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { hostname, uptime as systemUptime } from "node:os";
import { kill, pid, uptime as processUptime } from "node:process";
import { join } from "node:path";
import { isSystemError } from "./system-error.js";

/** Who put a mark into the run's folder: a file that is named after a process, and says all by its name. */
export interface Owner {
  readonly process: number;
  readonly host: string;
}

/** The processes of another host cannot be asked. No run writes for this long, in milliseconds. */
const otherHostLimit = 10 * 60 * 1000;

/** A name for the mark of a run of this process that no other run has. */
export function createMark(): string {
  return `owner-${pid}-${currentHost()}-${randomUUID()}`;
}

/** Whose mark it is; undefined where `name` is no mark. */
export function parseMark(name: string): Owner | undefined {
  const match = /^owner-(\d+)-(.*)-[\da-f-]{36}$/.exec(name);
  return match ? { process: Number(match[1]), host: match[2] ?? "" } : undefined;
}

/**
 * Whether the run that put the mark into `folder` may still be at work. A number of a process is given again: a mark
 * from before the system, or this process, started is not of the process that has the number now.
 */
export async function isAlive(folder: string, mark: string, owner: Owner): Promise<boolean> {
  const since = await readTime(join(folder, mark));
  if (since === undefined) return false;
  if (owner.host !== currentHost()) return Date.now() - since < otherHostLimit;
  if (since < Date.now() - systemUptime() * 1000) return false;
  if (owner.process === pid) return since >= Date.now() - processUptime() * 1000;
  return isProcess(owner.process);
}

function isProcess(id: number): boolean {
  try {
    // Signal 0 is not sent; asking for it says whether it could be.
    return kill(id, 0);
  } catch (error) {
    // The process of another user may not be signalled, and so is there.
    return isSystemError(error, "EPERM");
  }
}

async function readTime(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch (error) {
    // Its run has ended since the folder was listed.
    if (isSystemError(error, "ENOENT")) return undefined;
    throw error;
  }
}

/** Short enough for a file name, and without a separator. */
function currentHost(): string {
  return encodeURIComponent(hostname()).slice(0, 100);
}
