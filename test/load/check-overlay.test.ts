import { describe, expect, it } from "vitest";
import type { JsonValue } from "../../src/json.js";
import { checkOverlay } from "../../src/load/check-overlay.js";

function check(value: JsonValue) {
  return checkOverlay({ uri: "urn:overlay", value, source: undefined, patches: [], dialect: undefined });
}

function breachesOf(value: JsonValue) {
  return check(value).diagnostics.map(({ code, message, place }) => [code, place?.pointer, message]);
}

const info = { title: "t", version: "1" };
const action = { target: "$" };
const valid = { overlay: "1.0.0", info, actions: [action] };

describe("an overlay", () => {
  it("is read with all that it says", () => {
    const { value, diagnostics } = check({
      overlay: "1.0.1",
      info: { ...info, "x-note": 1 },
      extends: "schema.json",
      actions: [
        { target: "$.a", description: "d", update: null },
        { target: "$..b", remove: true, "x-why": "so" },
      ],
      "x-more": {},
    });
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      uri: "urn:overlay",
      extends: "schema.json",
      actions: [
        { pointer: "/actions/0", target: "$.a", update: null, remove: false },
        { pointer: "/actions/1", target: "$..b", update: undefined, remove: true },
      ],
    });
  });

  it("reports everything that is wrong with it, and is then none", () => {
    const { value, diagnostics } = check({
      overlay: "1.1.0",
      info: { title: 1 },
      extends: ["a"],
      actions: [{ target: "a.b" }, { taget: "$" }, 5, { target: "$", remove: "yes", description: 1 }],
      more: 1,
    });
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ place, message }) => [place?.pointer, message])).toEqual([
      ["/overlay", '`overlay` must be the version "1.0.0".'],
      ["/extends", "`extends` must be a string."],
      ["/more", "`more` means nothing here."],
      ["/actions/0/target", "`a.b` is not a JSONPath query: expected '$', found 'a' ('a.b':0)."],
      ["/actions/1", "`target` is missing."],
      ["/actions/1/taget", "`taget` means nothing here."],
      ["/actions/2", "An object is expected here."],
      ["/actions/3/description", "`description` must be a string."],
      ["/actions/3/remove", "`remove` must be true or false."],
      ["/info/title", "`title` must be a string."],
      ["/info", "`version` is missing."],
    ]);
    expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set(["overlay-invalid"]));
  });

  it.each<[JsonValue, string, string]>([
    [[], "", "An object is expected here."],
    ["text", "", "An object is expected here."],
    [{ ...valid, overlay: 1 }, "/overlay", '`overlay` must be the version "1.0.0".'],
    [{ ...valid, actions: [] }, "/actions", "`actions` must be an array with at least one action."],
    [{ ...valid, actions: {} }, "/actions", "`actions` must be an array with at least one action."],
    [{ ...valid, info: "x" }, "/info", "`info` must be an object."],
    [{ overlay: "1.0.0", actions: [action] }, "", "`info` is missing."],
  ])("is not %j", (value, pointer, message) => {
    expect(breachesOf(value)).toEqual([["overlay-invalid", pointer, message]]);
  });

  it.each(["$.", "$[?@.x", "$..", "", "$[?none(@)]", "$['a'", "$.a b", "a"])("has no target %j", (target) => {
    expect(breachesOf({ ...valid, actions: [{ target }] })).toEqual([
      [
        "overlay-invalid",
        "/actions/0/target",
        expect.stringContaining(`\`${target}\` is not a JSONPath query: `),
      ],
    ]);
  });
});
