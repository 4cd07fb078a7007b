export { bundle } from "./bundle.js";
export type { BundleInput, BundleResult } from "./bundle.js";
export { defineConfig } from "./config/config.js";
export type {
  CacheOptions,
  Config,
  DocumentLookup,
  ExtensionOptions,
  ImportOptions,
  ImportSettings,
  InlineSchema,
  Input,
  JsonSchema,
  Options,
  PackageOptions,
  RuntimeSet,
  UnionOptions,
} from "./config/config.js";
export type { Definition, Hooks } from "./config/hooks.js";
export { diff } from "./diff.js";
export type { DiffResult, DiffSide } from "./diff.js";
export type {
  Change as SchemaChange,
  ChangeKind as SchemaChangeKind,
  Comparison,
  Level,
  Verdict,
} from "./diff/change.js";
export type { CompareOptions } from "./diff/compare-versions.js";
export { DiagnosticError } from "./diagnostic.js";
export type { Diagnostic, DiagnosticCode, Place, Severity } from "./diagnostic.js";
export type { GeneratedFile } from "./file.js";
export { generate } from "./generate.js";
export type { Result } from "./generate.js";
export type { JsonObject, JsonValue } from "./json.js";
export type { Change, ChangeKind } from "./write/change.js";
export { write } from "./write/write.js";
