import { askRules } from "../../engine/ask-rules.js";
import { checkRules } from "../../engine/check-rules.js";
import { combineFindings, type RuleVerdict } from "../../engine/combine-findings.js";
import { ruleFault } from "../../engine/compile-rules.js";
import { explainFindings } from "../../engine/explain-findings.js";
import type { Finding } from "../../engine/rule.js";
import { addDays, type CalendarDate, daysBetween } from "../../kernel/calendar-date.js";
import { at, checkRecord, checkWords, readSafely } from "../../kernel/check.js";
import { type DecimalString, Exact, sumOf, text, ZERO } from "../../kernel/decimal.js";
import type { Explained } from "../../kernel/explanation.js";
import { type Money, parseMoney } from "../../kernel/money.js";
import { type Period, parsePeriod, periodContains } from "../../kernel/period.js";
import {
  checkDistinct,
  choiceOf,
  countOf,
  listOf,
  optional,
  type Read,
  readCurrency,
  readDate,
  readDecimal,
  readNotNegative,
  readText,
  recordOf,
  someOf,
  uniqueBy,
} from "../../kernel/read.js";
import { type ChannelClaim, type ClaimKeyField, claimKeyFields, claimKinds } from "./claim.js";
import type { ClaimCriterion } from "./claim-criteria.js";
import { type ClaimDuplicate, duplicatesOf } from "./find-claim-duplicates.js";
import { readClaim } from "./read-claim.js";
import { covers, readScope } from "./read-claims.js";

/** A claim, and what the host knows about it. What is absent is not known, and leaves the rows that need it open. */
export interface ClaimValidationFacts {
  /** The day of asking. */
  readonly asOf: CalendarDate;
  /** The claim. */
  readonly claim: ChannelClaim;
  /** Every claim that stands, this one or not: rejected and withdrawn ones are left out. Absent: not known. */
  readonly standing?: readonly ChannelClaim[] | undefined;
  /** How the member stands on that day, such as `active`. Absent: not known. */
  readonly memberStatus?: string | undefined;
  /** Units that the agreement has left. Absent: not known. */
  readonly quantityLeft?: DecimalString | undefined;
  /** Money that the agreement or fund has left, in its currency. Absent: not known. */
  readonly amountLeft?: DecimalString | undefined;
  /** What the agreement comes to by its own calculation. Absent: not known. */
  readonly computed?: ComputedClaim | undefined;
}

/**
 * What a claim may ask for, as the calculation of its agreement has it. The outcome of `computeShipAndDebit` is one; of a price protection it
 * is `{ amount: credit, lines: lots }`, of a co-op accrual its `amount`.
 */
export interface ComputedClaim {
  /** What is owed to the member. Below 0: the member owes, and nothing can be claimed. */
  readonly amount: Money;
  /** What each line comes to, by the identifiers that the claim's lines have, each once. Absent: only the amount is compared. */
  readonly lines?: readonly ComputedClaimLine[] | undefined;
}

/** What one line comes to. */
export interface ComputedClaimLine {
  /** The host's identifier of what is claimed for. */
  readonly id: string;
  /** Units that count. Absent: units are not compared. */
  readonly quantity?: DecimalString | undefined;
  /** What they come to. */
  readonly amount: DecimalString;
}

/** What was agreed on claims. */
export interface ClaimValidationPolicy {
  /** The rows; `claimCriteria` has the usual ones. */
  readonly criteria: readonly ClaimCriterion[];
  /** The agreement claimed under. Its scope is written out. */
  readonly agreement: ClaimAgreement;
  /** What makes two claims the same. At least one field; with `lineId`, line by line. */
  readonly duplicateKey: readonly ClaimKeyField[];
}

/** What validation reads of an agreement. */
export interface ClaimAgreement {
  /** The host's identifier. */
  readonly id: string;
  /** Its currency. */
  readonly currency: string;
  /** The days it holds for. */
  readonly period: Period;
  /** Its products. */
  readonly productIds: readonly string[] | "all";
  /** Days after the event within which it must be claimed, the last one included. `null`: there is no such limit. */
  readonly claimWithinDays: number | null;
}

/** What was found about a claim. */
export interface ClaimValidation {
  /** `valid`: every row holds; `invalid`: one does not; `undetermined`: something is not known. */
  readonly verdict: "valid" | "invalid" | "undetermined";
  /** Every row, in their order. */
  readonly findings: readonly Finding[];
  /** The earlier claims that ask for the same, the first of each key. */
  readonly duplicates: readonly ClaimDuplicate[];
  /** The last day on which it could be handed in. `null`: there is no such limit. */
  readonly claimBy: CalendarDate | null;
}

const VERDICTS: { readonly [V in RuleVerdict]: ClaimValidation["verdict"] } = {
  met: "valid",
  met_with_exceptions: "valid",
  unknown: "undetermined",
  unmet: "invalid",
};

/**
 * Validates a claim by every row of the policy, before anybody works on it.
 *
 * @remarks
 * All rows that concern its kind are asked, none is skipped: the member learns of everything that fails at once. What is not known is never a
 * pass. Of claims with one key the one that was handed in first stands (on one day the one with the lower identifier), and a later one is told
 * which. A claim may ask for less than the calculation of its agreement comes to, never for more, in all and line by line.
 *
 * @param facts - The claim, the claims that stand, and what is known.
 * @param policy - The rows, the agreement, and the key of a duplicate.
 * @returns The verdict with every finding.
 * @throws LibraryFault `kernel.outside_bounds` for lines that do not add up, `kernel.*` and `engine.*` with the place.
 *
 * @example A claim of the same resale twice
 * ```ts
 * import { type ChannelClaim, claimCriteria, validateClaim } from "qudao/settlement";
 *
 * const claim: ChannelClaim = {
 *   id: "C-2", kind: "ship_and_debit", memberId: "D1", agreementId: "SPA-7", eventDate: "2024-05-06", submittedOn: "2024-05-31",
 *   amount: { amount: "80", currency: "CNY" }, lines: [{ id: "resale-1", productId: "P", quantity: "10", amount: "80" }],
 *   evidence: [{ id: "E1", kind: "resale_proof" }],
 * };
 * const earlier = { ...claim, id: "C-1", submittedOn: "2024-05-20" };
 * const { outcome } = validateClaim(
 *   {
 *     asOf: "2024-05-31", claim, standing: [earlier, claim], memberStatus: "active", quantityLeft: "40",
 *     computed: { amount: { amount: "80", currency: "CNY" } },
 *   },
 *   {
 *     criteria: claimCriteria, duplicateKey: ["kind", "memberId", "lineId"],
 *     agreement: { id: "SPA-7", currency: "CNY", period: { start: "2024-05-01", end: "2024-07-01" }, productIds: ["P"], claimWithinDays: 60 },
 *   },
 * );
 * outcome.verdict; // => "invalid"
 * outcome.findings.filter(({ status }) => status === "unmet").map(({ code }) => code); // => ["claims.first_of_its_key"]
 * outcome.duplicates.map(({ firstClaimId }) => firstClaimId); // => ["C-1"]
 * ```
 *
 * @since 0.1.0
 */
export function validateClaim(facts: ClaimValidationFacts, policy: ClaimValidationPolicy): Explained<ClaimValidation> {
  return readSafely({ facts, policy }, () => {
    const given = readFacts(facts, "facts");
    const agreed = readClaimPolicy(policy, "policy");
    const { claim } = given;
    const duplicates = given.standing === undefined ? undefined : duplicatesOf(claim, given.standing, agreed.duplicateKey);
    const { claimWithinDays } = agreed.agreement;
    const claimBy = claimWithinDays === null ? null : addDays(claim.eventDate, claimWithinDays);
    const findings = askRules(
      agreed.criteria.filter(({ kinds }) => kinds.includes(claim.kind)).map(({ criterion }) => criterion),
      measure(given, agreed.agreement, duplicates, claimBy),
      null,
      { asOf: given.asOf },
    );
    const verdict = VERDICTS[combineFindings(findings)];
    const said = (duplicates ?? []).map(({ lineId, firstClaimId, submittedOn }) => ({
      code: "settlement.claim_duplicate",
      params: { line: lineId, first: firstClaimId, date: submittedOn },
    }));
    return {
      outcome: { verdict, findings, duplicates: duplicates ?? [], claimBy },
      explanation: {
        code: "settlement.claim_validation",
        params: { claim: claim.id, kind: claim.kind, verdict },
        from: [...explainFindings(findings), ...said],
      },
    };
  });
}

/** What the rows read. A magnitude above 0 says by how much it fails. */
function measure(
  { claim, memberStatus, quantityLeft, amountLeft, computed }: ClaimValidationFacts,
  agreement: ClaimAgreement,
  duplicates: readonly ClaimDuplicate[] | undefined,
  claimBy: CalendarDate | null,
) {
  const over = (asked: Exact, left: string | undefined) => (left === undefined ? undefined : text(Exact.max(asked.minus(left), ZERO)));
  const isUnder = claim.agreementId === agreement.id;
  const currencyAgrees = isUnder ? claim.amount.currency === agreement.currency : undefined;
  const quantities = claim.lines.flatMap(({ quantity }) => (quantity === undefined ? [] : [new Exact(quantity)]));
  const isCounted = claim.lines.length > 0 && quantities.length === claim.lines.length;
  const unknown = claim.lines.filter(({ productId }) => productId !== undefined && !covers(agreement.productIds, productId));
  const hasProducts = claim.lines.length > 0 && claim.lines.every(({ productId }) => productId !== undefined);
  return {
    memberStatus,
    currencyAgrees,
    inPeriod: isUnder ? periodContains(agreement.period, claim.eventDate) : undefined,
    daysLate: claimBy === null ? 0 : Math.max(0, daysBetween(claimBy, claim.submittedOn)),
    duplicateCount: duplicates?.length,
    unknownProductCount: isUnder && (hasProducts || unknown.length > 0) ? unknown.length : undefined,
    quantityOverLimit: isCounted ? over(sumOf(quantities), quantityLeft) : undefined,
    amountOverLimit: currencyAgrees === true ? over(new Exact(claim.amount.amount), amountLeft) : undefined,
    amountOverComputed:
      computed?.amount.currency === claim.amount.currency ? over(new Exact(claim.amount.amount), computed.amount.amount) : undefined,
    linesOverComputed: computed === undefined ? undefined : linesOver(claim, computed),
    lineCount: claim.lines.length,
    evidence: claim.evidence,
  };
}

/** How many lines are none of the calculation, or ask for more units or more money than it. */
function linesOver({ lines }: ChannelClaim, { lines: computed }: ComputedClaim): number {
  if (computed === undefined) return 0;
  const known = new Map(computed.map((line) => [line.id, line]));
  const isOver = ({ id, quantity, amount }: ChannelClaim["lines"][number]) => {
    const line = known.get(id);
    if (line === undefined || new Exact(amount).greaterThan(line.amount)) return true;
    return line.quantity !== undefined && quantity !== undefined && new Exact(quantity).greaterThan(line.quantity);
  };
  return lines.filter(isOver).length;
}

const readFacts: Read<ClaimValidationFacts> = recordOf<ClaimValidationFacts>({
  asOf: readDate,
  claim: readClaim,
  standing: optional(listOf(readClaim)),
  memberStatus: optional(readText),
  quantityLeft: optional(readNotNegative),
  amountLeft: optional(readNotNegative),
  computed: optional(
    recordOf<ComputedClaim>({
      amount: parseMoney,
      lines: optional(
        uniqueBy("id", listOf(recordOf<ComputedClaimLine>({ id: readText, quantity: optional(readNotNegative), amount: readDecimal }))),
      ),
    }),
  ),
});

const readCriteria: Read<readonly ClaimCriterion[]> = (value, path) => {
  const rows = someOf<ClaimCriterion>((row, place) => {
    const fields = checkRecord(row, place);
    const criterion = checkRecord(fields["criterion"], at(place, "criterion"));
    readText(criterion["code"], at(place, "criterion.code"));
    checkWords(criterion["title"], at(place, "criterion.title"));
    return {
      criterion: criterion as unknown as ClaimCriterion["criterion"],
      kinds: someOf(choiceOf(claimKinds))(fields["kinds"], at(place, "kinds")),
    };
  })(value, path);
  const codes = rows.map(({ criterion }) => criterion.code);
  checkDistinct(codes, path, "criterion.code");
  const [fault] = checkRules<object, null>(
    rows.map(({ criterion }) => criterion),
    { catalogue: {}, folder: "claims" },
  );
  if (fault !== undefined) throw ruleFault(fault.code, fault.path.replace(/^rules\[(\d+)\]/, `${path}[$1].criterion`), fault.params);
  return rows;
};

/** @internal */
export const readClaimPolicy: Read<ClaimValidationPolicy> = recordOf<ClaimValidationPolicy>({
  criteria: readCriteria,
  agreement: recordOf<ClaimAgreement>({
    id: readText,
    currency: readCurrency,
    period: parsePeriod,
    productIds: readScope,
    claimWithinDays: (value, path) => (value === null ? null : countOf(0, 36_600)(value, path)),
  }),
  duplicateKey: someOf(choiceOf(claimKeyFields)),
});
