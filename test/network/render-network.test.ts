import type { Participant } from "qudao/entities";
import { defaultNetwork, type Network, type NetworkDrawing, renderNetwork } from "qudao/network";
import { describe, expect, test } from "vitest";
import { faultAt } from "../support/fault-of.js";
import { frozen } from "../support/frozen.js";
import { agent, customer, like, maker, networkOf, office } from "../support/network.js";

const lines = (network: Network, drawing: NetworkDrawing = { language: "en" }) => renderNetwork(frozen(network), drawing).split("\n");

describe("renderNetwork()", () => {
  test("S19-08: draws every participant of the default organisation once, the office within its manufacturer", () => {
    const drawn = lines(defaultNetwork, { language: "zh", flows: ["goods"] });
    expect(drawn.slice(0, 7)).toStrictEqual([
      "flowchart TD",
      '  subgraph gn0["生产商"]',
      '    n0["生产商"]',
      '    n1["厂家办事处"]',
      "  end",
      '  n2["代理商甲<br/>代理商"]',
      '  n3["代理商乙<br/>代理商"]',
    ]);
    expect(drawn.filter((line) => /^ +n\d+\[/.test(line)).length).toBe(11);
    expect(drawn.filter((line) => line.includes("-->")).length).toBe(14);
    expect(drawn.some((line) => line.includes("-.->"))).toBe(false);
  });

  test("draws goods with a solid arrow and everything else with a dotted one that says what it is", () => {
    const network = networkOf([agent, customer], "A > C", "service A > C", "payment C > A");
    expect(lines(network)).toStrictEqual([
      "flowchart TD",
      '  n0["A<br/>agent"]',
      '  n1["C<br/>industry customer"]',
      "  n0 --> n1",
      "  n0 -.->|service| n1",
      "  n1 -.->|payment| n0",
    ]);
    expect(lines(network, { language: "zh", flows: ["payment"] }).at(-1)).toBe("  n1 -.->|货款| n0");
    expect(lines(network, { language: "en", flows: [] }).length).toBe(3);
  });

  test("no name can end a label, begin a mark or break a line", () => {
    const title = { en: 'A"] --> n9; end\n%% #x', zh: "甲" };
    expect(lines(networkOf([like(agent, { title })]))).toStrictEqual([
      "flowchart TD",
      '  n0["A#34;#93; --#62; n9#59; end %% #35;x<br/>agent"]',
    ]);
  });

  test("draws everybody even where parts go round in a ring or hang in a long chain", () => {
    const store = (id: string, ownerId: string): Participant => ({ id, kind: "own_store", ownerId });
    const ring = lines(networkOf([store("a", "b"), store("b", "a"), store("c", "a")]));
    expect(ring.filter((line) => /\bn\d+\[/.test(line)).length).toBe(3);
    const chain = Array.from({ length: 20_000 }, (_, i) => store(`s${i}`, i === 0 ? "M" : `s${i - 1}`));
    expect(lines(networkOf([maker, office, ...chain])).length).toBe(1 + 1 + 20_002 + 1);
  });

  test("refuses a language that it does not speak", () => {
    expect(faultAt(() => lines(defaultNetwork, { language: "fr" as never }))).toBe("kernel.not_a_choice at drawing.language");
  });
});
