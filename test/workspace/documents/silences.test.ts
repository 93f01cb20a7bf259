import { expect, test } from "vitest";
import { findSilences } from "../../../src/workspace/documents/silences.ts";

test.each([
  ["# orchestra-ignore duplicate_key both ovens read it", { line: 1 }],
  ["  <!-- orchestra-ignore broken_md_link soon to come -->", { line: 1 }],
  ['import x from "./rye"; // orchestra-ignore broken_import baked', { line: 1, isTrailing: true }],
  ["env_file: oven.conf # orchestra-ignore rule made at deploy", { line: 1, isTrailing: true }],
  ["env_file: # orchestra-ignore rule made at deploy", { line: 1 }],
])("%s", (text, place) => {
  expect(findSilences(text)).toEqual([{ ...place, rule: expect.anything(), reason: expect.anything() }]);
});
