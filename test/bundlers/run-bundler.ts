import { build as buildWithEsbuild } from "esbuild";
import { join } from "node:path";
import { rolldown } from "rolldown";
import { rollup } from "rollup";
import { build as buildWithVite } from "vite";
import webpack from "webpack";
import { schemist as esbuildPlugin } from "../../src/bundlers/esbuild.js";
import { schemist as rolldownPlugin } from "../../src/bundlers/rolldown.js";
import { schemist as rollupPlugin } from "../../src/bundlers/rollup.js";
import { schemist as vitePlugin } from "../../src/bundlers/vite.js";
import { schemist as webpackPlugin } from "../../src/bundlers/webpack.js";

/** Builds `src/main.js` of the project into `out/main.js`, with a real bundler; throws what it says is wrong. */
export type RunBundler = (root: string) => Promise<unknown>;

export const bundlers: Readonly<Record<string, RunBundler>> = {
  vite: (root) =>
    buildWithVite({
      root,
      logLevel: "silent",
      configFile: false,
      plugins: [vitePlugin()],
      build: { outDir: "out", ssr: "src/main.js", minify: false },
    }),
  rollup: async (root) => {
    const config = join(root, "schemist.config.json");
    const bundle = await rollup({ input: join(root, "src/main.js"), plugins: [rollupPlugin({ config })] });
    await bundle.write({ file: join(root, "out/main.js") });
  },
  rolldown: async (root) => {
    const config = join(root, "schemist.config.json");
    const bundle = await rolldown({
      input: join(root, "src/main.js"),
      plugins: [rolldownPlugin({ config })],
    });
    await bundle.write({ file: join(root, "out/main.js") });
  },
  webpack: (context) =>
    new Promise((resolve, reject) => {
      const output = { path: join(context, "out"), filename: "main.js" };
      const options = {
        context,
        output,
        entry: "./src/main.js",
        mode: "development",
        target: "node",
      } as const;
      webpack({ ...options, plugins: [webpackPlugin()] }, (error, stats) => {
        const errors = stats?.compilation.errors.map(({ message }) => message).join("\n") ?? "";
        if (error ?? errors) reject(error ?? new Error(errors));
        else resolve(stats);
      });
    }),
  esbuild: (root) =>
    buildWithEsbuild({
      absWorkingDir: root,
      entryPoints: ["src/main.js"],
      outfile: "out/main.js",
      bundle: true,
      format: "esm",
      logLevel: "silent",
      plugins: [esbuildPlugin()],
    }),
};
