// The life of distributors: twelve states, thirty events, and histories drawn through them, the same on every machine.
import { createDraw } from "./draw.mjs";
import { ways } from "./life.mjs";

export const initial = { at: "lead", data: { papers: 0, extensions: 0, orders: 0, missed: 0, breaches: 0, terms: 0 } };

/** States, in the order of a life. */
export const states = [
  "lead",
  "applied",
  "in_review",
  "trial",
  "active",
  "on_watch",
  "suspended",
  "in_remedy",
  "renewing",
  "winding_down",
  "ended",
  "declined",
];

/** Events, with what they carry. */
export const events = {
  applied: [],
  paper_added: [],
  review_opened: [],
  approved: [],
  refused: [],
  withdrawn: [],
  trial_begun: ["until"],
  trial_reviewed: ["score"],
  trial_extended: ["until"],
  admitted: [],
  order_placed: ["amount"],
  payment_received: [],
  payment_missed: [],
  target_met: [],
  target_missed: [],
  breach_reported: [],
  breach_dismissed: [],
  warned: [],
  warning_lifted: [],
  suspended: [],
  plan_agreed: ["until"],
  plan_fulfilled: ["score"],
  plan_failed: [],
  reinstated: [],
  term_ending: [],
  renewed: ["score"],
  not_renewed: [],
  notice_given: ["until"],
  settled: [],
  reapplied: [],
};

export const effects = [
  "open_file",
  "announce",
  "open_account",
  "ship",
  "remind",
  "stop_supply",
  "resume_supply",
  "draw_contract",
  "close_account",
  "archive",
];

/** Events that end something, so that most of a life is spent in trade. */
const rare = new Set(["withdrawn", "refused", "notice_given", "not_renewed", "term_ending", "warned", "breach_reported"]);

/** What the host knows. One in fifty does not know the credit limit: nobody can say whether an order is within it. */
const knowledge = Array.from({ length: 50 }, (_, i) => ({
  papersNeeded: 1 + (i % 3),
  leastScore: 60,
  mostExtensions: 2,
  creditLimit: i === 0 ? null : 20_000 + 1000 * i,
  mostMissed: 3,
  balance: i % 7 === 3 ? 100 : 0,
}));

/**
 * Draws what happens to members, one event after another. Three of four events have an arrow from where the member stands; any other may
 * come too, and whether the guards hold is left to chance.
 * @param {number} count How many events.
 * @param {number} members Among how many members they fall.
 * @param {(state: object, event: object, facts: object) => object} step Where an event leads: `{ ok, next }`.
 * @returns {{ member: number, event: object, facts: object }[]} Out of JSON.parse, like records that were read from a database.
 */
export function drawHistories(count, members, step) {
  const draw = createDraw(20240701);
  const names = Object.keys(events);
  const standing = Array.from({ length: members }, () => initial);
  const carried = {
    until: () => `2024-${String(1 + draw(12)).padStart(2, "0")}-15`,
    score: () => 30 + draw(70),
    amount: () => 1 + draw(50_000),
  };
  const text = [];
  for (let i = 0; i < count; i++) {
    const member = draw(members);
    const state = standing[member];
    const likely = draw(4) > 0 ? ways[state.at] : names;
    let type = likely[draw(likely.length)];
    while (rare.has(type) && draw(20) > 0) type = likely[draw(likely.length)];
    const event = { type, ...Object.fromEntries(events[type].map((field) => [field, carried[field]()])) };
    const facts = knowledge[draw(knowledge.length)];
    const answer = step(state, event, facts);
    if (answer.ok) standing[member] = answer.next;
    text.push(JSON.stringify({ member, event, facts }));
  }
  return JSON.parse(`[${text.join(",")}]`);
}
