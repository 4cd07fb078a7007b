import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { takeTurns } from "../measure/context.mjs";
import { runProcess } from "../measure/run-process.mjs";
import { prepareInput, sources } from "./inputs.mjs";
import { describeRuns } from "./measure-generators.mjs";

const cli = fileURLToPath(new URL("../../dist/cli.js", import.meta.url));

const measured = ["one property", "GitHub webhooks"];

/**
 * A run of the command with nothing changed since the last, beside a Node that does nothing.
 * @param {import("../measure/context.mjs").Context} context
 * @returns {import("../measure/context.mjs").Result}
 */
export function measureUnchanged(context) {
  const rows = sources
    .filter(({ name }) => measured.includes(name) && name.includes(context.only))
    .flatMap((source) => {
      const input = prepareInput(context.folder, source);
      context.log(input.name);
      const folder = join(context.folder, `unchanged-${source.root}`);
      rmSync(folder, { recursive: true, force: true });
      // What was found out is kept below `node_modules`, where there are any.
      mkdirSync(join(folder, "node_modules"), { recursive: true });
      const config = join(folder, "schemist.config.json");
      writeFileSync(config, JSON.stringify({ inputs: [{ schema: input.schema, output: "generated" }] }));
      writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
      const again = [cli, "generate", "--config", config];
      const first = runProcess(again, { cwd: folder });
      if (first.failure !== undefined) throw new Error(first.failure);
      const commands = [
        { name: "node -e 0", args: ["-e", "0"] },
        { name: "schemist generate", args: again },
      ];
      const runs = takeTurns(context.rounds * 4, commands, ({ args }) => runProcess(args, { cwd: folder }));
      return [...runs].map(([{ name }, taken]) => describeRuns(input.name, name, taken));
    });
  const note = "Wall time of a whole run when neither schema nor output have changed since the last.";
  return { question: "unchanged", unit: "s", note, rows };
}
