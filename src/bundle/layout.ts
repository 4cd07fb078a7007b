import { invariant } from "../invariant.js";
import type { JsonObject } from "../json.js";
import { isJsonObject, memberOf } from "../json.js";
import type { LinkedSchema } from "../link/linked.js";
import { appendPointer, type Pointer } from "../pointer.js";
import { isAbsoluteUri, relativeUri, resolveUri, withoutFragment } from "../uri.js";
import { hidesSiblings } from "../link/subschemas.js";
import { findPiece, keyOf, listPlacesAround, type Pieces } from "./pieces.js";
import { hasPortableUri, isPortable, type SourceResource } from "./resources.js";

/** A schema resource of the bundle. */
export interface Section {
  /** What its references resolve against; where that is no portable URI, only what it is relative to another counts. */
  readonly baseUri: string;
  /** Where it stands in the bundle. */
  readonly pointer: Pointer;
  /** What its `$id` must say; undefined for the bundle itself where it says nothing. */
  readonly identifier: string | undefined;
}

/** What stands under a key among the definitions of the bundle. */
export interface Entry {
  readonly key: string;
  readonly section: Section;
  /** A piece as it is; or a resource of which only pieces are there, in their places. */
  readonly content:
    | { readonly kind: "piece"; readonly piece: LinkedSchema }
    | { readonly kind: "resource"; readonly resource: SourceResource; readonly pieces: LinkedSchema[] };
}

/** What a bundle is made from. */
export interface Source {
  readonly root: LinkedSchema;
  readonly schemas: ReadonlyMap<LinkedSchema["id"], LinkedSchema>;
  readonly byPlace: ReadonlyMap<string, LinkedSchema>;
  readonly pieces: Pieces;
  readonly resources: ReadonlyMap<string, SourceResource>;
}

/** Decides where each schema goes, and which of the resources stay such. */
export class Layout {
  readonly main: Section;
  readonly entries: Entry[] = [];
  /** Whether the root stands in another piece, so that the bundle only refers to it. */
  readonly isWrapped: boolean;
  readonly definitionsKeyword: string;
  readonly #source: Source;
  readonly #sections = new Map<string, Section>();
  readonly #entryOf = new Map<string, Entry>();
  readonly #keys: Set<string>;
  readonly #uris = new Set<string>();
  readonly #anchors = new Map<string, string>();

  constructor(source: Source) {
    this.#source = source;
    const { root, pieces } = source;
    const resource = this.resourceOf(root);
    const isWhole = keyOf(resource.place) === keyOf(root.place);
    this.isWrapped = !pieces.has(keyOf(root.place)) || (!isWhole && resource.isDynamic);
    this.definitionsKeyword = nameDefinitions(root);
    const own = this.isWrapped ? undefined : readDefinitions(root, this.definitionsKeyword);
    this.#keys = new Set(Object.keys(own ?? {}));
    const identifier = isWhole && !this.isWrapped ? resource.identifier : undefined;
    const origin = isPortable(root.place.uri) ? root.place.uri : `schemist:///${lastSegment(root.place.uri)}`;
    const baseUri = identifier === undefined ? origin : withoutFragment(resolveUri(origin, identifier));
    this.main = { baseUri, pointer: "", identifier };
    this.#uris.add(baseUri);
    if (isWhole && !this.isWrapped) this.#sections.set(keyOf(root.place), this.main);
    this.#claimAnchors();
    for (const piece of pieces.values()) if (this.isWrapped || piece !== root) this.#enter(piece);
  }

  get dialectUri(): string {
    return this.#source.root.dialect.uri;
  }

  resourceOf({ resource }: Pick<LinkedSchema, "resource">): SourceResource {
    const found = this.#source.resources.get(keyOf(resource));
    invariant(found, `no resource at ${keyOf(resource)}`);
    return found;
  }

  /** The resource of the bundle that a schema is part of. */
  sectionOf(schema: LinkedSchema): Section {
    const resource = this.resourceOf(schema);
    const known = this.#sections.get(keyOf(resource.place));
    if (known) return known;
    const piece = this.#pieceOf(schema);
    const isNested = resource.place.pointer.length > piece.place.pointer.length;
    if (isNested && resource.place.uri === piece.place.uri) return this.#nest(resource, piece);
    return this.#entryOf.get(keyOf(piece.place))?.section ?? this.main;
  }

  /** Where a schema stands in the bundle. */
  pointerOf({ place }: Pick<LinkedSchema, "place">): Pointer {
    const piece = this.#pieceOf({ place });
    return this.#pointerOfPiece(piece) + place.pointer.slice(piece.place.pointer.length);
  }

  #pointerOfPiece(piece: LinkedSchema): Pointer {
    const entry = this.#entryOf.get(keyOf(piece.place));
    if (!entry) return "";
    const pointer = appendPointer("", this.definitionsKeyword, entry.key);
    if (entry.content.kind === "piece") return pointer;
    return pointer + piece.place.pointer.slice(entry.content.resource.place.pointer.length);
  }

  #pieceOf({ place }: Pick<LinkedSchema, "place">): LinkedSchema {
    const piece = findPiece(this.#source.pieces, place);
    invariant(piece, `${keyOf(place)} is in no piece`);
    return piece;
  }

  /** Makes an entry of a piece, or puts it into that of its resource. */
  #enter(piece: LinkedSchema): void {
    const resource = this.resourceOf(piece);
    const isKept = this.#isKept(resource);
    const isWhole = keyOf(resource.place) === keyOf(piece.place);
    const known = isKept && !isWhole ? this.#entryOf.get(keyOf(resource.place)) : undefined;
    const entry = known ?? this.#createEntry(piece, resource, isKept, isWhole);
    if (entry.content.kind === "resource") entry.content.pieces.push(piece);
    this.#entryOf.set(keyOf(piece.place), entry);
  }

  #createEntry(piece: LinkedSchema, resource: SourceResource, isKept: boolean, isWhole: boolean): Entry {
    const isPart = isKept && !isWhole;
    const key = this.#nameEntry(piece, resource, isPart);
    const pointer = appendPointer("", this.definitionsKeyword, key);
    const isApart = isKept || this.#isOfItsOwn(piece, resource);
    const section = isApart ? this.#open(resource, pointer, this.main, isKept) : this.main;
    const entry: Entry = {
      key,
      section,
      content: isPart ? { kind: "resource", resource, pieces: [] } : { kind: "piece", piece },
    };
    if (isKept) this.#sections.set(keyOf(resource.place), section);
    if (isPart) this.#entryOf.set(keyOf(resource.place), entry);
    this.entries.push(entry);
    return entry;
  }

  /** Whether a resource stays one: where the world knows it, or what it says depends on it. */
  #isKept(resource: SourceResource): boolean {
    if (resource.isDynamic) return true;
    if (resource === this.resourceOf(this.#source.root)) {
      return this.isWrapped && resource.identifier !== undefined;
    }
    return resource.identifier !== undefined || hasPortableUri(resource);
  }

  /** Whether a piece needs a resource though its own goes: to be read in another dialect, or for anchors that are taken. */
  #isOfItsOwn(piece: LinkedSchema, resource: SourceResource): boolean {
    const key = keyOf(resource.place);
    const isAnchored = resource.anchors.some((name) => this.#anchors.get(name) !== key);
    // A schema that only refers to another says the same in every dialect, and has no place for an identifier.
    if (typeof piece.value === "boolean" || hidesSiblings(piece.value, piece.dialect)) return false;
    return piece.dialect.uri !== this.dialectUri || isAnchored;
  }

  /** Each anchor belongs to the first resource that is no longer one; others that have it stay resources. */
  #claimAnchors(): void {
    const { root, resources } = this.#source;
    const merged = [...resources.values()].filter((each) => !this.#isKept(each));
    for (const resource of [...(this.isWrapped ? [] : [this.resourceOf(root)]), ...merged]) {
      for (const name of resource.anchors) {
        if (!this.#anchors.has(name)) this.#anchors.set(name, keyOf(resource.place));
      }
    }
  }

  /** A resource whose root is within a piece. */
  #nest(resource: SourceResource, piece: LinkedSchema): Section {
    const suffix = resource.place.pointer.slice(piece.place.pointer.length);
    const outer = this.#sectionAround(resource);
    const section = this.#open(resource, this.#pointerOfPiece(piece) + suffix, outer, true);
    this.#sections.set(keyOf(resource.place), section);
    return section;
  }

  #sectionAround(resource: SourceResource): Section {
    const around = [...listPlacesAround(resource.place)].reverse();
    const holder = around
      .map((place) => this.#source.byPlace.get(keyOf(place)))
      .find((each) => each !== undefined);
    return holder ? this.sectionOf(holder) : this.main;
  }

  /** Gives a resource its URI in the bundle: that which it has, wherever that is known or still leads to it. */
  #open(resource: SourceResource, pointer: Pointer, outer: Section, isKept: boolean): Section {
    const { baseUri, identifier, place } = resource;
    const written = isKept ? identifier : undefined;
    const wanted = written ?? (isKept && isPortable(baseUri) ? baseUri : this.#nameFile(place.uri));
    const moved = withoutFragment(resolveUri(outer.baseUri, wanted));
    const isLost = isKept && isPortable(baseUri) && moved !== baseUri;
    const text = isLost ? baseUri : wanted;
    const unique = this.#makeUnique(text, isLost ? baseUri : moved, outer);
    this.#uris.add(unique.uri);
    return { baseUri: unique.uri, pointer, identifier: unique.text };
  }

  #makeUnique(text: string, uri: string, outer: Section): { text: string; uri: string } {
    let current = { text, uri };
    for (let count = 2; this.#uris.has(current.uri); count++) {
      const numbered = text.replace(/(\.\w+)?$/, (ending) => `-${count}${ending}`);
      current = { text: numbered, uri: withoutFragment(resolveUri(outer.baseUri, numbered)) };
    }
    return current;
  }

  /** A file by its path from the root's, without the folders that this leaves. */
  #nameFile(uri: string): string {
    const path = relativeUri(this.#source.root.place.uri, uri);
    return isAbsoluteUri(path) ? lastSegment(path) : path.replace(/^(\.\.\/)+/, "");
  }

  #nameEntry(piece: LinkedSchema, resource: SourceResource, isPart: boolean): string {
    const [own] = piece.givenNames;
    const wanted = isPart ? nameDocument(resource.identifier ?? resource.place.uri) : (own ?? "schema");
    let key = wanted;
    for (let count = 2; this.#keys.has(key); count++) key = `${wanted}${count}`;
    this.#keys.add(key);
    return key;
  }
}

function nameDefinitions({ dialect }: LinkedSchema): string {
  const keywords = [...dialect.keywords].filter(([, { shape }]) => shape === "definitions");
  const names = keywords.map(([name]) => name);
  return names.includes("$defs") ? "$defs" : "definitions";
}

function readDefinitions({ value }: LinkedSchema, keyword: string): JsonObject | undefined {
  const own = isJsonObject(value) ? memberOf(value, keyword) : undefined;
  return isJsonObject(own) ? own : undefined;
}

function nameDocument(uri: string): string {
  return lastSegment(uri).replace(/(\.schema)?\.(json|ya?ml)$/i, "") || "schema";
}

function lastSegment(uri: string): string {
  return (
    withoutFragment(uri)
      .split("/")
      .filter((segment) => segment !== "")
      .at(-1) ?? "schema.json"
  );
}
