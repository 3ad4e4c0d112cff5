/**
 * Results of incentives, read into what is due to whom.
 *
 * @internal
 */
import { at, checkRecord, type Fields } from "../../kernel/check.js";
import { type DecimalLike, exact } from "../../kernel/decimal.js";
import { kernelFault, shown } from "../../kernel/fault.js";
import type { Money } from "../../kernel/money.js";
import {
  checkDistinct,
  choiceOf,
  countOf,
  optional,
  type Read,
  readDate,
  readRecords,
  readText,
  readTexts,
  recordOf,
} from "../../kernel/read.js";
import { amountOf, keyOf, moneyOf, readMoney, readReference } from "../account-kit.js";
import { type IncentiveResultBase, type IncentiveResultKind, incentiveResultKinds, type ListedPrize } from "./incentive-result.js";

export interface Due {
  readonly memberId: string;
  readonly amount: Money;
  readonly sourceIds: readonly string[] | undefined;
}

export interface ReadResult extends IncentiveResultBase {
  readonly kind: IncentiveResultKind;
  /** Whether it has everybody that its source pays, so that who is not in it gets nothing. */
  readonly isWhole: boolean;
  readonly dues: readonly Due[];
  readonly prizes: readonly ListedPrize[];
}

const readBase = recordOf<IncentiveResultBase & { readonly kind: IncentiveResultKind }>({
  kind: choiceOf(incentiveResultKinds),
  sourceId: readText,
  date: readDate,
  earning: optional(readReference),
  sourceIds: optional(readTexts),
});

export const readResults: Read<readonly ReadResult[]> = (value, path) => {
  const seen = new Set<string>();
  return readRecords(value, path, (fields, place): ReadResult => {
    const base = readBase(fields, place);
    const { dues, prizes = [] } = READ[base.kind](fields, place, base.sourceId);
    const isWhole = base.kind !== "draw" && base.kind !== "referral_fee";
    const key = keyOf(base.kind, base.sourceId, isWhole ? "" : (dues[0] as Due).memberId);
    if (seen.has(key)) throw kernelFault("kernel.named_twice", at(place, "sourceId"), { got: shown(base.sourceId) });
    seen.add(key);
    checkDistinct(
      dues.map(({ memberId }) => memberId),
      at(place, "outcome"),
      "memberId",
    );
    return { ...base, isWhole, dues, prizes };
  });
};

type ReadOutcome = (
  fields: Fields,
  path: string,
  sourceId: string,
) => { readonly dues: readonly Due[]; readonly prizes?: readonly ListedPrize[] };

const READ: { readonly [K in IncentiveResultKind]: ReadOutcome } = {
  override: (fields, path, sourceId) => {
    const overrides = checkRecord(fields["outcome"], at(path, "outcome"))["overrides"];
    return {
      dues: readRecords(overrides, at(path, "outcome.overrides"), (row, place) => dueOf(row, "memberId", "amount", place, [sourceId])),
    };
  },
  contest: (fields, path, sourceId) => {
    const prizes: ListedPrize[] = [];
    const dues = readRecords(fields["outcome"], at(path, "outcome"), (row, place) => {
      const due = dueOf(row, "memberId", "prize", place);
      const isMoney = !amountOf(due).isZero();
      const list = (means: string) => {
        prizes.push({ memberId: due.memberId, sourceId, place: countOf(1, 1_000_000)(row["place"], at(place, "place")), means });
      };
      if (row["means"] !== null && !isMoney) list(readText(row["means"], at(place, "means")));
      for (const means of optional(readTexts)(row["others"], at(place, "others")) ?? []) list(means);
      return due;
    });
    return { dues, prizes };
  },
  spiff: (fields, path) => ({
    dues: readRecords(fields["outcome"], at(path, "outcome"), (row, place) =>
      dueOf(row, "sellerId", "earned", place, readTexts(row["lineIds"], at(place, "lineIds"))),
    ),
  }),
  draw: (fields, path) => {
    const paid = readMoney(checkRecord(fields["outcome"], at(path, "outcome"))["paid"], at(path, "outcome.paid"));
    const rest = amountOf({ amount: paid }).minus(exact(fields["booked"] as DecimalLike, at(path, "booked")));
    return {
      dues: [{ memberId: readText(fields["memberId"], at(path, "memberId")), amount: moneyOf(rest, paid.currency), sourceIds: undefined }],
    };
  },
  referral_fee: (fields, path) => {
    const fee = readMoney(checkRecord(fields["outcome"], at(path, "outcome"))["fee"], at(path, "outcome.fee"));
    return { dues: [{ memberId: readText(fields["memberId"], at(path, "memberId")), amount: fee, sourceIds: undefined }] };
  },
};

function dueOf(row: Fields, who: string, what: string, path: string, sourceIds?: readonly string[]): Due {
  return { memberId: readText(row[who], at(path, who)), amount: readMoney(row[what], at(path, what)), sourceIds };
}
