import type { JsonObject } from "../../src/json.js";
import type { UnionOptions } from "../../src/config/config.js";
import { variant } from "./union-schemas.js";

const text: JsonObject = { text: { type: "string" } };
const size: JsonObject = { size: { type: "number" } };

/** What a webhook sends, whose header says which: `issues`, opened or closed in any of two ways; `star`, created; `push`, without an action. */
export const webhook: JsonObject = {
  $ref: "#/$defs/WebhookEvent",
  $defs: {
    WebhookEvent: {
      oneOf: [
        { $ref: "#/$defs/issues_event" },
        { $ref: "#/$defs/star_event" },
        { $ref: "#/$defs/push$event" },
      ],
    },
    issues_event: { oneOf: [{ $ref: "#/$defs/issues$opened" }, { $ref: "#/$defs/issues$closed" }] },
    issues$opened: variant({ action: "opened" }, text),
    issues$closed: { oneOf: [{ $ref: "#/$defs/issues$completed" }, { $ref: "#/$defs/issues$dropped" }] },
    issues$completed: variant({ action: "closed", reason: "completed" }, text),
    issues$dropped: variant({ action: "closed", reason: "dropped" }, size),
    star_event: variant({ action: ["created", "deleted"] }, size),
    push$event: { type: "object", required: ["ref"], properties: { ref: { type: "string" } } },
  },
};

const wideEvents = Array.from({ length: 12 }, (_, index) => `event${index}`);

export const byEvent: UnionOptions = { tags: [{ external: "event" }] };
export const byEventAndAction: UnionOptions = { tags: [{ external: "event" }, "action"] };

/** Twelve events of three actions each: who multiplies their bodies out comes to 531,441. */
export const wide: JsonObject = {
  $ref: "#/$defs/WebhookEvent",
  $defs: {
    WebhookEvent: { oneOf: wideEvents.map((event) => ({ $ref: `#/$defs/${event}` })) },
    ...Object.fromEntries(
      wideEvents.map((event, index) => [
        event,
        {
          oneOf: ["created", "edited", "deleted"].map((action) => ({
            title: `${event} ${action}`,
            ...variant({ action }, { [`${event}${action}`]: { const: index } }),
          })),
        },
      ]),
    ),
  },
};
