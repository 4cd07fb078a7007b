import type { JsonObject, JsonValue } from "../../src/json.js";

/** An object with `tags`: a list is an enum, anything else a const; `more` are properties that it must have too. */
export function variant(tags: Readonly<Record<string, JsonValue>>, more: JsonObject = {}): JsonObject {
  const constrain = (value: JsonValue): JsonObject =>
    Array.isArray(value) ? { enum: value } : { const: value };
  const tagged = Object.entries(tags).map(([key, value]) => [key, constrain(value)] as const);
  return {
    type: "object",
    required: [...Object.keys(tags), ...Object.keys(more)],
    properties: { ...Object.fromEntries(tagged), ...more },
  };
}

/** A union called `Event` of the members, each a definition of its own; `more` are definitions beside them. */
export function union(members: Readonly<Record<string, JsonObject>>, more: JsonObject = {}): JsonObject {
  const oneOf = Object.keys(members).map((name) => ({ $ref: `#/$defs/${name}` }));
  return { $ref: "#/$defs/Event", $defs: { Event: { oneOf }, ...members, ...more } };
}

const text: JsonObject = { text: { type: "string" } };
const size: JsonObject = { size: { type: "number" } };

export const envelope: JsonObject = {
  Envelope: { type: "object", required: ["id"], properties: { id: { type: "string" } } },
};

const enclose = (schema: JsonObject): JsonObject => ({ ...schema, allOf: [{ $ref: "#/$defs/Envelope" }] });

/** `messages` and `files`, in an envelope. */
export const oneTag = union(
  {
    Message: enclose(variant({ resource: "messages" }, text)),
    File: enclose(variant({ resource: "files" }, size)),
  },
  envelope,
);

/** `messages`, `created` or `deleted`, and `files`, `read`, in an envelope. */
export const twoTags = union(
  {
    Message: enclose(variant({ resource: "messages", type: ["created", "deleted"] }, text)),
    File: enclose(variant({ resource: "files", type: "read" }, size)),
  },
  envelope,
);

/** Tags of every type, of which some have the same text. */
export const mixedTags = union({
  One: variant({ kind: 1, version: [1, 2] }, text),
  Yes: variant({ kind: true, version: "x" }, size),
  None: variant({ kind: null, version: null }),
  Text: variant({ kind: "text", version: [true, "2"] }),
});

export const numberTags = union({
  One: variant({ version: 1 }, text),
  Two: variant({ version: [2, 3] }, size),
});

export const booleanTags = union({ Yes: variant({ ok: true }, text), No: variant({ ok: false }, size) });

/** One object with enumerated tags, and no union at all. */
export const flat: JsonObject = {
  $ref: "#/$defs/Event",
  $defs: {
    Event: {
      type: "object",
      required: ["id", "resource", "type"],
      properties: {
        id: { type: "string" },
        resource: { enum: ["messages", "files"] },
        type: { enum: ["created", "deleted"] },
      },
    },
  },
};

const inContext = (type: string, more: JsonObject): JsonObject => ({
  type: "object",
  required: ["context", ...Object.keys(more)],
  properties: { context: variant({ type }), ...more },
});

/** Tagged by `context.type`. */
export const nested = union({ A: inContext("a", text), B: inContext("b", size) });
