/** One thing that a schema asks, said of "it", and that it is not so: `is a string`, `is not a string`. */
export interface Phrase {
  readonly says: string;
  readonly denies: string;
}

export function is(what: string): Phrase {
  return { says: `is ${what}`, denies: `is not ${what}` };
}

export function has(what: string): Phrase {
  return { says: `has ${what}`, denies: `does not have ${what}` };
}

export function opposite({ says, denies }: Phrase): Phrase {
  return { says: denies, denies: says };
}

/** What all of the phrases say together: `is a string and matches …`. A comma parts those that have an `or`. */
export function sayAll(phrases: readonly Phrase[]): string {
  const said = phrases.map(({ says }) => says);
  return said.some((each) => each.includes(" or ")) ? said.join(", and ") : listAll(said);
}

/** What at least one of the lists says in full: `is a string or is null`; a comma parts those that are not simple. */
export function sayAny(alternatives: readonly (readonly Phrase[])[]): string {
  const said = alternatives.map(sayAll);
  return said.some((each) => / (?:or|and) /.test(each)) ? said.join(", or ") : listAny(said);
}

/** `a, b and c` */
export function listAll(words: readonly string[]): string {
  return join(words, "and");
}

/** `a, b or c` */
export function listAny(words: readonly string[]): string {
  return join(words, "or");
}

function join(words: readonly string[], link: string): string {
  const last = words.at(-1) ?? "";
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} ${link} ${last}`;
}

/** `1 item`, `2 items` */
export function count(number: number, noun: string, plural = `${noun}s`): string {
  return `${number} ${number === 1 ? noun : plural}`;
}
