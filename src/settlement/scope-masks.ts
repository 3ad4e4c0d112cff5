/**
 * Scopes as bit masks: a line counts for stream `s` when bit `s` is set for its product, category, brand, territory and member.
 * A filter is a conjunction over single attributes, so each attribute has a mask of its own and the scope is their `and`.
 *
 * @internal
 */
import { type SaleLineEvent, saleLineEvents } from "../entities/catalogue.js";
import type { SaleLine } from "../entities/sale-line.js";
import type { LineFilter, LineScope } from "../incentives/programme.js";

/** The attributes of a line that scopes select by, and the field that holds each. */
export const lineAttributes = {
  productIds: "productId",
  categoryIds: "categoryId",
  brandIds: "brandId",
  territoryIds: "territoryId",
} as const satisfies { readonly [L in Exclude<keyof LineFilter, "attributes">]-?: string };

/** Lists over the fields of a line. */
export type FieldList = keyof typeof lineAttributes;

/** One attribute over all streams. */
export interface AttributeMask {
  /** Whether any scope looks at the attribute. Where none does, nothing has to be looked up. */
  readonly used: boolean;
  /** Row of each value that some list names. Null prototype: `__proto__` is a value like any other. */
  readonly rowOf: { readonly [value: string]: number | undefined };
  /** `words` masks a row. Row 0: values that no list names. Row 1: the attribute is absent. */
  readonly masks: Int32Array;
}

const UNLISTED = 0;
/** Row of lines without the attribute. */
const ABSENT = 1;

/** Streams in one mask word. */
const BITS = 31;

export function wordsFor(streams: number): number {
  return Math.max(1, Math.ceil(streams / BITS));
}

export function setBit(masks: Int32Array, row: number, words: number, stream: number): void {
  const word = row * words + Math.floor(stream / BITS);
  masks[word] = (masks[word] as number) | (1 << (stream % BITS));
}

export const bitsPerWord: number = BITS;

/** A list over one attribute, as each stream has it. */
export interface StreamLists {
  readonly include: readonly string[] | undefined;
  readonly exclude: readonly string[] | undefined;
}

export function maskAttribute(lists: readonly StreamLists[], words: number): AttributeMask {
  const rowOf = Object.create(null) as { [value: string]: number };
  let rows = ABSENT + 1;
  for (const { include = [], exclude = [] } of lists) for (const value of [...include, ...exclude]) rowOf[value] ??= rows++;
  const masks = new Int32Array(rows * words);
  lists.forEach(({ include, exclude }, stream) => {
    // A value that no list names, and no value at all, are inside exactly where nothing is demanded.
    if (include === undefined) {
      setBit(masks, UNLISTED, words, stream);
      setBit(masks, ABSENT, words, stream);
    }
    const inside = include === undefined ? undefined : new Set(include);
    const outside = new Set(exclude);
    for (const value of Object.keys(rowOf)) {
      if (inside?.has(value) !== false && !outside.has(value)) setBit(masks, rowOf[value] as number, words, stream);
    }
  });
  return { used: rows > ABSENT + 1, rowOf, masks };
}

/** A line of an event counts where that event is the trigger, a line of none where there is no trigger. */
export function maskEvents(triggers: readonly (SaleLineEvent | undefined)[], words: number): AttributeMask {
  const rowOf = Object.create(null) as { [event: string]: number };
  saleLineEvents.forEach((event, i) => {
    rowOf[event] = ABSENT + 1 + i;
  });
  const masks = new Int32Array((ABSENT + 1 + saleLineEvents.length) * words);
  triggers.forEach((trigger, stream) => {
    setBit(masks, trigger === undefined ? ABSENT : (rowOf[trigger] as number), words, stream);
  });
  return { used: triggers.some((trigger) => trigger !== undefined), rowOf, masks };
}

/** The host's own attributes that some scope looks at. */
export function ownAttributes(scopes: readonly LineScope[]): readonly string[] {
  return [...new Set(scopes.flatMap(({ include, exclude }) => [...namesOf(include), ...namesOf(exclude)]))];
}

function namesOf(filter: LineFilter | undefined): readonly string[] {
  return Object.keys(filter?.attributes ?? {});
}

/** What a line has of an attribute of the host's. */
export function attributeOf({ attributes }: SaleLine, name: string): string | undefined {
  return attributes !== undefined && Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** A list of a filter over an attribute of the host's. */
export function ownListOf(filter: LineFilter | undefined, name: string): readonly string[] | undefined {
  return filter?.attributes !== undefined && Object.hasOwn(filter.attributes, name) ? filter.attributes[name] : undefined;
}

/** The row of an attribute's value, for a value already known to be text or absent. */
export function rowOfValue(attribute: AttributeMask, value: string | undefined): number {
  return value === undefined ? ABSENT : (attribute.rowOf[value] ?? UNLISTED);
}
