import type { Rule } from "../../engine/rule.js";
import type { Inside, SaleQuestion } from "../rule-facts.js";

/**
 * The sale is where the authorization permits. An agent or trial distributor sells at a named place or into a named territory; a distributor
 * at a named place and, where territories are named too, into one of them.
 *
 * @internal
 */
export const saleInNamedPlace: Rule<SaleQuestion, null, "kind" | "placesNamed" | "territoriesNamed" | "atPlace" | "inTerritory"> = {
  code: "agreements.sale_in_named_place",
  needs: ["kind", "placesNamed", "territoriesNamed", "atPlace", "inTerritory"],
  source: "代理商：指定地点或者区域；分销商：固定地点",
  waivable: true,
  required: () => ({ atPlace: null, inTerritory: null }),
  test: (sale) => {
    const inside = placeOf(sale);
    if (inside === "unknown") return { unknown: { code: "agreements.place_not_known", params: {} } };
    return { met: inside === "inside", params: { atPlace: sale.atPlace, inTerritory: sale.inTerritory } };
  },
};

type Placed = Pick<SaleQuestion, "kind" | "placesNamed" | "territoriesNamed" | "atPlace" | "inTerritory">;

function placeOf({ kind, placesNamed, territoriesNamed, atPlace, inTerritory }: Placed): Inside {
  if (kind !== "distribution") return placesNamed && territoriesNamed ? either(atPlace, inTerritory) : placesNamed ? atPlace : inTerritory;
  return territoriesNamed ? both(atPlace, inTerritory) : atPlace;
}

function either(a: Inside, b: Inside): Inside {
  if (a === "inside" || b === "inside") return "inside";
  return a === "unknown" || b === "unknown" ? "unknown" : "outside";
}

function both(a: Inside, b: Inside): Inside {
  if (a === "outside" || b === "outside") return "outside";
  return a === "unknown" || b === "unknown" ? "unknown" : "inside";
}
