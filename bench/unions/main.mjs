// Measures the guards of tagged unions beside those of others, in one run, and prints the ratios. Exits with 1 where verdicts
// disagree, and never for a time.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileAjv, compileTypebox, loadByHand, loadGenerated, prepareFolder } from "./contestants.mjs";
import { describeEvents, faults, listKinds, printPayload } from "./events.mjs";
import { findWrong, measure } from "./measure.mjs";
import { discriminateWebhooks, listWebhookInputs, webhooks } from "./webhooks.mjs";

const folder = mkdtempSync(join(tmpdir(), "schemist-unions-"));
/** @type {string[]} */
const failures = [];
/** @type {Record<string, string>[]} */
const rows = [];

/**
 * @param {string} union
 * @param {readonly import("./measure.mjs").Contestant[]} contestants The first is ours.
 * @param {readonly import("./measure.mjs").Input[]} inputs
 */
async function compare(union, contestants, inputs) {
  const isWrong = (/** @type {import("./measure.mjs").Contestant} */ contestant) => {
    const wrong = findWrong([contestant], inputs);
    for (const each of wrong) console.log(`${union}: ${each}`);
    return wrong.length > 0;
  };
  // What decides otherwise than the schema is left out; ours, which goes first, must not.
  const right = contestants.filter((contestant) => !isWrong(contestant));
  if (right[0] !== contestants[0]) {
    failures.push(`${union}: ours is wrong`);
    return;
  }
  for (const [input, times] of await measure(right, inputs)) {
    const [[, ours] = ["", NaN], ...others] = times;
    const ratios = others.map(([name, time]) => [`ours / ${name}`, (ours / time).toPrecision(2)]);
    rows.push({ union, input, "ours in ns": ours.toFixed(0), ...Object.fromEntries(ratios) });
  }
}

const payloadCount = 512;

/** Which unions, where not all: `10,webhooks`. */
const [, , asked = "10,100,500,webhooks"] = process.argv;
for (const count of asked.split(",").map(Number).filter(Number.isInteger)) {
  const kinds = listKinds(count);
  const own = join(folder, String(count));
  prepareFolder(own);
  const schema = describeEvents(kinds);
  const { isEvent } = await loadGenerated(own, schema, "Event");
  if (!isEvent) throw new Error("no guard");
  const tagged = { ...schema, type: "object", discriminator: { propertyName: "type" }, required: ["type"] };
  const contestants = [
    { name: "schemist", guard: isEvent },
    await loadByHand(own, schema),
    compileAjv(own, tagged, true),
    compileAjv(own, schema, false),
    compileTypebox(schema),
  ];
  const inputs = faults.map((fault) => ({
    name: fault === "none" ? "valid" : fault,
    isValid: fault === "none",
    // A stride that is prime to the count visits the kinds in no order that a processor could learn.
    texts: Array.from({ length: payloadCount }, (_, index) => {
      const kind = kinds[(index * 7919) % count];
      if (!kind) throw new Error("no kind");
      return printPayload(kind, fault, index);
    }),
  }));
  await compare(`${count} variants`, contestants, inputs);
}

if (asked.includes("webhooks")) {
  const own = join(folder, "webhooks");
  prepareFolder(own);
  const { isWebhookEvent } = await loadGenerated(own, webhooks, "WebhookEvent");
  if (!isWebhookEvent) throw new Error("no guard");
  const plain = compileAjv(own, webhooks, false);
  const contestants = [
    { name: "schemist", guard: isWebhookEvent },
    await loadByHand(own, webhooks),
    compileAjv(own, discriminateWebhooks(), true),
    plain,
    compileTypebox(webhooks),
  ];
  await compare("webhooks", contestants, listWebhookInputs(plain.guard));
}

rmSync(folder, { recursive: true });
console.table(rows);
for (const failure of failures) console.log(failure);
process.exitCode = failures.length === 0 ? 0 : 1;
