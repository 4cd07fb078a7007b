import { beforeAll, describe, expect, it } from "vitest";
import { byEvent, byEventAndAction, webhook, wide } from "./external-schemas.js";
import { generateAll, generateText } from "./generate-module.js";
import { compilers, typeCheck } from "./type-check.js";

/** What users write, and what they cannot; each line that must not compile says so, and must not. */
const consumers: Readonly<Record<string, string>> = {
  "two-consumer.ts": `
import type { IssuesClosed, IssuesEvent, IssuesOpened, PushEvent, StarCreatedWebhookEvent, StarEvent, WebhookEvent, WebhookEventByEvent, WebhookEventByEventAndAction, WebhookEventEvent, WebhookEventHandlers, WebhookEventMessage, WebhookEventByName, WebhookEventListenerArguments, WebhookEventListenerTarget, WebhookEventName } from "./two.js";
import { assertWebhookEvent, createWebhookEventRouter, emitWebhookEvent, isWebhookEvent, isWebhookEventBody, isWebhookEventEvent, isWebhookEventMessage, issuesClosed, issuesOpened, matchWebhookEvent, matchWebhookEventAsync, parseWebhookEventOrThrow, starCreatedWebhookEvent, validateWebhookEvent, webhookEventIs, webhookEventName } from "./two.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const header: string;
declare const event: WebhookEventEvent;
declare const body: unknown;
declare const valid: WebhookEvent;
declare const bodies: readonly unknown[];

hold<Equal<WebhookEvent, IssuesEvent | StarEvent | PushEvent>>();
hold<Equal<WebhookEventEvent, "issues" | "star" | "push">>();
hold<Equal<WebhookEventByEvent["issues"], IssuesEvent>>();
hold<Equal<WebhookEventByEventAndAction["issues"]["closed"], IssuesClosed>>();
hold<Equal<WebhookEventByEventAndAction["star"]["created"], StarCreatedWebhookEvent>>();
hold<Equal<keyof WebhookEventByEventAndAction, "issues" | "star">>();
hold<Equal<WebhookEventMessage<"push">, { readonly event: "push"; readonly body: PushEvent }>>();

export function byKnownEvent(): string {
  if (!isWebhookEvent("issues", body)) return "";
  hold<Equal<typeof body, IssuesEvent>>();
  return body.action;
}

export function byAnyEvent(): string {
  if (!isWebhookEvent(header, body)) return "";
  hold<Equal<typeof body, WebhookEvent>>();
  // @ts-expect-error -- only a push has a ref
  return body.ref;
}

export function byHeader(): string {
  if (!isWebhookEventEvent(header) || !isWebhookEvent(header, body)) return "";
  return matchWebhookEvent(header, body, {
    issues: ({ action }) => action,
    star: ({ size }) => String(size),
    push: ({ ref }) => ref,
  });
}

export function byMessage(): string | number {
  const message = { event: header, body };
  if (!isWebhookEventMessage(message)) return "";
  switch (message.event) {
    case "issues":
      hold<Equal<typeof message.body, IssuesEvent>>();
      return message.body.action;
    case "star":
      return message.body.size;
    case "push":
      return message.body.ref;
    default:
      hold<Equal<typeof message, never>>();
      return message;
  }
}

export function byAssertion(): number {
  assertWebhookEvent("star", body);
  return body.size;
}

export function byTags(): string | undefined {
  if (webhookEventIs(event, valid, "issues", "opened")) {
    hold<Equal<typeof valid.text, string>>();
    return valid.text;
  }
  // @ts-expect-error -- a star is not opened
  webhookEventIs(event, valid, "star", "opened");
  // @ts-expect-error -- a push has no action
  webhookEventIs(event, valid, "push", "opened");
  return webhookEventIs(event, valid, "push") ? valid.ref : undefined;
}

hold<Equal<ReturnType<typeof filtered>, WebhookEvent[]>>();
export function filtered() {
  return bodies.filter(isWebhookEventBody);
}

hold<Equal<ReturnType<typeof read>, IssuesEvent>>();
export function read() {
  return parseWebhookEventOrThrow("issues", "{}");
}

const result = validateWebhookEvent("push", body, { maxIssues: 1 });
export const ref: string | undefined = result.ok ? result.value.ref : result.issues[0]?.message;
const anyResult = validateWebhookEvent(header, body);
export const anyValue: WebhookEvent | undefined = anyResult.ok ? anyResult.value : undefined;

matchWebhookEvent("push", parseWebhookEventOrThrow("push", ""), { push: (pushed) => pushed.ref });
matchWebhookEvent(event, valid, { push: (pushed) => pushed.ref }, (other, otherBody) => other + Object.keys(otherBody).length);
// @ts-expect-error -- stars are not handled
matchWebhookEvent(event, valid, { issues: () => 1, push: () => 2 });
// @ts-expect-error -- a push has no size
matchWebhookEvent(event, valid, { issues: () => 1, push: ({ size }) => size, star: () => 3 });
// @ts-expect-error -- there are no rooms
matchWebhookEvent(event, valid, { issues: () => 1, push: () => 2, star: () => 3, rooms: () => 4 });
// @ts-expect-error -- the body of a push goes with no issue
matchWebhookEvent("issues", parseWebhookEventOrThrow("push", ""), { issues: () => 1 });

export function byDifferentResults(): string | number | null {
  const result = matchWebhookEvent(event, valid, { issues: ({ action }) => action, star: ({ size }) => size, push: () => null });
  hold<Equal<typeof result, "opened" | "closed" | number | null>>();
  const some = matchWebhookEvent(event, valid, { star: ({ size }) => size }, (other, otherBody) => {
    hold<Equal<typeof otherBody, WebhookEvent>>();
    return other;
  });
  hold<Equal<typeof some, number | WebhookEventEvent>>();
  return result;
}

// @ts-expect-error -- stars are not handled, whatever the results
matchWebhookEvent(event, valid, { issues: () => 1, push: () => "" });
// @ts-expect-error -- there are no rooms, whatever the results
matchWebhookEvent(event, valid, { issues: () => 1, push: () => "", star: () => 3, rooms: () => 4 });

export async function awaited(): Promise<string | number> {
  const one: string = await matchWebhookEventAsync(event, valid, {
    issues: async ({ action }) => action,
    star: ({ size }) => String(size),
    push: ({ ref }) => Promise.resolve(ref),
  });
  const pushed = matchWebhookEventAsync("push", parseWebhookEventOrThrow("push", ""), { push: ({ ref }) => ref });
  hold<Equal<typeof pushed, Promise<string>>>();
  const several = matchWebhookEventAsync(event, valid, { star: async ({ size }) => size }, (other) => other);
  hold<Equal<typeof several, Promise<number | WebhookEventEvent>>>();
  // @ts-expect-error -- stars are not handled
  await matchWebhookEventAsync(event, valid, { issues: () => 1, push: async () => 2 });
  // @ts-expect-error -- a push has no size
  await matchWebhookEventAsync(event, valid, { push: ({ size }) => size }, () => 1);
  return one;
}

hold<Equal<WebhookEventName, "issues.opened" | "issues.closed" | "star.created" | "star.deleted" | "push">>();
hold<Equal<WebhookEventName<"star">, "star.created" | "star.deleted">>();
hold<Equal<WebhookEventByName["issues.opened"], IssuesOpened>>();
hold<Equal<WebhookEventByName["push"], PushEvent>>();
hold<Equal<WebhookEventListenerArguments["issues.opened"], [body: IssuesOpened]>>();
hold<Equal<keyof WebhookEventByName, WebhookEventName>>();

declare const target: WebhookEventListenerTarget<{ readonly type: string }>;
target.addEventListener("push", ({ detail, type }) => type + detail.ref);
// @ts-expect-error -- a push has no action
target.addEventListener("push", ({ detail }) => detail.action);

declare const emitter: {
  on<Name extends keyof WebhookEventListenerArguments>(name: Name, listener: (...values: WebhookEventListenerArguments[Name]) => void): void;
  emit<Name extends keyof WebhookEventListenerArguments>(name: Name, ...values: WebhookEventListenerArguments[Name]): boolean;
};
emitter.on("issues.closed", (closed) => hold<Equal<typeof closed, IssuesClosed>>());
emitWebhookEvent(emitter, event, valid);
emitWebhookEvent(emitter, "push", parseWebhookEventOrThrow("push", ""));
// @ts-expect-error -- the body of a push goes with no issue
emitWebhookEvent(emitter, "issues", parseWebhookEventOrThrow("push", ""));
export const eventName: WebhookEventName = webhookEventName(event, valid);
// @ts-expect-error -- the body of a push goes with no issue
webhookEventName("issues", parseWebhookEventOrThrow("push", ""));

export const made: readonly [IssuesOpened, IssuesClosed, StarCreatedWebhookEvent] = [
  issuesOpened({ text: "" }),
  issuesClosed({ reason: "completed", text: "" }),
  starCreatedWebhookEvent({ size: 1 }),
];
// @ts-expect-error -- the action is filled in
issuesOpened({ action: "opened", text: "" });

export const handlers: WebhookEventHandlers<string> = {
  issues: ({ action }) => action,
  star: ({ action }) => action,
  push: ({ ref }) => ref,
};

const router = createWebhookEventRouter<string>()
  .on("push", ({ ref }) => ref)
  .on("issues", "opened", (opened) => {
    hold<Equal<typeof opened, IssuesOpened>>();
    return opened.text;
  })
  .otherwise((other, otherBody) => {
    hold<Equal<typeof other, WebhookEventEvent>>();
    hold<Equal<typeof otherBody, WebhookEvent>>();
    return other;
  });
hold<Equal<ReturnType<typeof router.dispatch>, string | undefined>>();
router.dispatch(event, valid);
// @ts-expect-error -- no such event
router.on("rooms", () => "");
// @ts-expect-error -- a push has no action
router.on("push", "opened", () => "");
// @ts-expect-error -- issues are not created
router.on("issues", "created", () => "");
// @ts-expect-error -- a push has no size
router.on("push", ({ size }) => size);
// @ts-expect-error -- the body of a push goes with no issue
router.dispatch("issues", parseWebhookEventOrThrow("push", ""));
`,
  "one-consumer.ts": `
import type { StarEvent, WebhookEventByName, WebhookEventEvent, WebhookEvent, WebhookEventName } from "./one.js";
import { createWebhookEventRouter, webhookEventIs, webhookEventName } from "./one.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const event: WebhookEventEvent;
declare const body: WebhookEvent;

export function byTag(): number {
  if (!webhookEventIs(event, body, "star")) return 0;
  hold<Equal<typeof body, StarEvent>>();
  return body.size;
}

hold<Equal<WebhookEventName, WebhookEventEvent>>();
hold<Equal<WebhookEventByName["star"], StarEvent>>();
export const eventName: WebhookEventName = webhookEventName(event, body);

createWebhookEventRouter().on("push", () => {});
// @ts-expect-error -- there is one tag
createWebhookEventRouter().on("star", "created", () => {});
`,
  "open-consumer.ts": `
import type { AnyWebhookEventMessage, IssuesEvent, PushEvent, UnknownWebhookEventAction, UnknownWebhookEventEvent, UnknownWebhookEventMessage, WebhookEventMessage } from "./open.js";
import { createWebhookEventRouter, isAnyWebhookEventMessage, isUnknownWebhookEventMessage, matchAnyWebhookEvent, matchAnyWebhookEventAsync } from "./open.js";
import type { Equal } from "./equal.js";
import { hold } from "./equal.js";

declare const header: string;
declare const body: unknown;
declare const any: AnyWebhookEventMessage;

export function bySwitch(): string {
  const message = { event: header, body };
  if (!isAnyWebhookEventMessage(message)) return "";
  switch (message.event) {
    case "push":
      hold<Equal<typeof message.body, PushEvent>>();
      return message.body.ref;
    case "issues":
      hold<Equal<typeof message.body, IssuesEvent | { readonly action: UnknownWebhookEventAction }>>();
      return message.body.action;
    case "star":
      return message.body.action;
    default:
      hold<Equal<typeof message.event, UnknownWebhookEventEvent>>();
      hold<Equal<typeof message.body, unknown>>();
      return message.event;
  }
}

export function byGuard(): string {
  if (isUnknownWebhookEventMessage(any)) {
    hold<Equal<typeof any, UnknownWebhookEventMessage>>();
    return any.event;
  }
  const known: WebhookEventMessage = any;
  return createWebhookEventRouter<string>().dispatch(any.event, any.body) ?? known.event;
}

export function byMatch(): string | number {
  const handlers = { issues: ({ action }: IssuesEvent) => action, star: () => "", push: ({ ref }: PushEvent) => ref };
  // @ts-expect-error -- what is unknown has no handler
  matchAnyWebhookEvent(any, handlers);
  // @ts-expect-error -- nor by some handlers
  matchAnyWebhookEvent(any, { push: () => "" });
  // @ts-expect-error -- nobody knows what comes with any string
  matchAnyWebhookEvent({ event: header, body }, handlers, () => "");
  // @ts-expect-error -- there are no rooms
  matchAnyWebhookEvent(any, { rooms: () => "" }, () => "");
  // @ts-expect-error -- the body may be anything
  matchAnyWebhookEvent(any, handlers, (message) => message.body.ref);
  const some = matchAnyWebhookEvent(any, { push: ({ ref }) => ref.length }, (message) => {
    hold<Equal<typeof message, AnyWebhookEventMessage>>();
    return message.event;
  });
  hold<Equal<typeof some, number | AnyWebhookEventMessage["event"]>>();
  const all: string = matchAnyWebhookEvent(any, handlers, (message) => {
    hold<Equal<typeof message, UnknownWebhookEventMessage>>();
    return message.event;
  });
  const awaited = matchAnyWebhookEventAsync(any, handlers, async () => 1);
  hold<Equal<typeof awaited, Promise<string | number>>>();
  return some + all;
}
`,
  "equal.ts": `
export type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
export function hold<_ extends true>(): void {}
`,
};

/** Options that are for those who publish declarations, or that the consumers above have no need of. */
const forUsers = ["isolatedDeclarations", "noUnusedLocals"];

describe("the helpers of a tag outside the value", () => {
  const generated = new Map<string, string>();
  const printed = new Map<string, string>();
  beforeAll(async () => {
    const one = await generateText(webhook, { unions: { WebhookEvent: byEvent } });
    const two = await generateText(webhook, { unions: { WebhookEvent: byEventAndAction } });
    const many = await generateText(wide, { unions: { WebhookEvent: byEventAndAction } });
    const open = await generateText(webhook, {
      unions: { WebhookEvent: { ...byEventAndAction, open: true } },
    });
    const openByOne = await generateText(webhook, { unions: { WebhookEvent: { ...byEvent, open: true } } });
    generated.set("one.ts", one).set("two.ts", two).set("many.ts", many);
    generated.set("open.ts", open).set("open-one.ts", openByOne);
    const options = {
      layout: "modules",
      unions: { WebhookEvent: { ...byEventAndAction, open: true } },
    } as const;
    for (const [path, text] of (await generateAll([webhook], options))[0] ?? [])
      printed.set(`modules/${path}`, text);
  });

  it.each(compilers)("are of use to the letter of their types under %s", async (compiler) => {
    const program = new Map([...generated, ...Object.entries(consumers)]);
    expect(await typeCheck(compiler, program, forUsers)).toBe("");
  });

  it.each(compilers)("compile as strictly as may be, in modules too, under %s", async (compiler) => {
    const program = new Map([...generated, ...printed].filter(([path]) => path.endsWith(".ts")));
    expect(await typeCheck(compiler, program)).toBe("");
  });
});
