import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { JsonSchema } from "../../src/config/config.js";
import type { JsonValue } from "../../src/json.js";

/** One schema of the official suite, and the instances that it is tried on. */
export interface SuiteGroup {
  readonly draft: string;
  /** Its path below the draft's folder, without the extension: `type`. */
  readonly file: string;
  readonly description: string;
  readonly schema: JsonSchema;
  readonly tests: readonly SuiteTest[];
}

export interface SuiteTest {
  readonly description: string;
  readonly data: JsonValue;
  readonly valid: boolean;
}

/** The suite's folders, with the dialect that each is about. */
export const drafts: Readonly<Record<string, string>> = {
  draft3: "http://json-schema.org/draft-03/schema",
  draft4: "http://json-schema.org/draft-04/schema",
  draft6: "http://json-schema.org/draft-06/schema",
  draft7: "http://json-schema.org/draft-07/schema",
  "draft2019-09": "https://json-schema.org/draft/2019-09/schema",
  "draft2020-12": "https://json-schema.org/draft/2020-12/schema",
  v1: "https://json-schema.org/v1",
};

/** The folder of the suite: where the variable says, or beside this repository; undefined where there is none. */
export function findSuite(): string | undefined {
  const beside = fileURLToPath(new URL("../../../shared/json-schema-test-suite", import.meta.url));
  const folder = process.env["JSON_SCHEMA_TEST_SUITE"] ?? beside;
  return existsSync(join(folder, "tests")) ? folder : undefined;
}

/** What every validator must pass; and, with formats asserted, what says of them how they are checked. */
export type SuiteSet = "required" | "optional/format";

/** All groups of a set of a draft's tests; the required ones of v1 have a folder for formats. */
export function readGroups(suite: string, draft: string, set: SuiteSet): SuiteGroup[] {
  const folder = join(suite, "tests", draft, set === "required" ? "" : set);
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (file) => file.endsWith(".json") && !file.startsWith("optional"),
  );
  return files.flatMap((file) => {
    const groups = JSON.parse(readFileSync(join(folder, file), "utf8")) as Omit<
      SuiteGroup,
      "draft" | "file"
    >[];
    return groups.map((group) => ({
      ...group,
      draft,
      file: file.replace(/\.json$/, "").replaceAll("\\", "/"),
    }));
  });
}

/** The suite's remote documents, by the address under which its schemas refer to them. */
export function readRemotes(suite: string, draft: string): Record<string, JsonSchema> {
  const folder = join(suite, "remotes");
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
    file.endsWith(".json"),
  );
  const own = files.filter((file) => !/^(draft|v1)/.test(file) || file.startsWith(`${draft}/`));
  return Object.fromEntries(
    own.map((file) => [
      `http://localhost:1234/${file}`,
      JSON.parse(readFileSync(join(folder, file), "utf8")) as JsonSchema,
    ]),
  );
}
