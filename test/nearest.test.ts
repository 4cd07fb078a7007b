import { describe, expect, it } from "vitest";
import { nearest } from "../src/nearest.js";

describe("nearest", () => {
  it("finds swapped, missing and doubled letters", () => {
    expect(nearest("strnig", ["number", "string", "object"])).toEqual(["string"]);
    expect(nearest("Adress", ["Address", "Person"])).toEqual(["Address"]);
    expect(nearest("Recippient", ["Recipient"])).toEqual(["Recipient"]);
  });

  it("puts the nearest first, and those equally near in the order given", () => {
    expect(nearest("colour", ["colours2", "velour", "color", "colours"])).toEqual([
      "color",
      "colours",
      "colours2",
    ]);
  });

  it("takes another letter case for the same letter", () => {
    expect(nearest("recipient", ["Recipient"])).toEqual(["Recipient"]);
  });

  it("offers nothing where nothing is near", () => {
    expect(nearest("Event", ["Recipient", "Address"])).toEqual([]);
    expect(nearest("a", ["b"])).toEqual([]);
    expect(nearest("", ["a", ""])).toEqual([]);
  });

  it("leaves out the name itself", () => {
    expect(nearest("Event", ["Event", "Events"])).toEqual(["Events"]);
  });

  it("gives at most as many as asked for, each once", () => {
    const known = ["name1", "name2", "name2", "name3", "name4"];
    expect(nearest("name", known)).toEqual(["name1", "name2", "name3"]);
    expect(nearest("name", known, 1)).toEqual(["name1"]);
  });

  it("does not compare texts that are no names", () => {
    const text = "x".repeat(200_000);
    expect(nearest(text, [`${text}y`])).toEqual([]);
  });
});
