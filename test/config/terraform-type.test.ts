import { expect, test } from "vitest";
import { terraformTypeFault } from "../../src/config/terraform-type.ts";
import type { JsonValue } from "../../src/model/json.ts";

test.each<readonly [type: string, value: JsonValue, fault: string | undefined]>([
  ["string", "x", undefined],
  ["string", 7, undefined],
  ["string", true, undefined],
  ["string", [], "must be a string"],
  ["number", "12", undefined],
  ["number", "1e3", undefined],
  ["number", "twelve", "must be a number"],
  ["number", "", "must be a number"],
  ["number", true, "must be a number"],
  ["bool", "true", undefined],
  ["bool", "yes", "must be a bool"],
  ["bool", 1, "must be a bool"],
  ["any", { a: 1 }, undefined],
  ["list(string)", ["a", 1], undefined],
  ["list(number)", ["a"], "0: must be a number"],
  ["list", [1, "x"], undefined],
  ["set(string)", "a", "must be a set"],
  ["map(number)", { a: "x" }, "a: must be a number"],
  ["map(string)", ["a"], "must be a map"],
  ["tuple([string, number])", ["a"], "must be a tuple of 2"],
  ["tuple([string, number])", ["a", "b"], "1: must be a number"],
  ["object({ a = string, b = optional(number, 3) })", { a: "x" }, undefined],
  ["object({ a = string, b = optional(number, 3) })", { b: 1 }, "a is missing"],
  [
    "object({ a = string b = optional(map(object({ c = bool })), {}) })",
    { a: "", b: { x: {} } },
    "b: x: c is missing",
  ],
  ["object({ a = string })", { a: "x", more: 1 }, undefined],
  ["list(object({ a = list(string) }))", [{ a: "x" }], "0: a: must be a list"],
  ["number", null, undefined],
  ["number", "var.x + 1", undefined],
  ["what(is", "x", undefined],
  ["", "x", undefined],
])("%s and %j: %s", (type, value, fault) => {
  expect(terraformTypeFault(type, value)).toBe(fault);
});

test("a type that is nested without end asks nothing, and nothing breaks", () => {
  expect(terraformTypeFault("list(".repeat(50_000), [])).toBeUndefined();
});
