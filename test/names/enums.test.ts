import { describe, expect, it } from "vitest";
import { nameValues } from "../../src/names/enums.js";

describe("the keys of an enum's object", () => {
  it.each([
    [
      ["red", "dark-blue", "UPPER_CASE", "EUR", "Öl"],
      ["Red", "DarkBlue", "UPPER_CASE", "EUR", "Öl"],
    ],
    [
      ["", "*", "+1", "-1", "404", "2d"],
      ["Empty", "*", "+1", "-1", "404", "2d"],
    ],
    [
      [1, -1, 0.5, 1e21],
      ["1", "-1", "0.5", "1e+21"],
    ],
    [
      ["a-b", "aB", "AB", "a_b"],
      ["AB", "aB", '"AB"', "a_b"],
    ],
    [
      ["1", 1],
      ["1", "1_efwnq4"],
    ],
    [
      ["", "empty"],
      ["Empty", "empty"],
    ],
    [
      ["proto", "__proto__"],
      ["Proto", "__proto__"],
    ],
  ])("of %j are %j", (values, keys) => {
    expect(nameValues(values)).toEqual(keys);
  });

  it("stay where a value is appended", () => {
    const values = ["a-b", "c", "d"];
    expect(nameValues([...values, "AB", "C"]).slice(0, 3)).toEqual(nameValues(values));
  });
});
