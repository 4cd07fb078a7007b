import { mkdir, readdir, rm, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { Diagnostic } from "../diagnostic.js";
import { diagnose, DiagnosticError } from "../diagnostic.js";
import { runFolder } from "./output-path.js";
import type { Owner } from "./owner-mark.js";
import { createMark, isAlive, parseMark } from "./owner-mark.js";
import { placeOf } from "./place-of.js";
import { isSystemError } from "./system-error.js";

/** The right of one run to change an output, until it is released. */
export interface Claim {
  readonly output: string;
  readonly mark: string;
}

/** How often a run asks, and how long it waits in between, in milliseconds: about two seconds in all. */
const attempts = 40;
const shortestWait = 25;

/**
 * Claims the output for this run, and creates its folder. Waits a moment for another run to end, then throws
 * `run-in-progress`. A run first puts its own mark into the run's folder and then looks for others: of two at once at
 * least one sees the other, so there are never two owners. Marks of dead processes are removed.
 */
export async function claimOutput(output: string): Promise<Claim> {
  const claim = { output, mark: createMark() };
  try {
    await awaitClaim(claim);
    return claim;
  } catch (error) {
    // A mark that stayed would keep the next run of this process out.
    await releaseOutput(claim);
    throw error;
  }
}

/** Gives the output up. The run's folder goes with it, unless an unfinished run, or another's mark, is in it. */
export async function releaseOutput({ output, mark }: Claim): Promise<void> {
  await rm(join(output, runFolder, mark), { force: true });
  try {
    await rmdir(join(output, runFolder));
  } catch (error) {
    // What is in it stays, and who put a mark there removes the folder; or that has happened already.
    if (!isSystemError(error, "ENOTEMPTY", "EEXIST", "ENOENT")) throw error;
  }
}

interface Rival extends Owner {
  readonly mark: string;
}

async function awaitClaim(claim: Claim): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const rival = await tryClaim(claim);
    if (!rival) return;
    if (attempt === attempts) throw new DiagnosticError([describeRival(claim.output, rival)]);
    // Chance keeps two runs that saw each other from doing so again.
    await setTimeout(shortestWait * (1 + 2 * Math.random()));
  }
}

async function tryClaim(claim: Claim): Promise<Rival | undefined> {
  const folder = join(claim.output, runFolder);
  await putMark(folder, claim.mark);
  const dead: string[] = [];
  for (const mark of await readdir(folder)) {
    const owner = parseMark(mark);
    if (!owner || mark === claim.mark) continue;
    if (await isAlive(folder, mark, owner)) {
      await releaseOutput(claim);
      return { ...owner, mark };
    }
    dead.push(mark);
  }
  for (const mark of dead) await rm(join(folder, mark), { force: true });
  return undefined;
}

async function putMark(folder: string, mark: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, mark), "");
      return;
    } catch (error) {
      // Another run ended just now, and took the folder with it.
      if (attempt === attempts || !isSystemError(error, "ENOENT")) throw error;
    }
  }
}

function describeRival(output: string, { process, mark }: Rival): Diagnostic {
  return diagnose(
    "run-in-progress",
    `Another run, process ${process}, is writing to ${output}.`,
    `Wait until it ends; if there is no such run, delete \`${runFolder}/${mark}\` and run again.`,
    placeOf(output, `${runFolder}/${mark}`),
  );
}
