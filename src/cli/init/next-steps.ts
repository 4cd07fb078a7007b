import type { AddedScripts } from "./add-scripts.js";
import type { PlannedConfig } from "./plan-config.js";
import { dependsOn, type PackageManager, type Project } from "./read-project.js";

/** How each package manager adds what only development needs, and runs a program that is installed. */
const managers: Readonly<
  Record<PackageManager, { readonly install: string; readonly run: string; readonly execute: string }>
> = {
  npm: { install: "npm install --save-dev", run: "npm run", execute: "npx" },
  pnpm: { install: "pnpm add --save-dev", run: "pnpm run", execute: "pnpm exec" },
  yarn: { install: "yarn add --dev", run: "yarn run", execute: "yarn exec" },
  bun: { install: "bun add --dev", run: "bun run", execute: "bunx" },
};

/** What the user does next, as lines. */
export function describeNextSteps(
  { replaced }: PlannedConfig,
  { manifest, manager }: Project,
  { scripts }: AddedScripts,
): readonly string[] {
  const { install, run, execute } = managers[manager];
  const command = (name: "generate" | "check") =>
    scripts[name] === undefined ? `${execute} schemist ${name}` : `${run} ${scripts[name]}`;
  const needsInstall = manifest !== undefined && !dependsOn(manifest, "schemist");
  const replacedScripts = [...new Set(replaced.map(({ script }) => script))];
  return [
    "",
    "Next:",
    ...(needsInstall ? [`  ${install} schemist`] : []),
    `  ${command("generate")}`,
    `  ${command("check")}    # in CI: fails where schemas and generated code have come apart`,
    ...replacedScripts.map(
      (script) => `Then take json2ts out of the script ${script}; its options are in the config.`,
    ),
  ];
}
