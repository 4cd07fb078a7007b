import { expect, it } from "vitest";
import { toUriFragment } from "../../src/names/schema-pointer.js";
import { fragmentOf } from "../../src/uri.js";

it.each([
  ["/$defs/A", "/$defs/A"],
  ["/a b", "/a%20b"],
  ["/ü𝒳", "/%C3%BC%F0%9D%92%B3"],
  ['/%"<>\\^`{|}[]#', "/%25%22%3C%3E%5C%5E%60%7B%7C%7D%5B%5D%23"],
  ["/~0~1:@!$&'()*+,;=?-._", "/~0~1:@!$&'()*+,;=?-._"],
  ["/\ud800\udfff\udfff", "/%F0%90%8F%BF\udfff"],
])("writes %o so that it is read back", (pointer, fragment) => {
  expect(toUriFragment(pointer)).toBe(fragment);
  expect(fragmentOf(`schema.json#${fragment}`)).toBe(pointer);
});
