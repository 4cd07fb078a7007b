import { cp, mkdtemp, readFile, realpath, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "../../src/diagnostic.js";
import { runCli } from "./run-cli.js";

const fixture = fileURLToPath(new URL("../../fixtures/webex-event", import.meta.url));
let folder = "";

beforeAll(async () => {
  folder = await realpath(await mkdtemp(join(tmpdir(), "schemist-founding-")));
  await cp(join(fixture, "event.schema.json"), join(folder, "event.schema.json"));
  await cp(join(fixture, "components"), join(folder, "components"), { recursive: true });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the founding file", () => {
  it("alone, reports its three references in one run, each with its place and what to do", async () => {
    const { code, stdout } = await runCli(
      ["generate", "event.schema.json", "--out", "alone", "--reporter", "json"],
      folder,
    );
    const diagnostics = JSON.parse(stdout) as Diagnostic[];
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expect(code).toBe(2);
    expect(
      errors.map(({ code, place }) => [code, place?.file, place?.line, place?.column, place?.pointer]),
    ).toEqual([
      ["reference-unresolved", "event.schema.json", 22, 1, "/properties/resource/$ref"],
      ["reference-unresolved", "event.schema.json", 26, 1, "/properties/type/$ref"],
      [
        "reference-unresolved",
        "event.schema.json",
        213,
        1,
        "/properties/data/properties/recipients/items/$ref",
      ],
    ]);
    for (const { help } of errors) expect(help).toContain("`documents`");
    expect(existsSync(join(folder, "alone"))).toBe(false);
  });

  it("with a sister misnamed, names the nearest known name", async () => {
    const sister = await readFile(join(folder, "components/EventTypeEnum.json"), "utf8");
    await writeFile(
      join(folder, "misnamed.json"),
      sister.replace("schemas/EventTypeEnum", "schemas/EventTypesEnum"),
    );
    const { code, stdout } = await runCli(
      [
        ...["generate", "event.schema.json", "--out", "near", "--reporter", "json"],
        ...["--documents", "components/EventResourceEnum.json", "components/Recipient.json", "misnamed.json"],
      ],
      folder,
    );
    const errors = (JSON.parse(stdout) as Diagnostic[]).filter(({ severity }) => severity === "error");
    expect(code).toBe(2);
    expect(errors).toHaveLength(1);
    expect(errors[0]?.message).toContain("#/components/schemas/EventTypeEnum");
    expect(errors[0]?.help).toContain("EventTypesEnum");
  });

  it("with its sisters, generates, and only warns of the forbidden $id of each", async () => {
    const { code, stdout } = await runCli(
      [
        "generate",
        "event.schema.json",
        "--out",
        "whole",
        "--documents",
        "components/*.json",
        "--reporter",
        "json",
      ],
      folder,
    );
    expect(code).toBe(0);
    const told = (JSON.parse(stdout) as Diagnostic[]).filter(({ severity }) => severity !== "note");
    expect(told.map(({ code, severity }) => [severity, code])).toEqual(
      Array.from({ length: 4 }, () => ["warning", "identifier-forbidden"]),
    );
  });
});
