// Lives one dealer's year, day by day: time first, from an index of dates, then what the log says of the day. The agreements live beside
// the member, in their own table, and what they settle becomes facts for the member.
import { startAgreement, stepAgreement } from "qudao/agreements";
import { addDays } from "qudao/kernel";
import { findDueMembers, indexDueDates, letTimePass, startMember, stepMember } from "qudao/lifecycle";

export function live({ entries, drafts, agreementFacts, policy, from, until }) {
  const started = startMember({ id: "R-1", jurisdiction: "CN", origin: "direct" });
  if (!started.ok) throw new Error(started.problem.code);
  const initial = started.value;
  const papers = new Map(
    drafts.map((agreement) => [agreement.id, { agreement, state: startAgreement({ agreement, by: "wang", asOf: from }) }]),
  );
  const story = []; // everything, accepted or refused, for the reader
  const log = []; // what was accepted, for the database
  let state = initial;
  let index = [];

  function offer(event, facts) {
    const answer = stepMember(state, event, facts);
    story.push({ asOf: event.asOf, who: "member", event, answer });
    if (!answer.ok) return;
    state = answer.value.next;
    log.push({ event, facts });
    index = indexDueDates({ members: [{ id: "R-1", state }] });
  }

  function offerPaper(id, event) {
    const paper = papers.get(id);
    const answer = stepAgreement(paper.state, event, agreementFacts);
    if (event.type !== "dayPassed" || answer.ok) story.push({ asOf: event.asOf, who: id, event, answer });
    if (!answer.ok) return;
    if (answer.value.next.at === "signed") paper.signedOn = event.asOf;
    paper.state = answer.value.next;
    for (const { effect, params } of answer.value.effects) {
      const told = effect === "tell_member_life" ? params.event : undefined;
      if (told === "agreementExpired" || told === "agreementTerminated") offer({ type: told, asOf: event.asOf, agreementId: id }, policy);
    }
  }

  /** What an agreement settles for an event of the member, and what it proves. */
  function withPaper({ asOf, member, paper: id, facts }) {
    const known = { ...policy, ...facts };
    if (id === undefined) return [{ ...member, asOf }, known];
    const { agreement, state: life, signedOn } = papers.get(id);
    const { kind, start, end } = agreement;
    const proven = { ...known, missingClauses: [], authorizationInForce: life.at === "active" };
    if (member.type === "agreementSigned") return [{ ...member, asOf, agreementId: id, kind, start, end: end ?? "open" }, proven];
    if (member.type === "activated") return [{ ...member, asOf }, proven];
    return [{ ...member, asOf, agreement: { agreementId: id, signedOn, start, ...(end && { end }) } }, proven];
  }

  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (const id of papers.keys()) offerPaper(id, { type: "dayPassed", asOf: day });
    for (const { memberId } of findDueMembers({ index, asOf: day })) {
      const { due } = letTimePass({ members: [{ id: memberId, state, facts: policy }], from: day, asOf: day });
      for (const { asOf } of due.flatMap(({ steps }) => steps)) offer({ type: "dayPassed", asOf }, policy);
    }
    for (const entry of entries.filter(({ asOf }) => asOf === day)) {
      if (entry.agreement !== undefined) offerPaper(entry.agreement, { ...entry.event, asOf: day });
      else offer(...withPaper(entry));
    }
  }
  return { initial, state, log, story, papers };
}
