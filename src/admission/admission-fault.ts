import type { EngineCode } from "../engine/messages.js";
import { ruleFaultMessages } from "../engine/rule-messages.js";
import { scorecardFaultMessages } from "../engine/scorecard-messages.js";
import { type FaultMaker, LibraryFault } from "../kernel/fault.js";
import { kernelFaultMessages } from "../kernel/fault-messages.js";
import type { KernelCode } from "../kernel/messages.js";
import { admissionFaultMessages } from "./fault-messages.js";
import type { AdmissionCode } from "./messages.js";

/** @internal */
export const admissionFault: FaultMaker<AdmissionCode | EngineCode | KernelCode> = (code, path, params, cause) =>
  new LibraryFault(
    code,
    path,
    params,
    { ...kernelFaultMessages, ...ruleFaultMessages, ...scorecardFaultMessages, ...admissionFaultMessages },
    cause,
  );
