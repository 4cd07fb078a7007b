import type * as CodeFrame from "@babel/code-frame";
import type * as Jiti from "jiti";
import type * as JsonPath from "json-p3";
import type * as Jsonc from "jsonc-parser";
import { createRequire } from "node:module";
import type * as Tinyglobby from "tinyglobby";
import type * as Yaml from "yaml";

const require = createRequire(import.meta.url);

/*
 * Libraries that most runs do without. Each takes longer to load than a small schema takes to generate, and so is loaded where it is first
 * asked for, at once, since what asks does not wait for promises.
 */

export function loadYaml(): typeof Yaml {
  return require("yaml") as typeof Yaml;
}

export function loadJsonc(): typeof Jsonc {
  return require("jsonc-parser") as typeof Jsonc;
}

export function loadJsonPath(): typeof JsonPath {
  return require("json-p3") as typeof JsonPath;
}

export function loadCodeFrame(): typeof CodeFrame {
  return require("@babel/code-frame") as typeof CodeFrame;
}

export function loadJiti(): typeof Jiti {
  return require("jiti") as typeof Jiti;
}

export function loadTinyglobby(): typeof Tinyglobby {
  return require("tinyglobby") as typeof Tinyglobby;
}

/** Whether a path is a glob. */
export function isDynamicPattern(path: string): boolean {
  return /[*?[{(!]/.test(path) && loadTinyglobby().isDynamicPattern(path);
}
