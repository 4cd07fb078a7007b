import { describe, expectTypeOf, it } from "vitest";
import type {
  DataStore,
  DataStoreVariant,
  DataStoreVariantHandlers,
  QueueStore,
} from "../../../generated/unions/openapi-base/index.js";
import { dataStoreVariantIs, matchDataStoreVariant } from "../../../generated/unions/openapi-base/index.js";

declare const store: DataStoreVariant;
declare const base: DataStore;
declare const handlers: DataStoreVariantHandlers<string>;

describe("a discriminator on a base", () => {
  it("leaves the base what it is", () => {
    expectTypeOf(base.kind).toEqualTypeOf<string>();
    expectTypeOf<DataStoreVariant>().toExtend<DataStore>();
  });

  it("narrows the union of those that build on it", () => {
    if (dataStoreVariantIs(store, "QueueStore")) expectTypeOf(store).toEqualTypeOf<QueueStore>();
    if (store.kind === "Example.ArchiveBlob") expectTypeOf(store.retentionDays).toEqualTypeOf<number>();
    // @ts-expect-error -- a blob that is not archived is kept for no time
    if (store.kind === "Example.Blob") void store.retentionDays;
    // @ts-expect-error -- the base is no variant
    dataStoreVariantIs(store, "DataStore");
  });

  it("is matched exhaustively", () => {
    expectTypeOf(matchDataStoreVariant(store, handlers)).toEqualTypeOf<string>();
    const { QueueStore: _queue, ...others } = handlers;
    // @ts-expect-error -- `QueueStore` has no handler
    matchDataStoreVariant(store, others);
  });
});
