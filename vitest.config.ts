import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    typecheck: {
      enabled: true,
      include: ["test/**/*.test-d.ts"],
      tsconfig: "./tsconfig.json",
      checker: "./node_modules/typescript/bin/tsc",
      ignoreSourceErrors: false,
    },
    testTimeout: 120_000,
  },
});
