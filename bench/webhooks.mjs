// GitHub's webhooks, whose event stands in a header: generates their package, holds it against what must be true, and prints both.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { actions, definitions, listReached, readPayloads, schemaFile } from "./webhooks/read-webhooks.mjs";
import { compile, compilers } from "./wild/compile.mjs";

/** @typedef {typeof import("../dist/types/index.js")} Schemist */
/** @typedef {{ pointer: string, keyword: string, schema: string, message: string }} Issue */
/** @typedef {{ ok: boolean, issues?: readonly Issue[] }} Validation */

/**
 * @typedef {object} Webhooks What is used of the generated package.
 * @property {readonly string[]} webhookEventEvents
 * @property {(event: string, body: unknown) => boolean} isWebhookEvent
 * @property {(body: unknown) => boolean} isWebhookEventBody
 * @property {(event: string, body: unknown) => Validation} validateWebhookEvent
 */

// As built in the folder above; its types lie apart from it.
const { generate, write } = /** @type {Schemist} */ (
  await import(new URL("../dist/index.js", import.meta.url).href)
);

const given = process.argv[2];
const folder = given ?? mkdtempSync(join(tmpdir(), "schemist-webhooks-"));
const output = join(folder, "webhooks");

/** @type {string[]} */
const failures = [];
/** @type {(holds: boolean, claim: string, details?: readonly string[]) => void} */
const assert = (holds, claim, details = []) => {
  console.log(`${holds ? "ok  " : "FAIL"} ${claim}`);
  if (holds) return;
  failures.push(claim);
  for (const detail of details.slice(0, 10)) console.log(`       ${detail.slice(0, 300)}`);
};

const started = performance.now();
const idle = process.cpuUsage();
const result = await generate({
  inputs: [
    {
      schema: schemaFile,
      output,
      name: "WebhookEvent",
      package: { name: "@example/webhooks", version: "1.0.0" },
      unions: { WebhookEvent: { tags: [{ external: "event" }, "action"] } },
      formats: "annotate",
      format: false,
    },
  ],
});
const milliseconds = performance.now() - started;
const used = process.cpuUsage(idle);
const processor = (used.user + used.system) / 1000;
await write(result);
const errors = result.diagnostics.filter(({ severity }) => severity === "error");
assert(
  errors.length === 0,
  "generates",
  errors.map(({ message }) => message),
);

const webhooks = /** @type {Webhooks} */ (await import(pathToFileURL(join(output, "dist/index.js")).href));
const { webhookEventEvents: events, isWebhookEvent, isWebhookEventBody, validateWebhookEvent } = webhooks;

assert(
  definitions.size === 66 && [...definitions.keys()].join() === events.join(),
  "has all 66 events, in the schema's order",
);
const expected = [...actions].map(
  ([event, some]) => `${event}: ${some.map((each) => `"${each}"`).join(" | ")};`,
);
writeFileSync(
  join(folder, "actions.ts"),
  `import type { WebhookEventByEvent, WebhookEventByEventAndAction as Leaves } from "./webhooks/src/index.js";
type Equal<A, B> = [A, B] extends [B, A] ? true : false;
type Actions = { [Event in keyof Leaves]: keyof Leaves[Event] };
interface Expected { ${expected.join(" ")} }
export const haveActions: Equal<Actions, { [Event in keyof Expected]: Expected[Event] }> = true;
type AreBodies = { [Event in keyof Leaves]: Leaves[Event][keyof Leaves[Event]] extends WebhookEventByEvent[Event] ? true : false };
export const areBodies: AreBodies[keyof Leaves] = true;
`,
);
writeFileSync(
  join(folder, "consumer.ts"),
  `import type { WebhookEventEvent } from "./webhooks/src/index.js";
import { createWebhookEventRouter, isWebhookEvent, isWebhookEventEvent, isWebhookEventMessage, matchWebhookEvent, webhookEventIs } from "./webhooks/src/index.js";
const router = createWebhookEventRouter<string>()
  .on("push", ({ ref }) => ref)
  .on("issues", "opened", ({ issue }) => issue.title)
  .otherwise((event) => event);
export function receive(event: string, body: unknown): string | undefined {
  if (!isWebhookEventEvent(event) || !isWebhookEvent(event, body)) return undefined;
  if (webhookEventIs(event, body, "star", "created")) return body.starred_at;
  return matchWebhookEvent(event, body, { ping: ({ zen }) => zen }, () => router.dispatch(event, body) ?? "");
}
export function tell(event: WebhookEventEvent, body: unknown): string {
  const message = { event, body };
  if (!isWebhookEventMessage(message)) return "";
  return message.event === "fork" ? message.body.forkee.name : message.event;
}
`,
);
writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
/** @type {Record<string, string | number>[]} */
const compiled = [];
for (const version of compilers) {
  const { errors: found, milliseconds: taken } = compile(version, folder, ["actions.ts", "consumer.ts"]);
  assert(
    found.length === 0,
    `TypeScript ${version}: has the ${[...actions.values()].flat().length} actions of ${actions.size} events, and users of them compile`,
    found,
  );
  compiled.push({ TypeScript: version, "in ms": Math.round(taken) });
}

const payloads = readPayloads();
const valid = payloads.filter(({ isValid }) => isValid);
const broken = payloads.filter(({ isValid }) => !isValid);
assert(
  payloads.length === 329 && valid.length === 277,
  "ajv: 277 of 329 example payloads are valid by their event",
);
const misjudged = payloads.filter(({ event, body, isValid }) => {
  const accepting = events.filter((each) => isWebhookEvent(each, body));
  return accepting.join() !== (isValid ? event : "");
});
assert(
  misjudged.length === 0,
  "each of those passes the guard of its event and of no other; the others pass none",
  misjudged.map(({ label }) => label),
);
assert(
  payloads.every(({ body, isValid }) => isWebhookEventBody(body) === isValid),
  "the guard of the body alone says the same",
);

const bundled = /** @type {{ $defs: Readonly<Record<string, unknown>> }} */ (
  JSON.parse(readFileSync(join(output, "schema.json"), "utf8"))
);
/** @type {(event: string) => string} */
const typeOf = (event) =>
  `${event.replaceAll(/(?:^|_)(.)/g, (_, first) => String(first).toUpperCase())}Event`;

/**
 * Where issues lead out of what their event's definition is made of.
 * @param {string} event
 * @param {unknown} body
 * @returns {readonly string[]}
 */
function findStrays(event, body) {
  const { ok, issues = [] } = validateWebhookEvent(event, body);
  const reached = listReached(bundled.$defs, typeOf(event));
  const strays = issues.filter(({ schema }) => !reached.has(/#\/\$defs\/([^/]+)/.exec(schema)?.[1] ?? ""));
  return ok || issues.length === 0
    ? [`${event}: no issue`]
    : strays.map(({ schema }) => `${event}: ${schema}`);
}

const missing = [...definitions.keys()].filter((event) => !(typeOf(event) in bundled.$defs));
assert(missing.length === 0, "each event has a definition of its name", missing);
const strays = broken.flatMap(({ event, body }) => findStrays(event, body));
assert(
  strays.length === 0,
  "each issue of the 52 others lies in the definition of their event or below",
  strays,
);
const vague = broken.filter(({ event, body }) =>
  validateWebhookEvent(event, body).issues?.some(
    ({ pointer, keyword }) => pointer === "" && keyword === "oneOf",
  ),
);
assert(
  vague.length === 0,
  "none says of a body as a whole that no alternative takes it",
  vague.map(({ label }) => label),
);
const damaged = valid.flatMap(({ event, body }) =>
  Object.keys(/** @type {object} */ (body)).map((key) => ({
    event,
    body: { .../** @type {object} */ (body), [key]: 0.5 },
  })),
);
const refused = damaged.filter(({ event, body }) => !isWebhookEvent(event, body));
const damagedStrays = refused.flatMap(({ event, body }) => findStrays(event, body));
assert(
  refused.length > 1000 && damagedStrays.length === 0,
  `so does each issue of ${refused.length} that are damaged in one property`,
  damagedStrays,
);
const unknown = validateWebhookEvent("isues", {}).issues ?? [];
assert(
  unknown.length === 1 &&
    /^event must be one of .* and 56 more; did you mean "issues"\?$/.test(unknown[0]?.message ?? ""),
  "an unknown event is one issue, which names the nearest",
  unknown.map(({ message }) => message),
);

console.log("\npayloads that break their own schema:");
for (const { event, label, body } of broken) {
  const { issues = [] } = validateWebhookEvent(event, body);
  const [first] = issues;
  const more = issues.length > 1 ? `, and ${issues.length - 1} more` : "";
  console.log(`  ${label}: ${first?.pointer || "the body"} ${first?.message}${more}`);
}
/** @type {(text: string) => number} */
const kilobytesOf = (text) => Math.round(Buffer.byteLength(text) / 1000);
console.log(
  `\ngenerated in ${Math.round(milliseconds)} ms, ${Math.round(processor)} ms of them on the processor`,
);
console.table(compiled);
console.table(
  result.files
    .map(({ path, text }) => ({ file: path, kilobytes: kilobytesOf(text) }))
    .filter(({ file, kilobytes }) => kilobytes > 0 && !/\.d?\.?cts$|\.cjs$/.test(file)),
);
console.log(
  `${kilobytesOf(result.files.map(({ text }) => text).join(""))} kilobytes in ${result.files.length} files`,
);
if (given === undefined) rmSync(folder, { recursive: true });
console.log(failures.length === 0 ? "all holds" : `${failures.length} do not hold`);
process.exitCode = failures.length === 0 ? 0 : 1;
