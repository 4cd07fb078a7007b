import { expect, it } from "vitest";
import { ExternalTagRouter } from "../../templates/runtime/external-tag-router.js";

interface Body {
  readonly action?: string;
}

const readAction = ({ action }: Body): string | undefined => action;

it("calls the handler of the tag with the body, and returns its result", () => {
  const router = new ExternalTagRouter<Body, string>().on("issues", ({ action }: Body) => `issues ${action}`);
  expect(router.dispatch("issues", { action: "opened" })).toBe("issues opened");
  expect(router.dispatch("push", {})).toBeUndefined();
});

it("prefers the handler of a pair, in any order of registration", () => {
  const router = new ExternalTagRouter<Body, string>(readAction)
    .on("issues", "opened", () => "opened")
    .on("issues", () => "issues")
    .on("issues", "closed", () => "closed");
  const dispatch = (action: string): string | undefined => router.dispatch("issues", { action });
  expect(["opened", "closed", "edited"].map(dispatch)).toEqual(["opened", "closed", "issues"]);
});

it("reads the tag within a body only where a pair has a handler", () => {
  const read: unknown[] = [];
  const router = new ExternalTagRouter<Body | null, string>((body) => {
    read.push(body);
    return body?.action;
  })
    .on("ping", () => "ping")
    .on("issues", "opened", () => "opened");
  expect(router.dispatch("ping", null)).toBe("ping");
  expect(read).toEqual([]);
  expect(router.dispatch("issues", { action: "opened" })).toBe("opened");
  expect(read).toEqual([{ action: "opened" }]);
});

it("passes the rest to otherwise, with the tag", () => {
  const router = new ExternalTagRouter<Body, unknown>(readAction)
    .on("issues", "opened", () => "opened")
    .otherwise((tag: string, body: Body) => [tag, body]);
  expect(router.dispatch("issues", { action: "closed" })).toEqual(["issues", { action: "closed" }]);
  expect(router.dispatch("constructor", {})).toEqual(["constructor", {}]);
});

it("refuses a second handler of the same tags", () => {
  const router = new ExternalTagRouter<Body, string>().on("issues", () => "").otherwise(() => "");
  expect(() => router.on("issues", () => "")).toThrow('There is a handler for "issues" already.');
  expect(() => router.otherwise(() => "")).toThrow("There is a handler for otherwise already.");
});
