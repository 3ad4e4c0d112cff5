import { checkWords } from "../kernel/check.js";
import { exact } from "../kernel/decimal.js";
import {
  byKind,
  list,
  notNegative,
  optional,
  positive,
  type Read,
  ratio,
  record,
  sharingFault,
  some,
  total,
  unique,
  word,
} from "./sharing-fields.js";
import type { CatchUpStep, ClaimsStep, PreferredReturnStep, ShareStep, WaterfallStep } from "./waterfall-step.js";

const readStep = byKind<WaterfallStep>({
  claims: record<Omit<ClaimsStep, "kind">>({
    title: checkWords,
    claims: unique("partyId", some(record<ClaimsStep["claims"][number]>({ partyId: word, amount: notNegative }))),
  }),
  preferred_return: record<Omit<PreferredReturnStep, "kind">>({
    title: checkWords,
    claims: unique(
      "partyId",
      some(record<PreferredReturnStep["claims"][number]>({ partyId: word, capital: notNegative, rate: notNegative })),
    ),
  }),
  catch_up: record<Omit<CatchUpStep, "kind">>({ title: checkWords, partyId: word, share: ratio }),
  share: record<Omit<ShareStep, "kind">>({
    title: checkWords,
    parties: unique("partyId", list(record<ShareStep["parties"][number]>({ partyId: word, share: notNegative }))),
    upTo: optional(positive),
  }),
});

/** The steps of a waterfall: the last one, and only it, shares all that is left. @internal */
export const readWaterfall: Read<readonly WaterfallStep[]> = (value, path) => {
  const steps = some(readStep)(value, path);
  steps.forEach((step, i) => {
    const isOpen = step.kind === "share" && step.upTo === undefined;
    if (isOpen !== (i === steps.length - 1)) throw sharingFault("profit-sharing.waterfall_closed", `${path}[${i}]`, {});
    if (step.kind === "share" && total(step.parties.map(({ share }) => share)).isZero()) {
      throw sharingFault("profit-sharing.not_positive", `${path}[${i}].parties`, { got: "0" });
    }
    if (step.kind === "catch_up" && exact(step.share).equals(1)) {
      throw sharingFault("profit-sharing.outside_bounds", `${path}[${i}].share`, { got: step.share, least: "0", most: "0.99…" });
    }
  });
  return steps;
};
