/**
 * Scopes as bit masks: a line counts for stream `s` when bit `s` is set for its product, category, brand, territory and member.
 * A filter is a conjunction over single attributes, so each attribute has a mask of its own and the scope is their `and`.
 *
 * @internal
 */
import type { LineFilter, LineScope } from "../incentives/programme.js";

/** The attributes of a line that scopes select by, and the field that holds each. */
export const lineAttributes = {
  productIds: "productId",
  categoryIds: "categoryId",
  brandIds: "brandId",
  territoryIds: "territoryId",
} as const satisfies { readonly [L in keyof LineFilter]-?: string };

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

export function maskAttribute(list: keyof LineFilter, scopes: readonly LineScope[], words: number): AttributeMask {
  const rowOf = Object.create(null) as { [value: string]: number };
  let rows = ABSENT + 1;
  for (const scope of scopes) {
    for (const value of [...(scope.include?.[list] ?? []), ...(scope.exclude?.[list] ?? [])]) rowOf[value] ??= rows++;
  }
  const masks = new Int32Array(rows * words);
  scopes.forEach((scope, stream) => {
    const include = scope.include?.[list];
    const exclude = scope.exclude?.[list];
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

/** The row of an attribute's value, for a value already known to be text or absent. */
export function rowOfValue(attribute: AttributeMask, value: string | undefined): number {
  return value === undefined ? ABSENT : (attribute.rowOf[value] ?? UNLISTED);
}
