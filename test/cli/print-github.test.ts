import { describe, expect, it } from "vitest";
import { printGithub, stopCommands } from "../../src/cli/print-github.js";
import { diagnose, type Place } from "../../src/diagnostic.js";

const folders = { cwd: "/repository/packages/one", workspace: "/repository" };

function print(place: Place | undefined, message = "An error."): string {
  return printGithub(diagnose("document-syntax", message, "Mend it.", place), folders);
}

describe("printGithub", () => {
  it("names the file from the root of the repository, with line and column", () => {
    const place = { uri: "file:///x", pointer: "/a", file: "a.json", line: 3, column: 5 };
    expect(print(place)).toBe(
      "::error file=packages/one/a.json,line=3,col=5,title=document-syntax::An error.%0AMend it.",
    );
  });

  it("escapes what would end a property or a message", () => {
    const place = { uri: "file:///x", pointer: "", file: "a,b:100%.json", line: 1 };
    expect(print(place, "100%:\r\n::error::no, really")).toBe(
      "::error file=packages/one/a%2Cb%3A100%25.json,line=1,title=document-syntax::" +
        "100%25:%0D%0A::error::no, really%0AMend it.",
    );
  });

  it("says in the message what no line tells", () => {
    expect(print({ uri: "urn:a", pointer: "/b" })).toBe(
      "::error title=document-syntax::urn:a#/b: An error.%0AMend it.",
    );
    expect(print({ uri: "file:///elsewhere/a.json", pointer: "/b", file: "/elsewhere/a.json" })).toBe(
      "::error file=/elsewhere/a.json,title=document-syntax::/elsewhere/a.json#/b: An error.%0AMend it.",
    );
    expect(print(undefined)).toBe("::error title=document-syntax::An error.%0AMend it.");
  });

  it("has a command for each severity", () => {
    const command = (code: "format-unknown" | "type-inferred") =>
      printGithub(diagnose(code, "A.", "B."), folders).split(" ")[0];
    expect([command("format-unknown"), command("type-inferred")]).toEqual(["::warning", "::notice"]);
  });
});

describe("stopCommands", () => {
  it("takes commands out of the force that stand in text", () => {
    expect(stopCommands(["a", "::error::b"], "token")).toEqual([
      "::stop-commands::token",
      "a",
      "::error::b",
      "::token::",
    ]);
    expect(stopCommands([], "token")).toEqual([]);
  });
});
