import { findCircles } from "../find-circles.js";
import { finding, type StructureCheck } from "./finding.js";

/** Goods never come back to where they were. @internal */
export const goodsRunInNoCircle: StructureCheck = (network) => {
  const place = new Map(network.participants.map(({ id }, i) => [id, i]));
  return findCircles(network).map((ids) => {
    const first = ids[0] as string;
    return finding("network.goods_cycle", `participants[${place.get(first)}]`, { ids: [...ids, first] }, ids);
  });
};
