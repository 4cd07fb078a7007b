import { describe, expect, it } from "vitest";
import { convertCall } from "../../../src/cli/init/convert-json2ts.js";
import { readJson2tsCalls } from "../../../src/cli/init/read-json2ts.js";
import { splitScript } from "../../../src/cli/init/split-script.js";

function readOne(script: string) {
  const [call] = readJson2tsCalls(new Map([["types", script]]));
  return call && [call.input, call.output, Object.fromEntries(call.flags)];
}

describe("splitScript", () => {
  it("takes commands apart as a shell does", () => {
    const script = `A=1 one 'two  3' "fo\\"ur" fi\\ ve && six<in>out | seven; eight ''`;
    expect(splitScript(script)).toEqual([
      { words: ["A=1", "one", "two  3", 'fo"ur', "fi ve"], from: undefined, to: undefined },
      { words: ["six"], from: "in", to: "out" },
      { words: ["seven"], from: undefined, to: undefined },
      { words: ["eight", ""], from: undefined, to: undefined },
    ]);
  });
});

describe("readJson2tsCalls", () => {
  it.each([
    ["json2ts a.json a.d.ts", ["a.json", "a.d.ts", {}]],
    ["json2ts -i a.json -o a.d.ts", ["a.json", "a.d.ts", {}]],
    ["json2ts --input=a.json --output a.d.ts", ["a.json", "a.d.ts", {}]],
    ["npx json2ts -i 'schemas/**/*.json' -o types", ["schemas/**/*.json", "types", {}]],
    ["tsc && ./node_modules/.bin/json2ts a.json > a.d.ts", ["a.json", "a.d.ts", {}]],
    ["cat a.json | json2ts > a.d.ts", [undefined, "a.d.ts", {}]],
    ["json2ts < a.json > a.d.ts", ["a.json", "a.d.ts", {}]],
    ["json2ts --no-format a.json", ["a.json", undefined, { format: false }]],
    ["json2ts --unknownAny false a.json b.ts", ["a.json", "b.ts", { unknownAny: false }]],
    ["json2ts --unknownAny a.json", ["a.json", undefined, { unknownAny: true }]],
    [
      'json2ts a.json --maxItems 5 --style.semi=false --bannerComment "// mine"',
      ["a.json", undefined, { maxItems: "5", "style.semi": "false", bannerComment: "// mine" }],
    ],
    ["npx --yes json-schema-to-typescript@16 a.json a.d.ts", ["a.json", "a.d.ts", {}]],
    ["npx -p json-schema-to-typescript json2ts a.json", ["a.json", undefined, {}]],
    ["npm install json-schema-to-typescript", undefined],
    ["tsc", undefined],
  ])("reads %s", (script, expected) => {
    expect(readOne(script)).toEqual(expected);
  });
});

describe("convertCall", () => {
  const convert = (script: string, taken = new Set<string>()) => {
    const [call] = readJson2tsCalls(new Map([["types", script]]));
    return call && convertCall(call, (path) => path === "schemas", taken);
  };

  it("keeps the printer of types, and turns a file into a folder", () => {
    expect(convert("json2ts -i ./schemas/order.json -o src/types/order.d.ts")).toEqual({
      input: { schema: "schemas/order.json", output: "src/types/order", types: "json-schema-to-typescript" },
      remarks: [
        'From the script "types" of package.json.',
        "Replaces src/types/order.d.ts: delete that when nothing imports it.",
      ],
    });
  });

  it("makes a glob of a folder", () => {
    const { schema, output } = convert("json2ts schemas/ types/")?.input ?? {};
    expect([schema, output]).toEqual(["schemas/**/*.{json,yaml,yml}", "types"]);
  });

  it("gives each input an output of its own", () => {
    const taken = new Set<string>();
    const outputs = ["a.json", "b.json"].map((file) => convert(`json2ts ${file} types`, taken)?.input.output);
    expect(outputs).toEqual(["types", "types/b"]);
  });

  it.each([
    ["--no-additionalProperties", { types: "schemist" }],
    ["--inferStringEnumKeysFromValues", { enums: "const" }],
    ["--no-format", { format: false }],
    ["--bannerComment='/* eslint-disable */'", { banner: "eslint-disable" }],
    ["--bannerComment='/**\n * Mine,\n * all mine.\n */'", { banner: "Mine,\nall mine." }],
  ])("turns %s into options", (flag, options) => {
    expect(convert(`json2ts ${flag} a.json a.d.ts`)?.input).toMatchObject(options);
  });

  it.each([
    ...["--maxItems=3", "--ignoreMinAndMaxItems", "--no-unknownAny", "--strictIndexSignatures", "--cwd=x"],
    ...["--no-declareExternallyReferenced", "--style.semi=false", "--other"],
  ])("says what becomes of %s", (flag) => {
    const remarks = convert(`json2ts a.json a.d.ts ${flag}`)?.remarks ?? [];
    expect(
      remarks.filter((remark) => remark.startsWith(`json2ts ${flag.replace("=false", "")}`)),
    ).toHaveLength(1);
  });

  it.each(["--enableConstEnums", "--unreachableDefinitions", "--additionalProperties", "--format"])(
    "needs nothing for %s",
    (flag) => {
      expect(convert(`json2ts a.json a.d.ts ${flag}`)).toEqual(convert("json2ts a.json a.d.ts"));
    },
  );

  it("has no input to convert where standard input is read", () => {
    expect(convert("json2ts > a.d.ts")).toBe(undefined);
  });
});
