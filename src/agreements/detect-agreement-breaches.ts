import { askRules } from "../engine/ask-rules.js";
import type { AnyRule } from "../engine/compile-rules.js";
import { explainFindings } from "../engine/explain-findings.js";
import type { Finding, RuleStatus, Waiver } from "../engine/rule.js";
import type { Agreement } from "../entities/agreement.js";
import { type CalendarDate, parseDate } from "../kernel/calendar-date.js";
import { checkChoice, checkList, checkRecord, checkText, type Fields, readSafely } from "../kernel/check.js";
import type { Explained, Explanation } from "../kernel/explanation.js";
import { readAgreement, readEach, readFlag, readOptional } from "./read-agreement.js";
import { relocated } from "./relocated.js";
import type { ConductQuestion } from "./rule-facts.js";
import { likeProductsNotCarried } from "./rules/like-products-not-carried.js";
import { productInformationKept } from "./rules/product-information-kept.js";

/** What a member can break its agreement with. */
export const agreementBreaches = ["competing_product", "information_disclosure"] as const;

/** See `agreementBreaches`. */
export type AgreementBreachKind = (typeof agreementBreaches)[number];

/** An agreement, and what the member does beside it. */
export interface AgreementBreachFacts {
  /** The agreement, in the version in force on the day of asking. */
  readonly agreement: Agreement;
  /** The manufacturer, whose own products are never competing ones. */
  readonly manufacturerId: string;
  /** The product lines that the member carries or carried. Empty: none. */
  readonly carriedLines: readonly CarriedProductLine[];
  /** What it disclosed. Empty: nothing. */
  readonly disclosures: readonly Disclosure[];
  /** The day of asking. */
  readonly asOf: CalendarDate;
}

/** A line of products that a member carries (代理的产品). */
export interface CarriedProductLine {
  /** The host's identifier. */
  readonly id: string;
  /** The category; products of one category are like products. Absent: not known. */
  readonly categoryId?: string | undefined;
  /** Who makes them. Absent: not known. */
  readonly manufacturerId?: string | undefined;
  /** First day it carries them. */
  readonly start: CalendarDate;
  /** First day it no longer does. Absent: it still does. */
  readonly end?: CalendarDate | undefined;
  /** Recorded leaves for this line, under the rule `agreements.like_products_not_carried`. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** Something that a member made known to others. */
export interface Disclosure {
  /** The host's identifier. */
  readonly id: string;
  /** The day it happened. */
  readonly date: CalendarDate;
  /** What it was about. Only product information is protected here. */
  readonly about: "product_information" | "other";
  /** Whether the manufacturer permitted it beforehand. Absent: not known. */
  readonly permitted?: boolean | undefined;
  /** Whether it is contested that it happened. Absent: it is not. */
  readonly disputed?: true | undefined;
  /** Recorded leaves for it, under the rule `agreements.product_information_kept`. Absent: none. */
  readonly waivers?: readonly Waiver[] | undefined;
}

/** What was found about one line or disclosure that a clause is about. */
export interface AgreementBreach {
  /** Of what kind it is or would be. */
  readonly kind: AgreementBreachKind;
  /** The line or disclosure. */
  readonly id: string;
  /** The rule, with what is missing or was waived. */
  readonly finding: Finding;
}

/** What was found about the conduct of a member. */
export interface AgreementConduct {
  /** What breaks the agreement. */
  readonly breaches: readonly AgreementBreach[];
  /** What would, but was waived. */
  readonly excepted: readonly AgreementBreach[];
  /** What cannot be told: a fact is missing or in dispute, or the exclusivity is not paid for. */
  readonly undecided: readonly AgreementBreach[];
}

/**
 * Detects like products that a member carries although it gave them up, and product information that it disclosed without leave.
 *
 * @remarks
 * Without a clause nothing is broken. Exclusivity binds within the term: a line is a breach on the day of asking if the member carries
 * it then, its category is one of those given up, another manufacturer makes it, and no leave is recorded. Where the manufacturer makes
 * good neither lost profit nor risk, or only one of them, it is not for this function to say whether the exclusivity binds: the line is
 * undecided. Confidentiality binds from the first day of the term and outlives it: a disclosure counts on its own day. A leave is
 * looked at on the day of asking.
 *
 * @param facts - The agreement, the lines and the disclosures, and the day.
 * @returns What breaks the agreement, what was waived, what is open; the explanation has one node for each that a clause is about.
 * @throws LibraryFault `kernel.*` with the place that cannot be read.
 * @source 一般意义上不允许中间商同时代理多种同类产品; 从法律方面来约束销售商对产品信息的不合理披露.
 *
 * @example A competing line, without and with a recorded leave
 * ```ts
 * import { detectAgreementBreaches } from "qudao/agreements";
 *
 * const agreement = {
 *   id: "AG2", kind: "agency" as const, partyIds: ["A1"], start: "2024-01-01", end: "2025-01-01",
 *   clauses: [{ kind: "exclusivity" as const }, { kind: "compensation" as const }],
 *   terms: { exclusivity: { categoryIds: ["lock"], compensates: ["lost_profit" as const, "risk_income" as const] } },
 * };
 * const line = { id: "L1", categoryId: "lock", manufacturerId: "N", start: "2024-03-01" };
 * const waiver = { rule: "agreements.like_products_not_carried", ground: "Stock of last year", approver: "Li", date: "2024-03-01" };
 * const found = (carried: object) =>
 *   detectAgreementBreaches({
 *     agreement, manufacturerId: "M", carriedLines: [{ ...line, ...carried }], disclosures: [], asOf: "2024-05-01",
 *   }).outcome;
 * found({}).breaches.map(({ kind, id }) => [kind, id]); // => [["competing_product", "L1"]]
 * [found({ waivers: [waiver] }).breaches.length, found({ waivers: [waiver] }).excepted.length]; // => [0, 1]
 * ```
 *
 * @since 0.1.0
 */
export function detectAgreementBreaches(facts: AgreementBreachFacts): Explained<AgreementConduct> {
  return readSafely({ facts }, () => {
    checkRecord(facts, "facts");
    const agreement = readAgreement(facts.agreement, "facts.agreement");
    const manufacturerId = checkText(facts.manufacturerId, "facts.manufacturerId");
    const asOf = parseDate(facts.asOf, "facts.asOf");
    const lines = readEach(facts.carriedLines, "facts.carriedLines", readLine);
    const disclosures = readEach(facts.disclosures, "facts.disclosures", readDisclosure);
    const judge = judgeOn(asOf);
    const found = [
      ...lines.flatMap((line, i) => {
        if (!bindsExclusively(agreement, asOf) || !isCarried(line, asOf)) return [];
        const question = lineQuestion(line, agreement, manufacturerId);
        return [judge("competing_product", line, `facts.carriedLines[${i}]`, likeProductsNotCarried, question)];
      }),
      ...disclosures.flatMap((one, i) => {
        if (one.date > asOf || !isProtected(one, agreement)) return [];
        return [judge("information_disclosure", one, `facts.disclosures[${i}]`, productInformationKept, disclosureQuestion(one))];
      }),
    ];
    const of = (status: RuleStatus) => found.filter(({ finding }) => finding.status === status);
    const outcome = { breaches: of("unmet"), excepted: of("excepted"), undecided: of("unknown") };
    return {
      outcome,
      explanation: {
        code: "agreements.conduct",
        params: { agreement: agreement.id, asOf, breaches: outcome.breaches.length, undecided: outcome.undecided.length },
        from: found.map(
          ({ kind, id, finding }): Explanation => ({
            code: "agreements.conduct_of",
            params: { kind, id },
            from: explainFindings([finding]),
          }),
        ),
      },
    };
  });
}

function judgeOn(asOf: CalendarDate) {
  return (
    kind: AgreementBreachKind,
    { id, waivers = [] }: CarriedProductLine | Disclosure,
    path: string,
    rule: AnyRule<ConductQuestion, null>,
    question: ConductQuestion,
  ): AgreementBreach => {
    const [finding] = relocated({ "asking.waivers": `${path}.waivers` }, () => askRules([rule], question, null, { asOf, waivers }));
    return { kind, id, finding: finding as Finding };
  };
}

function bindsExclusively({ clauses, terms, start, end }: Agreement, asOf: CalendarDate): boolean {
  const agreed = terms?.exclusivity !== undefined || clauses.some(({ kind }) => kind === "exclusivity");
  return agreed && start <= asOf && (end === undefined || asOf < end);
}

function isCarried({ start, end }: CarriedProductLine, asOf: CalendarDate): boolean {
  return start <= asOf && (end === undefined || asOf < end);
}

function isProtected({ about, date }: Disclosure, { clauses, start }: Agreement): boolean {
  return about === "product_information" && start <= date && clauses.some(({ kind }) => kind === "confidentiality");
}

function lineQuestion(line: CarriedProductLine, { clauses, terms }: Agreement, maker: string): ConductQuestion {
  const likeProduct = isLike(line, terms?.exclusivity?.categoryIds, maker);
  const parts = terms?.exclusivity?.compensates;
  const clause = clauses.some(({ kind }) => kind === "compensation");
  return {
    ...(likeProduct === undefined ? {} : { likeProduct }),
    compensated: clause && parts?.includes("lost_profit") === true && parts.includes("risk_income"),
  };
}

/** `undefined`: it cannot be told. Products of the manufacturer itself, and of other categories, are never like products of others. */
function isLike(
  { categoryId, manufacturerId }: CarriedProductLine,
  given: readonly string[] | undefined,
  maker: string,
): boolean | undefined {
  if (manufacturerId === maker) return false;
  const category = categoryId === undefined || given === undefined ? undefined : given.includes(categoryId);
  if (category === false) return false;
  return category === undefined || manufacturerId === undefined ? undefined : true;
}

function disclosureQuestion({ permitted, disputed }: Disclosure): ConductQuestion {
  return { ...(permitted === undefined ? {} : { permitted }), disputed: disputed === true };
}

function readLine(value: unknown, path: string): CarriedProductLine {
  const fields = checkRecord(value, path);
  for (const field of ["categoryId", "manufacturerId"]) readOptional(fields, field, path, checkText);
  parseDate(fields["start"], `${path}.start`);
  readOptional(fields, "end", path, parseDate);
  readShared(fields, path);
  return value as CarriedProductLine;
}

function readDisclosure(value: unknown, path: string): Disclosure {
  const fields = checkRecord(value, path);
  parseDate(fields["date"], `${path}.date`);
  checkChoice(fields["about"], `${path}.about`, ["product_information", "other"]);
  for (const field of ["permitted", "disputed"]) readOptional(fields, field, path, readFlag);
  readShared(fields, path);
  return value as Disclosure;
}

function readShared(fields: Fields, path: string): void {
  checkText(fields["id"], `${path}.id`);
  readOptional(fields, "waivers", path, checkList);
}
