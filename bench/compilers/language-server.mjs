import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/**
 * @typedef {object} LanguageServer A `tsserver` that is asked one thing at a time.
 * @property {(command: string, given: object) => void} tell Of what it answers nothing.
 * @property {(command: string, given: object) => Promise<Answer>} ask
 * @property {() => void} stop
 */

/**
 * @typedef {object} Answer
 * @property {number} milliseconds
 * @property {unknown} body
 */

/** @typedef {{ type: string, request_seq?: number, success?: boolean, message?: string, body?: unknown }} Message */

/**
 * @param {string} script
 * @returns {LanguageServer}
 */
export function startLanguageServer(script) {
  const child = spawn(process.execPath, [script, "--disableAutomaticTypingAcquisition"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  /** @type {Map<number, (message: Message) => void>} */
  const waiting = new Map();
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return;
    /** @type {Message} */
    const message = JSON.parse(line);
    if (message.type === "response") waiting.get(message.request_seq ?? 0)?.(message);
  });
  let count = 0;
  /** @type {(command: string, given: object) => number} */
  const send = (command, given) => {
    count += 1;
    child.stdin.write(`${JSON.stringify({ seq: count, type: "request", command, arguments: given })}\n`);
    return count;
  };
  return {
    tell: (command, given) => void send(command, given),
    ask(command, given) {
      const started = performance.now();
      const own = send(command, given);
      return new Promise((resolve, reject) => {
        waiting.set(own, ({ success, message, body }) => {
          waiting.delete(own);
          if (success === true) resolve({ milliseconds: performance.now() - started, body });
          else reject(new Error(`${command}: ${message}`));
        });
      });
    },
    stop: () => void child.kill(),
  };
}
