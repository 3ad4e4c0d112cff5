import { compileTiers } from "../engine/evaluate-tiers.js";
import type { TierSchedule } from "../engine/tier-schedule.js";
import { at, checkChoice, checkRecord, checkText, checkTexts, copyData, type Fields, readSafely } from "../kernel/check.js";
import { kernelFault, shown } from "../kernel/fault.js";
import type { Words } from "../kernel/message.js";
import { readCurrency, readRecords, readWords } from "../kernel/read.js";
import type { GuaranteePolicy } from "./apply-guarantee.js";
import { checkMeans } from "./check-means.js";
import { incentiveFault } from "./check-programme.js";
import {
  type CollectedPayment,
  type CollectedSettlement,
  type CollectedStage,
  type CollectedTerm,
  paymentsOf,
  settlementsOf,
  stagesOf,
  termOf,
} from "./collected-terms.js";
import type { ClawbackPolicy } from "./compute-clawback.js";
import type { IncentiveBudgetPolicy } from "./limit-to-budget.js";
import type { CapPolicy } from "./limit-to-caps.js";
import { paidTerm } from "./paid-term.js";
import type { PayoutPlanPolicy } from "./plan-payout.js";
import type { IncentiveProgramme } from "./programme.js";
import type { ProgrammeTimetable } from "./programme-timetable.js";
import { readNames } from "./read-input.js";
import { readGroups } from "./read-stacking.js";
import { soundProgramme } from "./sound-programme.js";
import { comparesGoods } from "./stack-groups.js";
import { stackingFault } from "./stacking-fault.js";
import type { StackingGroup, StackingMember, StackingPolicy } from "./stacking-policy.js";

/** The programmes of one host. */
export interface ProgrammeCollection {
  /** Each once, in the version in force. */
  readonly programmes: readonly IncentiveProgramme[];
}

/** The rows that programmes refer to by name. */
export interface ProgrammeRegisters {
  /** The stacking groups. `[]`: no programme names one. */
  readonly groups: readonly StackingGroup[];
  /** The means of payment; `incentiveMeans` has those of the texts. `[]`: no programme says how it is paid. */
  readonly means: PayoutPlanPolicy["means"];
  /** Taxes and contributions that programmes are paid less of. Absent: none names one. */
  readonly taxes?: readonly ProgrammeTax[] | undefined;
}

/** A tax or contribution (代扣税款) that is kept back of payments. */
export interface ProgrammeTax {
  /** Its name in the host's data. */
  readonly id: string;
  /** Its name for readers. */
  readonly titles: Words;
  /** Payments in this currency. ISO 4217. */
  readonly currency: string;
  /** Payees of these classes. Absent: every payee. */
  readonly payeeClasses?: readonly string[] | undefined;
  /** What is kept back of everything that its programmes pay one payee in a year. Its unit is the currency. */
  readonly schedule: TierSchedule;
}

/** A tax, or the rate of one programme, with the programmes it is kept back of: a row of the `withholdings` of `planPaymentRun`. */
export interface CollectedWithholding extends ProgrammeTax {
  /** The programmes. */
  readonly programmeIds: readonly string[];
}

/** What programmes say, as the verbs that read it take it. */
export interface ProgrammePolicies {
  /** For `combineIncentives`: the groups, and every programme that names one. */
  readonly stacking: StackingPolicy;
  /** For `planPayout`: every programme that says how it is paid. */
  readonly payouts: readonly CollectedPayout[];
  /** For `computeClawback`: every programme that says what is taken back. */
  readonly clawbacks: readonly CollectedClawback[];
  /** For `limitToCaps`: every programme with caps over several earnings. */
  readonly caps: readonly CollectedPolicy<CapPolicy>[];
  /** For `applyGuarantee`: every programme that guarantees something. */
  readonly guarantees: readonly CollectedPolicy<GuaranteePolicy>[];
  /** For `limitToBudget`: every programme with a budget. */
  readonly budgets: readonly CollectedPolicy<IncentiveBudgetPolicy>[];
  /** For `planPaymentRun`: what programmes say is kept back of their payments. */
  readonly withholdings: readonly CollectedWithholding[];
  /** For the `programmes` of `settleEarnings`: every programme that says how it is settled, or paid in stages. */
  readonly settlements: readonly CollectedSettlement[];
  /** For the `programmes` of `planPaymentRun`: every programme that says from how much on it pays, or to whom. */
  readonly payments: readonly CollectedPayment[];
  /** For `buildSettlementCalendar`, which wants a payment term beside where no due days are agreed: every programme with a timetable. */
  readonly timetables: readonly CollectedTimetable[];
}

/** What one programme says, as one verb reads it. */
export interface CollectedPolicy<P> {
  /** The programme. */
  readonly programmeId: string;
  /** The policy. */
  readonly policy: P;
}

/** When one programme is accrued, settled and, where due days are agreed, paid: on the days it pays for, that is from its publication on. */
export interface CollectedTimetable extends ProgrammeTimetable, Partial<CollectedTerm>, Pick<IncentiveProgramme, "effective" | "window"> {
  /** The programme. */
  readonly programmeId: string;
  /** The stages of the payout. Absent: it is paid at once. */
  readonly stages?: readonly CollectedStage[] | undefined;
}

/** How one programme is paid. */
export interface CollectedPayout {
  /** The programme. */
  readonly programmeId: string;
  /** With what. */
  readonly means: string;
  /** Who is paid. `null`: the earner. */
  readonly payeeId: string | null;
  /** Days from the end of the window to the payment. `null`: not agreed. */
  readonly dueDays: number | null;
  /** The policy. */
  readonly policy: PayoutPlanPolicy;
}

/** What is taken back of one programme. */
export type CollectedClawback = CollectedPolicy<ClawbackPolicy>;

/**
 * Collects what programmes say of their stacking, payout, withholding, clawback, caps, guarantee, budget and timetable into the policies that
 * `combineIncentives`, `planPayout`, `settleEarnings`, `planPaymentRun`, `computeClawback`, `limitToCaps`, `applyGuarantee`, `limitToBudget` and
 * `buildSettlementCalendar` read: one source for each figure.
 *
 * @remarks
 * Stages, places, rounding and currency are those of the programme. A programme that names no group is not in the stacking policy, so that
 * `combineIncentives` reports it instead of paying twice.
 *
 * @param facts - The programmes.
 * @param policy - The groups and means that they name.
 * @returns The policies, each in the order of the programmes.
 * @throws LibraryFault The first fault of `checkProgramme`, under `facts.programmes[…]`; `kernel.unknown_row` for a group, a means or a tax (in the
 * programme's currency) that is not there; `incentives.means_form` for a means whose form in the register is not what the programme earns; `kernel.named_twice` for two rates of one name, or a rate named as a tax; `incentives.priority_twice`; `kernel.*` with the place.
 *
 * @example Two programmes of one group
 * ```ts
 * import { collectProgrammePolicies, type IncentiveProgramme, incentiveMeans } from "qudao/incentives";
 *
 * const programme = (id: string, priority: number): IncentiveProgramme => ({
 *   id, version: "1", titles: { en: id, zh: id }, currency: "CNY", effective: { start: "2024-01-01", end: "2025-01-01" },
 *   earner: {}, scope: {}, window: { kind: "calendar", unit: "quarter" }, qualifier: { kind: "amount" }, payOn: "qualifier", limits: [],
 *   schedule: { method: "graduated", unit: "CNY", boundary: "reaches", tiers: [{ from: "0", rate: "0.01" }] }, rounding: { decimals: 2, mode: "half_up" },
 *   stacking: { groupId: "net", priority }, clawback: { kind: "recomputed" },
 *   payout: { means: "sales_bonus", stages: [{ id: "quarter", share: "0.75" }, { id: "year", share: "0.25" }], minimum: "50", dueDays: 30 },
 * });
 * const policies = collectProgrammePolicies(
 *   { programmes: [programme("rebate", 1), programme("bonus", 2)] },
 *   { groups: [{ id: "net", priority: 1, combine: "reduce_base", reducedBy: [], excludes: [] }], means: incentiveMeans },
 * );
 * policies.stacking.members.map(({ programmeId, priority }) => [programmeId, priority]); // => [["rebate", 1], ["bonus", 2]]
 * policies.payouts.map(({ policy, dueDays }) => [policy.minimum, dueDays]); // => [["50", 30], ["50", 30]]
 * policies.clawbacks[0]?.policy.basis; // => { kind: "recomputed" }
 * ```
 *
 * @since 0.1.0
 */
export function collectProgrammePolicies(facts: ProgrammeCollection, policy: ProgrammeRegisters): ProgrammePolicies {
  return readSafely({ facts, policy }, () => {
    const agreed = checkRecord(policy, "policy");
    const groups = readGroups(agreed["groups"]);
    const means = readRecords(agreed["means"], "policy.means", (fields, path) => ({
      id: checkText(fields["id"], at(path, "id")),
      form: checkChoice(fields["form"], at(path, "form"), ["money", "goods", "right"]),
    }));
    const programmes = readRecords(checkRecord(facts, "facts")["programmes"], "facts.programmes", soundProgramme);
    readNames(
      programmes.map(({ id }) => id),
      (i) => `facts.programmes[${i}].id`,
    );
    programmes.forEach((programme, i) => {
      const path = `facts.programmes[${i}]`;
      for (const [place, named] of [
        ["right.means", programme.right?.means],
        ["payout.means", programme.payout?.means],
      ] as const) {
        if (named === undefined || means.some(({ id }) => id === named)) continue;
        throw kernelFault("kernel.unknown_row", `${path}.${place}`, { got: shown(named) });
      }
      checkMeans(programme, means, (code, place, params) => {
        throw incentiveFault(code, `${path}.${place}`, params);
      });
    });
    return {
      stacking: { groups, members: membersOf(programmes, groups) },
      payouts: programmes.flatMap(({ id, currency, rounding, payout }): readonly CollectedPayout[] => {
        if (payout === undefined) return [];
        const { stages, minimum, payeeId, dueDays } = payout;
        const own = {
          currency,
          decimals: rounding.decimals,
          stages: stages.map((stage) => ({ id: stage.id, share: stage.share })),
          minimum,
          means,
        };
        return [{ programmeId: id, means: payout.means, payeeId: payeeId ?? null, dueDays: dueDays ?? null, policy: own }];
      }),
      clawbacks: programmes.flatMap(({ id, currency, rounding, clawback }): readonly CollectedClawback[] =>
        clawback === undefined ? [] : [{ programmeId: id, policy: { currency, basis: { ...clawback }, rounding: { ...rounding } } }],
      ),
      caps: programmes.flatMap(({ id, currency, caps = [] }) =>
        caps.length === 0 ? [] : [{ programmeId: id, policy: { currency, caps: caps.map((cap) => ({ ...cap })) } }],
      ),
      guarantees: programmes.flatMap(({ id, currency, rounding, guarantee }) => {
        if (guarantee === undefined) return [];
        const { amount, ...how } = guarantee;
        return [{ programmeId: id, policy: { currency, guarantee: amount, ...how, rounding: { ...rounding } } }];
      }),
      budgets: programmes.flatMap(({ id, currency, rounding, budget }) => {
        if (budget === undefined) return [];
        const { amount, ...how } = budget;
        return [{ programmeId: id, policy: { currency, budget: amount, ...how, decimals: rounding.decimals } }];
      }),
      withholdings: withholdingsOf(programmes, agreed["taxes"]),
      settlements: settlementsOf(programmes),
      payments: paymentsOf(programmes),
      timetables: programmes.flatMap((programme) => {
        const { id, window, timetable, payout } = programme;
        const effective = paidTerm(programme);
        if (timetable === undefined || effective === null) return [];
        const paid = payout === undefined ? {} : { ...termOf(payout.dueDays), ...stagesOf(payout) };
        return [{ programmeId: id, effective: { ...effective }, window: { ...window }, ...timetable, ...paid }];
      }),
    };
  });
}

function withholdingsOf(programmes: readonly IncentiveProgramme[], register: unknown): readonly CollectedWithholding[] {
  const taxes = readRecords(register ?? [], "policy.taxes", readTax);
  readNames(
    taxes.map(({ id }) => id),
    (i) => `policy.taxes[${i}].id`,
  );
  const found = new Map<string, CollectedWithholding>();
  const rated = new Set(taxes.map(({ id }) => id));
  programmes.forEach(({ id: programmeId, currency, payout }, i) => {
    const withheld = payout?.withholding;
    if (withheld === undefined) return;
    const path = `facts.programmes[${i}].payout.withholding.id`;
    const { id } = withheld;
    if (withheld.kind === "rate") {
      if (rated.has(id)) throw kernelFault("kernel.named_twice", path, { got: shown(id) });
      rated.add(id);
      const schedule: TierSchedule = {
        method: "graduated",
        unit: currency,
        boundary: "reaches",
        tiers: [{ from: "0", rate: withheld.rate }],
      };
      found.set(id, { id, titles: { ...withheld.titles }, currency, programmeIds: [programmeId], schedule });
      return;
    }
    const tax = taxes.find((row) => row.id === id && row.currency === currency);
    if (tax === undefined) throw kernelFault("kernel.unknown_row", path, { got: shown(id) });
    found.set(id, { ...tax, programmeIds: [...(found.get(id)?.programmeIds ?? []), programmeId] });
  });
  return [...found.values()];
}

function readTax(fields: Fields, path: string): ProgrammeTax {
  const currency = readCurrency(fields["currency"], at(path, "currency"));
  const schedule = fields["schedule"] as TierSchedule;
  compileTiers(schedule, at(path, "schedule"));
  if (schedule.unit !== currency) {
    throw kernelFault("kernel.unit_mismatch", at(path, "schedule.unit"), { got: shown(schedule.unit), want: currency });
  }
  const classes = fields["payeeClasses"];
  return {
    id: checkText(fields["id"], at(path, "id")),
    titles: readWords(fields["titles"], at(path, "titles")),
    currency,
    ...(classes === undefined ? {} : { payeeClasses: checkTexts(classes, at(path, "payeeClasses")) }),
    schedule: copyData(schedule, at(path, "schedule")),
  };
}

function membersOf(programmes: readonly IncentiveProgramme[], groups: readonly StackingGroup[]): readonly StackingMember[] {
  const seen = new Set<string>();
  return programmes.flatMap((programme, i): readonly StackingMember[] => {
    const { id, stacking } = programme;
    if (stacking === undefined) return [];
    const { groupId, priority } = stacking;
    const path = `facts.programmes[${i}].stacking`;
    const group = groups.find((one) => one.id === groupId);
    if (group === undefined) throw kernelFault("kernel.unknown_row", `${path}.groupId`, { got: shown(groupId) });
    if (comparesGoods(programme, group)) {
      throw stackingFault("incentives.goods_compared", `${path}.groupId`, { got: shown(id), group: shown(groupId) });
    }
    const key = JSON.stringify([groupId, priority]);
    if (seen.has(key)) throw stackingFault("incentives.priority_twice", `${path}.priority`, { got: priority });
    seen.add(key);
    return [{ programmeId: id, groupId, priority }];
  });
}
