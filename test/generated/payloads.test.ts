import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import * as asyncApi3 from "../../generated/asyncapi-3/index.js";
import * as hostile from "../../generated/hostile/index.js";
import * as openApi30 from "../../generated/openapi-3.0/src/index.js";
import * as openApi31 from "../../generated/openapi-3.1/index.js";
import * as orders from "../../generated/orders/index.js";
import * as parcels from "../../generated/parcels/index.js";
import * as shapes from "../../generated/shapes/index.js";
import * as bare from "../../generated/webex-event-bare/src/index.js";
import * as webex from "../../generated/webex-event/src/index.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

interface Issue {
  readonly pointer: string;
  readonly keyword: string;
  readonly schema: string;
}

type Validate = (value: unknown) => { ok: true } | { ok: false; issues: readonly Issue[] };

const cases: readonly [name: string, guard: (value: unknown) => boolean, validate: Validate][] = [
  ["webex-event", webex.isEvent, webex.validateEvent],
  ["webex-event-bare", bare.isEvent, bare.validateEvent],
  ["shapes", shapes.isDrawing, shapes.validateDrawing],
  ["orders", orders.isOrder, orders.validateOrder],
  ["hostile", hostile.isHostile, hostile.validateHostile],
  ["openapi-3.0", openApi30.isEvent, openApi30.validateEvent],
  ["openapi-3.1", openApi31.isChange, openApi31.validateChange],
  ["parcels", parcels.isParcel, parcels.validateParcel],
  ["asyncapi-3", asyncApi3.isMessage, asyncApi3.validateMessage],
];

describe.each(cases)("%s", (name, guard, validate) => {
  const { valid, invalid } = readFixtureCase(name);

  it.each([...valid])("accepts %s", (_file, payload) => {
    expect(guard(payload)).toBe(true);
    expect(validate(payload)).toEqual({ ok: true, value: payload });
  });

  it.each([...invalid])("refuses %s, and says where", (_file, { payload, pointer, keyword }) => {
    expect(guard(payload)).toBe(false);
    const result = validate(payload);
    const issues = result.ok ? [] : result.issues;
    expect(issues.map((issue) => [issue.pointer, issue.keyword])).toContainEqual([pointer, keyword]);
  });
});

interface WebexPayload {
  readonly resource: string;
  readonly type: string;
  readonly payload: Record<string, unknown>;
}

const payloads = fileURLToPath(new URL("../../../shared/webex/payloads.json", import.meta.url));

describe.skipIf(!existsSync(payloads))("the 20 payloads that came with the founding schema", () => {
  const all = existsSync(payloads) ? (JSON.parse(readFileSync(payloads, "utf8")) as WebexPayload[]) : [];

  it.each(all.map((each) => [`${each.resource} ${each.type}`, each] as const))("decides %s as its note says", (_name, each) => {
    expect(webex.isEvent(each.payload)).toBe(true);
    expect(webex.isAnyEvent(each.payload)).toBe(true);
    expect(webex.isUnknownEvent(each.payload)).toBe(false);
    const isInFlatSchema = each.type !== "read" && "orgId" in each.payload;
    expect(bare.isEvent(each.payload)).toBe(isInFlatSchema);
  });

  it("are 20, of which the flat schema refuses the two of type read and the one without orgId", () => {
    expect(all).toHaveLength(20);
    expect(all.filter(({ payload }) => !bare.isEvent(payload)).map(({ resource, type }) => `${resource} ${type}`)).toEqual([
      "messages deleted",
      "files read",
      "file_transcodings read",
    ]);
  });
});
