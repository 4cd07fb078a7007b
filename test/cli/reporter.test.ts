import { describe, expect, it } from "vitest";
import type { ReporterFlags } from "../../src/cli/reporter-flags.js";
import { createReporter } from "../../src/cli/reporter.js";
import { diagnose, type Diagnostic } from "../../src/diagnostic.js";

const note = diagnose("type-inferred", "A note.", "Leave it.");
const warning = diagnose("format-unknown", "A warning.", "See.", { uri: "urn:a", pointer: "/b" });
const error = diagnose("document-syntax", "An error.", "Mend it.", {
  uri: "file:///p/a.json",
  pointer: "",
  file: "a.json",
  line: 3,
  column: 5,
  frame: "> 3 | x\n    | ^",
});

function report(flags: ReporterFlags, diagnostics: readonly Diagnostic[], hasColors = false) {
  const written = { stdout: "", stderr: "" };
  const reporter = createReporter(flags, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    isTerminal: hasColors,
    hasColors,
    cwd: "/p",
  });
  reporter.say("summary");
  reporter.find("finding", diagnose("output-differs", "It differs.", "Generate."));
  reporter.add(diagnostics);
  reporter.close();
  return written;
}

describe("text reporter", () => {
  it("writes the summary to standard output, and diagnostics to standard error, errors first", () => {
    expect(report({ reporter: "text" }, [note, warning, error])).toEqual({
      stdout: "summary\nfinding\n",
      stderr: `a.json:3:5 error document-syntax
  An error.
  Mend it.

  > 3 | x
      | ^

urn:a#/b warning format-unknown
  A warning.
  See.

1 note; --verbose shows it
`,
    });
  });

  it("counts notes, and shows them where it is asked to", () => {
    const other = diagnose("type-inferred", "Another note.", "Leave it.");
    expect(report({ reporter: "text" }, [note, other]).stderr).toBe("2 notes; --verbose shows them\n");
    expect(report({ reporter: "text", verbose: true }, [note]).stderr).toBe(
      "note type-inferred\n  A note.\n  Leave it.\n\n",
    );
  });

  it("tells once what several inputs say alike", () => {
    expect(report({ reporter: "text" }, [note, { ...note }]).stderr).toBe("1 note; --verbose shows it\n");
  });

  it("has colours only where they are wanted", () => {
    expect(report({ reporter: "text" }, [error], true).stderr).toContain("\u001B[31merror\u001B[39m");
    expect(report({ reporter: "text" }, [error]).stderr).not.toContain("\u001B");
  });
});

describe("json reporter", () => {
  it("writes one array with findings and notes, and nothing else", () => {
    const { stdout, stderr } = report({ reporter: "json" }, [note, warning, error]);
    expect(stderr).toBe("");
    const codes = JSON.parse(stdout).map(({ code }: Diagnostic) => code);
    expect(codes).toEqual(["output-differs", "document-syntax", "format-unknown", "type-inferred"]);
    expect(JSON.parse(stdout)[1]).toEqual(error);
  });

  it("writes an empty array where there is nothing to tell", () => {
    let stdout = "";
    const reporter = createReporter(
      { reporter: "json" },
      { stdout: { write: (text) => (stdout += text) }, stderr: { write() {} }, isTerminal: false, cwd: "/" },
    );
    reporter.close();
    expect(stdout).toBe("[]\n");
  });
});

describe("github reporter", () => {
  it("writes the text where no command counts, and then a command for each diagnostic", () => {
    const { stdout, stderr } = report({ reporter: "github" }, [note, warning, error]);
    expect(stderr).toBe("");
    const token = /^::stop-commands::([\w-]{36})$/m.exec(stdout)?.[1];
    expect(stdout).toBe(`::stop-commands::${token}
summary
finding
::${token}::
::error title=output-differs::It differs.%0AGenerate.
::error file=a.json,line=3,col=5,title=document-syntax::An error.%0AMend it.
::warning title=format-unknown::urn:a#/b: A warning.%0ASee.
`);
  });

  it("tells notes where it is asked to", () => {
    const { stdout } = report({ reporter: "github", verbose: true }, [note]);
    expect(stdout).toContain("\n::notice title=type-inferred::A note.%0ALeave it.\n");
  });
});

describe("sarif reporter", () => {
  it("writes one log with findings and notes, and nothing else", () => {
    const { stdout, stderr } = report({ reporter: "sarif" }, [note, warning, error]);
    expect(stderr).toBe("");
    const results = JSON.parse(stdout).runs[0].results;
    expect(results.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      "output-differs",
      "document-syntax",
      "format-unknown",
      "type-inferred",
    ]);
  });
});
