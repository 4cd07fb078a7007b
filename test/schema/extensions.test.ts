import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../src/json.js";
import type { LowerOptions } from "./lower-documents.js";
import { lowerDocuments } from "./lower-documents.js";

const extensions = {
  formats: { "order-number": "isOrderNumber", email: "isOurEmail" },
  keywords: { "x-luhn": "passesLuhn", "x-even": "isEven" },
};

/** The root's canonical schema, and what was said about it but that something is not used. */
function lowerRoot(schema: JsonObject, options: LowerOptions = {}) {
  const { schema: canonical, diagnostics } = lowerDocuments(schema, { extensions, ...options });
  return {
    schema: canonical(""),
    diagnostics: diagnostics.filter(({ code }) => code !== "extension-unused"),
  };
}

describe("keywords of the user's own", () => {
  it("are kept with what stands under them, in the author's order, and without a note", () => {
    const argument = { $ref: "#/nowhere", digits: [16] };
    const { schema, diagnostics } = lowerRoot({ "x-even": null, type: "string", "x-luhn": argument });
    expect(diagnostics).toEqual([]);
    expect(schema).toEqual({
      type: ["string"],
      extensions: [
        { name: "x-even", argument: null, export: "isEven" },
        { name: "x-luhn", argument, export: "passesLuhn" },
      ],
    });
  });

  it("are none where nobody names them", () => {
    const { schema } = lowerRoot({ "x-luhn": true, constructor: 1 }, { extensions: undefined });
    expect(schema).toEqual({});
  });

  it("do not count beside a $ref that hides its siblings, with a note", () => {
    const draft07 = { $ref: "#/definitions/A", definitions: { A: {} }, "x-luhn": true };
    const { schema, diagnostics } = lowerRoot(draft07, { dialect: "draft-07" });
    expect(schema).not.toHaveProperty("extensions");
    expect(diagnostics).toMatchObject([
      { code: "keyword-ignored", message: "In draft-07 x-luhn does not count where it stands beside $ref." },
    ]);
    const { schema: newer } = lowerRoot({ ...draft07 }, { dialect: "2020-12" });
    expect(newer.extensions).toHaveLength(1);
  });

  it("speak of no type", () => {
    const { schema } = lowerRoot({ "x-luhn": true, minLength: 1 }, { untyped: "infer" });
    expect(schema.type).toEqual(["string"]);
    expect(lowerRoot({ "x-luhn": true }, { untyped: "infer" }).schema.type).toBeUndefined();
  });

  it("must not be called as a keyword of any dialect, or as what every object has", () => {
    const keywords = { minimum: "a", divisibleBy: "b", toString: "c", "x-fine": "d" };
    const { diagnostics } = lowerRoot({ "x-fine": 1 }, { extensions: { formats: {}, keywords } });
    expect(diagnostics.map(({ code, severity, message, help }) => [code, severity, message, help])).toEqual([
      [
        "extension-invalid",
        "error",
        'The config gives the keyword "minimum" to a function, and that is a keyword of v1.',
        'Call it otherwise, as in "x-minimum".',
      ],
      [
        "extension-invalid",
        "error",
        'The config gives the keyword "divisibleBy" to a function, and that is a keyword of draft-03.',
        'Call it otherwise, as in "x-divisibleBy".',
      ],
      [
        "extension-invalid",
        "error",
        'The config gives the keyword "toString" to a function, and that is what every object has.',
        'Call it otherwise, as in "x-toString".',
      ],
    ]);
  });
});

describe("formats of the user's own", () => {
  it.each(["dialect", "annotate", "assert"] as const)("are asserted with formats: %s", (formats) => {
    expect(lowerRoot({ format: "order-number" }, { formats }).schema).toEqual({
      format: { name: "order-number", asserted: true, export: "isOrderNumber" },
    });
  });

  it("go before what is known under their name, and leave others alone", () => {
    expect(lowerRoot({ format: "email" }).schema.format).toMatchObject({ export: "isOurEmail" });
    expect(lowerRoot({ format: "date" }).schema.format).toEqual({ name: "date", asserted: false });
    expect(lowerRoot({ format: "constructor" }).schema.format).toEqual({
      name: "constructor",
      asserted: false,
    });
  });

  it("speak of strings", () => {
    const { schema } = lowerRoot({ format: "order-number" }, { untyped: "infer" });
    expect(schema.type).toEqual(["string"]);
  });
});

it("notes what the config names and no schema has", () => {
  const schema = { format: "email", properties: { a: { "x-luhn": true } } };
  expect(lowerDocuments(schema, { extensions }).diagnostics).toEqual([
    {
      code: "extension-unused",
      severity: "note",
      message: 'The config gives the format "order-number" to a function, and no schema has it.',
      help: "Correct the name, or remove it from `formats`.",
    },
    {
      code: "extension-unused",
      severity: "note",
      message: 'The config gives the keyword "x-even" to a function, and no schema has it.',
      help: "Correct the name, or remove it from `keywords`.",
    },
  ]);
});
