import { describe, expect, it } from "vitest";
import { formatFunctions } from "./format-functions.js";

interface Edges {
  readonly accepts: readonly string[];
  readonly refuses: readonly string[];
}

const longLabel = "a".repeat(63);

const edges: Readonly<Record<string, Edges>> = {
  date: {
    accepts: ["0000-01-01", "2000-02-29", "9999-12-31"],
    refuses: ["1900-02-29", "2024-04-31", "2024-1-1", "2024-01-01\n", "２０２４-01-01"],
  },
  time: {
    accepts: ["00:00:00Z", "23:59:59.999999z", "00:00:00-00:00", "00:59:60+01:00", "22:59:60-01:00"],
    refuses: ["23:59:60+00:01", "12:00:00.Z", "12:00:00", "12:00Z", "12:00:00+0100", "12:00:00Z\n"],
  },
  "date-time": {
    accepts: ["2024-02-29T23:59:59Z", "2024-02-29t00:00:00+14:00", "2025-01-01T00:59:60+01:00"],
    refuses: ["2024-02-29 23:59:59Z", "2024-02-29", "2024-02-30T00:00:00Z", "T", "2024-02-29TT23:59:59Z"],
  },
  duration: {
    accepts: ["P1Y", "p1dt1s", "P0000W", "P1Y1M1DT1H1M1S", "P1DT1M"],
    refuses: ["P", "PT", "P1DT", "P1W1D", "P1Y1D", "PT1H1S", "P1S", "PT1Y", "P1.5D", "1D", "P1D\n"],
  },
  email: {
    accepts: [
      "a@b",
      "!#$%&'*+-/=?^_`{|}~@example.com",
      '"a\\"b\\\\"@example.com',
      '""@example.com',
      "a@[ipv6:2001:db8::1]",
      "a@1.example",
    ],
    refuses: [
      "",
      "@",
      "a",
      "a@",
      "a@-b",
      "a@b-",
      "a@b-.c",
      "a@b..c",
      "a@b.",
      "a@b_c",
      "a@[]",
      "a@[::1]",
      "a@[IPv6:127.0.0.1]",
      "a@[127.0.0.1",
      '"a"b"@c',
      '"\\"@c',
      '"a\nb"@c',
      "a..b@c",
      "é@example.com",
      "a@é.com",
      "a@b@c",
    ],
  },
  "idn-email": {
    accepts: ["a@b", "é@é.com", '"é\\\\é"@example.com', "用户@例子.广告", "a@e\u0301.com", "a@xn--X"],
    refuses: [
      "",
      "é",
      "é@",
      "é@_é.com",
      '"\\é"@example.com',
      "\ud800@example.com",
      "é é@example.com",
      "é@É.com",
    ],
  },
  hostname: {
    accepts: [
      "a",
      "1",
      "A.b",
      "ab--cd",
      "XN--4GBWDL",
      longLabel,
      `${longLabel}.${longLabel}.${longLabel}.${"a".repeat(61)}`,
    ],
    refuses: [
      "",
      ".",
      "a.",
      "a b",
      "a_b",
      "-a",
      "a-",
      "é",
      "xn--",
      "xn--a",
      "xn--0",
      "xn--\u212a",
      `${longLabel}a`,
      `${longLabel}.${longLabel}.${longLabel}.${"a".repeat(62)}`,
    ],
  },
  "idn-hostname": {
    accepts: ["é", "ab--cd", "straße.de", "βόλος", "नील", "\u13a0", "א1.ב2", "ب\u064e\u200c\u064eب"],
    refuses: [
      // Not what normalisation or folding makes of it.
      "É",
      "e\u0301",
      "ﬁ",
      "ａ",
      // Characters that stand alone.
      "\ud800",
      "☃",
      "a\u20d0",
      "é\u00ad",
      "\u1100\u1161",
      // Hyphens.
      "é-",
      "éa--b",
      // Joiners: at the start, behind letters that do not join, between marks alone.
      "\u200cب",
      "ا\u200cب",
      "ب\u200cء",
      "ب\u200db",
      "\u05b0\u200dא",
      "א\u05b0\u200dא",
      // Directions.
      "א.1a",
      "aא",
      "אa",
      "א-",
      // Too long once encoded.
      "é".repeat(60),
      Array.from({ length: 20 }, () => "éééééééé").join("."),
    ],
  },
  ipv4: {
    accepts: ["0.0.0.0", "255.255.255.255"],
    refuses: ["256.0.0.0", "1.2.3", "1.2.3.4.5", "1.2.3.04", "00.0.0.0", "1.2.3.4\n", "1..2.3", ""],
  },
  ipv6: {
    accepts: [
      "::",
      "1::",
      "::1",
      "1:2:3:4:5:6:7::",
      "::2:3:4:5:6:7:8",
      "1:2:3:4:5:6:1.2.3.4",
      "::1.2.3.4",
      "ABCD::abcd",
    ],
    refuses: [
      "",
      ":",
      ":::",
      "1",
      "1::2::3",
      "1:2:3:4:5:6:7:8::",
      "1:2:3:4:5:6:7:1.2.3.4",
      "1.2.3.4::",
      "::1.2.3.4:1",
      "::g",
      "1.2.3.4",
    ],
  },
  uri: {
    accepts: [
      "a:",
      "a:b",
      "a+1.-:?#",
      "a://",
      "a://@:/",
      "a://u:p@h:/?/?#/?",
      "a://[::1]:80",
      "a://[v1.a:b]",
      "a:/b//c",
    ],
    refuses: [
      "",
      ":",
      ":a",
      "a",
      "//a",
      "a://[",
      "a://[::1",
      "a://[::1]a",
      "a://[1]",
      "a://h:1a",
      "a:#b#c",
      "é:a",
      "a:[",
      "a:%",
    ],
  },
  "uri-reference": {
    accepts: ["", "#", "?", "/", "//", "a", "./a:b", "a/b:c", "?a:b", "//a:1"],
    refuses: [":a", "1:a", "a b", "%a", "//a:b", "//a@b@c", "/[", "é"],
  },
  iri: {
    accepts: ["a:é", "a://é@é/é?é#é", "a:?\ue000", "a:?\u{100000}#", "a:\u{10000}"],
    refuses: [
      "é:a",
      "a:\ue000",
      "a:#?\ue000",
      "a://\ue000",
      "a:\ufdd0",
      "a:\ufffe",
      "a:\u{1fffe}",
      "a:\u200e",
      "a:\ud800",
      "a://h:٣",
      "a:\u0080",
    ],
  },
  "iri-reference": {
    accepts: ["", "é", "?\ue000", "//é:1"],
    refuses: [":é", "é:é", "\ue000", "é\\", "%é"],
  },
  "uri-template": {
    accepts: ["", "é", "\ue000", "{a}{b}", "{|a}", "{+a.b:3,c*}", "{%41_}", "a'b"],
    refuses: [
      "{",
      "}",
      "{}",
      "{{a}}",
      "{a}}",
      "{a",
      "{a.}",
      "{.}",
      "{a:}",
      "{a:0}",
      "{a*:1}",
      "{é}",
      "{+-a}",
      "%4{a}1",
      "a\u0000",
      "\ud800",
      "\uffff",
    ],
  },
  uuid: {
    accepts: ["ffffffff-ffff-ffff-ffff-ffffffffffff"],
    refuses: [
      "",
      "{ffffffff-ffff-ffff-ffff-ffffffffffff}",
      "ffffffff-ffff-ffff-ffff-fffffffffff",
      "gfffffff-ffff-ffff-ffff-ffffffffffff",
    ],
  },
  "json-pointer": {
    accepts: ["", "/", "//", "/~0~1", "/é"],
    refuses: ["a", "#/a", "/~", "/~2", "/a~/b"],
  },
  "relative-json-pointer": {
    accepts: ["0", "10", "0#", "1/a", "0-1", "0+1/a", "2-10#"],
    refuses: ["", "#", "/a", "00", "-1", "0a", "0+", "0+01", "0#/a", "0/~", "0\n"],
  },
  regex: {
    accepts: ["", "^a$", "\\p{Letter}", "(?<=a)b", "\\u{1F600}", "[\\w-]"],
    refuses: ["(", "[", "*", "\\-", "\\p{Nothing}", "a{2,1}", "(?i)a", "\\Z", "{"],
  },
};

describe("the edges of each format", () => {
  it("are known for all formats", () => {
    expect(Object.keys(edges).toSorted()).toEqual(Object.keys(formatFunctions).toSorted());
  });

  describe.each(Object.entries(edges))("%s", (format, { accepts, refuses }) => {
    const decide = formatFunctions[format] ?? (() => undefined);

    it.each(accepts.map((text) => [JSON.stringify(text), text]))("accepts %s", (_, text) => {
      expect(decide(text ?? "")).toBe(true);
    });

    it.each(refuses.map((text) => [JSON.stringify(text), text]))("refuses %s", (_, text) => {
      expect(decide(text ?? "")).toBe(false);
    });
  });

  it("leave every email an idn-email, every hostname an idn-hostname, every uri an iri", () => {
    const wider = {
      email: "idn-email",
      hostname: "idn-hostname",
      uri: "iri",
      "uri-reference": "iri-reference",
    };
    const refused = Object.entries(wider).flatMap(([format, other]) =>
      (edges[format]?.accepts ?? []).filter((text) => formatFunctions[other]?.(text) !== true),
    );
    expect(refused).toEqual([]);
  });
});
