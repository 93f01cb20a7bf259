import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Conflict } from "../../src/model/conflict.ts";
import { createNodePlatform } from "../../src/platform/node-platform.ts";
import { readConflicts, readConflictsAhead, updateConflicts } from "../../src/state/conflict-documents.ts";
import { openState } from "../../src/state/state-folder.ts";
import { temporaryFolder } from "../support/folders.ts";

function conflict(conflictId: string): Conflict {
  return {
    conflictId,
    conflictType: "duplicate_file",
    rule: "duplicate_file",
    severity: "low",
    status: "pending",
    message: "b has the same content as a",
    hint: "Keep one.",
    places: [{ file: "a" }, { file: "b" }],
    evidence: { copies: 2 },
    strategies: ["keep_all"],
    firstSeen: "2026-01-02T03:04:05.000Z",
    lastSeen: "2026-01-02T03:04:05.000Z",
  };
}

test("what was read ahead counts only as long as nobody has written since", async () => {
  const state = openState(createNodePlatform({}), temporaryFolder());
  await updateConflicts(state, () => [conflict("one")]);
  const ahead = readConflictsAhead(state);
  const seen: string[][] = [];
  const addTwo = (known: readonly Conflict[]) => {
    seen.push(known.map(({ conflictId }) => conflictId));
    return [...known, conflict("two")];
  };
  await updateConflicts(state, addTwo, ahead);
  await updateConflicts(state, addTwo, ahead);
  expect(seen).toEqual([["one"], ["one", "two"]]);
  expect(readConflicts(state).conflicts).toHaveLength(3);
});

test("a broken document that was read ahead is set aside and told of once", async () => {
  const state = openState(createNodePlatform({}), temporaryFolder());
  await updateConflicts(state, () => [conflict("one")]);
  writeFileSync(join(state.path, "conflicts.json"), "{");
  const ahead = readConflictsAhead(state);
  const { conflicts, diagnostics } = await updateConflicts(state, () => [conflict("two")], ahead);
  expect(conflicts.map(({ conflictId }) => conflictId)).toEqual(["two"]);
  expect(diagnostics.map(({ code }) => code)).toEqual(["STATE_CORRUPT"]);
  expect(readdirSync(state.path).filter((name) => name.includes(".corrupt-"))).toHaveLength(1);
});

test("the document is plain JSON, the same as one text would be", async () => {
  const state = openState(createNodePlatform({}), temporaryFolder());
  const conflicts = [
    conflict("one"),
    { ...conflict("tw\u00f6 \u{1f956}"), status: "ignored" as const, reason: "\u2028" },
  ];
  await updateConflicts(state, () => conflicts);
  const text = readFileSync(join(state.path, "conflicts.json"), "utf8");
  expect(text).toBe(`${JSON.stringify({ schemaVersion: 1, conflicts })}\n`);
});
