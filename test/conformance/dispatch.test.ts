import * as fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import config from "../../schemist.config.js";
import type { JsonValue } from "../../src/json.js";
import {
  bodyOf,
  fixturesFolder,
  listUnionCases,
  nameRoot,
  readFixtureCase,
} from "../fixtures/fixture-case.js";
import type { Decider, HelpedPart, Helpers } from "./dispatch-modules.js";
import { importTwice } from "./dispatch-modules.js";
import { listValues, nearValues } from "./near-values.js";

const seed = Number(process.env["SEED"] ?? 1);
const runs = Number(process.env["RUNS"] ?? 10_000);

/** Cases in which no property's value is read before branches are tried: there are none, or keys or conditions tell them apart. */
const untagged: ReadonlySet<string> = new Set([
  ...["webex-event-bare", "parcels"],
  ...["unions/flat-enum", "unions/key-presence", "unions/key-presence-forbidden"],
  ...["unions/asyncapi-messages"],
]);

/** Folders of `fixtures` that are no case of one schema. */
const others: ReadonlySet<string> = new Set(["unions", "monorepo"]);

const cases = [...readdirSync(fixturesFolder).filter((name) => !others.has(name)), ...listUnionCases()].map(
  readFixtureCase,
);

function readSchemas(folder: URL): JsonValue[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return files
    .filter((file) => /\.(json|yaml)$/.test(file) && !/^(in)?valid\b/.test(file))
    .map((file) => parse(readFileSync(new URL(file, folder), "utf8")) as JsonValue);
}

describe.each(cases)("$name", (fixture) => {
  const { name, folder, valid, invalid } = fixture;
  let byTag: Decider;
  let byTrial: Decider;
  let astray: Decider;
  beforeAll(async () => {
    ({ byTag, byTrial, astray } = await importTwice(config, `generated/${name}`, nameRoot(fixture)));
  });

  it("reads tags where it has them", () => {
    expect(byTag.dispatches > 0).toBe(!untagged.has(name));
    expect(byTrial.dispatches).toBe(0);
  });

  const sent = [...valid.values(), ...[...invalid.values()].map(({ payload }) => payload)];
  const payloads = sent.map((payload) => bodyOf(fixture, payload)).filter((body) => body !== undefined);
  const values = fc.sample(nearValues(payloads, readSchemas(folder)), { seed, numRuns: runs });

  it("has the same verdicts by tag as by trial of every branch", () => {
    const count = { valid: 0, invalid: 0 };
    for (const value of [...payloads, ...values]) {
      const verdict = byTrial.guard(value);
      count[verdict ? "valid" : "invalid"] += 1;
      const verdicts = [byTag.guard(value), byTag.validate(value).ok, byTrial.validate(value).ok];
      if (verdicts.some((each) => each !== verdict))
        expect.fail(`${verdict} is not ${verdicts}: ${JSON.stringify(value)}`);
    }
    expect(count.valid).toBeGreaterThan(runs / 50);
    expect(count.invalid).toBeGreaterThan(runs / 50);
  });

  it.skipIf(untagged.has(name))("would tell a tag that leads astray", () => {
    expect([...payloads, ...values].some((value) => astray.guard(value) !== byTrial.guard(value))).toBe(true);
  });

  it("has helpers that say of a value what guards do", () => {
    for (const helpers of byTag.helpers) {
      const within = values.slice(0, runs / 10).flatMap(listValues);
      const found = [...payloads.flatMap(listValues), ...within, ...values].filter(helpers.guard);
      expect(found, helpers.name).not.toEqual([]);
      for (const value of found) expectTruth(helpers, value);
    }
  });
});

/** One variant has the value, and at most one of its leaves; a handler is called for it; and what has a guard accepts it. */
function expectTruth(helpers: Helpers, value: JsonValue): void {
  const tell = (parts: readonly HelpedPart[]): readonly HelpedPart[] => {
    const told = parts.filter(({ tags }) => helpers.narrow(value, ...tags));
    const accepting = parts.filter((part) => part.guard?.(value) ?? told.includes(part));
    if (told.length > 1 || accepting.length !== told.length || accepting[0] !== told[0])
      expect.fail(
        `${helpers.name} is ${describeParts(told)}, not ${describeParts(accepting)}: ${JSON.stringify(value)}`,
      );
    return told;
  };
  const [variant] = tell(helpers.variants);
  if (!variant && !helpers.isOpen)
    expect.fail(`${helpers.name} is none of its variants: ${JSON.stringify(value)}`);
  if (variant) tell(variant.leaves);
  const handlers = Object.fromEntries(
    helpers.variants.map(({ tags: [tag] }) => [String(tag), () => String(tag)]),
  );
  const handled = helpers.match(value, handlers, () => "otherwise");
  if (handled !== (variant ? String(variant.tags[0]) : "otherwise"))
    expect.fail(`${handled}: ${JSON.stringify(value)}`);
}

function describeParts(parts: readonly HelpedPart[]): string {
  return parts.map(({ tags }) => tags.join(" ")).join(" and ") || "nothing";
}
