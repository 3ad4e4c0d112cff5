// The arrows of a distributor's life, as data: what the library, xstate and robot3 are built from. The switch has them written out.

/** What has to hold, and the places it reads. A credit limit that is not known is `null`, and no amount is within it. */
export const guards = {
  papers_complete: { needs: ["data.papers", "facts.papersNeeded"], test: ({ data, facts }) => data.papers >= facts.papersNeeded },
  score_reached: { needs: ["event.score", "facts.leastScore"], test: ({ event, facts }) => event.score >= facts.leastScore },
  score_missed: { needs: ["event.score", "facts.leastScore"], test: ({ event, facts }) => event.score < facts.leastScore },
  may_extend: { needs: ["data.extensions", "facts.mostExtensions"], test: ({ data, facts }) => data.extensions < facts.mostExtensions },
  within_credit: { needs: ["event.amount", "facts.creditLimit"], test: ({ event, facts }) => event.amount <= facts.creditLimit },
  many_missed: { needs: ["data.missed", "facts.mostMissed"], test: ({ data, facts }) => data.missed + 1 >= facts.mostMissed },
  few_missed: { needs: ["data.missed", "facts.mostMissed"], test: ({ data, facts }) => data.missed + 1 < facts.mostMissed },
  nothing_owed: { needs: ["facts.balance"], test: ({ facts }) => facts.balance === 0 },
  has_ordered: { needs: ["data.orders"], test: ({ data }) => data.orders > 0 },
};

/** What an arrow notes: the fields that change, from the data before it. */
export const updates = {
  add_paper: { needs: ["data.papers"], change: ({ data }) => ({ papers: data.papers + 1 }) },
  extend: { needs: ["data.extensions"], change: ({ data }) => ({ extensions: data.extensions + 1 }) },
  count_order: { needs: ["data.orders"], change: ({ data }) => ({ orders: data.orders + 1 }) },
  count_missed: { needs: ["data.missed"], change: ({ data }) => ({ missed: data.missed + 1 }) },
  clear_missed: { needs: [], change: () => ({ missed: 0 }) },
  count_breach: { needs: ["data.breaches"], change: ({ data }) => ({ breaches: data.breaches + 1 }) },
  clear_breaches: { needs: [], change: () => ({ breaches: 0, missed: 0 }) },
  count_term: { needs: ["data.terms"], change: ({ data }) => ({ terms: data.terms + 1 }) },
  begin_anew: { needs: [], change: () => ({ papers: 0, extensions: 0, orders: 0, missed: 0, breaches: 0, terms: 0 }) },
};

const arrow = (from, on, when, to, assign, then) => ({ from, on, when, to, assign, then });

/** In order: the first that holds is taken. `"="` stays. */
export const arrows = [
  arrow("lead", "applied", [], "applied", [], ["open_file"]),
  arrow("lead", "withdrawn", [], "declined", [], []),
  arrow("applied", "paper_added", [], "=", ["add_paper"], []),
  arrow("applied", "review_opened", ["papers_complete"], "in_review", [], []),
  arrow("applied", "withdrawn", [], "declined", [], ["archive"]),
  arrow("in_review", "approved", ["papers_complete"], "trial", [], ["announce"]),
  arrow("in_review", "paper_added", [], "=", ["add_paper"], []),
  arrow("in_review", "refused", [], "declined", [], ["announce", "archive"]),
  arrow("in_review", "withdrawn", [], "declined", [], ["archive"]),
  arrow("trial", "trial_begun", [], "=", [], ["open_account"]),
  arrow("trial", "order_placed", ["within_credit"], "=", ["count_order"], ["ship"]),
  arrow("trial", "payment_received", [], "=", ["clear_missed"], []),
  arrow("trial", "payment_missed", [], "=", ["count_missed"], ["remind"]),
  arrow("trial", "trial_extended", ["may_extend"], "=", ["extend"], []),
  arrow("trial", "trial_reviewed", ["score_reached", "has_ordered"], "active", ["clear_missed"], ["draw_contract", "announce"]),
  arrow("trial", "trial_reviewed", ["score_missed"], "winding_down", [], ["stop_supply"]),
  arrow("trial", "admitted", ["has_ordered"], "active", [], ["draw_contract"]),
  arrow("active", "order_placed", ["within_credit"], "=", ["count_order"], ["ship"]),
  arrow("active", "payment_received", [], "=", ["clear_missed"], []),
  arrow("active", "payment_missed", ["few_missed"], "=", ["count_missed"], ["remind"]),
  arrow("active", "payment_missed", ["many_missed"], "on_watch", ["count_missed"], ["remind", "announce"]),
  arrow("active", "target_met", [], "=", [], ["announce"]),
  arrow("active", "target_missed", [], "=", ["count_missed"], ["remind"]),
  arrow("active", "breach_reported", [], "on_watch", ["count_breach"], ["announce"]),
  arrow("active", "warned", [], "on_watch", [], ["announce"]),
  arrow("active", "term_ending", [], "renewing", ["count_term"], ["draw_contract"]),
  arrow("active", "notice_given", [], "winding_down", [], ["announce"]),
  arrow("on_watch", "order_placed", ["within_credit", "nothing_owed"], "=", ["count_order"], ["ship"]),
  arrow("on_watch", "payment_received", [], "=", ["clear_missed"], []),
  arrow("on_watch", "breach_dismissed", [], "active", ["clear_breaches"], []),
  arrow("on_watch", "warning_lifted", ["nothing_owed"], "active", [], ["announce"]),
  arrow("on_watch", "breach_reported", [], "suspended", ["count_breach"], ["stop_supply"]),
  arrow("on_watch", "suspended", [], "suspended", [], ["stop_supply", "announce"]),
  arrow("suspended", "plan_agreed", [], "in_remedy", [], ["draw_contract"]),
  arrow("suspended", "notice_given", [], "winding_down", [], ["announce"]),
  arrow("suspended", "payment_received", [], "=", ["clear_missed"], []),
  arrow("in_remedy", "plan_fulfilled", ["score_reached"], "active", ["clear_breaches"], ["resume_supply", "announce"]),
  arrow("in_remedy", "plan_fulfilled", ["score_missed"], "suspended", [], ["announce"]),
  arrow("in_remedy", "plan_failed", [], "suspended", [], ["announce"]),
  arrow("in_remedy", "reinstated", ["nothing_owed"], "active", [], ["resume_supply"]),
  arrow("in_remedy", "payment_received", [], "=", ["clear_missed"], []),
  arrow("renewing", "renewed", ["score_reached", "nothing_owed"], "active", [], ["draw_contract", "announce"]),
  arrow("renewing", "renewed", ["score_missed"], "winding_down", [], ["announce"]),
  arrow("renewing", "not_renewed", [], "winding_down", [], ["announce"]),
  arrow("renewing", "order_placed", ["within_credit"], "=", ["count_order"], ["ship"]),
  arrow("renewing", "payment_received", [], "=", ["clear_missed"], []),
  arrow("winding_down", "payment_received", [], "=", ["clear_missed"], []),
  arrow("winding_down", "settled", ["nothing_owed"], "ended", [], ["close_account", "archive"]),
  arrow("winding_down", "withdrawn", [], "ended", [], ["archive"]),
  arrow("ended", "reapplied", [], "applied", ["begin_anew"], ["open_file"]),
  arrow("declined", "reapplied", [], "applied", ["begin_anew"], ["open_file"]),
];

/** Events with an arrow, by state. */
export const ways = Object.fromEntries(
  arrows.map(({ from }) => [from, [...new Set(arrows.filter((one) => one.from === from).map(({ on }) => on))]]),
);
