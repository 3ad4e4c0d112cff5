/**
 * Reads a claim: its lines must add up to what is asked.
 *
 * @internal
 */
import { at } from "../../kernel/check.js";
import { Exact, sumOf, text } from "../../kernel/decimal.js";
import { kernelFault } from "../../kernel/fault.js";
import {
  choiceOf,
  listOf,
  optional,
  type Read,
  readDate,
  readMoneyNotNegative,
  readNotNegative,
  readText,
  recordOf,
  uniqueBy,
} from "../../kernel/read.js";
import { type ChannelClaim, type ClaimEvidence, type ClaimLine, claimKinds } from "./claim.js";

const readFields: Read<ChannelClaim> = recordOf<ChannelClaim>({
  id: readText,
  kind: choiceOf(claimKinds),
  memberId: readText,
  agreementId: readText,
  reference: optional(readText),
  eventDate: readDate,
  submittedOn: readDate,
  amount: readMoneyNotNegative,
  lines: uniqueBy(
    "id",
    listOf(
      recordOf<ClaimLine>({
        id: readText,
        productId: optional(readText),
        quantity: optional(readNotNegative),
        amount: readNotNegative,
      }),
    ),
  ),
  evidence: uniqueBy(
    "id",
    listOf(recordOf<ClaimEvidence>({ id: readText, kind: readText, validFrom: optional(readDate), validTo: optional(readDate) })),
  ),
});

export const readClaim: Read<ChannelClaim> = (value, path) => {
  const claim = readFields(value, path);
  if (claim.lines.length > 0) {
    const sum = text(sumOf(claim.lines.map((line) => new Exact(line.amount))));
    const { amount } = claim.amount;
    if (sum !== amount) throw kernelFault("kernel.outside_bounds", at(path, "amount.amount"), { got: amount, least: sum, most: sum });
  }
  return claim;
};
