import { type BlockagePolicy, findBlockages } from "qudao/network";

/** Half must pass through, 100 may be overdue for more than 30 days, 14 days of delivery are tolerated. */
export const blockagePolicy: BlockagePolicy = {
  passThroughLeast: "0.5",
  overdueDaysMost: 30,
  overdueMost: "100",
  deliveryDaysMost: "14",
  signsLeast: 1,
};

/** Whether one sign is met for a member of whom only this is known. */
export function blockageSign(code: string, flow: object): string | undefined {
  const { outcome } = findBlockages({ asOf: "2024-05-01", members: [{ participantId: "D", ...flow }] }, blockagePolicy);
  return outcome.members[0]?.findings.find((one) => one.code === code)?.status;
}
