/**
 * @typedef {object} Consumer Code that takes what a schema describes, and reads it.
 * @property {string} type What it takes.
 * @property {string} body A function's, of `value`, that compiles whoever printed the type.
 */

/** @type {(type: string, body: string) => Consumer} */
const read = (type, body) => ({ type, body });

const readTagged = `switch (value.type) {
    case "order.created":
      return value.orderName;
    case "invoice.created":
      return value.createdBy.email;
    case "customer.created":
      return value.customerLabels.join();
    default:
      return value.id;
  }`;

/**
 * By the name of the input.
 * @type {Readonly<Record<string, Consumer>>}
 */
export const consumers = {
  "one property": read("Person", `return value.name;`),
  "Webex event": read("Event", `return value.resource === "messages" ? value.data?.roomId : value.actorId;`),
  "GitHub webhooks": read(
    "WebhookEvent",
    `if (!("action" in value)) return "commits" in value ? value.ref : undefined;
  if (value.action === "opened" && "issue" in value) return value.issue.title;
  return "pull_request" in value ? value.pull_request.html_url : value.action;`,
  ),
  "Vega-Lite": read(
    "VegaLite",
    `if ("mark" in value) return typeof value.mark === "string" ? value.mark : value.mark.type;
  return "layer" in value ? value.layer.length : value.title;`,
  ),
  "AsyncAPI 3.0, by pointers": read(
    "AsyncApi",
    `return value.channels === undefined ? value.info.title : Object.keys(value.channels);`,
  ),
  "GitHub REST, components": read(
    "FullRepository",
    `return value.organization ? value.organization.login : value.permissions?.admin === true && value.owner.login;`,
  ),
  "100 definitions": read("Root", `return value.last?.owner.parent?.children?.[0]?.kind;`),
  "1,000 definitions": read("Root", `return value.last?.owner.parent?.children?.[0]?.kind;`),
  "100 variants": read("Event", readTagged),
  "500 variants": read("Event", readTagged),
};

/** @type {(consumer: Consumer, specifier: string) => string} */
export const printConsumer = ({ type, body }, specifier) =>
  `import type { ${type} } from ${JSON.stringify(specifier)};

export function read(value: ${type}): unknown {
  ${body}
}
`;
