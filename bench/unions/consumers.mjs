// What is compiled: the plain union with a switch, and what uses the generated helpers.

/** @typedef {import("./events.mjs").EventKind} EventKind */
/** @typedef {import("./events.mjs").ReadTags} ReadTags */

/** The kinds that a consumer handles. */
const handledCount = 8;

/** @type {(kinds: readonly EventKind[]) => readonly EventKind[]} */
const pickHandled = (kinds) =>
  Array.from(
    { length: handledCount },
    (_, index) => kinds[index * Math.floor(kinds.length / handledCount)],
  ).filter((kind) => kind !== undefined);

/**
 * The union as a person would write it, and nothing else.
 * @param {readonly EventKind[]} kinds
 * @param {ReadTags} readTags
 */
export function printPlain(kinds, readTags) {
  const declarations = kinds.map((kind) => {
    const { name, noun, verb } = kind;
    const tags = Object.entries(readTags(kind)).map(([key, value]) => `  ${key}: ${JSON.stringify(value)};`);
    return [
      `export interface ${name} extends Envelope {`,
      ...tags,
      `  ${noun}Id: string;`,
      `  ${noun}Name: string;`,
      `  ${verb}By: { id: string; email: string };`,
      `  ${noun}State: "active" | "pending" | "suspended" | "terminated";`,
      `  amount: number;`,
      `  ${noun}Labels: string[];`,
      `  isTest: boolean;`,
      `  note?: string | null;`,
      `}`,
    ].join("\n");
  });
  return [
    `export interface Envelope {\n  id: string;\n  type: string;\n  version: number;\n  createdAt: string;`,
    `  source: string;\n  tenant: string;\n  sequence: number;\n  correlationId?: string;\n}`,
    ...declarations,
    `export type Event = ${kinds.map(({ name }) => name).join(" | ")};`,
    "",
  ].join("\n");
}

/**
 * Narrows by a switch, as with either union.
 * @param {string} specifier
 * @param {readonly EventKind[]} kinds
 * @param {ReadTags} readTags
 */
export function printSwitch(specifier, kinds, readTags) {
  const cases = pickHandled(kinds).map((kind) => {
    const [[key, tag] = ["", ""], second] = Object.entries(readTags(kind));
    const returned = `return event.${kind.noun}Name;`;
    const inner = second
      ? `if (event.${second[0]} === ${JSON.stringify(second[1])}) ${returned}\n      break;`
      : returned;
    return { key, text: `    case ${JSON.stringify(tag)}:\n      ${inner}` };
  });
  return [
    `import type { Event } from ${JSON.stringify(specifier)};`,
    `export function nameOf(event: Event): string {`,
    `  switch (event.${cases[0]?.key}) {`,
    ...cases.map(({ text }) => text),
    `    default:`,
    `      return event.id;`,
    `  }`,
    `  return event.source;`,
    `}`,
    "",
  ].join("\n");
}

/**
 * The same, and each of the helpers.
 * @param {string} specifier
 * @param {readonly EventKind[]} kinds
 * @param {ReadTags} readTags
 */
export function printUses(specifier, kinds, readTags) {
  const handled = pickHandled(kinds).map((kind) => ({ kind, tags: Object.values(readTags(kind)) }));
  const isPair = handled.every(({ tags }) => tags.length > 1);
  const map = isPair ? "EventByResourceAndType" : "EventByType";
  const quote = (/** @type {readonly string[]} */ tags) => tags.map((tag) => JSON.stringify(tag));
  const types = handled.map(
    ({ kind, tags }) =>
      `export type Picked${kind.name} = ${map}${quote(tags)
        .map((tag) => `[${tag}]`)
        .join("")};`,
  );
  const narrowed = handled.map(
    ({ kind, tags }) => `  if (eventIs(event, ${quote(tags).join(", ")})) return event.${kind.noun}Name;`,
  );
  const matched = handled.map(
    ({ kind, tags }) =>
      `    ${quote(tags.slice(0, 1))[0]}: (event) => event.${isPair ? "id" : `${kind.noun}Name`},`,
  );
  const routed = handled.map(
    ({ kind, tags }) => `  .on(${quote(tags).join(", ")}, (event) => event.${kind.noun}Name)`,
  );
  return [
    `import { createEventRouter, eventIs, matchEvent } from ${JSON.stringify(specifier)};`,
    `import type { ${map} } from ${JSON.stringify(specifier)};`,
    printSwitch(specifier, kinds, readTags),
    ...types,
    `export function narrow(event: Event): string {`,
    ...narrowed,
    `  return event.id;`,
    `}`,
    `export const match = (event: Event): string =>`,
    `  matchEvent(event, {`,
    ...matched,
    `  }, (event) => event.id);`,
    `export const router = createEventRouter<string>()`,
    ...routed,
    `  .otherwise((event) => event.id);`,
    "",
  ].join("\n");
}
