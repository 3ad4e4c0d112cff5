import { CandidateStateSchema } from "../admission/candidate-schema.js";
import { AgreementLifeSchema } from "../agreements/life-schema.js";
import { CreditAccountSchema, OpenItemSchema, OrderHoldSchema, ReplacementCaseSchema } from "../credit/record-schema.js";
import { ProcedureRunSchema } from "../engine/procedure-schema.js";
import { IncentivePolicyLifeSchema } from "../incentives/life-schema.js";
import { MemberStateSchema } from "../lifecycle/state-schema.js";
import { ChannelClaimSchema, ClaimLifeSchema, FundEntrySchema } from "../settlement/claims/claim-schema.js";
import { DisputeSchema, StatementApprovalSchema } from "../settlement/statements/life-schema.js";
import {
  AccountStatementSchema,
  AccrualEntrySchema,
  GoodsEntrySchema,
  SettlementEntrySchema,
} from "../settlement/statements/record-schema.js";
import { SettlementSchema, StatementSchema } from "../settlement/statements/settle-schema.js";

/** The schema of every record that a host stores between two runs, by the record's name. */
export const recordSchemas = {
  AccountStatement: AccountStatementSchema,
  AccrualEntry: AccrualEntrySchema,
  AgreementLife: AgreementLifeSchema,
  CandidateState: CandidateStateSchema,
  ChannelClaim: ChannelClaimSchema,
  ClaimLife: ClaimLifeSchema,
  CreditAccount: CreditAccountSchema,
  Dispute: DisputeSchema,
  FundEntry: FundEntrySchema,
  GoodsEntry: GoodsEntrySchema,
  IncentivePolicyLife: IncentivePolicyLifeSchema,
  MemberState: MemberStateSchema,
  OpenItem: OpenItemSchema,
  OrderHold: OrderHoldSchema,
  ProcedureRun: ProcedureRunSchema,
  ReplacementCase: ReplacementCaseSchema,
  Settlement: SettlementSchema,
  SettlementEntry: SettlementEntrySchema,
  Statement: StatementSchema,
  StatementApproval: StatementApprovalSchema,
};

/** The names of the records. */
export type RecordName = keyof typeof recordSchemas;
