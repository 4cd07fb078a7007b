import { describe, expect, it } from "vitest";
import { readRules } from "../../src/cli/rules.js";
import { severities } from "../../src/diagnostic.js";

const rules = readRules();

describe("readRules", () => {
  it("has every code", () => {
    expect([...rules.keys()].toSorted()).toEqual(Object.keys(severities).toSorted());
  });

  it("is plain text", () => {
    expect(rules.get("extension-invalid")?.remedy).toBe("See extensions.");
    for (const { meaning, remedy } of rules.values()) expect(`${meaning} ${remedy}`).not.toMatch(/\]\(|\\\|/);
  });
});
