import { Command } from "commander";
import { describe, expect, it } from "vitest";
import { addInputFlags, applyInputFlags } from "../../src/cli/input-flags.js";
import { optionDefaults } from "../../src/config/config.js";

/** What the flags make of an input with these members. */
function applyTo(input: Readonly<Record<string, unknown>>, ...argv: readonly string[]) {
  const command = addInputFlags(new Command()).exitOverride().parse(argv, { from: "user" });
  return applyInputFlags(input, command.opts(), "/here");
}

describe("input flags", () => {
  it("change nothing where none is given", () => {
    const input = { schema: "a.json", format: false, readonly: true };
    expect(applyTo(input)).toEqual(input);
  });

  it("are there for each option but names", () => {
    const flags = addInputFlags(new Command()).options.map((option) => option.attributeName());
    const missing = Object.keys(optionDefaults).filter((name) => !flags.includes(name));
    expect(missing).toEqual(["names"]);
  });

  it.each([
    [["--dialect", "draft-07"], { dialect: "draft-07" }],
    [["--untyped", "exact"], { untyped: "exact" }],
    [["--formats", "assert"], { formats: "assert" }],
    [["--exact-optional"], { exactOptional: true }],
    [["--no-exact-optional"], { exactOptional: false }],
    [["--discriminator", "annotate"], { discriminator: "annotate" }],
    [["--read-write", "split"], { readWrite: "split" }],
    [["--one-of", "exclusive"], { oneOf: "exclusive" }],
    [["--remote", "example.com", "example.org"], { remote: ["example.com", "example.org"] }],
    [["--no-remote"], { remote: false }],
    [["--declarations", "type"], { declarations: "type" }],
    [["--readonly"], { readonly: true }],
    [["--no-readonly"], { readonly: false }],
    [["--brands"], { brands: true }],
    [["--no-brands"], { brands: false }],
    [["--enums", "const"], { enums: "const" }],
    [["--documentation"], { documentation: true }],
    [["--no-documentation"], { documentation: false }],
    [["--layout", "single-file"], { layout: "single-file" }],
    [["--runtime", "guards, unions"], { runtime: ["guards", "unions"] }],
    [["--runtime", ""], { runtime: [] }],
    [["--format", "prettier"], { format: "prettier" }],
    [["--format", "false"], { format: false }],
    [["--no-format"], { format: false }],
    [["--banner", "by hand"], { banner: "by hand" }],
    [["--import-extension", ""], { importExtension: "" }],
    [["--name", "Event"], { name: "Event" }],
    [["--package", "@example/event@1.0.0"], { package: { name: "@example/event", version: "1.0.0" } }],
    [["--package", "event@1.0.0"], { package: { name: "event", version: "1.0.0" } }],
  ])("%j", (argv, expected) => {
    expect(applyTo({}, ...argv)).toEqual(expected);
  });

  it("start paths from the working directory", () => {
    expect(
      applyTo({}, "--documents", "a/*.json", "../b.json", "--overlays", "o.yaml", "https://example.com/o"),
    ).toEqual({
      documents: ["/here/a/*.json", "/b.json"],
      overlays: ["/here/o.yaml", "https://example.com/o"],
    });
  });

  it("go before the input's own settings, and keep what else its package says", () => {
    const input = { untyped: "infer", package: { name: "a", version: "1.0.0", license: "MIT" } };
    expect(applyTo(input, "--untyped", "exact", "--package", "b@2.0.0")).toEqual({
      untyped: "exact",
      package: { name: "b", version: "2.0.0", license: "MIT" },
    });
  });
});
