import { context } from "esbuild";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { watch as watchWithRolldown } from "rolldown";
import { watch as watchWithRollup } from "rollup";
import { describe, expect, it, onTestFinished } from "vitest";
import webpack from "webpack";
import { schemist as esbuildPlugin } from "../../src/bundlers/esbuild.js";
import { schemist as rolldownPlugin } from "../../src/bundlers/rolldown.js";
import { schemist as rollupPlugin } from "../../src/bundlers/rollup.js";
import { schemist as webpackPlugin } from "../../src/bundlers/webpack.js";
import { changeUntil, createProject } from "./project.js";

/** Starts watching the project, and gives what ends it. */
type Watch = (root: string, tell: (errors: string) => void) => Promise<() => Promise<unknown>>;

const watches: Readonly<Record<string, Watch>> = {
  esbuild: async (root, tell) => {
    const reporter = {
      name: "reporter",
      setup(build: Parameters<ReturnType<typeof esbuildPlugin>["setup"]>[0]) {
        build.onEnd(({ errors }) => tell(errors.map(({ text }) => text).join()));
      },
    };
    const watching = await context({
      absWorkingDir: root,
      entryPoints: ["src/main.js"],
      outfile: "out/main.js",
      bundle: true,
      logLevel: "silent",
      plugins: [esbuildPlugin(), reporter],
    });
    await watching.watch();
    return () => watching.dispose();
  },
  rollup: async (root, tell) => {
    const config = join(root, "schemist.config.json");
    const watching = watchWithRollup({
      input: join(root, "src/main.js"),
      output: { file: join(root, "out/main.js") },
      plugins: [rollupPlugin({ config })],
    });
    watching.on("event", (event) => {
      if (event.code === "ERROR") tell(event.error.message);
      if (event.code === "BUNDLE_END") tell("");
    });
    return () => watching.close();
  },
  rolldown: async (root, tell) => {
    const config = join(root, "schemist.config.json");
    const watching = watchWithRolldown({
      input: join(root, "src/main.js"),
      output: { file: join(root, "out/main.js") },
      plugins: [rolldownPlugin({ config })],
    });
    watching.on("event", (event) => {
      if (event.code === "ERROR") tell(event.error.message);
      if (event.code === "BUNDLE_END") tell("");
    });
    return () => watching.close();
  },
  webpack: async (root, tell) => {
    const compiler = webpack({
      context: root,
      entry: "./src/main.js",
      mode: "development",
      target: "node",
      output: { path: join(root, "out"), filename: "main.js" },
      plugins: [webpackPlugin()],
    });
    const watching = compiler?.watch({ aggregateTimeout: 20 }, (error, stats) =>
      tell(error?.message ?? stats?.compilation.errors.map(({ message }) => message).join() ?? ""),
    );
    return () => new Promise((resolve) => watching?.close(resolve));
  },
};

describe.each(Object.entries(watches))("%s, as it watches", (_name, watch) => {
  it("builds again as a source changes, goes on through what is broken, and recovers", async () => {
    const root = createProject();
    let said: string | undefined;
    const stop = await watch(root, (errors) => {
      said = errors;
    });
    onTestFinished(async () => {
      await stop();
    });
    const read = (path: string): string => {
      const file = join(root, path);
      return existsSync(file) ? readFileSync(file, "utf8") : "";
    };
    const options = { timeout: 100_000, interval: 20 };
    const isBuiltWith = (text: string): boolean => said === "" && read("out/main.js").includes(text);
    await expect.poll(() => isBuiltWith("deleted"), options).toBe(true);

    const moved = JSON.stringify({ enum: ["moved"], $defs: { Id: true } });
    await changeUntil(root, "src/kinds.json", moved, () => isBuiltWith("moved"));

    const broken = JSON.stringify({ type: "objekt" });
    await changeUntil(root, "schemas/order.json", broken, () => said?.includes("keyword-invalid") === true);

    const paid = JSON.stringify({ title: "Order", const: "paid" });
    await changeUntil(root, "schemas/order.json", paid, () => isBuiltWith("paid"));
  });
});
