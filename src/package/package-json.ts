import type { PackageOptions } from "../config/config.js";
import type { JsonValue } from "../json.js";
import { manifestPath } from "./manifest.js";

/**
 * The package's manifest for npm. In a condition `types` stands first, since the first that matches counts; `main` and
 * `types` serve resolvers that know no `exports`.
 * @see https://nodejs.org/api/packages.html#conditional-exports
 */
export function createPackageJson(
  options: PackageOptions,
  description: string,
  dependencies: Readonly<Record<string, string>> = {},
): JsonValue {
  const { name, version, license } = options;
  return {
    name,
    version,
    description,
    ...(license === undefined ? {} : { license }),
    type: "module",
    sideEffects: false,
    main: "./dist/index.cjs",
    types: "./dist/index.d.cts",
    exports: {
      ".": {
        import: { types: "./dist/index.d.ts", default: "./dist/index.js" },
        require: { types: "./dist/index.d.cts", default: "./dist/index.cjs" },
      },
      "./schema.json": "./schema.json",
      "./package.json": "./package.json",
    },
    files: ["dist", "schema.json", manifestPath, "src"],
    // The first to run all of ES2020, which the JavaScript is written in.
    engines: { node: ">=14" },
    ...(Object.keys(dependencies).length === 0 ? {} : { dependencies }),
  };
}
