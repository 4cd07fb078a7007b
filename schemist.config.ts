import { defineConfig } from "schemist";

/** Shapes of discriminated unions whose tags are found: each a folder of `fixtures/unions`. */
const foundUnions = [
  "const",
  "enum-of-one",
  "enum-of-several",
  "integer-tag",
  "boolean-tag",
  "null-tag",
  "inherited-tag",
  "nested-path",
  "two-tags-side-by-side",
  "two-nested-tags",
  "mixed-depth",
  "tag-not-required",
  "condition-tag",
  "open-fallback",
  "open-fallback-overlap",
  "key-presence",
  "key-presence-forbidden",
  "base-beside",
  "nested-unions",
  "wide",
];

/** The same in descriptions of APIs. */
const describedUnions = {
  "openapi-base": "stores.openapi.yaml",
  "openapi-discriminator": "payouts.openapi.yaml",
  "openapi-mapping": "notifications.openapi.yaml",
  "openapi-webhooks": "market.openapi.yaml",
  "asyncapi-messages": "lights.asyncapi.yaml",
};

export default defineConfig({
  inputs: [
    {
      schema: "fixtures/webex-event/event.schema.json",
      documents: ["fixtures/webex-event/components/*.json"],
      overlays: ["fixtures/webex-event/variants.overlay.yaml", "fixtures/webex-event/read-type.overlay.yaml"],
      output: "generated/webex-event",
      package: { name: "@example/webex-event", version: "1.0.0", license: "MIT" },
      unions: { Event: { tags: ["resource", "type"], open: true } },
    },
    {
      schema: "fixtures/webex-event-bare/event.schema.json",
      documents: ["fixtures/webex-event-bare/components/*.json"],
      output: "generated/webex-event-bare",
      package: { name: "@example/webex-event-bare", version: "1.0.0", license: "MIT" },
      unions: { Event: { tags: ["resource", "type"] } },
    },
    {
      schema: "fixtures/shapes/shapes.schema.json",
      output: "generated/shapes",
      unions: { Shape: { tags: ["kind"], open: true } },
    },
    {
      schema: "fixtures/orders/orders.schema.json",
      output: "generated/orders",
    },
    {
      schema: "fixtures/shapes/shapes.schema.json",
      output: "generated/shapes-by-engine",
      types: "json-schema-to-typescript",
      runtime: ["guards", "unions"],
      unions: { Shape: { tags: ["kind"], open: true } },
    },
    {
      schema: "fixtures/hostile/hostile.schema.json",
      name: "Hostile",
      output: "generated/hostile",
      layout: "single-file",
    },
    {
      schema: "fixtures/openapi-3.0/shop.openapi.yaml",
      output: "generated/openapi-3.0",
      package: { name: "@example/shop-webhooks", version: "1.4.0", license: "MIT" },
    },
    {
      schema: "fixtures/openapi-3.1/shop.openapi.yaml",
      output: "generated/openapi-3.1",
    },
    {
      schema: "fixtures/asyncapi-3/shop.asyncapi.yaml",
      output: "generated/asyncapi-3",
      layout: "single-file",
    },
    {
      schema: "fixtures/parcels/parcel.schema.json",
      output: "generated/parcels",
      formats: "assert",
      brands: true,
      enums: "const",
      readonly: true,
      exactOptional: true,
    },
    ...foundUnions.map((name) => ({
      schema: `fixtures/unions/${name}/${name}.schema.json`,
      output: `generated/unions/${name}`,
    })),
    ...Object.entries(describedUnions).map(([name, file]) => ({
      schema: `fixtures/unions/${name}/${file}`,
      output: `generated/unions/${name}`,
    })),
    {
      schema: "fixtures/reading/report.schema.json",
      output: "generated/reading",
      formats: "assert",
      runtime: ["guards", "validators", "defaults", "coercion", "dates"],
    },
    {
      schema: "fixtures/unions/external-tag/external-tag.schema.json",
      output: "generated/unions/external-tag",
      unions: { Delivery: { tags: [{ external: "event" }, "action"], open: true } },
    },
    {
      schema: "fixtures/unions/flat-enum/flat-enum.schema.json",
      output: "generated/unions/flat-enum",
      unions: { Change: { tags: ["action"] } },
    },
    {
      schema: "fixtures/unions/open-enum/order-event.schema.json",
      output: "generated/unions/open-enum",
      unions: { OrderStatus: { open: true } },
    },
    {
      schema: "fixtures/unions/open-union/open-union.schema.json",
      output: "generated/unions/open-union",
      unions: { BusEvent: { tags: ["source", "detail-type"], open: true } },
    },
  ],
});
