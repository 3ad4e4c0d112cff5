import { dateDigits } from "../kernel/calendar-date.js";
import { checkList, checkText } from "../kernel/check.js";
import { kernelFault } from "../kernel/fault.js";
import { yearsBetween } from "../kernel/full-months-between.js";
import {
  atLeast,
  atMost,
  type CompiledCriterion,
  type Decide,
  findBetween,
  findCount,
  findGroup,
  findMember,
  findOrdered,
  findScore,
  findTrue,
  shareFindings,
} from "./ask-criterion.js";
import type { CriterionKind, CriterionTest } from "./criterion-data.js";
import { boundOf } from "./decimal-bound.js";
import { checkBoolean, factReader, isField } from "./fact-reader.js";
import { findDocument, findEvents } from "./find-document.js";
import type { Called } from "./finding-of.js";

/** Of whom a criterion is asked. Of many: those of whom the same is found share the finding. @internal */
export type Whom = "one" | "many";

/** Reads a criterion that `checkCriterion` found nothing wrong with. @internal */
export function compileCriterion(test: CriterionTest, called: Called, whom: Whom): CompiledCriterion {
  const { code, weight, words, source } = called;
  const { known = {}, look, share, counts, whole, own, find } = (KINDS[test.kind] as (test: CriterionTest, whom: Whom) => Kind)(test, whom);
  const fact = whole === true ? undefined : (test as Leaf).fact;
  return {
    code,
    weight,
    words,
    source,
    kind: test.kind,
    fact: fact ?? "",
    path: fact === undefined ? "facts" : `facts.${fact}`,
    field: fact !== undefined && isField(fact) ? fact : undefined,
    read: fact === undefined ? undefined : factReader(fact),
    unset: known["required"] === null,
    known,
    look,
    find,
    own,
    shared: share === undefined || whom === "one" ? undefined : shareFindings(share, counts !== true),
    lacking: fact === undefined || whom === "one" ? undefined : { finding: undefined },
  };
}

type Leaf = Exclude<CriterionTest, { readonly of: unknown }>;

/** What a kind of criterion adds. See `CompiledCriterion`. */
interface Kind<O = unknown> extends Partial<Pick<CompiledCriterion<O>, "known" | "look">>, Pick<CompiledCriterion<O>, "find" | "own"> {
  /** What few values its findings follow from. Absent: from more than that. */
  readonly share?: "numbers" | "texts" | "flags";
  /** It compares what `look` makes of the fact. Absent: the fact, which `look` only checks. */
  readonly counts?: true;
  /** It looks at the facts as a whole. Absent: at one of them. */
  readonly whole?: true;
}

type Kinds = { readonly [K in CriterionKind]: (test: Extract<CriterionTest, { readonly kind: K }>, whom: Whom) => Kind };

const KINDS: Kinds = {
  min: ({ min }) => ordered(min, 1),
  max: ({ max }) => ordered(max, -1),
  between: ({ min, max }) => {
    const required = min === null || max === null ? null : [min, max];
    const own = { low: boundOf(min ?? UNREAD), high: boundOf(max ?? UNREAD), min, max, required };
    return { known: { required, min, max }, own, find: findBetween, share: "numbers" };
  },
  one_of: ({ values }) => member(values, true),
  none_of: ({ values }) => member(values, false),
  is_true: () => ({ known: { required: true }, look: checkBoolean, own: undefined, find: findTrue, share: "flags" }),
  full_years: ({ min }) => counted(min, (value, path, today) => yearsBetween(dateDigits(value, path), today.digits)),
  document_valid: ({ document }) => ({ known: { required: "valid", document }, own: { document }, find: findDocument }),
  no_event_since: ({ event, since }) => {
    const first = typeof since === "string" ? since : { ...since };
    return { known: { required: 0, event, since: first }, own: { event, since: first }, find: findEvents };
  },
  at_least_count: ({ count }) => counted(count, countItems),
  score_at_least: ({ min }) => ({ known: { required: min }, own: { bound: boundOf(min ?? UNREAD), required: min }, find: findScore }),
  all_of: (test, whom) => group(test.of, test.of.length, atLeast, whom),
  any_of: (test, whom) => group(test.of, 1, atLeast, whom),
  at_least_n: (test, whom) => group(test.of, test.n, atLeast, whom),
  none: (test, whom) => group(test.of, 0, atMost, whom),
};

/** An item that is missing is a fault: it can neither count nor be left out. */
function countItems(value: unknown, path: string): number {
  const items = checkList(value, path);
  const missing = items.findIndex((item) => item === undefined || item === null);
  if (missing >= 0) throw kernelFault("kernel.missing", `${path}[${missing}]`, {});
  return items.length;
}

/** Stands for a threshold that is not set, where nothing will be compared with it. */
const UNREAD = "0";

function ordered(required: string | null, side: 1 | -1): Kind {
  return { known: { required }, own: { bound: boundOf(required ?? UNREAD), side, required }, find: findOrdered, share: "numbers" };
}

function member(required: readonly string[], wanted: boolean): Kind {
  return { known: { required }, look: checkText, own: { listed: new Set(required), wanted, required }, find: findMember, share: "texts" };
}

function counted(required: number | null, look: CompiledCriterion["look"]): Kind {
  return { known: { required }, look, own: { required }, find: findCount, share: "numbers", counts: true };
}

function group(of: readonly CriterionTest[], required: number, decide: Decide, whom: Whom): Kind {
  const parts = of.map((part) => compileCriterion(part, calledPart(part), whom));
  return { own: { parts, required, decide }, find: findGroup, whole: true };
}

/** A part is called after its kind, and keeps the words it came with. */
function calledPart({ kind, title }: CriterionTest): Called {
  return { code: `engine.criterion.${kind}`, weight: undefined, words: title, source: undefined };
}
