import { describe, expectTypeOf, it } from "vitest";
import type { FilledReport, MailWithDates, Report, ReportWithDates } from "../../generated/reading/index.js";
import { coerceReport, fillReport, readReportDates } from "../../generated/reading/index.js";

declare const report: Report;

describe("what is filled in", () => {
  it("is there, at any depth", () => {
    const filled = fillReport(report);
    expectTypeOf(filled).toEqualTypeOf<FilledReport>();
    expectTypeOf(filled.limit).toEqualTypeOf<number>();
    expectTypeOf(filled.layout.orientation).toEqualTypeOf<"portrait" | "landscape">();
    expectTypeOf(filled.note).toEqualTypeOf<string | null>();
    expectTypeOf(filled).toExtend<Report>();
  });

  it("may still be absent where its default is not valid, or it has none", () => {
    expectTypeOf<FilledReport["code"]>().toEqualTypeOf<string | undefined>();
    expectTypeOf<FilledReport["until"]>().toEqualTypeOf<string | null | undefined>();
  });

  it("asks for a value that is known to be one", () => {
    // @ts-expect-error -- not every value is a report
    fillReport({});
  });
});

describe("what is coerced", () => {
  it("is valid, or told of", () => {
    const result = coerceReport("anything");
    if (result.ok) expectTypeOf(result.value).toEqualTypeOf<Report>();
    else expectTypeOf(result.issues.length).toEqualTypeOf<number>();
  });
});

describe("what has dates", () => {
  it("has them where the schema has times", () => {
    const read = readReportDates(report);
    expectTypeOf(read).toEqualTypeOf<ReportWithDates>();
    expectTypeOf(read.from).toEqualTypeOf<Date>();
    expectTypeOf(read.until).toEqualTypeOf<Date | null | undefined>();
    expectTypeOf(read.runs).toEqualTypeOf<Date[] | undefined>();
    expectTypeOf<MailWithDates["sentAt"]>().toEqualTypeOf<Date | undefined>();
    expectTypeOf(read.name).toEqualTypeOf<string>();
  });
});
