import type { Colors } from "picocolors/types.js";
import type { Diagnostic, Place, Severity } from "../diagnostic.js";

/** A diagnostic as text: `file:line:column severity code`, and below, indented, message, help and code frame. */
export function formatDiagnostic(diagnostic: Diagnostic, colors: Colors): string {
  const { code, severity, message, help, place } = diagnostic;
  const label = `${colors[severityColors[severity]](severity)} ${colors.dim(code)}`;
  const head = place ? `${colors.bold(formatPlace(place))} ${label}` : label;
  const frame = place?.frame === undefined ? [] : ["", ...place.frame.split("\n")];
  const body = [...message.split("\n"), help, ...frame].map((line) => (line === "" ? "" : `  ${line}`));
  return `${[head, ...body].join("\n")}\n\n`;
}

/** `event.json:3:5`, or `event.json#/a/b` where no line is known. */
export function formatPlace({ uri, pointer, file = uri, line, column }: Place): string {
  if (line !== undefined) return [file, line, column].filter((part) => part !== undefined).join(":");
  return pointer === "" ? file : `${file}#${pointer}`;
}

const severityColors = {
  error: "red",
  warning: "yellow",
  note: "cyan",
} as const satisfies Record<Severity, keyof Colors>;
