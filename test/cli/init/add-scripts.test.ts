import { describe, expect, it } from "vitest";
import { addScripts } from "../../../src/cli/init/add-scripts.js";

function add(text: string) {
  return addScripts({ text, value: JSON.parse(text.replace(/^\uFEFF/, "")) });
}

describe("addScripts", () => {
  it.each([
    [
      "two spaces",
      '{\n  "name": "a",\n  "scripts": {\n    "test": "x"\n  },\n  "files": ["a",   "b"]\n}\n',
      '{\n  "name": "a",\n  "scripts": {\n    "test": "x",\n    "generate": "schemist generate",\n    "check": "schemist check"\n  },\n  "files": ["a",   "b"]\n}\n',
    ],
    [
      "tabs, and no newline at the end",
      '{\n\t"scripts": {\n\t\t"test": "x"\n\t},\n\t"name": "a"\n}',
      '{\n\t"scripts": {\n\t\t"test": "x",\n\t\t"generate": "schemist generate",\n\t\t"check": "schemist check"\n\t},\n\t"name": "a"\n}',
    ],
    [
      "four spaces, lines that end with CRLF, and no scripts",
      '\uFEFF{\r\n    "name": "a"\r\n}\r\n',
      '\uFEFF{\r\n    "name": "a",\r\n    "scripts": {\r\n        "generate": "schemist generate",\r\n        "check": "schemist check"\r\n    }\r\n}\r\n',
    ],
    [
      "an empty object",
      "{}",
      '{\n  "scripts": {\n    "generate": "schemist generate",\n    "check": "schemist check"\n  }\n}',
    ],
  ])("keeps all else as it is: %s", (_name, before, after) => {
    expect(add(before).text).toBe(after);
  });

  it("takes other names where these mean something else", () => {
    const text = '{ "scripts": { "check": "tsc", "generate": "graphql-codegen" } }';
    const { text: after, names, scripts } = add(text);
    expect(JSON.parse(after)).toEqual({
      scripts: {
        check: "tsc",
        generate: "graphql-codegen",
        "schemist:generate": "schemist generate",
        "schemist:check": "schemist check",
      },
    });
    expect(names).toEqual(["schemist:generate", "schemist:check"]);
    expect(scripts).toEqual({ generate: "schemist:generate", check: "schemist:check" });
  });

  it("adds none that is there", () => {
    const text = '{ "scripts": { "build": "schemist generate && tsc", "check": "schemist check" } }';
    expect(add(text)).toEqual({ text, names: [], scripts: { generate: "build", check: "check" } });
  });

  it("leaves scripts alone that are no object", () => {
    expect(add('{ "scripts": [] }')).toEqual({ text: '{ "scripts": [] }', names: [], scripts: {} });
  });
});
