import { describe, expectTypeOf, it } from "vitest";
import type {
  Area,
  Geometry,
  GeometryByType,
  GeometryType,
  LineStringGeometry,
  Path,
  PolygonGeometry,
  Spot,
} from "../../../generated/unions/enum-of-several/index.js";
import {
  createGeometryRouter,
  geometryIs,
  isLineStringGeometry,
  isPath,
  matchGeometry,
} from "../../../generated/unions/enum-of-several/index.js";

declare const value: unknown;
declare const geometry: Geometry;

describe("variants with several values of the tag", () => {
  it("have a part of their own for each value", () => {
    expectTypeOf<Path["type"]>().toEqualTypeOf<"MultiPoint" | "LineString">();
    expectTypeOf<LineStringGeometry["type"]>().toEqualTypeOf<"LineString">();
    expectTypeOf<LineStringGeometry>().toExtend<Path>();
    expectTypeOf<GeometryByType["Point"]>().toEqualTypeOf<Spot>();
    expectTypeOf<GeometryByType["Polygon"]>().toEqualTypeOf<PolygonGeometry>();
    expectTypeOf<keyof GeometryByType>().toEqualTypeOf<GeometryType>();
  });

  it("are narrowed", () => {
    if (isLineStringGeometry(value)) expectTypeOf(value).toEqualTypeOf<LineStringGeometry>();
    if (isPath(geometry)) expectTypeOf(geometry).toEqualTypeOf<Path>();
    if (geometryIs(geometry, "Polygon")) {
      expectTypeOf(geometry.type).toEqualTypeOf<"Polygon">();
      expectTypeOf(geometry.filled).toEqualTypeOf<boolean | undefined>();
    }
    if (geometry.type === "MultiLineString" || geometry.type === "Polygon") {
      expectTypeOf(geometry).toEqualTypeOf<Area>();
    }
    // @ts-expect-error -- no such type
    geometryIs(geometry, "Circle");
  });

  it("are matched by value", () => {
    const handlers = {
      Point: ({ coordinates }: Spot) => coordinates[0],
      LineString: ({ coordinates }: LineStringGeometry) => coordinates.length,
      MultiPoint: () => 2,
      MultiLineString: () => 3,
    };
    // @ts-expect-error -- a polygon has no handler
    matchGeometry(geometry, handlers);
    expectTypeOf(matchGeometry(geometry, handlers, () => 4)).toEqualTypeOf<number>();
    // @ts-expect-error -- a point is not filled
    createGeometryRouter().on("Point", ({ filled }) => filled);
  });
});
