import type { Diagnostic, Severity } from "../diagnostic.js";
import { formatPlace } from "./format-diagnostic.js";
import { findFile } from "./show-path.js";
import type { Streams } from "./streams.js";

const commands: Readonly<Record<Severity, string>> = { error: "error", warning: "warning", note: "notice" };

/**
 * The diagnostic as a workflow command, which GitHub shows beside the line that it is about.
 * @see https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
 */
export function printGithub(diagnostic: Diagnostic, streams: Pick<Streams, "cwd" | "workspace">): string {
  const { code, severity, message, help, place } = diagnostic;
  const file = place && findFile(place, streams);
  const properties = {
    file: file?.replaceAll("\\", "/"),
    line: file === undefined ? undefined : place?.line,
    col: file === undefined ? undefined : place?.column,
    title: code,
  };
  const given = Object.entries(properties).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`],
  );
  // What no line says, the text must.
  const where = place && (file === undefined || place.line === undefined) ? `${formatPlace(place)}: ` : "";
  return `::${commands[severity]} ${given.join(",")}::${escapeData(`${where}${message}\n${help}`)}`;
}

/** The lines between commands that keep the runner from taking one of them for a command; none for none. */
export function stopCommands(lines: readonly string[], token: string): readonly string[] {
  return lines.length === 0 ? [] : [`::stop-commands::${token}`, ...lines, `::${token}::`];
}

function escapeData(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
