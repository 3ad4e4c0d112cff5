import { ChannelClaimSchema, FundEntrySchema } from "../settlement/claims/claim-schema.js";
import { AccountStatementSchema, AccrualEntrySchema, SettlementEntrySchema } from "../settlement/statements/record-schema.js";

/** The schema of every record that a host stores between two runs, by the record's name. */
export const recordSchemas = {
  AccountStatement: AccountStatementSchema,
  AccrualEntry: AccrualEntrySchema,
  ChannelClaim: ChannelClaimSchema,
  FundEntry: FundEntrySchema,
  SettlementEntry: SettlementEntrySchema,
};

/** The names of the records. */
export type RecordName = keyof typeof recordSchemas;
