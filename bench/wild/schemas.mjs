import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Wild A published schema.
 * @property {string} name What its package is called.
 * @property {string} file Where it stands.
 * @property {string} root The name of its root's type; "" where it is a whole API description, which has none.
 */

/** @type {(path: string) => string} */
const locate = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

/** @type {readonly Wild[]} */
export const schemas = [
  {
    name: "@octokit/webhooks-schemas",
    file: locate("@octokit/webhooks-schemas/schema.json"),
    root: "WebhookEvent",
  },
  { name: "vega-lite", file: locate("vega-lite/build/vega-lite-schema.json"), root: "VegaLite" },
  { name: "@asyncapi/specs 3.0", file: locate("@asyncapi/specs/schemas/3.0.0.json"), root: "AsyncApi" },
  { name: "@octokit/openapi", file: locate("@octokit/openapi/generated/api.github.com.json"), root: "" },
];

/** @type {(file: string) => unknown} */
export const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
