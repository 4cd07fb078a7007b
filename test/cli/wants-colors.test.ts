import { describe, expect, it } from "vitest";
import { wantsColors } from "../../src/cli/wants-colors.js";

describe("wantsColors", () => {
  it.each([
    [true, {}, true],
    [false, {}, false],
    [undefined, {}, false],
    [true, { NO_COLOR: "1" }, false],
    [true, { NO_COLOR: "" }, true],
    [true, { NO_COLOR: "1", FORCE_COLOR: "1" }, false],
    [false, { FORCE_COLOR: "1" }, true],
    [true, { FORCE_COLOR: "0" }, false],
    [true, { TERM: "dumb" }, false],
  ])("of a terminal (%s) in %j is %s", (isTTY, environment, expected) => {
    expect(wantsColors({ ...(isTTY !== undefined && { isTTY }) }, environment)).toBe(expected);
  });
});
