import { describe, expect, it } from "vitest";
import { formatDeclarations } from "../../src/format/format-declarations.js";

/** Formats by upper case, and records what it was given. */
function recordCalls(): { texts: string[]; format: (text: string) => Promise<string> } {
  const texts: string[] = [];
  const format = (text: string): Promise<string> => {
    texts.push(text);
    return text.includes("wrong") ? Promise.reject(new SyntaxError("wrong")) : Promise.resolve(`${text}!\n`);
  };
  return { texts, format };
}

describe("formatDeclarations", () => {
  it("formats equal declarations once, and small ones together", async () => {
    const { texts, format } = recordCalls();
    const formatted = await formatDeclarations(["a", "b", "a"], format);
    expect([...formatted]).toEqual([
      ["a", "a"],
      ["b", "b!"],
    ]);
    expect(texts).toEqual(["a\n\n//# next declaration\n\nb"]);
  });

  it("formats no more than 8,000 characters at once, unless one declaration has more", async () => {
    const { texts, format } = recordCalls();
    const long = ["a", "b", "c", "d"].map((letter) => letter.repeat(4000));
    await formatDeclarations([...long, "e".repeat(20_000), "f"], format);
    expect(texts.map((text) => new Set(text.match(/\b([a-f])\1*\b/g)).size)).toEqual([2, 2, 1, 1]);
  });

  it("formats by itself what holds the separator", async () => {
    const { texts, format } = recordCalls();
    const hostile = "//# next declaration\nb";
    const formatted = await formatDeclarations(["a", hostile], format);
    expect(formatted.get(hostile)).toBe(`${hostile}!`);
    expect(texts).toEqual(["a", hostile]);
  });

  it("says which declaration cannot be parsed", async () => {
    const { format } = recordCalls();
    await expect(formatDeclarations(["a", "wrong b", "c"], format)).rejects.toThrow(
      /what was printed:\nwrong b$/,
    );
  });

  it("formats nothing where there is nothing", async () => {
    const { texts, format } = recordCalls();
    expect((await formatDeclarations([], format)).size).toBe(0);
    expect(texts).toEqual([]);
  });
});

describe("formatDeclarations, with what was formatted before", () => {
  it("formats only what is new, and keeps it", async () => {
    const { texts, format } = recordCalls();
    const known = new Map([["a", "A"]]);
    const formatted = await formatDeclarations(["a", "b"], format, {
      find: (source) => known.get(source),
      keep: (source, text) => known.set(source, text),
    });
    expect(texts).toEqual(["b"]);
    expect([...formatted]).toEqual([
      ["a", "A"],
      ["b", "b!"],
    ]);
    expect([...known.keys()]).toEqual(["a", "b"]);
  });
});
