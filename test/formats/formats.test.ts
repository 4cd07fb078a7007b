import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatFunctions } from "./format-functions.js";

interface SuiteGroup {
  readonly schema: { readonly format?: string };
  readonly tests: readonly {
    readonly description: string;
    readonly data: unknown;
    readonly valid: boolean;
  }[];
}

const suite =
  process.env["JSON_SCHEMA_TEST_SUITE"] ??
  join(import.meta.dirname, "../../../shared/json-schema-test-suite");

// A suite that is named must be there; one that is not may be missing, since it is no part of the repository.
const isMissing = process.env["JSON_SCHEMA_TEST_SUITE"] === undefined && !existsSync(suite);
if (isMissing)
  process.stderr.write("The official suite is not here: set JSON_SCHEMA_TEST_SUITE to run it.\n");

function readGroups(file: string): readonly SuiteGroup[] {
  return JSON.parse(readFileSync(file, "utf8"));
}

/** As JSON Schema has it: no format says anything of what is not a string, and unknown ones say nothing at all. */
function isValid(format: string | undefined, data: unknown): boolean {
  const decide = format === undefined ? undefined : formatFunctions[format];
  return decide === undefined || typeof data !== "string" || decide(data);
}

function wrongVerdicts({ schema, tests }: SuiteGroup): string[] {
  return tests
    .filter(({ data, valid }) => isValid(schema.format, data) !== valid)
    .map(
      ({ description, data, valid }) =>
        `${JSON.stringify(data)} is ${valid ? "" : "in"}valid: ${description}`,
    );
}

describe.skipIf(isMissing)("the official suite (in JSON_SCHEMA_TEST_SUITE, or beside the repository)", () => {
  describe.each(["draft4", "draft6", "draft7", "draft2019-09", "draft2020-12"])("%s", (draft) => {
    const folder = join(suite, "tests", draft, "optional/format");

    it.each(isMissing ? [] : readdirSync(folder))("agrees on %s", (file) => {
      const groups = readGroups(join(folder, file));
      expect(groups).not.toEqual([]);
      expect(groups.flatMap(wrongVerdicts)).toEqual([]);
    });
  });

  it("asks for every format that there is a template for", () => {
    const folder = join(suite, "tests/draft2020-12/optional/format");
    const asked = readdirSync(folder).flatMap((file) =>
      readGroups(join(folder, file)).map(({ schema }) => schema.format),
    );
    expect(asked).toEqual(expect.arrayContaining(Object.keys(formatFunctions)));
  });
});
