import { describe, expect, it } from "vitest";
import { findAllowed, findNextVersion } from "../../src/diff/next-version.js";

describe("the next version", () => {
  it.for([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "none", "1.2.3"],
    ["0.2.3", "major", "0.3.0"],
    ["0.2.3", "minor", "0.2.4"],
    ["0.2.3", "patch", "0.2.4"],
    ["0.0.3", "major", "0.1.0"],
    ["2.0.0-beta.1", "major", "2.0.0-beta.2"],
    ["1.3.0-beta.1", "minor", "1.3.0-beta.2"],
    ["1.3.0-beta.1", "major", "2.0.0-beta.0"],
  ] as const)("after %s and a change that is %s is %s", ([version, level, next]) => {
    expect(findNextVersion(version, level)).toBe(next);
  });

  it("is none where there was none", () => {
    expect(findNextVersion("one", "patch")).toBeUndefined();
  });
});

describe("what a step lets through", () => {
  it.for([
    ["1.0.0", "2.0.0", "major"],
    ["1.0.0", "1.1.0", "minor"],
    ["1.0.0", "1.0.1", "patch"],
    ["0.1.0", "0.2.0", "major"],
    ["0.1.0", "0.1.1", "minor"],
    ["1.0.0", "1.0.0", undefined],
    ["1.0.0", "0.9.0", undefined],
  ] as const)("from %s to %s: %s", ([old, updated, allowed]) => {
    expect(findAllowed(old, updated)).toBe(allowed);
  });
});
