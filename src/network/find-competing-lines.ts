import type { CarriedLine } from "../entities/dealer-capability.js";
import { readSafely } from "../kernel/check.js";
import { sumOf, text } from "../kernel/decimal.js";
import type { Explained } from "../kernel/explanation.js";
import type { Rate } from "../kernel/rate.js";
import { listOf, optional, readText, readTexts, recordOf } from "../kernel/read.js";
import { readCarriedLines } from "./read-network.js";

/** What a dealer carries, and what the manufacturer sells. */
export interface CarriedLineFacts {
  /** The lines that the dealer carries. Absent: not known. */
  readonly carriedLines?: readonly CarriedLine[] | undefined;
  /** The manufacturer's brands. */
  readonly brandIds: readonly string[];
  /** The products that the manufacturer sells. One without a category leaves open what competes with it. */
  readonly products: readonly CategorisedProduct[];
}

/** What is looked at of a product. Every `Product` is one. */
export interface CategorisedProduct {
  /** The product. */
  readonly id: string;
  /** Its category. Absent: in none, or not known. */
  readonly categoryId?: string | undefined;
}

/**
 * How a line stands to the manufacturer: `own` is one of its brands; `competing`, another brand of like products; `unlike`, another brand
 * of other products; `unknown`, another brand whose category is not known.
 */
export type LineStanding = "own" | "competing" | "unlike" | "unknown";

/** The lines of a dealer, told apart. */
export interface CompetingLines {
  /** `competing`: at least one line competes; `undetermined`: none is known to, and one may; `none`: no line competes. */
  readonly verdict: "competing" | "none" | "undetermined";
  /** Every line carried, in the order given, with its standing. */
  readonly lines: readonly (CarriedLine & {
    /** How it stands to the manufacturer. */
    readonly standing: LineStanding;
  })[];
  /** The share of competing lines in the dealer's sales. `null`: a share or a standing is not known. */
  readonly competingShare: Rate | null;
}

const readFacts = recordOf<CarriedLineFacts>({
  carriedLines: optional(readCarriedLines),
  brandIds: readTexts,
  products: listOf(recordOf<CategorisedProduct>({ id: readText, categoryId: optional(readText) })),
});

/**
 * Finds which lines of a dealer compete with the manufacturer: like products under another brand.
 *
 * @remarks
 * Like products are those of one category. A line of the manufacturer's own brand never competes. Whether competing lines are allowed is a
 * matter of the agreement, not of this function. Without the dealer's lines, or without a category, the answer stays open.
 *
 * @param facts - The dealer's lines, and the manufacturer's brands and products.
 * @returns Every line with its standing, the verdict, and the share of competing lines.
 * @throws LibraryFault `kernel.*` or `entities.*`, with the place of what cannot be read.
 *
 * @source S19-105.
 *
 * @example Cameras of another brand compete, cables do not
 * ```ts
 * import { findCompetingLines } from "qudao/network";
 *
 * const { verdict, lines, competingShare } = findCompetingLines({
 *   brandIds: ["ours"], products: [{ id: "P1", categoryId: "camera" }],
 *   carriedLines: [
 *     { brandId: "ours", categoryId: "camera", share: "0.5" },
 *     { brandId: "theirs", categoryId: "camera", share: "0.3" },
 *     { brandId: "theirs", categoryId: "cable", share: "0.2" },
 *   ],
 * }).outcome;
 * verdict; // => "competing"
 * lines.map(({ standing }) => standing); // => ["own", "competing", "unlike"]
 * competingShare; // => "0.3"
 * ```
 *
 * @since 0.1.0
 */
export function findCompetingLines(facts: CarriedLineFacts): Explained<CompetingLines> {
  return readSafely("facts", () => {
    const { carriedLines, brandIds, products } = readFacts(facts, "facts");
    const brands = new Set(brandIds);
    const categories = new Set(products.map(({ categoryId }) => categoryId));
    const standingOf = ({ brandId, categoryId }: CarriedLine): LineStanding => {
      if (brands.has(brandId)) return "own";
      if (categoryId !== undefined && categories.has(categoryId)) return "competing";
      return categoryId === undefined || categories.has(undefined) ? "unknown" : "unlike";
    };
    const lines = (carriedLines ?? []).map((line) => ({ ...line, standing: standingOf(line) }));
    const open = carriedLines === undefined || lines.some(({ standing }) => standing === "unknown");
    const competing = lines.filter(({ standing }) => standing === "competing");
    const verdict = competing.length > 0 ? "competing" : open ? "undetermined" : "none";
    const known = !open && competing.every(({ share }) => share !== undefined);
    const competingShare = known ? text(sumOf(competing.map(({ share = "0" }) => share))) : null;
    return {
      outcome: { verdict, lines, competingShare },
      explanation: {
        code: "network.competing_lines",
        params: { verdict, competing: competing.length, share: competingShare },
        from: lines.map(({ brandId, categoryId = null, share = null, standing }) => ({
          code: "network.carried_line",
          params: { brand: brandId, category: categoryId, share, standing },
        })),
      },
    };
  });
}
