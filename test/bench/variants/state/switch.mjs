// The limit: the arrows of this one table written out by hand. Pure: a new state, the effects as data, or a constant that says why not.
// It checks nothing but the one fact that may be missing, and explains nothing.
import { initial } from "../../lib/histories.mjs";

const noArrow = { ok: false, why: "no_arrow" };
const unmet = { ok: false, why: "unmet" };
const unknown = { ok: false, why: "unknown" };

const moved = (at, data, effects) => ({ ok: true, next: { at, data }, effects });

const addPaper = (data) => ({ ...data, papers: data.papers + 1 });
const countOrder = (data) => ({ ...data, orders: data.orders + 1 });
const countMissed = (data) => ({ ...data, missed: data.missed + 1 });
const clearMissed = (data) => ({ ...data, missed: 0 });
const countBreach = (data) => ({ ...data, breaches: data.breaches + 1 });
const clearBreaches = (data) => ({ ...data, breaches: 0, missed: 0 });
const anew = () => ({ papers: 0, extensions: 0, orders: 0, missed: 0, breaches: 0, terms: 0 });

function order(at, data, { amount }, { creditLimit }) {
  if (creditLimit === null) return unknown;
  return amount <= creditLimit ? moved(at, countOrder(data), ["ship"]) : unmet;
}

/** Where an event leads. */
export function step({ at, data }, event, facts) {
  switch (at) {
    case "lead":
      switch (event.type) {
        case "applied":
          return moved("applied", data, ["open_file"]);
        case "withdrawn":
          return moved("declined", data, []);
      }
      return noArrow;
    case "applied":
      switch (event.type) {
        case "paper_added":
          return moved(at, addPaper(data), []);
        case "review_opened":
          return data.papers >= facts.papersNeeded ? moved("in_review", data, []) : unmet;
        case "withdrawn":
          return moved("declined", data, ["archive"]);
      }
      return noArrow;
    case "in_review":
      switch (event.type) {
        case "approved":
          return data.papers >= facts.papersNeeded ? moved("trial", data, ["announce"]) : unmet;
        case "paper_added":
          return moved(at, addPaper(data), []);
        case "refused":
          return moved("declined", data, ["announce", "archive"]);
        case "withdrawn":
          return moved("declined", data, ["archive"]);
      }
      return noArrow;
    case "trial":
      switch (event.type) {
        case "trial_begun":
          return moved(at, data, ["open_account"]);
        case "order_placed":
          return order(at, data, event, facts);
        case "payment_received":
          return moved(at, clearMissed(data), []);
        case "payment_missed":
          return moved(at, countMissed(data), ["remind"]);
        case "trial_extended":
          if (data.extensions >= facts.mostExtensions) return unmet;
          return moved(at, { ...data, extensions: data.extensions + 1 }, []);
        case "trial_reviewed":
          if (event.score < facts.leastScore) return moved("winding_down", data, ["stop_supply"]);
          return data.orders > 0 ? moved("active", clearMissed(data), ["draw_contract", "announce"]) : unmet;
        case "admitted":
          return data.orders > 0 ? moved("active", data, ["draw_contract"]) : unmet;
      }
      return noArrow;
    case "active":
      switch (event.type) {
        case "order_placed":
          return order(at, data, event, facts);
        case "payment_received":
          return moved(at, clearMissed(data), []);
        case "payment_missed":
          if (data.missed + 1 < facts.mostMissed) return moved(at, countMissed(data), ["remind"]);
          return moved("on_watch", countMissed(data), ["remind", "announce"]);
        case "target_met":
          return moved(at, data, ["announce"]);
        case "target_missed":
          return moved(at, countMissed(data), ["remind"]);
        case "breach_reported":
          return moved("on_watch", countBreach(data), ["announce"]);
        case "warned":
          return moved("on_watch", data, ["announce"]);
        case "term_ending":
          return moved("renewing", { ...data, terms: data.terms + 1 }, ["draw_contract"]);
        case "notice_given":
          return moved("winding_down", data, ["announce"]);
      }
      return noArrow;
    case "on_watch":
      switch (event.type) {
        case "order_placed":
          if (facts.balance !== 0) return unmet;
          return order(at, data, event, facts);
        case "payment_received":
          return moved(at, clearMissed(data), []);
        case "breach_dismissed":
          return moved("active", clearBreaches(data), []);
        case "warning_lifted":
          return facts.balance === 0 ? moved("active", data, ["announce"]) : unmet;
        case "breach_reported":
          return moved("suspended", countBreach(data), ["stop_supply"]);
        case "suspended":
          return moved("suspended", data, ["stop_supply", "announce"]);
      }
      return noArrow;
    case "suspended":
      switch (event.type) {
        case "plan_agreed":
          return moved("in_remedy", data, ["draw_contract"]);
        case "notice_given":
          return moved("winding_down", data, ["announce"]);
        case "payment_received":
          return moved(at, clearMissed(data), []);
      }
      return noArrow;
    case "in_remedy":
      switch (event.type) {
        case "plan_fulfilled":
          if (event.score < facts.leastScore) return moved("suspended", data, ["announce"]);
          return moved("active", clearBreaches(data), ["resume_supply", "announce"]);
        case "plan_failed":
          return moved("suspended", data, ["announce"]);
        case "reinstated":
          return facts.balance === 0 ? moved("active", data, ["resume_supply"]) : unmet;
        case "payment_received":
          return moved(at, clearMissed(data), []);
      }
      return noArrow;
    case "renewing":
      switch (event.type) {
        case "renewed":
          if (event.score < facts.leastScore) return moved("winding_down", data, ["announce"]);
          return facts.balance === 0 ? moved("active", data, ["draw_contract", "announce"]) : unmet;
        case "not_renewed":
          return moved("winding_down", data, ["announce"]);
        case "order_placed":
          return order(at, data, event, facts);
        case "payment_received":
          return moved(at, clearMissed(data), []);
      }
      return noArrow;
    case "winding_down":
      switch (event.type) {
        case "payment_received":
          return moved(at, clearMissed(data), []);
        case "settled":
          return facts.balance === 0 ? moved("ended", data, ["close_account", "archive"]) : unmet;
        case "withdrawn":
          return moved("ended", data, ["archive"]);
      }
      return noArrow;
    case "ended":
    case "declined":
      return event.type === "reapplied" ? moved("applied", anew(), ["open_file"]) : noArrow;
    default:
      throw new Error(`No such state: ${at}`);
  }
}

/** Leads every member through its events. */
export function walk(records, members) {
  const standing = Array.from({ length: members }, () => initial);
  let effects = 0;
  for (const { member, event, facts } of records) {
    const answer = step(standing[member], event, facts);
    if (!answer.ok) continue;
    standing[member] = answer.next;
    effects += answer.effects.length;
  }
  return { standing, effects };
}
