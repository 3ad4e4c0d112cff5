import { findAgreementDates } from "qudao/agreements";
import type { Agreement, NoticePeriod } from "qudao/entities";
import { describe, expect, test } from "vitest";
import { rawLines } from "../support/agreement-words.js";
import { agency, trial } from "../support/agreements.js";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";

const dates = (agreement: Agreement, asOf = "2024-06-01") => findAgreementDates({ agreement, asOf }).outcome;
const noticed = (notice: NoticePeriod, end = "2025-01-01") => ({ ...agency, end, renewal: undefined, terms: { notice } });

describe("findAgreementDates()", () => {
  // Civil Code art. 201: the day on which notice is given does not count. 2 to 31 December are 30 days.
  test("30 days before 1 January, notice must be given on 1 December", () => {
    const { lastNoticeOn, expiringFrom, renewalOpensOn, end } = dates(agency);
    expect({ lastNoticeOn, expiringFrom, renewalOpensOn, end }).toStrictEqual({
      lastNoticeOn: "2024-12-01",
      expiringFrom: "2024-11-02",
      renewalOpensOn: "2024-11-02",
      end: "2025-01-01",
    });
  });

  test.each([
    { asOf: "2024-11-30", earliestEnd: "2024-12-31", why: "a day early" },
    { asOf: "2024-12-01", earliestEnd: "2025-01-01", why: "just in time: with the term" },
    { asOf: "2024-12-02", earliestEnd: "2025-01-01", why: "late: the term ends first" },
  ])("notice on $asOf ends it with $earliestEnd: $why", ({ asOf, earliestEnd }) => {
    expect(dates(agency, asOf).earliestEnd).toBe(earliestEnd);
  });

  // Civil Code art. 202: a period of months ends on the corresponding day, or on the last day of a month without one.
  test.each([
    { end: "2025-01-01", count: 3, lastNoticeOn: "2024-09-30", why: "30 September plus three months is 30 December, 31 September is none" },
    { end: "2024-03-01", count: 1, lastNoticeOn: "2024-01-31", why: "29, 30 and 31 January all lead to 29 February: the last counts" },
    { end: "2024-04-30", count: 1, lastNoticeOn: "2024-03-29", why: "29 March plus a month is 29 April" },
  ])("$count months before $end, the last day of notice is $lastNoticeOn: $why", ({ end, count, lastNoticeOn }) => {
    expect(dates(noticed({ count, unit: "months" }, end)).lastNoticeOn).toBe(lastNoticeOn);
  });

  test("one month of notice on 31 January ends it with 29 February", () => {
    expect(dates(noticed({ count: 1, unit: "months" }), "2024-01-31").earliestEnd).toBe("2024-03-01");
  });

  test("a notice longer than the term is in time on no day", () => {
    const { lastNoticeOn, expiringFrom } = dates(noticed({ count: 400, unit: "days" }));
    expect([lastNoticeOn, expiringFrom]).toStrictEqual([null, null]);
  });

  test("a window longer than the term opens with it", () => {
    expect(dates({ ...agency, renewal: { windowDays: 400 } }).renewalOpensOn).toBe("2024-01-01");
  });

  test("an agreement without an end ends only by notice", () => {
    const { end, earliestEnd, atEnd, lastNoticeOn, expiringFrom, nextTerm } = dates({ ...agency, end: undefined });
    expect({ end, earliestEnd, atEnd, lastNoticeOn, expiringFrom, nextTerm }).toStrictEqual({
      end: null,
      earliestEnd: "2024-07-02",
      atEnd: "never",
      lastNoticeOn: null,
      expiringFrom: null,
      nextTerm: null,
    });
    expect(dates({ ...agency, end: undefined, terms: {} }).earliestEnd).toBeNull();
  });

  test("what goes on by itself names its next term", () => {
    const { atEnd, nextTerm } = dates({ ...agency, renewal: { windowDays: 60, automaticMonths: 12 } });
    expect([atEnd, nextTerm]).toStrictEqual(["renews", { start: "2025-01-01", end: "2026-01-01" }]);
    expect(dates(agency).atEnd).toBe("ends");
  });

  // six months from 31 August end with 29 February; six more are a year from 31 August
  test.each([
    { start: "2023-08-31", end: "2024-02-29", automaticMonths: 6, next: "2024-08-31" },
    { start: "2024-02-29", end: "2027-02-28", automaticMonths: 12, next: "2028-02-29" },
    { start: "2024-01-31", end: "2024-02-29", automaticMonths: 1, next: "2024-03-31" },
    { start: "2024-01-15", end: "2024-02-29", automaticMonths: 1, next: "2024-03-29" },
  ])("a term from $start to $end goes on for $automaticMonths months, until $next", ({ start, end, automaticMonths, next }) => {
    const { nextTerm } = dates({ ...agency, start, end, renewal: { windowDays: 10, automaticMonths } });
    expect(nextTerm).toStrictEqual({ start: end, end: next });
  });

  // a trial ends by lapse of time alone
  test("a trial never goes on, whatever its data says", () => {
    const renewing = { ...trial, renewal: { windowDays: 60, automaticMonths: 12 } } as Agreement;
    const { atEnd, nextTerm, renewalOpensOn, end } = dates(renewing);
    expect({ atEnd, nextTerm, renewalOpensOn, end }).toStrictEqual({
      atEnd: "ends",
      nextTerm: null,
      renewalOpensOn: null,
      end: "2024-07-01",
    });
  });

  test("a term that leads past the last day there is, is named", () => {
    const forever = { ...agency, end: "9999-12-31", renewal: { windowDays: 60, automaticMonths: 12 } };
    expect(faultAt(() => findAgreementDates({ agreement: forever, asOf: "2024-06-01" }))).toBe(
      "kernel.date_out_of_range at facts.agreement.end",
    );
  });

  test("a trial without an end is refused (S03-22)", () => {
    expect(faultAt(() => dates({ ...trial, end: undefined } as never))).toBe("kernel.not_a_date at facts.agreement.end");
  });

  test.each<[string, unknown, string]>([
    ["no facts", null, "kernel.not_a_record at facts"],
    ["no agreement", { asOf: "2024-06-01" }, "kernel.not_a_record at facts.agreement"],
    ["a day that does not exist", { agreement: agency, asOf: "2024-02-30" }, "kernel.not_a_date at facts.asOf"],
    [
      "an end before the start",
      { agreement: { ...agency, end: "2024-01-01" }, asOf: "2024-06-01" },
      "kernel.not_a_period at facts.agreement",
    ],
    [
      "a notice in years",
      { agreement: { ...agency, terms: { notice: { count: 1, unit: "years" } } }, asOf: "2024-06-01" },
      "kernel.not_a_choice at facts.agreement.terms.notice.unit",
    ],
    [
      "a window of no day",
      { agreement: { ...agency, renewal: { windowDays: 0 } }, asOf: "2024-06-01" },
      "kernel.not_a_count at facts.agreement.renewal.windowDays",
    ],
  ])("names the place of %s", (_, facts, fault) => {
    expect(faultAt(() => findAgreementDates(facts as never))).toBe(fault);
  });

  test("says in both languages where each day comes from, and changes nothing", () => {
    const facts = frozen({ agreement: { ...agency, renewal: { windowDays: 60, automaticMonths: 12 } }, asOf: "2024-06-01" });
    const answer = findAgreementDates(facts);
    expect(answer.explanation.from?.map(({ code }) => code)).toStrictEqual([
      "agreements.date_term",
      "agreements.date_renewal_opens",
      "agreements.date_last_notice",
      "agreements.date_earliest_end",
      "agreements.date_next_term",
    ]);
    expect(rawLines(answer.explanation)).toStrictEqual([]);
    expect(JSON.parse(JSON.stringify(answer))).toStrictEqual(answer);
  });
});
