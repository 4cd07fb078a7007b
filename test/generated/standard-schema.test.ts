import { readdirSync, readFileSync } from "node:fs";
import { sValidator } from "@hono/standard-validator";
import { initTRPC } from "@trpc/server";
import { Hono } from "hono";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { Event } from "../../generated/webex-event/src/index.js";
import { eventSchema, recipientSchema } from "../../generated/webex-event/src/index.js";

const valid = "fixtures/webex-event/valid";
const event: unknown = JSON.parse(readFileSync(`${valid}/${readdirSync(valid)[0] ?? ""}`, "utf8"));

describe("a Standard Schema", () => {
  it("says which version it is of, and who made it", () => {
    expect(eventSchema["~standard"]).toMatchObject({ version: 1, vendor: "schemist" });
  });

  it("gives back the very value", () => {
    const result = eventSchema["~standard"].validate(event);
    expect(result.issues).toBe(undefined);
    expect("value" in result && result.value).toBe(event);
  });

  it("leads to what is wrong, and to what is missing", () => {
    expect(recipientSchema["~standard"].validate({ personId: 5 })).toEqual({
      issues: [{ message: "must be string, but is number", path: ["personId"] }],
    });
    expect(eventSchema["~standard"].validate({})).toMatchObject({
      issues: [{ message: expect.stringContaining("the tag `resource` is missing"), path: ["resource"] }],
    });
    expect(eventSchema["~standard"].validate({ resource: "rooms", type: "updated" })).toMatchObject({
      issues: expect.arrayContaining([{ message: "must be present", path: ["data"] }]),
    });
  });
});

it("serves tRPC as an input", async () => {
  const { router, procedure, createCallerFactory } = initTRPC.create();
  const routes = router({
    receive: procedure.input(eventSchema).mutation(({ input }) => {
      expectTypeOf(input).toEqualTypeOf<Event>();
      return input.resource;
    }),
  });
  const caller = createCallerFactory(routes)({});
  expect(await caller.receive(event as Event)).toBe((event as Event).resource);
  await expect(caller.receive({} as Event)).rejects.toMatchObject({
    code: "BAD_REQUEST",
    cause: { issues: [{ path: ["resource"] }] },
  });
});

it("serves Hono as the validator of a body", async () => {
  const app = new Hono().post("/events", sValidator("json", eventSchema), (context) => {
    const body = context.req.valid("json");
    expectTypeOf(body).toEqualTypeOf<Event>();
    return context.json(body.resource);
  });
  const post = (body: unknown): Promise<Response> | Response =>
    app.request("/events", {
      method: "POST",
      body: JSON.stringify(body),
      headers: { "content-type": "application/json" },
    });
  const accepted = await post(event);
  expect([accepted.status, await accepted.json()]).toEqual([200, (event as Event).resource]);
  const refused = await post({});
  expect(refused.status).toBe(400);
  expect(await refused.json()).toMatchObject({ success: false, error: [{ path: ["resource"] }] });
});
