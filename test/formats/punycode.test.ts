import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodePunycode, encodePunycode } from "../../templates/formats/punycode.js";

describe("Punycode", () => {
  // https://www.rfc-editor.org/rfc/rfc3492#section-7.1
  it.each([
    ["他们为什么不说中文", "ihqwcrb4cv8a8dqg056pqjye"],
    ["Pročprostěnemluvíčesky", "Proprostnemluvesky-uyb24dma41a"],
    ["3年B組金八先生", "3B-ww4c5e180e575a65lsy2b"],
    ["-> $1.00 <-", "-> $1.00 <--"],
    ["bücher", "bcher-kva"],
    ["\u{10ffff}", "dn32g"],
    ["", ""],
  ])("makes %j to %j and back", (text, punycode) => {
    expect(encodePunycode(text)).toBe(punycode);
    expect(decodePunycode(punycode)).toBe(text);
  });

  it.each(["99999999", "a-é", "0", "a b", "dn33g", "A"])("has no text for %j", (punycode) => {
    expect(decodePunycode(punycode)).toBeUndefined();
  });

  it("comes back for any text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 63 }), (text) => {
        expect(decodePunycode(encodePunycode(text))).toBe(text);
      }),
    );
  });
});
