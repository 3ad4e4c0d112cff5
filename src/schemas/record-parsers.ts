import { parseRecord, type RecordParser } from "./parse-record.js";
import type { RecordName } from "./record-schemas.js";

/** One parser per record, each a name for `parseRecord`. */
const parser =
  <N extends RecordName>(name: N): RecordParser<N> =>
  (value) =>
    parseRecord(name, value);

/** Parses a statement of account. See `parseRecord`. @since 0.1.0 */
export const parseAccountStatement: RecordParser<"AccountStatement"> = parser("AccountStatement");

/** Parses an entry of the ledger of accruals. See `parseRecord`. @since 0.1.0 */
export const parseAccrualEntry: RecordParser<"AccrualEntry"> = parser("AccrualEntry");

/** Parses where an agreement stands. See `parseRecord`. @since 0.1.0 */
export const parseAgreementLife: RecordParser<"AgreementLife"> = parser("AgreementLife");

/** Parses where a candidate stands. See `parseRecord`. @since 0.1.0 */
export const parseCandidateState: RecordParser<"CandidateState"> = parser("CandidateState");

/** Parses a claim. See `parseRecord`. @since 0.1.0 */
export const parseChannelClaim: RecordParser<"ChannelClaim"> = parser("ChannelClaim");

/** Parses where a claim stands. See `parseRecord`. @since 0.1.0 */
export const parseClaimLife: RecordParser<"ClaimLife"> = parser("ClaimLife");

/** Parses the credit of a member. See `parseRecord`. @since 0.1.0 */
export const parseCreditAccount: RecordParser<"CreditAccount"> = parser("CreditAccount");

/** Parses where a dispute stands. See `parseRecord`. @since 0.1.0 */
export const parseDispute: RecordParser<"Dispute"> = parser("Dispute");

/** Parses an entry of the ledger of a fund. See `parseRecord`. @since 0.1.0 */
export const parseFundEntry: RecordParser<"FundEntry"> = parser("FundEntry");

/** Parses an entry of the ledger of free goods. See `parseRecord`. @since 0.1.0 */
export const parseGoodsEntry: RecordParser<"GoodsEntry"> = parser("GoodsEntry");

/** Parses where an incentive policy stands. See `parseRecord`. @since 0.1.0 */
export const parseIncentivePolicyLife: RecordParser<"IncentivePolicyLife"> = parser("IncentivePolicyLife");

/** Parses where a channel member stands. See `parseRecord`. @since 0.1.0 */
export const parseMemberState: RecordParser<"MemberState"> = parser("MemberState");

/** Parses an open item. See `parseRecord`. @since 0.1.0 */
export const parseOpenItem: RecordParser<"OpenItem"> = parser("OpenItem");

/** Parses where an order stands with its credit. See `parseRecord`. @since 0.1.0 */
export const parseOrderHold: RecordParser<"OrderHold"> = parser("OrderHold");

/** Parses a run of a procedure. See `parseRecord`. @since 0.1.0 */
export const parseProcedureRun: RecordParser<"ProcedureRun"> = parser("ProcedureRun");

/** Parses where a replacement case stands. See `parseRecord`. @since 0.1.0 */
export const parseReplacementCase: RecordParser<"ReplacementCase"> = parser("ReplacementCase");

/** Parses the answer of `settle`. See `parseRecord`. @since 0.1.0 */
export const parseSettlement: RecordParser<"Settlement"> = parser("Settlement");

/** Parses an entry of an account. See `parseRecord`. @since 0.1.0 */
export const parseSettlementEntry: RecordParser<"SettlementEntry"> = parser("SettlementEntry");

/** Parses a statement of what a member earned. See `parseRecord`. @since 0.1.0 */
export const parseStatement: RecordParser<"Statement"> = parser("Statement");

/** Parses where the approval of a statement stands. See `parseRecord`. @since 0.1.0 */
export const parseStatementApproval: RecordParser<"StatementApproval"> = parser("StatementApproval");
