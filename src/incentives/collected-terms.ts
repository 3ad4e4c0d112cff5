/** What programmes say of their settlement and payment, as rows of the policies that hold it. */
import type { DecimalString } from "../kernel/decimal.js";
import type { Money } from "../kernel/money.js";
import type { PeriodRule } from "../kernel/period-rule.js";
import { inKindOf } from "./earned-in-kind.js";
import type { IncentiveProgramme, NegativePolicy, ProgrammePayout } from "./programme.js";

/** Days from the end of the window, as the terms of a settlement say it. */
export interface CollectedTerm {
  /** The days. */
  readonly term: { readonly kind: "net"; readonly days: number };
  /** Always from the end of the window. */
  readonly termFrom: "window_end";
}

/** How one programme is settled otherwise than the rest: a row of the `programmes` of `settleEarnings`. What is absent is as for the rest. */
export interface CollectedSettlement extends Partial<CollectedTerm> {
  /** The programme. */
  readonly programmeId: string;
  /** `"0"`: the timetable settles only at the end of a window. */
  readonly interimShare?: DecimalString | undefined;
  /** How often it is settled before that. */
  readonly settleEvery?: PeriodRule | undefined;
  /** Days of grace, of the timetable. */
  readonly graceDays?: number | undefined;
  /** What becomes of a settlement below 0: the same as of a window below 0. */
  readonly negative?: NegativePolicy | undefined;
  /** The stages of the payout. Absent: it is paid at once. */
  readonly stages?: readonly CollectedStage[] | undefined;
}

/** One stage of a payout. */
export interface CollectedStage extends Partial<CollectedTerm> {
  /** Its name. */
  readonly id: string;
  /** Its part; a ratio. */
  readonly share: DecimalString;
}

/** How one programme is paid otherwise than the rest: a row of the `programmes` of `planPaymentRun`. What is absent is as for the rest. */
export interface CollectedPayment {
  /** The programme. */
  readonly programmeId: string;
  /** The least that it pays at a time. */
  readonly minimum?: Money | undefined;
  /** Who is paid. */
  readonly payeeId?: string | undefined;
}

/** No row for a programme that says nothing, or earns no money. @internal */
export function settlementsOf(programmes: readonly IncentiveProgramme[]): readonly CollectedSettlement[] {
  return programmes.flatMap((programme): readonly CollectedSettlement[] => {
    const { id: programmeId, timetable, payout, negative } = programme;
    const row: CollectedSettlement = {
      programmeId,
      ...timetableOf(timetable),
      ...(negative === undefined ? {} : { negative }),
      ...termOf(payout?.dueDays),
      ...(payout === undefined ? {} : stagesOf(payout)),
    };
    return inKindOf(programme) !== undefined || Object.keys(row).length === 1 ? [] : [row];
  });
}

/** @internal */
export function paymentsOf(programmes: readonly IncentiveProgramme[]): readonly CollectedPayment[] {
  return programmes.flatMap((programme): readonly CollectedPayment[] => {
    const { id: programmeId, currency, payout } = programme;
    if (payout === undefined || inKindOf(programme) !== undefined) return [];
    const { minimum, payeeId } = payout;
    const some = /[1-9]/.test(minimum);
    if (!some && payeeId === undefined) return [];
    return [
      {
        programmeId,
        ...(some ? { minimum: { amount: minimum, currency } } : {}),
        ...(payeeId === undefined ? {} : { payeeId }),
      },
    ];
  });
}

function timetableOf(timetable: IncentiveProgramme["timetable"]): Pick<CollectedSettlement, "interimShare" | "settleEvery" | "graceDays"> {
  if (timetable === undefined) return {};
  const { settleEvery, graceDays } = timetable;
  return settleEvery === undefined ? { interimShare: "0", graceDays } : { settleEvery: { ...settleEvery }, graceDays };
}

/** One stage that is everything, on the days of the payout, is no stage. @internal */
export function stagesOf({ stages }: ProgrammePayout): Pick<CollectedSettlement, "stages"> {
  if (stages.length === 1 && stages[0]?.dueDays === undefined) return {};
  return { stages: stages.map(({ id, share, dueDays }) => ({ id, share, ...termOf(dueDays) })) };
}

/** @internal */
export function termOf(days: number | undefined): Partial<CollectedTerm> {
  return days === undefined ? {} : { term: { kind: "net", days }, termFrom: "window_end" };
}
