import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readExtensionFile } from "../../src/load/read-extension-file.js";
import { resolvedInput } from "./resolved-input.js";
import { makeFolder, uriOf } from "./temporary-folder.js";

function read(folder: string, module: string) {
  const extensions = { module, version: undefined, formats: {}, keywords: {} };
  return readExtensionFile(resolvedInput(folder, { extensions }));
}

describe("the module of extensions", () => {
  it("is read as text, without a byte-order mark and with lines that end in LF", async () => {
    const folder = await makeFolder({ "src/a.ts": "\uFEFFexport const a = 1;\r\nthrow 1;\r\n" });
    expect(await read(folder, join(folder, "src/a.ts"))).toEqual({
      value: { uri: uriOf(folder, "src/a.ts"), file: "src/a.ts", text: "export const a = 1;\nthrow 1;\n" },
      diagnostics: [],
    });
  });

  it("is not looked for where it is a package, or there is none", async () => {
    const nothing = { value: undefined, diagnostics: [] };
    expect(await read("/nowhere", "@example/rules")).toEqual(nothing);
    expect(await readExtensionFile(resolvedInput("/nowhere", {}))).toEqual(nothing);
  });

  it("is an error with the nearest name where it is missing", async () => {
    const folder = await makeFolder({ "extensions.ts": "", "other.ts": "" });
    const { value, diagnostics } = await read(folder, join(folder, "extension.ts"));
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([
      {
        code: "extension-unreadable",
        severity: "error",
        message:
          "extension.ts, which exports the formats and keywords of your own, cannot be read: There is no such file.",
        help: "Did you mean extensions.ts?",
        place: { uri: uriOf(folder, "extension.ts"), pointer: "", file: "extension.ts" },
      },
    ]);
  });

  it("is an error where its folder is missing, or it is a folder", async () => {
    const folder = await makeFolder({ "src/a.ts": "" });
    const messages = await Promise.all(
      ["lib/a.ts", "src", "src/a.ts/b.ts"].map(async (path) => {
        const { diagnostics } = await read(folder, join(folder, path));
        return diagnostics.map(({ message }) => message.slice(message.indexOf(": ") + 2));
      }),
    );
    expect(messages).toEqual([["There is no such file."], ["It is a folder."], ["There is no such file."]]);
  });
});
