import { createHash } from "node:crypto";
import * as fc from "fast-check";
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
import { nearValues } from "../conformance/near-values.js";
import { readFixtureCase } from "../fixtures/fixture-case.js";

type Validate = (value: unknown) => { readonly ok: boolean; readonly issues?: readonly object[] };

const cases: readonly (readonly [name: string, validate: Validate])[] = [
  ["webex-event", webex.validateEvent],
  ["webex-event-bare", bare.validateEvent],
  ["shapes", shapes.validateDrawing],
  ["orders", orders.validateOrder],
  ["hostile", hostile.validateHostile],
  ["openapi-3.0", openApi30.validateEvent],
  ["openapi-3.1", openApi31.validateChange],
  ["parcels", parcels.validateParcel],
  ["asyncapi-3", asyncApi3.validateMessage],
];

// Users show issues, and compare them in tests of their own: however validators are printed, no issue may change unseen. What the
// snapshots hold was first said by validators that were code throughout.
describe.each(cases)("%s", (name, validate) => {
  const { valid, invalid } = readFixtureCase(name);

  it.each([...invalid])("says the same of %s", (_file, { payload }) => {
    // A file cannot hold the lone surrogates that some have, but their JSON can.
    expect(validate(payload).issues?.map((issue) => JSON.stringify(issue))).toMatchSnapshot();
  });

  it("says the same of values near the payloads", () => {
    const payloads = [...valid.values(), ...[...invalid.values()].map(({ payload }) => payload)];
    const values = fc.sample(nearValues(payloads, []), { seed: 1, numRuns: 1000 });
    const issues = values.map((value) => JSON.stringify(validate(value).issues ?? []));
    expect({
      refused: issues.filter((each) => each !== "[]").length,
      digest: createHash("sha256").update(issues.join("\n")).digest("hex"),
    }).toMatchSnapshot();
  });
});
