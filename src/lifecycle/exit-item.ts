/** What must be closed before a member has left, in the usual order. */
export const exitItems = ["receivables", "deposit", "stock", "claims", "registrations", "access", "customers", "marks", "data"] as const;

/** An item of the exit checklist. A policy adds items of its own, never takes one away. */
export type ExitItem = (typeof exitItems)[number];
