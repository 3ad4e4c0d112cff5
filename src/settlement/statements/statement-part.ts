/** The tables that can be exported, in the order of the page. Their words: `settlement.page`. */
export const statementParts = ["movements", "openItems", "disputes", "receivables", "documents", "members", "goods", "rights"] as const;

/** The parts that a statement has only where there is something in them. @internal */
export const rareParts: readonly StatementPart[] = ["goods", "rights"];

/** See `statementParts`. */
export type StatementPart = (typeof statementParts)[number];
