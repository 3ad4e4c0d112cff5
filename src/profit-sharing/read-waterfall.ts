import { checkWords } from "../kernel/check.js";
import { exact, sumOf } from "../kernel/decimal.js";
import {
  byKind,
  listOf,
  optional,
  type Read,
  readAboveZero,
  readNotNegative,
  readShare,
  readText,
  recordOf,
  someOf,
  uniqueBy,
} from "../kernel/read.js";
import { sharingFault } from "./sharing-fault.js";
import type { CatchUpStep, ClaimsStep, PreferredReturnStep, ShareStep, WaterfallStep } from "./waterfall-step.js";

const readStep = byKind<WaterfallStep>({
  claims: recordOf<Omit<ClaimsStep, "kind">>({
    title: checkWords,
    claims: uniqueBy("partyId", someOf(recordOf<ClaimsStep["claims"][number]>({ partyId: readText, amount: readNotNegative }))),
  }),
  preferred_return: recordOf<Omit<PreferredReturnStep, "kind">>({
    title: checkWords,
    claims: uniqueBy(
      "partyId",
      someOf(recordOf<PreferredReturnStep["claims"][number]>({ partyId: readText, capital: readNotNegative, rate: readNotNegative })),
    ),
  }),
  catch_up: recordOf<Omit<CatchUpStep, "kind">>({ title: checkWords, partyId: readText, share: readShare }),
  share: recordOf<Omit<ShareStep, "kind">>({
    title: checkWords,
    parties: uniqueBy("partyId", listOf(recordOf<ShareStep["parties"][number]>({ partyId: readText, share: readNotNegative }))),
    upTo: optional(readAboveZero),
  }),
});

/** The steps of a waterfall: the last one, and only it, shares all that is left. @internal */
export const readWaterfall: Read<readonly WaterfallStep[]> = (value, path) => {
  const steps = someOf(readStep)(value, path);
  steps.forEach((step, i) => {
    const isOpen = step.kind === "share" && step.upTo === undefined;
    if (isOpen !== (i === steps.length - 1)) throw sharingFault("profit-sharing.waterfall_closed", `${path}[${i}]`, {});
    if (step.kind === "share" && sumOf(step.parties.map(({ share }) => share)).isZero()) {
      throw sharingFault("kernel.not_above_zero", `${path}[${i}].parties`, { got: "0" });
    }
    if (step.kind === "catch_up" && exact(step.share).equals(1)) {
      throw sharingFault("kernel.outside_bounds", `${path}[${i}].share`, { got: step.share, least: "0", most: "0.99…" });
    }
  });
  return steps;
};
