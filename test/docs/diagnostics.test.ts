import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { severities } from "../../src/diagnostic.js";

const page = readFileSync(new URL("../../docs/diagnostics.md", import.meta.url), "utf8");

describe("the page of diagnostics", () => {
  const rows = [...page.matchAll(/^\| `([a-z-]+)` +\| (\w+) +\| (.*?) +\| (.*?) +\|$/gm)];

  it("has every code once, with its severity", () => {
    const listed = rows.map(([, code, severity]) => `${code} ${severity}`);
    const known = Object.entries(severities).map(([code, severity]) => `${code} ${severity}`);
    expect(listed.toSorted()).toEqual(known.toSorted());
  });

  it("says of each what it means and what to do", () => {
    expect(rows.filter(([, , , meaning, remedy]) => !meaning || !remedy)).toEqual([]);
  });
});
