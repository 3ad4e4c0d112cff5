/** Schema of where a channel member stands, refused for whatever `stepMember` would refuse it, and for a place it cannot be in. */
import type * as z from "zod";
import type { Waiver } from "../engine/rule.js";
import { agreementKinds } from "../entities/catalogue.js";
import { shown } from "../kernel/fault.js";
import type { PlacedMessage } from "../kernel/message.js";
import {
  anyOf,
  byKind,
  checkedBy,
  choice,
  count,
  date,
  exactly,
  firstFault,
  list,
  mark,
  missingIn,
  orNull,
  record,
  someOf,
  text,
  words,
} from "../kernel/schema.js";
import { checkState } from "./check-member.js";
import type { MemberData, MemberLevel, MemberRelationship, MemberState } from "./member-state.js";
import type { SuspensionScope } from "./suspension-scope.js";

const waiver = exactly<Waiver>()(record({ rule: text, ground: anyOf([text, words]), approver: text, date, expires: date.optional() }));

const scope = exactly<SuspensionScope>()(
  byKind(
    ["all", "new_orders", "products", "territories"],
    [
      record({ kind: choice(["all"]) }),
      record({ kind: choice(["new_orders"]) }),
      record({ kind: choice(["products"]), productIds: someOf(text) }),
      record({ kind: choice(["territories"]), territoryIds: someOf(text) }),
    ],
  ),
);

const reason = record({ on: date, ground: text, evidence: list(text) });

/** What no member is without in a relationship, a level or a standing. */
const NEEDED: { readonly [place: string]: readonly (keyof MemberData)[] } = {
  onboarding: ["agreementId", "agreementKind"],
  trial: ["agreementId", "agreementKind", "memberSince", "trialEnd"],
  active: ["agreementId", "agreementKind", "memberSince"],
  exiting: ["memberSince", "exitKind", "exitReason", "exitOn"],
  exited: ["memberSince", "exitKind", "exitReason", "exitOn"],
  expired: ["memberSince", "trialEnd"],
  strategic_partner: ["baseLevel"],
  remediation: ["remediationDue", "verifier"],
  suspended: ["suspensionMinimum", "suspensionLimit"],
};

const NONE: readonly MemberLevel[] = ["none"];
const TRIAL: readonly MemberLevel[] = ["trial_distributor"];
const DEALERS: readonly MemberLevel[] = ["distributor", "agent", "strategic_partner"];

/** The levels that a relationship allows. */
const LEVELS: { readonly [R in MemberRelationship]: readonly MemberLevel[] } = {
  prospect: NONE,
  applied: NONE,
  information_requested: NONE,
  approved: NONE,
  onboarding: NONE,
  trial: TRIAL,
  active: DEALERS,
  exiting: [...TRIAL, ...DEALERS],
  exited: [...TRIAL, ...DEALERS],
  rejected: NONE,
  withdrawn: NONE,
  expired: TRIAL,
};

const relationships = Object.keys(LEVELS) as [MemberRelationship, ...MemberRelationship[]];

function impossible({ at, data }: MemberState): readonly PlacedMessage[] {
  const { relationship, level } = at;
  const want = LEVELS[relationship];
  const misfit = want.includes(level) ? [] : [{ code: "kernel.not_a_choice", params: { got: shown(level), want }, path: "at.level" }];
  const needed = Object.values(at).flatMap((place) => NEEDED[place] ?? []);
  return [...misfit, ...missingIn(data, needed)];
}

/** {@link MemberState} as a schema. */
export const MemberStateSchema: z.ZodType<MemberState> = checkedBy(
  exactly<MemberState>()(
    record({
      at: record({
        relationship: choice(relationships),
        level: choice(["none", "trial_distributor", "distributor", "agent", "strategic_partner"]),
        standing: choice(["good", "watch", "remediation", "suspended"]),
      }),
      data: record({
        id: text,
        previousId: orNull(text),
        jurisdiction: text,
        origin: choice(["direct", "nominated", "special_evaluation", "former_trial", "former_member"]),
        since: date.optional(),
        nominatorId: orNull(text),
        exceptions: list(waiver),
        breaches: list(record({ id: text, kind: text, date, disputed: mark.optional() })),
        agreementId: orNull(text),
        agreementKind: orNull(choice(agreementKinds)),
        agreementStart: orNull(date),
        agreementEnd: orNull(date),
        memberSince: orNull(date),
        trialEnd: orNull(date),
        extensions: count(),
        performance: choice(["none", "good", "poor"]),
        makerEvaluation: choice(["none", "passed", "failed"]),
        nextReviewOn: orNull(date),
        lastReview: choice(["none", "fair", "bad"]),
        badReviews: list(text),
        reviewsBelow: count(),
        baseLevel: orNull(choice(["distributor", "agent"])),
        standingReason: orNull(reason),
        remediation: choice(["none", "open", "accepted"]),
        failedChecks: count(),
        remediationDue: orNull(date),
        verifier: orNull(text),
        suspendedScopes: list(scope),
        suspensionCauses: list(text),
        suspensionMinimum: orNull(date),
        suspensionLimit: orNull(date),
        exitKind: orNull(choice(["notice", "elimination", "cause", "expiry"])),
        exitReason: orNull(reason),
        exitOn: orNull(date),
        noticeEnds: orNull(date),
        openItems: list(text),
        closedItems: list(record({ item: text, closedOn: date, result: text })),
      }),
    }),
  ),
  firstFault(checkState),
  impossible,
).meta({ title: "Member state 成员状态", description: "Where a channel member stands." });
