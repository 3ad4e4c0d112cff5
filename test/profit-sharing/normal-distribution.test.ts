/** The normal distribution against published tables, to more digits than are promised. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { normalDensity, normalLoss, normalTail, normalUpperQuantile } from "../../src/profit-sharing/normal-distribution.js";

const off = (found: number, published: number) => Math.abs(found / published - 1);

describe("the standard normal distribution", () => {
  // Abramowitz and Stegun, Handbook of Mathematical Functions, tables 26.1 and 26.2, and their continuation to 16 digits.
  test.each([
    [0, 0.5],
    [0.5, 0.6914624612740131],
    [1, 0.8413447460685429],
    [1.5, 0.9331927987311419],
    [1.96, 0.9750021048517795],
    [2, 0.9772498680518208],
    [2.5, 0.9937903346742238],
    [3, 0.9986501019683699],
    [4, 0.9999683287581669],
  ])("up to %d lies %d", (z, published) => {
    expect(off(1 - normalTail(z), published)).toBeLessThan(1e-12);
    expect(off(normalTail(-z), published)).toBeLessThan(1e-12);
  });

  test.each([
    [3, 1.3498980316300946e-3],
    [4, 3.167124183311992e-5],
    [5, 2.866515718791939e-7],
    [6, 9.865876450376981e-10],
    [8, 6.220960574271785e-16],
    [10, 7.619853024160527e-24],
    [20, 2.7536241186062337e-89],
  ])("beyond %d lies %d", (z, published) => {
    expect(off(normalTail(z), published)).toBeLessThan(1e-12);
  });

  test.each([
    [0.25, 0.6744897501960817],
    [0.2, 0.8416212335729143],
    [0.1, 1.2815515655446004],
    [0.05, 1.6448536269514722],
    [0.025, 1.959963984540054],
    [0.01, 2.3263478740408408],
    [0.005, 2.5758293035489004],
    [0.001, 3.090232306167813],
    [0.0001, 3.719016485455709],
    [1e-6, 4.753424308822899],
    [1e-10, 6.361340902404056],
  ])("%d is exceeded beyond %d", (tail, published) => {
    expect(off(normalUpperQuantile(tail), published)).toBeLessThan(1e-12);
    expect(off(normalTail(normalUpperQuantile(tail)), tail)).toBeLessThan(1e-11);
  });

  test("the middle, the far ends, and the change of method at 3", () => {
    expect(Math.abs(normalUpperQuantile(0.5))).toBeLessThan(1e-12);
    expect(off(normalDensity(0), 0.3989422804014327)).toBeLessThan(1e-12);
    expect(normalTail(40)).toBe(0);
    expect(normalTail(-40)).toBe(1);
    expect(off(normalTail(3 - 1e-9), normalTail(3) + 1e-9 * normalDensity(3))).toBeLessThan(1e-12);
  });

  test("expected excess: tables of the unit normal loss", () => {
    // L(0) is the density at 0; L(1) = 0.0833155, L(2) = 0.0084907, L(3) = 0.000382154 in printed tables
    expect(off(normalLoss(0), 0.3989422804014327)).toBeLessThan(1e-12);
    expect(off(normalLoss(1), 0.08331547058768625)).toBeLessThan(1e-11);
    expect(off(normalLoss(2), 0.008490702616829642)).toBeLessThan(1e-10);
    expect(off(normalLoss(3), 0.000382154317047)).toBeLessThan(1e-10);
  });
});

test("no function is used whose last digit engines are free to choose", () => {
  const folder = new URL("../../src/profit-sharing/", import.meta.url);
  const used = readdirSync(folder).flatMap((name) => readFileSync(new URL(name, folder), "utf8").match(/\bMath\.\w+/g) ?? []);
  expect(used.length).toBeGreaterThan(0);
  const fixed = ["Math.abs", "Math.floor", "Math.max", "Math.min", "Math.sqrt"];
  expect(used.filter((name) => !fixed.includes(name))).toStrictEqual([]);
});
