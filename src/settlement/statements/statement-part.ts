/** The tables that can be exported, in the order of the page. Their words: `settlement.page`. */
export const statementParts = ["movements", "openItems", "disputes", "receivables", "documents", "members", "goods"] as const;

/** See `statementParts`. */
export type StatementPart = (typeof statementParts)[number];
