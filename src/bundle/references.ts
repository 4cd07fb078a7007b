import type { LinkedSchema } from "../link/linked.js";
import { toUriFragment } from "../names/schema-pointer.js";
import { formatPointer, parsePointer, type Pointer } from "../pointer.js";
import { fragmentOf, isAbsoluteUri, relativeUri, resolveUri, withoutFragment } from "../uri.js";
import type { Layout, Section } from "./layout.js";
import { isPortable, listAnchors } from "./resources.js";

/** How a reference reads in the bundle, and whether the bundle needs a URI of its own for it. */
export interface RewrittenReference {
  readonly text: string;
  readonly namesBundle: boolean;
}

/** Where references lead in the bundle. */
export class References {
  readonly #layout: Layout;
  readonly #sections: ReadonlyMap<string, Section>;

  constructor(layout: Layout, schemas: Iterable<LinkedSchema>) {
    this.#layout = layout;
    const sections = [layout.main, ...[...schemas].map((schema) => layout.sectionOf(schema))];
    this.#sections = new Map(sections.map((section) => [section.baseUri, section]));
  }

  /** As it is written, where that leads to the same schema there; else by the URI of the target's resource. */
  rewrite(from: LinkedSchema, written: string, target: LinkedSchema): RewrittenReference {
    const own = this.#layout.sectionOf(from);
    const section = this.#layout.sectionOf(target);
    if (this.#leadsTo(own, written, target, section)) {
      return { text: written, namesBundle: section === this.#layout.main && own !== section };
    }
    return this.write(own, target, fragmentOf(written));
  }

  /** The reference from a resource to a schema, by its pointer, or by `fragment` where that is its dynamic anchor. */
  write(own: Section, target: LinkedSchema, fragment = ""): RewrittenReference {
    const section = this.#layout.sectionOf(target);
    const end = toUriFragment(this.#fragmentOf(target, section, fragment));
    if (own === section) return { text: `#${end}`, namesBundle: false };
    const uri = relateUri(own, section);
    const namesBundle = section === this.#layout.main || (!isPortable(section.baseUri) && isAbsoluteUri(uri));
    return { text: end === "" ? uri : `${uri}#${end}`, namesBundle };
  }

  #leadsTo(own: Section, written: string, target: LinkedSchema, section: Section): boolean {
    const uri = withoutFragment(resolveUri(own.baseUri, written));
    // By a URI that it has not yet, nothing leads into the bundle itself.
    const isOwn = written === "" || written.startsWith("#");
    const found = isOwn ? own : this.#sections.get(uri);
    if (!found || (!isOwn && found === this.#layout.main && own === found)) return false;
    const fragment = fragmentOf(written);
    if (fragment === "" || fragment.startsWith("/")) {
      const pointer = found.pointer + formatPointer(parsePointer(fragment));
      // Pointers that lead into an embedded resource from outside are not followed by all.
      return pointer === this.#layout.pointerOf(target) && (found === section || pointer === section.pointer);
    }
    return found === section && listAnchors(target).includes(fragment);
  }

  /** An anchor that is dynamic is what a reference goes by, so it stays. */
  #fragmentOf(target: LinkedSchema, section: Section, fragment: string): string {
    const isDynamic = fragment !== "" && target.dynamicAnchors.has(fragment);
    return isDynamic ? fragment : this.#pointerIn(section, target);
  }

  #pointerIn(section: Section, target: LinkedSchema): Pointer {
    return this.#layout.pointerOf(target).slice(section.pointer.length);
  }
}

/** The URI of a resource as another refers to it: relative, where neither is known by a URI of its own. */
function relateUri(own: Section, { baseUri, identifier }: Section): string {
  if (identifier !== undefined && isAbsoluteUri(identifier)) return identifier.replace(/#$/, "");
  if (isPortable(own.baseUri) !== isPortable(baseUri)) return baseUri;
  return encodeRelative(relativeUri(own.baseUri, baseUri));
}

function encodeRelative(uri: string): string {
  return toUriFragment(uri).replaceAll("?", "%3F");
}
