import {
  type Audience,
  type Change,
  type Comparison,
  isBreaking,
  type Level,
  type Verdict,
} from "./change.js";
import { showValue } from "./show.js";

/** A comparison, and the greatest change that is allowed. */
export interface Report {
  readonly comparison: Comparison;
  readonly allowed: Level;
  readonly isAllowed: boolean;
}

const audiences: readonly Audience[] = ["readers", "writers", "consumers"];

const words: Readonly<Record<Verdict, string>> = {
  compatible: "compatible",
  assumed: "compatible, where such properties are not in use yet",
  breaking: "breaking",
  unknown: "unknown, treated as breaking",
};

/** For people at a terminal. */
export function printText({ comparison, allowed, isAllowed }: Report): string {
  const { old, new: updated, changes, level } = comparison;
  const lines = [
    `${showSide(old)} → ${showSide(updated)}`,
    ...groupChanges(changes).flatMap(([title, some]) => ["", title, ...some.flatMap(printChange)]),
    "",
    ...audiences.map((audience) => `${audience}: ${words[comparison.verdicts[audience]]}`),
    `${describeLevel(comparison)}${isAllowed ? "" : `; no more than ${allowed} is allowed`}`,
  ];
  return `${(level === "none" ? [lines[0] ?? "", "nothing differs"] : lines).join("\n")}\n`;
}

function showSide({ label, version }: Comparison["old"]): string {
  return version === undefined ? label : `${label} (${version})`;
}

function describeLevel({ level, old, nextVersion }: Comparison): string {
  return nextVersion === undefined ? level : `${level}: ${old.version} → ${nextVersion}`;
}

/** Changes that break somebody first. */
function groupChanges(changes: readonly Change[]): (readonly [string, readonly Change[]])[] {
  const groups: (readonly [string, readonly Change[]])[] = [
    ["Breaking", changes.filter(breaksAny)],
    ["Compatible", changes.filter((change) => !breaksAny(change))],
  ];
  return groups.filter(([, some]) => some.length > 0);
}

function breaksAny({ verdicts }: Change): boolean {
  return audiences.some((audience) => isBreaking(verdicts[audience]));
}

function printChange({ where, what, verdicts, example }: Change): string[] {
  const broken = audiences.filter((audience) => isBreaking(verdicts[audience]));
  const said = broken.map((audience) => `    ${audience}: ${words[verdicts[audience]]}`);
  const shown = example && `    ${sayExample(example)}`;
  return [`  ${where}: ${what}`, ...said, ...(shown === undefined ? [] : [shown])];
}

function sayExample({ breaks, value }: NonNullable<Change["example"]>): string {
  const [accepts, refuses] = breaks === "readers" ? ["new", "old"] : ["old", "new"];
  return `the ${accepts} schema accepts ${showValue(value)} here, the ${refuses} one does not`;
}

/** For pull requests. */
export function printMarkdown({ comparison, allowed, isAllowed }: Report): string {
  const { old, new: updated, changes, level, verdicts } = comparison;
  const head = `**${code(showSide(old))} → ${code(showSide(updated))}**`;
  if (level === "none") return `${head}\n\nNothing differs.\n`;
  const verdict = audiences.map((audience) => `| ${audience} | ${words[verdicts[audience]]} |`);
  return `${[
    head,
    "",
    `Semver: **${describeLevel(comparison)}**${isAllowed ? "" : ` (no more than ${allowed} is allowed)`}`,
    "",
    "| for | |",
    "| --- | --- |",
    ...verdict,
    ...groupChanges(changes).flatMap(([title, some]) => ["", `### ${title}`, "", ...some.map(printItem)]),
  ].join("\n")}\n`;
}

function printItem(change: Change): string {
  const { where, what, verdicts } = change;
  const broken = audiences.filter((audience) => isBreaking(verdicts[audience]));
  const said = broken.map((audience) => `${audience}: ${words[verdicts[audience]]}`).join("; ");
  return `- ${code(where)}: ${escape(what)}${said === "" ? "" : ` _(${said})_`}`;
}

/** The entry of a changelog: a section for the version that the changes ask for. */
export function printChangelogEntry({ changes, nextVersion }: Comparison): string {
  const sections = groupChanges(changes).flatMap(([title, some]) => [
    "",
    `### ${title}`,
    "",
    ...some.map(({ where, what }) => `- ${code(where)}: ${escape(what)}`),
  ]);
  return `${[`## ${nextVersion ?? "Unreleased"}`, ...sections].join("\n")}\n`;
}

/** The changelog with the entry in it: below its title, or in place of the entry of the same version. */
export function insertEntry(changelog: string, entry: string): string {
  const [heading = ""] = entry.split("\n");
  const sections = (changelog === "" ? "# Changelog\n" : changelog).split(/^(?=## )/m);
  const at = sections.findIndex((section) => section.split("\n")[0]?.trimEnd() === heading);
  const first = sections[0]?.startsWith("## ") === true ? 0 : 1;
  const isLast = (at === -1 ? first : at + 1) >= sections.length;
  sections.splice(at === -1 ? first : at, at === -1 ? 0 : 1, isLast ? entry : `${entry}\n`);
  const [title = "", ...others] = sections;
  return [first === 0 ? title : `${title.trimEnd()}\n\n`, ...others].join("");
}

/** Text of a schema's that Markdown leaves as it is. */
function escape(text: string): string {
  return text.replaceAll(/[\\*_<>[\]|#]/g, String.raw`\$&`).replaceAll(/\s+/g, " ");
}

function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const pad = longest > 0 ? " " : "";
  return fence + pad + text.replaceAll(/\s+/g, " ") + pad + fence;
}
