import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { randomUUID } from "node:crypto";
import { dirname } from "node:path";
import type { Input } from "../config/config.js";
import type { Diagnostic } from "../diagnostic.js";
import { digestOf } from "../digest.js";
import type { Facts } from "./facts.js";
import { program } from "./program.js";

/** An input, and the folder that its paths start from. */
export interface Selected {
  readonly input: Input;
  readonly root: string;
}

/** How the last run of one command line came to its end. */
export interface RunRecord {
  /** What the command line was understood as. */
  readonly command: Command;
  /** The libraries that took part: files, by digest. */
  readonly tools: Readonly<Record<string, string>>;
  /** What it selected, and what that depends on; null where it cannot be kept. */
  readonly selection: { readonly facts: Facts; readonly list: readonly Selected[] } | null;
  /** By the key of what was selected. */
  readonly inputs: Readonly<Record<string, InputRecord>>;
}

export interface Command {
  readonly schemas: readonly string[];
  readonly flags: Readonly<Record<string, unknown>>;
}

/** One input that was generated without errors. */
export interface InputRecord {
  readonly facts: Facts;
  /** The absolute path of the output folder. */
  readonly output: string;
  /** By their paths in it: the digest of each file. */
  readonly files: Readonly<Record<string, string>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** The value that was kept in a file by this very program; undefined where there is none, or not every byte is as it was written. */
export function readRecord(path: string): unknown {
  try {
    const text = readFileSync(path, "utf8");
    const start = text.indexOf("\n");
    const content = text.slice(start + 1);
    return text.slice(0, start) === sealOf(content) ? JSON.parse(content) : undefined;
  } catch {
    // Never written, or not to be read: there is no record.
    return undefined;
  }
}

/** Keeps a value. Whoever reads the file meanwhile finds the old one or the new one. */
export function writeRecord(path: string, value: unknown): void {
  const draft = `${path}.${randomUUID()}`;
  try {
    const content = JSON.stringify(value);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(draft, `${sealOf(content)}\n${content}`);
    renameSync(draft, path);
  } catch {
    // A disk that is full or may not be written to makes the next run slower, and no more than that.
    discard(draft);
  }
}

function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Where nothing can be written, nothing can be left either.
  }
}

function sealOf(content: string): string {
  return digestOf(`${program}\n${content}`);
}
