import { describe, expect, it } from "vitest";
import { diagnose, summarizeNotes } from "../src/diagnostic.js";

describe("many notes of one kind", () => {
  it("are the first thousand, and one that says how many more", () => {
    const notes = Array.from({ length: 1234 }, (_, index) => diagnose("type-inferred", `${index}.`, "Help."));
    const other = diagnose("type-wider", "Wider.", "Help.");
    const summary = summarizeNotes([...notes, other]);
    expect(summary.slice(0, 1000)).toEqual(notes.slice(0, 1000));
    expect(summary.slice(1000).map(({ code, message }) => [code, message])).toEqual([
      ["type-wider", "Wider."],
      ["type-inferred", "The same is true of 234 more schemas."],
    ]);
  });

  it("leave every error and warning", () => {
    const errors = Array.from({ length: 1200 }, () => diagnose("schema-invalid", "Wrong.", "Help."));
    const warnings = Array.from({ length: 1200 }, () => diagnose("schema-unsatisfiable", "Odd.", "Help."));
    expect(summarizeNotes([...errors, ...warnings])).toEqual([...errors, ...warnings]);
  });
});
