/**
 * procedure: a plan with stages, owners, papers and gates, and a run of it.
 *
 * A template is data, in both languages: stages hold steps in order; a step has an owner role, documents it needs and documents it
 * brings forth, points to watch, a gate (rules that must be met, roles that must approve), time, and steps it waits for. Hosts keep
 * templates beside ours and version them; a run keeps the version it began with.
 *
 * `startProcedure` begins a run: plain data, one small state per step. `recordStep` notes one event (started, delivered, approved,
 * rejected, checked, completed, skipped, reopened, and what concerns the whole run) or refuses it with every condition that failed:
 * each step lives by one state table, `stepLife`. Only those assigned to a role act for it, and nobody approves what they delivered.
 * A rejected step is delivered again; a reopened one takes the steps that built on it back with it.
 *
 * `reviewProcedure` tells on a day what is due, overdue, blocked and by what, which documents are missing, what is next, and how much is
 * done: progress by weight, which adds up. `planDates` walks the durations once and names the critical path. `checkProcedure`
 * proofreads a template, `renderProcedure` draws it as a flow chart and a table.
 */
import type { CalendarDate } from "../kernel/calendar-date.js";
import type { DecimalString } from "../kernel/decimal.js";
import type { Words } from "../kernel/message.js";
import type { RuleStatus } from "./rule.js";
import type { State } from "./state-table.js";

/** A plan to be followed: who does what, in which order, with which papers. */
export interface ProcedureTemplate {
  /** Stable identity, `folder.snake_case`. */
  readonly code: string;
  /** Version of the wording. A run can only go on with the version it began with. */
  readonly version: string;
  /** What it is called. */
  readonly title: Words;
  /** Where it is written down. Absent: nowhere. */
  readonly source?: string | undefined;
  /** What it is to achieve. Absent: not stated. */
  readonly objectives?: readonly Words[] | undefined;
  /** What those who follow it must know. Absent: not stated. */
  readonly knowledge?: readonly Words[] | undefined;
  /** Every role that the steps name, with its title. */
  readonly roles: { readonly [role: string]: Words };
  /** Every kind of document that the steps name, with its title. */
  readonly documents: { readonly [document: string]: Words };
  /** Every condition that the steps name in `onlyIf`, with its title. Absent: none. */
  readonly conditions?: { readonly [condition: string]: Words } | undefined;
  /** The stages in order, at least one with a step. */
  readonly stages: readonly ProcedureStage[];
  /** The step at which a new run begins when this one is finished. Absent: it ends. */
  readonly loopsBackTo?: string | undefined;
}

/** A group of steps. */
export interface ProcedureStage {
  /** Identity within the template. */
  readonly id: string;
  /** What it is called. */
  readonly title: Words;
  /** Its steps in order. */
  readonly steps: readonly ProcedureStep[];
}

/** One thing to do. */
export interface ProcedureStep {
  /** Identity within the template. */
  readonly id: string;
  /** What it is called. */
  readonly title: Words;
  /** Role that does it. */
  readonly owner: string;
  /** What is done and what for. Absent: the title says it. */
  readonly execution?: Words | undefined;
  /** Kinds of documents it needs before it can start: outputs of other steps, or supplied from outside. Absent: none. */
  readonly inputs?: readonly string[] | undefined;
  /** Documents it must bring forth. Absent: none. */
  readonly outputs?: readonly ProcedureOutput[] | undefined;
  /** Points to watch (关键点控制). Absent: none. */
  readonly controlPoints?: readonly Words[] | undefined;
  /** What must be passed before it is done. Absent: nothing. */
  readonly gate?: ProcedureGate | undefined;
  /** Steps that must be finished first. Absent: the step before it. `[]`: none. */
  readonly dependsOn?: readonly string[] | undefined;
  /** Time from the day it is ready until it should begin. Absent: at once. */
  readonly after?: ProcedureSpan | undefined;
  /** Time from the day it should begin until the last day on which it is in time. Absent: it has no deadline. */
  readonly within?: ProcedureSpan | undefined;
  /** How often it comes round again after it was done. Absent: once is enough. */
  readonly repeat?: ProcedureCadence | undefined;
  /** Condition under which it applies. Absent: always. */
  readonly onlyIf?: string | undefined;
  /** It may be skipped, with a ground. Absent: it may not. */
  readonly optional?: true | undefined;
  /** `delivered`: it is done with its last output and its gate. Absent: when its owner reports it completed, which needs both too. */
  readonly doneWhen?: "delivered" | undefined;
  /** Share in the progress, above 0, without unit. Absent: `"1"`. */
  readonly weight?: DecimalString | undefined;
  /** Where it is written down, or that it was added. Absent: as the template. */
  readonly source?: string | undefined;
}

/** A document that a step must bring forth. */
export interface ProcedureOutput {
  /** Kind of document. */
  readonly document: string;
  /** How many of it, from 1. Absent: one. */
  readonly atLeast?: number | undefined;
}

/** What a step must pass: all of it. */
export interface ProcedureGate {
  /** What it is called. */
  readonly title: Words;
  /** Codes of rules that must be met or excepted. Absent: none. */
  readonly rules?: readonly string[] | undefined;
  /** Roles of which one person each must approve. Absent: none. */
  readonly approvals?: readonly string[] | undefined;
}

/** A length of time. Workdays are counted by the host's calendar. */
export interface ProcedureSpan {
  /** How many, from 0. */
  readonly count: number;
  /** Of what. */
  readonly unit: "days" | "workdays";
}

/** How often something comes round. */
export interface ProcedureCadence {
  /** How many units lie between, from 1, counted from the day it was last done. */
  readonly every: number;
  /** Of what. */
  readonly unit: "days" | "weeks" | "months" | "years";
}

/** A run of a template: plain data that the host keeps. */
export interface ProcedureRun {
  /** Code of the template. */
  readonly template: string;
  /** Version of the template. */
  readonly version: string;
  /** The day it began. */
  readonly startedOn: CalendarDate;
  /** Persons by role. A role that is not there has nobody yet. */
  readonly owners: { readonly [role: string]: readonly string[] };
  /** Conditions that are known to hold or not. One that is not there is unknown. */
  readonly conditions: { readonly [condition: string]: boolean };
  /** Kinds of documents that came from outside. */
  readonly supplied: readonly string[];
  /** Where every step stands. */
  readonly steps: { readonly [step: string]: State<StepStage, StepData> };
}

/** The states of a step. */
export type StepStage = "waiting" | "in_progress" | "done" | "skipped";

/** What a step carries. */
export interface StepData {
  /** How often it was done. */
  readonly rounds: number;
  /** The day the present round was started. Absent: it was not. */
  readonly startedOn?: CalendarDate | undefined;
  /** The day it was last done or skipped. Absent: it was not. */
  readonly endedOn?: CalendarDate | undefined;
  /** Documents delivered in the present round, by kind. */
  readonly delivered: { readonly [document: string]: number };
  /** Who delivered them. */
  readonly deliveredBy: readonly string[];
  /** Who approved them, by role. */
  readonly approved: { readonly [role: string]: string };
  /** What was found about the rules of the gate. */
  readonly rules: { readonly [rule: string]: RuleStatus };
  /** Why it was last rejected, skipped or reopened. Absent: it was not. */
  readonly ground?: string | undefined;
}

interface OnStep {
  /** The step. */
  readonly step: string;
  /** The day. */
  readonly asOf: CalendarDate;
}

interface ByPerson extends OnStep {
  /** The person who did it. */
  readonly by: string;
}

/** The owner begins a step, or a new round of it. */
export interface StepStarted extends ByPerson {
  readonly type: "started";
}

/** The owner hands in a document. */
export interface OutputDelivered extends ByPerson {
  readonly type: "delivered";
  /** Kind of document. */
  readonly document: string;
}

/** Somebody approves for a role of the gate. */
export interface StepApproved extends ByPerson {
  readonly type: "approved";
  /** The role approved for. */
  readonly role: string;
}

/** Somebody rejects for a role of the gate: everything is to be delivered again. */
export interface StepRejected extends ByPerson {
  readonly type: "rejected";
  /** The role rejected for. */
  readonly role: string;
  /** Why. */
  readonly ground: string;
}

/** A rule of the gate was asked. */
export interface RuleChecked extends OnStep {
  readonly type: "checked";
  /** Code of the rule. */
  readonly rule: string;
  /** What was found. */
  readonly status: RuleStatus;
}

/** The owner reports a step completed. */
export interface StepCompleted extends ByPerson {
  readonly type: "completed";
}

/** The owner leaves an optional step out. */
export interface StepSkipped extends ByPerson {
  readonly type: "skipped";
  /** Why. */
  readonly ground: string;
}

/** A finished step is taken up again. */
export interface StepReopened extends ByPerson {
  readonly type: "reopened";
  /** Why. */
  readonly ground: string;
}

/** A document came from outside. */
export interface DocumentSupplied {
  readonly type: "supplied";
  /** Kind of document. */
  readonly document: string;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** A role is given to other persons. */
export interface RoleAssigned {
  readonly type: "assigned";
  /** The role. */
  readonly role: string;
  /** Who has it from now on. */
  readonly persons: readonly string[];
  /** The day. */
  readonly asOf: CalendarDate;
}

/** It became known whether a condition holds. */
export interface ConditionAnswered {
  readonly type: "answered";
  /** The condition. */
  readonly condition: string;
  /** Whether it holds. */
  readonly holds: boolean;
  /** The day. */
  readonly asOf: CalendarDate;
}

/** What can happen to one step. */
export type StepEvent =
  | StepStarted
  | OutputDelivered
  | StepApproved
  | StepRejected
  | RuleChecked
  | StepCompleted
  | StepSkipped
  | StepReopened;

/** What can happen in a run. */
export type ProcedureEvent = StepEvent | DocumentSupplied | RoleAssigned | ConditionAnswered;
