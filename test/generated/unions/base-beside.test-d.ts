import { describe, expectTypeOf, it } from "vitest";
import type {
  Parameter,
  ParameterByIn,
  ParameterIn,
  ParameterPath,
  ParameterQuery,
} from "../../../generated/unions/base-beside/index.js";
import {
  createParameterRouter,
  isParameter,
  matchParameter,
  parameterIs,
} from "../../../generated/unions/base-beside/index.js";

declare const value: unknown;
declare const parameter: Parameter;

describe("a base beside the branches", () => {
  it("is a part of each variant", () => {
    if (isParameter(value)) expectTypeOf(value).toEqualTypeOf<Parameter>();
    expectTypeOf(parameter.name).toEqualTypeOf<string>();
    expectTypeOf<ParameterIn>().toEqualTypeOf<"path" | "query" | "header" | "cookie">();
    expectTypeOf<ParameterByIn["path"]>().toEqualTypeOf<ParameterPath>();
    expectTypeOf<ParameterPath["name"]>().toEqualTypeOf<string>();
    expectTypeOf<ParameterPath["required"]>().toEqualTypeOf<true>();
    expectTypeOf<ParameterQuery["in"]>().toEqualTypeOf<"query">();
    expectTypeOf<ParameterPath>().toExtend<Parameter>();
    if (parameterIs(parameter, "path")) expectTypeOf(parameter.required).toEqualTypeOf<true>();
    if (parameter.in === "query") expectTypeOf(parameter.allowEmpty).toEqualTypeOf<boolean | undefined>();
    // @ts-expect-error -- a body is no parameter
    parameterIs(parameter, "body");
    // @ts-expect-error -- only a query may be empty
    void parameter.allowEmpty;
  });

  it("is matched exhaustively, and routed", () => {
    const handlers = { path: ({ name }: ParameterPath) => name, query: () => "", header: () => "" };
    // @ts-expect-error -- cookies have no handler
    matchParameter(parameter, handlers);
    expectTypeOf(matchParameter(parameter, { ...handlers, cookie: ({ name }) => name })).toEqualTypeOf<string>();
    createParameterRouter<boolean>()
      .on("path", ({ required }) => required)
      // @ts-expect-error -- a header has no such property
      .on("header", ({ allowEmpty }) => allowEmpty === true);
  });
});
