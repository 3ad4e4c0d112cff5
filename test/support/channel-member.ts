/** A policy, facts and states of channel members, and one accepted event for every arrow of the tables. */
import {
  type MemberData,
  type MemberEvent,
  type MemberFacts,
  type MemberPlace,
  type MemberPolicy,
  type MemberRefusal,
  type MemberState,
  type MemberStep,
  startMember,
  stepMember,
} from "qudao/lifecycle";

/** An example, with every number of the policy set. */
export const policy: MemberPolicy = {
  promotionScore: "75",
  trialSalesMinimum: "200000",
  trialExtensions: 1,
  breachTolerance: 0,
  reviewMonths: 3,
  badGrades: ["D", "E"],
  badReviewsInRow: 2,
  badReviewAction: "remediation",
  levelFloors: { agent: { floor: "60", recovery: "65" }, strategic_partner: { floor: "80", recovery: "85" } },
  demotionReviews: 2,
  remediationCauses: ["service", "safety_event"],
  remediationDays: 30,
  remediationAttempts: 3,
  remediationOwner: "wang",
  suspensionCauses: ["arrears", "diversion"],
  suspensionMinimumDays: 14,
  suspensionMostDays: 180,
  safetyOwner: "zhou",
  strategicSafetyMonths: 24,
  noticeSteps: [
    { fromMonths: 0, noticeMonths: 1 },
    { fromMonths: 12, noticeMonths: 2 },
    { fromMonths: 24, noticeMonths: 3 },
  ],
  noticeEndsOn: "month_end",
  immediateGrounds: ["breach", "safety_event"],
  supplyDuringNotice: true,
  ownExitItems: ["showroom"],
};

/** Everything known, and everything in favour of the member. */
export const known: MemberFacts = {
  ...policy,
  missingDocuments: [],
  missingClauses: [],
  trainingOpen: [],
  authorizationInForce: true,
  agentAdmission: "admitted",
  rivalAgents: [],
  qualityStable: true,
  serviceStable: true,
  riskAnalysisApproved: true,
  productAnalysisApproved: true,
  openCauses: [],
  establishedGrounds: ["last_place"],
  exitImpactOn: "2024-01-05",
};

export const accepted = (answer: ReturnType<typeof stepMember>): MemberStep => {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem.failed.map(({ params }) => params))}`);
  return answer.value;
};

export const refused = (answer: ReturnType<typeof stepMember>): MemberRefusal => {
  if (answer.ok) throw new Error(`accepted: ${answer.value.arrows}`);
  return answer.problem;
};

export const step = (state: MemberState, event: MemberEvent, facts: MemberFacts = known) => accepted(stepMember(state, event, facts));
export const refuse = (state: MemberState, event: MemberEvent, facts: MemberFacts = known) => refused(stepMember(state, event, facts));

/** Guards that failed, each once, with what became of it. */
export const failed = ({ failed: findings }: MemberRefusal): readonly string[] => [
  ...new Set(findings.map(({ params, status }) => `${params["guard"]} ${status}`)),
];

export const effectsOf = ({ effects }: MemberStep): readonly string[] => effects.map(({ effect }) => effect);

export const changed = (state: MemberState, at: Partial<MemberPlace>, data: Partial<MemberData> = {}): MemberState => ({
  at: { ...state.at, ...at },
  data: { ...state.data, ...data },
});

function begun(facts: Parameters<typeof startMember>[0]): MemberState {
  const started = startMember(facts);
  if (!started.ok) throw new Error(started.problem.code);
  return started.value;
}

const member = { id: "R-1", jurisdiction: "CN", origin: "direct" } as const;
const since = { memberSince: "2024-01-01", nextReviewOn: "2024-10-01" };

export const prospect = begun(member);
export const applied = changed(prospect, { relationship: "applied" });
export const approved = changed(prospect, { relationship: "approved" });
export const onboarding = (kind: "trial" | "distribution" | "agency", data: Partial<MemberData> = {}) =>
  changed(
    prospect,
    { relationship: "onboarding" },
    {
      agreementId: "A-1",
      agreementKind: kind,
      agreementStart: "2024-01-01",
      agreementEnd: kind === "trial" ? "2024-07-01" : null,
      ...data,
    },
  );
/** On trial until the end of June: 2024-07-01 is the first day without. */
export const trial = begun({
  ...member,
  existing: { ...since, as: "trial", level: "trial_distributor", agreementId: "T-1", agreementKind: "trial", agreementEnd: "2024-07-01" },
});
export const goodTrial = changed(trial, {}, { performance: "good", makerEvaluation: "passed" });
export const distributor = begun({
  ...member,
  existing: { ...since, as: "active", level: "distributor", agreementId: "A-1", agreementKind: "distribution" },
});
export const agent = changed(distributor, { level: "agent" }, { agreementKind: "agency" });
export const strategic = changed(agent, { level: "strategic_partner" }, { baseLevel: "agent" });
export const strategicDistributor = changed(distributor, { level: "strategic_partner" }, { baseLevel: "distributor" });
export const onWatch = changed(distributor, { standing: "watch" });
export const remedying = changed(
  distributor,
  { standing: "remediation" },
  { remediation: "open", remediationDue: "2024-06-01", verifier: "wang" },
);
export const suspendedFor = (cause: string, data: Partial<MemberData> = {}) =>
  changed(
    distributor,
    { standing: "suspended" },
    {
      suspensionCauses: [cause],
      suspendedScopes: [{ kind: "all" }],
      suspensionMinimum: "2024-05-15",
      suspensionLimit: "2024-09-01",
      ...data,
    },
  );
export const suspended = suspendedFor("arrears");
/** Under notice until the end of June, nothing of the checklist closed but one item. */
export const exiting = changed(
  distributor,
  { relationship: "exiting" },
  {
    exitKind: "notice",
    exitReason: { on: "2024-05-02", ground: "own_wish", evidence: [] },
    exitOn: "2024-07-01",
    noticeEnds: "2024-07-01",
    openItems: ["deposit"],
    closedItems: [{ item: "receivables", closedOn: "2024-05-10", result: "settled" }],
  },
);
export const windingUp = changed(exiting, {}, { noticeEnds: null, openItems: [] });

export const review = (grade: string, score: string, asOf = "2024-05-20", sales = "200000"): MemberEvent => ({
  type: "reviewed",
  asOf,
  reviewId: `V-${asOf}`,
  score,
  grade,
  sales,
});

const asOf = "2024-05-20";
const agreement = { agreementId: "A-2", signedOn: asOf, start: asOf };
const all = { kind: "all" } as const;
const waiver = { rule: "lifecycle.trial_before_distributor", ground: "took over a dealer's shops", approver: "li", date: "2024-01-02" };
const bad = review("D", "40");
const row = { badReviews: ["V-1"] };
const warned: MemberEvent = { type: "warned", asOf, ground: "late reports" };
const opened: MemberEvent = { type: "remediationOpened", asOf, cause: "service", planId: "P-1", verifier: "wang" };
const suspend: MemberEvent = { type: "suspended", asOf, cause: "arrears", scope: all };
const safety: MemberEvent = { type: "safetyEventReported", asOf, reportId: "S-1", scope: all };
const rejected: MemberEvent = { type: "remediationRejected", asOf, by: "wang" };
const resumed = (to: "good" | "watch"): MemberEvent => ({ type: "resumed", asOf, by: "wang", to });
const demoted: MemberEvent = { type: "demoted", asOf, ground: "two reviews below the floor" };
const exposed: MemberEvent = { type: "exposureRequested", asOf, exposure: { kind: "order", productIds: ["P-1"] } };
const eliminating: MemberFacts = { ...known, badReviewAction: "elimination" };
const demoting: MemberFacts = { ...known, badReviewAction: "demotion" };
const warning: MemberFacts = { ...known, badReviewAction: "warning" };

/** One accepted event: where from, what, with which facts. Together they take every arrow of every table. */
export const memberCases: readonly (readonly [state: MemberState, event: MemberEvent, facts?: MemberFacts])[] = [
  [prospect, { type: "applied", asOf }],
  [applied, { type: "informationRequested", asOf, missing: ["bank_account"] }],
  [changed(applied, { relationship: "information_requested" }), { type: "informationSupplied", asOf }],
  [applied, { type: "decided", asOf, verdict: "admitted" }],
  [applied, { type: "decided", asOf, verdict: "admitted_with_exceptions", exceptions: [waiver] }],
  [applied, { type: "decided", asOf, verdict: "information_requested" }],
  [applied, { type: "decided", asOf, verdict: "qualified_no_vacancy" }],
  [applied, { type: "decided", asOf, verdict: "rejected", ground: "capital too low" }],
  [applied, { type: "exceptionRecorded", asOf, exception: waiver }],
  [prospect, { type: "withdrawn", asOf }],
  [approved, { type: "agreementSigned", asOf, agreementId: "T-1", kind: "trial", start: asOf, end: "2024-12-01" }],
  [approved, { type: "agreementSigned", asOf, agreementId: "A-1", kind: "distribution", start: asOf, end: "open" }],
  [onboarding("trial"), { type: "activated", asOf }],
  [onboarding("distribution", { origin: "nominated" }), { type: "activated", asOf }],
  [onboarding("distribution", { exceptions: [waiver] }), { type: "activated", asOf }],
  [onboarding("agency"), { type: "activated", asOf }],
  [trial, { type: "dayPassed", asOf: "2024-07-01" }],
  [trial, { type: "extended", asOf, agreementId: "T-2", until: "2024-09-01", ground: "shop reopens in June", approver: "li" }],
  [changed(trial, {}, row), bad, eliminating],
  [trial, review("B", "80")],
  [trial, review("C", "60")],
  [trial, { type: "evaluated", asOf, passed: true }],
  [goodTrial, { type: "promotedToDistributor", asOf, agreement }],
  [goodTrial, { type: "promotedToAgent", asOf, agreement }],
  [distributor, { type: "agreementRenewed", asOf, agreementId: "A-1", end: "2026-01-01" }],
  [distributor, { type: "breachRecorded", asOf, breach: { id: "B-1", kind: "diversion", date: asOf, disputed: true } }],
  [
    changed(distributor, {}, { breaches: [{ id: "B-1", kind: "diversion", date: asOf, disputed: true }] }),
    { type: "breachResolved", asOf, breachId: "B-1", upheld: false },
  ],
  [distributor, exposed],
  [exiting, exposed],
  [changed(remedying, {}, { failedChecks: 2 }), rejected],
  [remedying, { type: "dayPassed", asOf: "2024-06-01" }],
  [suspended, { type: "dayPassed", asOf: "2024-09-01" }],
  [changed(distributor, {}, { agreementEnd: "2024-06-01" }), { type: "dayPassed", asOf: "2024-06-01" }],
  [distributor, { type: "agreementExpired", asOf, agreementId: "A-1" }],
  [trial, { type: "agreementTerminated", asOf, agreementId: "T-1" }],
  [distributor, { type: "eliminated", asOf, ground: "last_place" }],
  [
    changed(distributor, {}, { breaches: [{ id: "B-1", kind: "diversion", date: asOf }] }),
    { type: "terminatedForCause", asOf, ground: "breach" },
  ],
  [
    changed(distributor, {}, { lastReview: "bad" }),
    { type: "noticeGiven", asOf, by: "maker", ground: "poor_performance", exitOn: "2024-07-01" },
  ],
  [distributor, { type: "noticeGiven", asOf, by: "member", ground: "own_wish", exitOn: "2024-07-01" }],
  [distributor, { type: "dayPassed", asOf: "2024-10-01" }],
  [exiting, { type: "noticeRevoked", asOf, agreedBy: ["maker", "member"] }],
  [exiting, { type: "dayPassed", asOf: "2024-07-01" }],
  [exiting, { type: "exitItemClosed", asOf, item: "deposit", result: "refunded" }],
  [exiting, { type: "exitItemReopened", asOf, item: "receivables", ground: "an invoice turned up" }],
  [windingUp, { type: "exitCompleted", asOf: "2024-07-01" }],

  [distributor, { type: "promotedToAgent", asOf, agreement }],
  [agent, { type: "madeStrategic", asOf }],
  [changed(strategic, {}, { reviewsBelow: 2 }), demoted],
  [changed(strategicDistributor, {}, { reviewsBelow: 2 }), demoted],
  [changed(agent, {}, { reviewsBelow: 2 }), demoted],
  [changed(agent, {}, row), bad, demoting],
  ...[strategic, strategicDistributor].flatMap((state) =>
    [warned, bad, opened, suspend, safety].map((event): readonly [MemberState, MemberEvent] => [state, event]),
  ),
  [agent, review("C", "59.9")],
  [agent, review("B", "65")],

  [onWatch, warned],
  [changed(onWatch, {}, row), bad],
  [changed(onWatch, {}, row), bad, warning],
  [onWatch, bad],
  [onWatch, review("B", "80")],
  [changed(remedying, {}, row), bad],
  [remedying, bad],
  [suspended, review("B", "80")],
  [onWatch, opened],
  [suspended, opened],
  [remedying, { type: "remediationAccepted", asOf, by: "wang" }],
  [changed(suspended, {}, { remediation: "open", verifier: "wang" }), { type: "remediationAccepted", asOf, by: "wang" }],
  [remedying, rejected],
  [distributor, suspend],
  [suspended, suspend],
  [distributor, safety],
  [suspended, safety],
  [suspended, resumed("good")],
  [suspended, resumed("watch")],
];
