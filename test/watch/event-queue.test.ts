import { describe, expect, it } from "vitest";
import { EventQueue } from "../../src/watch/event-queue.js";

describe("EventQueue", () => {
  it("gives together what comes together, each once, and the rest later", async () => {
    const queue = new EventQueue();
    for (const path of ["a", "b", "a"]) queue.push(path);
    expect(await queue.next()).toEqual(new Set(["a", "b"]));
    queue.push("c");
    expect(await queue.next()).toEqual(new Set(["c"]));
  });

  it("keeps what comes while nobody waits", async () => {
    const queue = new EventQueue();
    queue.push("a");
    await new Promise((resolve) => setTimeout(resolve, 100));
    queue.push("b");
    expect(await queue.next()).toEqual(new Set(["a", "b"]));
  });

  it("ends for who waits, and for who comes later, whatever is left", async () => {
    const queue = new EventQueue();
    const waiting = queue.next();
    queue.push("a");
    queue.close();
    expect([await waiting, await queue.next()]).toEqual([undefined, undefined]);
  });
});
