import { describe, expect, it } from "vitest";
import { showPath, showPlace } from "../../src/cli/show-path.js";
import { diagnose } from "../../src/diagnostic.js";

function showFile(place: { readonly uri: string; readonly file?: string }): string | undefined {
  const diagnostic = diagnose("document-syntax", "x", "y", { pointer: "", ...place });
  return showPlace(diagnostic, "/project", "/project/packages/a").place?.file;
}

describe("showPath", () => {
  it("names paths from the working directory, and that itself by a dot", () => {
    expect(showPath("/project/out", "/project")).toBe("out");
    expect(showPath("/out", "/project")).toBe("../out");
    expect(showPath("/project", "/project")).toBe(".");
  });
});

describe("showPlace", () => {
  it("names the file from the working directory instead of from the root", () => {
    expect(showFile({ uri: "file:///project/a.json", file: "schemas/a.json" })).toBe("../../schemas/a.json");
    expect(showFile({ uri: "file:///x", file: "/project/packages/a/b.json" })).toBe("b.json");
  });

  it("takes the file from the URI where the place has none", () => {
    expect(showFile({ uri: "file:///project/packages/a/out/x%20y.ts" })).toBe("out/x y.ts");
  });

  it("leaves URLs and other URIs alone", () => {
    expect(showFile({ uri: "https://example.com/a", file: "https://example.com/a" })).toBe(
      "https://example.com/a",
    );
    expect(showFile({ uri: "urn:a" })).toBeUndefined();
    expect(showFile({ uri: "file://elsewhere/a" })).toBeUndefined();
  });
});
