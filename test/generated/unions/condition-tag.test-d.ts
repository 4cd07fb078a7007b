import { describe, expectTypeOf, it } from "vitest";
import type {
  DropdownFormElement,
  FormElement,
  FormElementByType,
  FormElementType,
  InputFormElement,
  MarkdownFormElement,
} from "../../../generated/unions/condition-tag/index.js";
import {
  createFormElementRouter,
  formElementIs,
  isFormElement,
  isInputFormElement,
  matchFormElement,
} from "../../../generated/unions/condition-tag/index.js";

declare const value: unknown;
declare const element: FormElement;

describe("conditions on an enum", () => {
  it("are a union by it", () => {
    if (isFormElement(value)) expectTypeOf(value).toEqualTypeOf<FormElement>();
    if (isInputFormElement(value)) expectTypeOf(value).toEqualTypeOf<InputFormElement>();
    expectTypeOf<FormElementType>().toEqualTypeOf<"markdown" | "input" | "dropdown" | "checkboxes">();
    expectTypeOf<FormElementByType["markdown"]>().toEqualTypeOf<MarkdownFormElement>();
    if (formElementIs(element, "dropdown")) expectTypeOf(element.options).toEqualTypeOf<[string, ...string[]]>();
    if (element.type === "input") expectTypeOf(element.label).toEqualTypeOf<string>();
    // @ts-expect-error -- only some elements have a label
    void element.label;
    // @ts-expect-error -- no such element
    formElementIs(element, "slider");
  });

  it("are matched exhaustively, and routed", () => {
    const handlers = {
      markdown: ({ value: text }: MarkdownFormElement) => text,
      input: ({ label }: InputFormElement) => label,
      dropdown: ({ id }: DropdownFormElement) => id,
    };
    // @ts-expect-error -- checkboxes have no handler
    matchFormElement(element, handlers);
    expectTypeOf(matchFormElement(element, { ...handlers, checkboxes: ({ id }) => id })).toEqualTypeOf<string>();
    // @ts-expect-error -- text has no label
    createFormElementRouter<string>().on("markdown", ({ label }) => label);
  });
});
