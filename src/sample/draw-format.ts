import type { Random } from "./random.js";

const hexadecimal = "0123456789abcdef";

const two = (value: number): string => String(value).padStart(2, "0");
const hex = (random: Random, count: number): string =>
  Array.from({ length: count }, () => hexadecimal[random.below(16)]).join("");
const name = (random: Random): string =>
  random.pick(["ada", "bela", "carl", "dora", "emil", "frida"]) ?? "ada";
const host = (random: Random): string => `${name(random)}.example`;
const drawDate = (random: Random): string =>
  `${random.between(2000, 2030)}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`;
const drawClock = (random: Random): string =>
  [random.below(24), random.below(60), random.below(60)].map(two).join(":");
const path = (random: Random): string => `${name(random)}/${random.between(1, 999)}`;

/** A text of each format that is checked, in the one form that every reader of it takes. */
const drawers: Readonly<Record<string, (random: Random) => string>> = {
  "date-time": (random) => `${drawDate(random)}T${drawClock(random)}Z`,
  date: drawDate,
  time: (random) => `${drawClock(random)}Z`,
  "partial-time": drawClock,
  duration: (random) => `P${random.between(1, 30)}DT${random.between(1, 23)}H`,
  email: (random) => `${name(random)}@${host(random)}`,
  "idn-email": (random) => `${name(random)}@${host(random)}`,
  hostname: host,
  "idn-hostname": host,
  ipv4: (random) => `192.0.2.${random.between(1, 254)}`,
  ipv6: (random) => `2001:db8::${hex(random, 4)}`,
  uri: (random) => `https://${host(random)}/${path(random)}`,
  "uri-reference": (random) => `/${path(random)}`,
  iri: (random) => `https://${host(random)}/${path(random)}`,
  "iri-reference": (random) => `/${path(random)}`,
  "uri-template": (random) => `https://${host(random)}/{id}`,
  uuid: (random) =>
    `${hex(random, 8)}-${hex(random, 4)}-4${hex(random, 3)}-a${hex(random, 3)}-${hex(random, 12)}`,
  "json-pointer": (random) => `/${path(random)}`,
  "relative-json-pointer": (random) => `${random.between(0, 3)}/${name(random)}`,
  regex: (random) => `^${name(random)}+$`,
  byte: (random) => Buffer.from(name(random)).toString("base64"),
  "css-color": (random) => `#${hex(random, 6)}`,
};

/** A text that has the format; undefined for one that is not known. */
export function drawFormat(format: string, random: Random): string | undefined {
  return Object.hasOwn(drawers, format) ? drawers[format]?.(random) : undefined;
}
