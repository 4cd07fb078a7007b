import { readFileSync } from "node:fs";
import { basename } from "node:path";
import ts from "typescript-5.9";
import { beforeAll, describe, expect, it } from "vitest";
import { generateText } from "./generate-module.js";
import { twoTags } from "./union-schemas.js";

const consumer = `
import type { Event } from "./event";
import { createEventRouter, eventIs, matchEvent } from "./event";

declare const event: Event;

export const is = eventIs;
if (eventIs(event, "messages", "created")) event.text;
matchEvent(event, { messages: ({ text }) => text.length, files: () => null });
createEventRouter<string>().on("messages", "deleted", ({ text }) => text);
`;

describe("the helpers of a union in a hover", () => {
  let service: ts.LanguageService;
  beforeAll(async () => {
    const files: Readonly<Record<string, string>> = {
      "/event.ts": await generateText(twoTags, { unions: { Event: { tags: ["resource", "type"] } } }),
      "/consumer.ts": consumer,
    };
    const readFile = (path: string): string | undefined =>
      files[path] ?? (basename(path).startsWith("lib.") ? readFileSync(path, "utf8") : undefined);
    service = ts.createLanguageService({
      getScriptFileNames: () => Object.keys(files),
      getScriptVersion: () => "1",
      getScriptSnapshot: (path) => {
        const text = readFile(path);
        return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
      },
      getCurrentDirectory: () => "/",
      getCompilationSettings: () => ({ strict: true, target: ts.ScriptTarget.ES2022 }),
      getDefaultLibFileName: (options) => ts.getDefaultLibFilePath(options),
      fileExists: (path) => readFile(path) !== undefined,
      readFile,
    });
  });

  const hover = (place: string): string => {
    const info = service.getQuickInfoAtPosition("/consumer.ts", consumer.indexOf(place));
    return ts.displayPartsToString(info?.displayParts);
  };

  it.each([
    [
      "eventIs;",
      "(alias) function eventIs<First extends EventResource>(event: Event, resource: First): event is EventByResource[First] (+1 overload)",
    ],
    [
      "eventIs(",
      '(alias) eventIs<"messages", "created">(event: Event, resource: "messages", type: "created"): event is MessagesCreatedEvent (+1 overload)',
    ],
    ["event.text", "const event: MessagesCreatedEvent"],
    [
      "matchEvent(event, {",
      "(alias) matchEvent<number | null>(event: Event, handlers: EventHandlers<number | null>): number | null (+3 overloads)",
    ],
    [
      "on(",
      '(method) EventRouter<string>.on<"messages", "deleted">(resource: "messages", type: "deleted", handler: (event: NoInfer<MessagesDeletedEvent>) => string): EventRouter<string> (+1 overload)',
    ],
  ])("show of %s the types by their names", (place, shown) => {
    expect(hover(place).split("\nimport ")[0]).toBe(shown);
  });
});
