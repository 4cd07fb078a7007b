/** One command of a script, as a shell would take it apart: its words, and what it reads from and writes to. */
export interface ShellCommand {
  readonly words: readonly string[];
  readonly from: string | undefined;
  readonly to: string | undefined;
}

/** A quoted text, an escaped character, an operator, space, or plain text. */
const token = /'([^']*)'|"((?:\\[^]|[^"\\])*)"|\\([^])|(&&|\|\||[;|&\n]|>>?|<)|([ \t\r]+)|([^\s'"\\;|&<>]+)/g;

interface Growing {
  words: string[];
  /** The word that is being read; a quoted one may be empty. */
  word: string | undefined;
  /** The operator that the next word belongs to. */
  redirection: ">" | "<" | undefined;
  from: string | undefined;
  to: string | undefined;
}

/** The commands of a script of package.json. Variables stay as they are written. */
export function splitScript(script: string): readonly ShellCommand[] {
  const commands: ShellCommand[] = [];
  let current = startCommand();
  const endCommand = (): void => {
    endWord(current);
    const { words, from, to } = current;
    if (words.length > 0) commands.push({ words, from, to });
    current = startCommand();
  };
  for (const [, single, double, escaped, operator, space, plain] of script.matchAll(token)) {
    const text = single ?? double?.replaceAll(/\\([$`"\\])/g, "$1") ?? escaped ?? plain;
    if (text !== undefined) current.word = (current.word ?? "") + text;
    else if (space !== undefined) endWord(current);
    else if (operator === "<" || operator?.startsWith(">")) {
      endWord(current);
      current.redirection = operator === "<" ? "<" : ">";
    } else endCommand();
  }
  endCommand();
  return commands;
}

function startCommand(): Growing {
  return { words: [], word: undefined, redirection: undefined, from: undefined, to: undefined };
}

function endWord(command: Growing): void {
  const { word, redirection } = command;
  if (word === undefined) return;
  if (redirection === ">") command.to = word;
  else if (redirection === "<") command.from = word;
  else command.words.push(word);
  command.word = undefined;
  command.redirection = undefined;
}
