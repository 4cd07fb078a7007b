import type { TestSpecification } from "vitest/node";
import { BaseSequencer } from "vitest/node";
import { defineConfig } from "vitest/config";

/** What takes longest starts first, so that nothing long is left for one worker alone at the end. */
const slow = [
  "tools/",
  "cli/kill",
  "write/kill",
  "api/deep-schemas",
  "emit/deep-chains",
  "generated/type-check",
  "engine/",
  "conformance/",
  "emit/options",
  "emit/read-write",
  "emit/random",
];

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification): number => {
      const rank = slow.findIndex((path) => moduleId.includes(`/test/${path}`));
      return rank === -1 ? slow.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // Tests share no state but what modules make once, such as the compiler, which takes longer to load than most tests to run.
    isolate: false,
    maxWorkers: "100%",
    sequence: { sequencer: SlowFirst },
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
      checker: "./node_modules/typescript/bin/tsc",
      ignoreSourceErrors: false,
    },
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
