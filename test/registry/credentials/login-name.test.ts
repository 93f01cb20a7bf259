import { expect, test } from "vitest";
import { showLogin } from "../../../src/registry/credentials/login-name.ts";

test.each(["stella", "night-shift", "stella@observatory.example", "s.telescope_2"])(
  "%s may be shown",
  (login) => {
    expect(showLogin(login)).toBe(login);
  },
);

test.each([
  undefined,
  "",
  ["gh", "p_canary"].join(""),
  ["glp", "at-canary"].join(""),
  "canary0123456789abcdef01234",
  "two words",
  "a:b",
  "x".repeat(40),
])("%s may not", (login) => {
  expect(showLogin(login)).toBeUndefined();
});
