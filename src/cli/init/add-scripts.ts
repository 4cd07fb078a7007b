import { applyEdits, modify } from "jsonc-parser";
import { isJsonObject, memberOf } from "../../json.js";
import { listScripts, type Manifest } from "./read-project.js";

/** package.json with our scripts. */
export interface AddedScripts {
  readonly text: string;
  /** The names of those that are new. */
  readonly names: readonly string[];
  /** The script that runs each command, old or new. */
  readonly scripts: Partial<Readonly<Record<Command, string>>>;
}

type Command = "generate" | "check";

/**
 * Adds `generate` and `check`, or where such a name means something else `schemist:generate` and `schemist:check`.
 * All else stays as it is, character by character: indentation, ends of lines, order, and what follows the last brace.
 */
export function addScripts(manifest: Manifest): AddedScripts {
  const listed = listScripts(manifest);
  const isMap = isJsonObject(memberOf(manifest.value, "scripts") ?? {});
  const scripts: Partial<Record<Command, string>> = {};
  const added: (readonly [string, string])[] = [];
  for (const name of isMap ? (["generate", "check"] as const) : []) {
    const command = `schemist ${name}`;
    const existing = [...listed].find(([, script]) => script.includes(command))?.[0];
    const free = [name, `schemist:${name}`].find((each) => !listed.has(each));
    const script = existing ?? free;
    if (script !== undefined) scripts[name] = script;
    if (existing === undefined && free !== undefined) added.push([free, command]);
  }
  const mark = manifest.text.startsWith("\uFEFF") ? "\uFEFF" : "";
  const text = added.reduce((before, [name, command]) => {
    const edits = modify(before, ["scripts", name], command, { formattingOptions: readFormat(before) });
    return applyEdits(before, edits);
  }, manifest.text.slice(mark.length));
  return { text: mark + text, names: added.map(([name]) => name), scripts };
}

/** How the text is indented, and how its lines end. */
function readFormat(text: string): { insertSpaces: boolean; tabSize: number; eol: string } {
  const [, indent = "  "] = /^[^\n]*\n([ \t]+)\S/.exec(text) ?? [];
  return {
    insertSpaces: !indent.startsWith("\t"),
    tabSize: indent.startsWith("\t") ? 1 : indent.length,
    eol: text.includes("\r\n") ? "\r\n" : "\n",
  };
}
