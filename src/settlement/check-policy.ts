import { participantKinds } from "../entities/catalogue.js";
import { type EntityCode, entityMessages } from "../entities/messages.js";
import { parseAgreementDays } from "../incentives/agreement-window.js";
import { checkProgramme, incentiveFault } from "../incentives/check-programme.js";
import { earnerMatches } from "../incentives/earner-matches.js";
import type { IncentiveProgramme } from "../incentives/programme.js";
import { at, checkChoice, checkList, checkRecord, checkText, checkTexts, copyData } from "../kernel/check.js";
import { roundingModes } from "../kernel/decimal.js";
import { type FaultMaker, faultsOf, shown } from "../kernel/fault.js";
import type { KernelFaultCode } from "../kernel/fault-messages.js";
import { periodsOverlap } from "../kernel/period.js";
import { type SettlementCode, settlementMessages } from "./messages.js";
import type { AccumulatorPolicy } from "./policy.js";
import { saleCapObstacle } from "./sale-cap-obstacle.js";

/** @internal */
export const settlementFault: FaultMaker<SettlementCode | KernelFaultCode | EntityCode> = faultsOf(entityMessages, settlementMessages);

/**
 * Checks a policy and takes a copy of it, so that nothing the host does to its own object later can change a running accumulator.
 *
 * @internal
 */
export function checkPolicy(given: AccumulatorPolicy): AccumulatorPolicy {
  const policy = copyData(given, "policy");
  checkRecord(policy, "policy");
  const { currency, programmes, sources, payout, stacking } = policy;

  if (typeof currency !== "string" || !/^[A-Z]{3}$/.test(currency)) {
    throw settlementFault("kernel.not_a_currency", "policy.currency", { got: shown(currency) });
  }
  checkChoice(sources, "policy.sources", ["count", "ids"]);
  if (payout !== undefined) {
    checkRecord(payout, "policy.payout");
    checkChoice(payout.convertOn, "policy.payout.convertOn", ["window_end", "settlement_day"]);
    checkChoice(payout.rounding, "policy.payout.rounding", roundingModes);
  }
  if (stacking !== undefined) checkList(stacking, "policy.stacking");
  const versions = new Map<string, IncentiveProgramme[]>();
  checkList(programmes, "policy.programmes").forEach((_, i) => {
    const path = `policy.programmes[${i}]`;
    const programme = programmes[i] as IncentiveProgramme;
    const [first] = checkProgramme(programme);
    if (first !== undefined) throw incentiveFault(first.code, first.path === "" ? path : at(path, first.path), first.params);
    if (programme.currency !== currency) {
      throw settlementFault("settlement.programme_currency", `${path}.currency`, { got: programme.currency, want: currency });
    }
    checkSaleCaps(programme, path);
    const known = versions.get(programme.id) ?? [];
    checkVersion(programme, known, path);
    versions.set(programme.id, [...known, programme]);
    Object.freeze(programme.titles); // shared by many answers
  });
  checkMembers(policy);
  checkAgreements(policy);
  return policy;
}

/** Throws where a cap per sale cannot be settled. */
function checkSaleCaps(programme: IncentiveProgramme, path: string): void {
  const against = saleCapObstacle(programme);
  if (against === undefined) return;
  const { at: place, capId, obstacle } = against;
  throw settlementFault("settlement.cap_of_sales", `${path}.caps[${place}].per`, { capId: shown(capId), obstacle });
}

/** A programme may stand in several versions, each on days of its own: every day replays on the version that was in force. */
function checkVersion({ id, version, effective }: IncentiveProgramme, known: readonly IncentiveProgramme[], path: string): void {
  for (const other of known) {
    if (other.version === version) throw settlementFault("settlement.duplicate_programme", `${path}.id`, { id: shown(id) });
    if (periodsOverlap(effective, other.effective)) {
      const params = { id: shown(id), first: shown(other.version), second: shown(version) };
      throw settlementFault("settlement.versions_overlap", `${path}.effective`, params);
    }
  }
}

function checkMembers(policy: AccumulatorPolicy): void {
  const members = checkList(policy.members, "policy.members");
  const ids = new Set<string>();
  for (let i = 0; i < members.length; i++) checkMember(members[i], `policy.members[${i}]`, policy, ids);
}

/** `ids`: of the members before it. */
function checkMember(value: unknown, path: string, { currency, payout }: AccumulatorPolicy, ids: Set<string>): void {
  const member = checkRecord(value, path);
  const id = checkText(member["id"], `${path}.id`);
  checkChoice(member["kind"], `${path}.kind`, participantKinds);
  for (const field of ["memberClass", "territoryId", "level", "uplineId"])
    if (member[field] !== undefined) checkText(member[field], `${path}.${field}`);
  if (member["groupIds"] !== undefined) checkTexts(member["groupIds"], `${path}.groupIds`);
  if (member["title"] !== undefined) {
    const title = checkRecord(member["title"], `${path}.title`);
    checkText(title["en"], `${path}.title.en`);
    checkText(title["zh"], `${path}.title.zh`);
  }
  if (member["agreement"] !== undefined) parseAgreementDays(member["agreement"], `${path}.agreement`);
  if (member["uplineId"] === id) throw settlementFault("settlement.own_upline", `${path}.uplineId`, { id: shown(id) });
  if (ids.has(id)) throw settlementFault("settlement.duplicate_member", `${path}.id`, { id: shown(id) });
  ids.add(id);
  const paidIn = member["payoutCurrency"];
  if (paidIn === undefined) return;
  if (typeof paidIn !== "string" || !/^[A-Z]{3}$/.test(paidIn)) {
    throw settlementFault("kernel.not_a_currency", `${path}.payoutCurrency`, { got: shown(paidIn) });
  }
  if (paidIn !== currency && payout === undefined) {
    throw settlementFault("settlement.payout_missing", `${path}.payoutCurrency`, { id: shown(id), currency: paidIn });
  }
}

/** Whoever may earn in windows from its agreement has one: without, its lines would be in no window and nobody would see why. */
function checkAgreements({ programmes, members }: AccumulatorPolicy): void {
  for (const { id, window, earner } of programmes) {
    if (window.kind !== "agreement") continue;
    const isEarner = earnerMatches(earner);
    members.forEach((member, m) => {
      if (member.agreement !== undefined || !isEarner(member)) return;
      const params = { programmeId: shown(id), memberId: shown(member.id) };
      throw settlementFault("settlement.agreement_missing", `policy.members[${m}].agreement`, params);
    });
  }
}
