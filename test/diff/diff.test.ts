import { describe, expect, it } from "vitest";
import { diff } from "../../src/diff.js";
import { createFolder } from "../config/temporary-folder.js";

const schema = {
  title: "Event",
  type: "object",
  properties: { day: { type: "string", format: "date" }, card: { type: "string", "x-luhn": true } },
};

function sideOf(root: string, module: string): Parameters<typeof diff>[0] {
  const extensions = { module, keywords: { "x-luhn": "passesLuhn" } };
  const input = { schema: { schema }, extensions, package: { name: "event", version: "1.0.0" } };
  return { input, root };
}

describe("diff", () => {
  it("takes functions of the author's for the same where their text is", async () => {
    const text = "export function passesLuhn(value: unknown): boolean {\n  return value !== 1;\n}\n";
    const root = createFolder({ "a.ts": text, "b.ts": text, "c.ts": text.replace("1", "2") });
    const same = await diff(sideOf(root, "./a.ts"), sideOf(root, "./b.ts"));
    expect(same.comparison).toMatchObject({ level: "none", nextVersion: "1.0.0" });
    const other = await diff(sideOf(root, "./a.ts"), sideOf(root, "./c.ts"));
    expect(other.comparison?.changes).toMatchObject([
      { kind: "check-changed", where: "Event.day" },
      { kind: "check-changed", where: "Event.card", verdicts: { readers: "unknown", writers: "unknown" } },
    ]);
    expect(other.comparison?.level).toBe("major");
  });

  it("sees that a format is checked from now on", async () => {
    const input = { schema: { schema } };
    const { comparison } = await diff({ input }, { input: { ...input, formats: "assert" } });
    expect(comparison?.changes).toMatchObject([
      {
        kind: "check-tighter",
        where: "Event.day",
        verdicts: { readers: "compatible", writers: "breaking", consumers: "compatible" },
        example: { breaks: "writers" },
      },
    ]);
  });

  it("tells a format that is checked from one that is not, in the same package", async () => {
    const day = { type: "string", format: "date" };
    const strict = "https://example.com/strict.json";
    const sideWith = (dialect: string): Parameters<typeof diff>[0] => ({
      input: {
        schema: {
          uri: "https://example.com/a.json",
          schema: {
            title: "Event",
            type: "object",
            properties: { a: { $ref: "b.json" }, b: { $ref: "c.json" } },
          },
        },
        documents: {
          "https://example.com/b.json": {
            title: "Checked",
            $schema: strict,
            ...day,
          },
          "https://example.com/c.json": { title: "Open", $schema: dialect, ...day },
          "https://example.com/strict.json": {
            $id: "https://example.com/strict.json",
            $schema: "https://json-schema.org/draft/2020-12/schema",
            $vocabulary: {
              "https://json-schema.org/draft/2020-12/vocab/core": true,
              "https://json-schema.org/draft/2020-12/vocab/validation": true,
              "https://json-schema.org/draft/2020-12/vocab/format-assertion": true,
            },
          },
        },
      },
    });
    const plain = "https://json-schema.org/draft/2020-12/schema";
    const same = await diff(sideWith(plain), sideWith(plain));
    expect(same.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
    expect(same.comparison?.level).toBe("none");
    const { comparison } = await diff(sideWith(plain), sideWith(strict));
    expect(comparison?.level).toBe("major");
    expect(comparison?.changes.map(({ where }) => where)).toContain("Open");
  });

  it("sees what is read otherwise by an option", async () => {
    const untyped = { schema: { schema: { title: "Event", properties: { a: { type: "string" } } } } };
    const { comparison } = await diff({ input: { ...untyped, untyped: "exact" } }, { input: untyped });
    expect(comparison).toMatchObject({
      level: "major",
      verdicts: { readers: "compatible", writers: "breaking" },
    });
  });

  it("sees types that no longer assign where values do", async () => {
    const input = { schema: { schema: { title: "List", type: "array", items: { type: "string" } } } };
    const { comparison } = await diff({ input }, { input: { ...input, readonly: true } });
    expect(comparison).toMatchObject({
      changes: [{ kind: "export-changed", where: "List" }],
      verdicts: { readers: "compatible", writers: "compatible", consumers: "breaking" },
    });
  });

  it("reports what a side cannot be generated from", async () => {
    const { comparison, diagnostics } = await diff(
      { input: { schema: { schema: { $ref: "#/$defs/gone" } } } },
      { input: { schema: { schema } } },
    );
    expect(comparison).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toContain("reference-unresolved");
  });
});
