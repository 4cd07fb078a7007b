import { readFileSync, writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildCli } from "../support/build-cli.js";
import { type CacheServer, startCacheServer } from "./cache-server.js";
import { createMonorepo, type Monorepo } from "./create-monorepo.js";

let cli: { program: string; folder: string };

/** Twenty builds take a while on a machine that is busy. */
const patience = 300_000;

beforeAll(async () => {
  cli = await buildCli();
}, patience);

afterAll(() => rm(cli.folder, { recursive: true, force: true }));

const runners = [
  {
    name: "Turborepo",
    program: "turbo/bin/turbo",
    args: ["run", "build", "--concurrency=2"],
    settingsFor: (url: string) => ({ TURBO_API: url, TURBO_TOKEN: "token", TURBO_TEAM: "team_shop" }),
  },
  {
    name: "Nx",
    program: "nx/dist/bin/nx.js",
    args: ["run-many", "--target=build", "--parallel=2"],
    settingsFor: (url: string) => ({
      NX_SELF_HOSTED_REMOTE_CACHE_SERVER: url,
      NX_SELF_HOSTED_REMOTE_CACHE_ACCESS_TOKEN: "token",
    }),
  },
];

describe.each(runners)("a monorepo of twenty packages, built by $name", ({ program, args, settingsFor }) => {
  let monorepo: Monorepo;
  let server: CacheServer;

  beforeAll(async () => {
    server = await startCacheServer();
    monorepo = await createMonorepo(cli.program);
  }, patience);

  afterAll(async () => {
    await monorepo.remove();
    await server.close();
  });

  async function build(where = monorepo): Promise<readonly string[]> {
    await where.run(program, args, settingsFor(server.url));
    return where.takeRuns();
  }

  it(
    "builds each package once, after those that it depends on",
    async () => {
      const runs = await build();
      expect(runs.toSorted()).toEqual(monorepo.packages.toSorted());
      expect(monorepo.packages).toHaveLength(20);
      for (const [before, after] of [
        ["money", "item"],
        ["item", "order"],
        ["order", "event"],
        ["billing", "gateway"],
      ]) {
        expect(runs.indexOf(before ?? "")).toBeLessThan(runs.indexOf(after ?? ""));
      }
    },
    patience,
  );

  it("makes packages that use each other's types and guards", async () => {
    await monorepo.run("typescript/bin/tsc", ["--project", "."]);
    const notifier: { describeEvent: (value: unknown) => string | undefined } = await import(
      join(monorepo.folder, "packages/notifier/dist/index.js")
    );
    const to = { street: "Marktgasse 1", city: "Bern", country: "CH" };
    const shipped = { kind: "shipped", shipment: { order: "7", to } };
    expect(notifier.describeEvent(shipped)).toBe("It is on its way to Bern.");
    expect(notifier.describeEvent({ ...shipped, kind: "lost" })).toBe(undefined);
  });

  it("runs nothing again, and restores what was deleted", async () => {
    const file = join(monorepo.folder, "packages/event/generated/index.ts");
    const text = readFileSync(file, "utf8");
    await rm(join(file, ".."), { recursive: true });
    expect(await build()).toEqual([]);
    expect(readFileSync(file, "utf8")).toBe(text);
  });

  it("takes all from a remote cache where another machine has built", async () => {
    expect(server.size()).toBe(20);
    const other = await createMonorepo(cli.program);
    try {
      expect(await build(other)).toEqual([]);
      const read = ({ folder }: Monorepo) =>
        readFileSync(join(folder, "packages/event/generated/index.ts"), "utf8");
      expect(read(other)).toBe(read(monorepo));
    } finally {
      await other.remove();
    }
  });

  it("runs, after a change to a schema, its package and those that depend on it", async () => {
    const file = join(monorepo.folder, "packages/refund/refund.schema.json");
    writeFileSync(
      file,
      readFileSync(file, "utf8").replace('"required": ["of"]', '"required": ["of", "reason"]'),
    );
    expect((await build()).toSorted()).toEqual(["billing", "gateway", "refund"]);
    const bundle = readFileSync(join(monorepo.folder, "packages/gateway/dist/index.js"), "utf8");
    expect(bundle).toContain("reason");
    expect(await build()).toEqual([]);
  });
});
