import { escapePath } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { globFolder } from "../../src/watch/glob-folder.js";

describe("globFolder", () => {
  it.each([
    ["/p/a/*.json", "/p/a"],
    ["/p/a/**/b/*.json", "/p/a"],
    ["/p/a-[0-9]/b.json", "/p"],
    ["/p/{a/b,c/d}/e.json", "/p"],
    ["/p/a/+(b|c).json", "/p/a"],
    ["/*.json", "/"],
    [`${escapePath("/p (1)/[a]")}/*.json`, "/p (1)/[a]"],
  ])("of %s is %s", (glob, folder) => {
    expect(globFolder(glob)).toBe(folder);
  });
});
