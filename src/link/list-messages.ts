import { lastSegment } from "./last-segment.js";
import type { Part } from "./part.js";
import { listParts, partAt, textAt } from "./part.js";
import type { PartReader } from "./part-reader.js";
import { keyOf } from "./part-reader.js";

/** A message of an AsyncAPI document. */
export interface Message {
  readonly part: Part;
  /** What it is called where nothing else tells messages apart. */
  readonly name: string;
  /** Names for its payload, best first. */
  readonly names: readonly string[];
  readonly qualifiedName: string | undefined;
}

/** Where a message stands, or what refers to it. */
interface Listed {
  readonly part: Part;
  /** Its key among others. */
  readonly key: string | undefined;
  /** What it is called without a key and a name of its own. */
  readonly fallback: string;
  readonly channel: string | undefined;
}

/**
 * The messages of the components, then those that stand in channels alone; each once, whatever refers to it.
 * @see https://www.asyncapi.com/docs/reference/specification/v3.0.0#messageObject
 */
export function listMessages(reader: PartReader, root: Part, major: string): Message[] {
  const components = partAt(root, "components");
  const own = listParts(components && partAt(components, "messages"));
  const listed: Listed[] = own.map(([key, part]) => ({ part, key, fallback: key, channel: undefined }));
  const channels = [root, components].flatMap((holder) => listParts(holder && partAt(holder, "channels")));
  for (const [name, channel] of channels) {
    const found = reader.follow(channel);
    listed.push(...(major === "2" ? listOperated(reader, found, name) : listKeyed(found, name)));
  }
  const messages = new Map<string, Message>();
  for (const each of listed) {
    const part = reader.follow(each.part);
    if (part && !messages.has(keyOf(part))) messages.set(keyOf(part), nameMessage(part, each));
  }
  return [...messages.values()];
}

function listKeyed(channel: Part | undefined, name: string): Listed[] {
  const messages = listParts(channel && partAt(channel, "messages"));
  return messages.map(([key, part]) => ({ part, key, fallback: key, channel: name }));
}

/** @see https://www.asyncapi.com/docs/reference/specification/v2.6.0#channelItemObject */
function listOperated(reader: PartReader, channel: Part | undefined, name: string): Listed[] {
  return ["publish", "subscribe"].flatMap((action) => {
    const operation = reader.read(channel, action);
    const written = operation && partAt(operation, "message");
    const message = reader.follow(written);
    if (!operation || !written || !message) return [];
    const fallback = textAt(operation, "operationId") ?? name;
    const several = partAt(message, "oneOf");
    const parts = several ? listParts(several).map(([, part]) => part) : [written];
    return parts.map((part) => ({ part, key: undefined, fallback, channel: name }));
  });
}

/** By its own name; else by its key where it stands, since what refers to it may call it otherwise. */
function nameMessage(part: Part, listed: Listed): Message {
  const { fallback, channel } = listed;
  const key = findKey(part, listed);
  const own = [textAt(part, "messageId"), textAt(part, "name")].filter((name) => name !== undefined);
  const name = own[0] ?? key ?? fallback;
  const called = key ?? own[0] ?? textAt(part, "title") ?? fallback;
  return {
    part,
    name,
    names: [called, `${called}Payload`],
    qualifiedName: channel === undefined ? undefined : `${channel}-${called}`,
  };
}

/** Undefined where it stands under no key that its author chose. */
function findKey(part: Part, listed: Listed): string | undefined {
  if (part === listed.part) return listed.key;
  const own = part.tokens.at(-1) ?? listed.key ?? lastSegment(part.document.uri).replace(/\.[a-z]+$/i, "");
  return own === "message" || /^\d*$/.test(own) ? listed.key : own;
}
