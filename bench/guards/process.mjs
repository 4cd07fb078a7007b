import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

/** @typedef {import("./child.mjs").Answer} Answer */

const child = fileURLToPath(new URL("child.mjs", import.meta.url));

/**
 * A contestant's process.
 * @param {string} moduleFile
 * @param {string} inputsFile
 */
export async function start(moduleFile, inputsFile) {
  const started = fork(child, [moduleFile, inputsFile], { stdio: ["ignore", "inherit", "pipe", "ipc"] });
  let complaint = "";
  started.stderr?.on("data", (text) => (complaint += String(text)));
  /** @type {() => Promise<any>} */
  const next = () =>
    new Promise((resolve, reject) => {
      const fail = () => reject(new Error(/^\w*Error: .*$/m.exec(complaint)?.[0] ?? "the process ended"));
      started.once("exit", fail);
      started.once("message", (message) => {
        started.off("exit", fail);
        resolve(message);
      });
    });
  await next();
  return {
    /** @type {(index: number, isTimed: boolean) => Promise<Answer>} */
    ask(index, isTimed) {
      const answer = next();
      started.send({ index, isTimed });
      return answer;
    },
    stop: () => started.kill(),
  };
}
