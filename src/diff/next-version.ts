import semver from "semver";
import type { Level } from "./change.js";

/**
 * The version that a change asks for. Before 1.0.0 what breaks raises the second number and all else the third, since that is how
 * ranges such as `^0.2.0` read them; nothing becomes 1.0.0 by itself. A prerelease goes on, where the release that it leads to is
 * great enough already. The version itself where nothing differs; undefined where it is none.
 * @see https://semver.org/#spec-item-4
 */
export function findNextVersion(version: string, level: Level): string | undefined {
  const parsed = semver.parse(version);
  if (!parsed) return undefined;
  if (level === "none") return parsed.version;
  const step = parsed.major === 0 ? (level === "major" ? "minor" : "patch") : level;
  if (parsed.prerelease.length === 0) return parsed.inc(step).version;
  const isEnough = step === "patch" || (parsed.patch === 0 && (step === "minor" || parsed.minor === 0));
  const [tag] = parsed.prerelease;
  const name = typeof tag === "string" ? tag : "";
  return semver.inc(parsed.version, isEnough ? "prerelease" : `pre${step}`, name) ?? undefined;
}

/** What the step from one version to another lets through; undefined where it is no step up. */
export function findAllowed(old: string, updated: string): Level | undefined {
  const [from, to] = [semver.parse(old), semver.parse(updated)];
  if (!from || !to || semver.lte(to, from)) return undefined;
  if (to.major > from.major) return "major";
  if (to.minor > from.minor) return to.major === 0 ? "major" : "minor";
  if (to.patch > from.patch) return to.major === 0 ? "minor" : "patch";
  // From one prerelease to the next, or to its release.
  return "major";
}

/** Whether a version is the other one, or later. */
export function isAsGreat(version: string, than: string): boolean {
  return semver.valid(version) !== null && semver.gte(version, than);
}
