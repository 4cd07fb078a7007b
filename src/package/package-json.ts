import type { PackageOptions } from "../config/config.js";
import type { JsonObject, JsonValue } from "../json.js";
import { manifestPath } from "./manifest.js";

/** What npm and its registry show, copied from the config as it stands there. */
const copied = ["keywords", "homepage", "bugs", "repository", "license", "author"] as const;

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
  const { name, version, publishConfig } = options;
  const members = copied.flatMap((key) => (options[key] === undefined ? [] : [[key, options[key]] as const]));
  const shown: JsonObject = Object.fromEntries(members);
  return {
    name,
    version,
    description,
    ...shown,
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
    ...(publishConfig === undefined ? {} : { publishConfig: { ...publishConfig } }),
  };
}
