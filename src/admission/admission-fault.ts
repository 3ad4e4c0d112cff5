import type { EngineCode } from "../engine/messages.js";
import { ruleFaultMessages } from "../engine/rule-messages.js";
import { scorecardFaultMessages } from "../engine/scorecard-messages.js";
import { type FaultMaker, faultsOf } from "../kernel/fault.js";
import type { Catalogue } from "../kernel/message.js";
import type { KernelCode } from "../kernel/messages.js";
import { admissionFaultMessages } from "./fault-messages.js";
import type { AdmissionCode } from "./messages.js";

/** @internal */
export const admissionFault: FaultMaker<AdmissionCode | EngineCode | KernelCode> = faultsOf<readonly Catalogue[]>(
  ruleFaultMessages,
  scorecardFaultMessages,
  admissionFaultMessages,
);
