import { describe, expect, it } from "vitest";
import { Linker } from "../../src/link/link.js";
import { makeDocuments } from "./make-documents.js";

/** A schema that counts how often its `properties` are read. */
function countReads() {
  let reads = 0;
  const schema = {
    type: "object",
    get properties() {
      reads++;
      return { a: { $ref: "#/$defs/A" } };
    },
    $defs: { A: { type: "string" } },
  };
  return { schema, reads: () => reads };
}

const root = "file:///root.json";

describe("Linker", () => {
  it("surveys documents once, to find what is missing and to link them", () => {
    const { schema, reads } = countReads();
    const documents = makeDocuments({ [root]: schema });
    const linker = new Linker({ dialect: "2020-12" });
    expect(linker.findMissing(documents)).toEqual([]);
    expect(linker.link(documents).value.schemas.size).toBe(3);
    expect(linker.link(documents).value.schemas.size).toBe(3);
    expect(reads()).toBe(1);
  });

  it("surveys other documents anew", () => {
    const linker = new Linker({ dialect: "2020-12" });
    expect(linker.findMissing(makeDocuments({ [root]: { $ref: "b.json" } }))).toEqual(["file:///b.json"]);
    const both = makeDocuments({ [root]: { $ref: "b.json" }, "file:///b.json": { type: "string" } });
    expect(linker.findMissing(both)).toEqual([]);
    expect([...linker.link(both).value.schemas.keys()]).toEqual([`${root}#`, "file:///b.json#"]);
  });
});
