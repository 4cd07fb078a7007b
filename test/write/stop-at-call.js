/**
 * Loaded before a program (`node --import`), stops it at the call to the file system with the number STOP_AT: with
 * STOP_BY=kill the process is killed, with STOP_BY=error the call fails as on a full disk. A file that is being written
 * is written by half first. Only calls that change something count.
 */
import { writeSync } from "node:fs";
import fileSystem from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { env, kill, pid } from "node:process";

const stopAt = Number(env["STOP_AT"]);
let calls = 0;

for (const name of ["mkdir", "rename", "rm", "rmdir", "writeFile"]) {
  const original = fileSystem[name];
  fileSystem[name] = async (...parameters) => {
    calls += 1;
    if (calls !== stopAt) return original(...parameters);
    if (name === "writeFile") await original(parameters[0], parameters[1].slice(0, parameters[1].length / 2));
    writeSync(2, `stopped at ${name}\n`);
    if (env["STOP_BY"] === "kill") kill(pid, "SIGKILL");
    throw Object.assign(new Error("ENOSPC: no space left on device"), { code: "ENOSPC", syscall: name });
  };
}
syncBuiltinESMExports();
