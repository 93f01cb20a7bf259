import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { ReadFailureReason } from "../../src/platform/types.ts";
import { readHomeDocument, readHomeText } from "../../src/registry/home-file.ts";
import type { DetectContext } from "../../src/registry/types.ts";
import { createBench } from "../support/detector-bench.ts";

function failing({ platform, ...context }: DetectContext, reason: ReadFailureReason): DetectContext {
  const files = { ...platform.files, readText: () => ({ isRead: false, reason }) as const };
  return { ...context, platform: { ...platform, files } };
}

test("a file that is not there, or no file, is nothing", async () => {
  const { context, home } = await createBench();
  mkdirSync(join(home, "folder"));
  expect(readHomeText(context, join(home, "absent"))).toBeUndefined();
  expect(readHomeText(context, join(home, "folder"))).toBeUndefined();
  expect(await readHomeDocument(context, "/dev/null", "ini")).toBeUndefined();
});

test.each(["denied", "too_large", "unreadable"] as const)(
  "a file that is %s costs a diagnostic",
  async (reason) => {
    const { context, home } = await createBench();
    const read = await readHomeDocument(failing(context, reason), join(home, ".netrc"), "ini");
    expect(read).toMatchObject({
      root: undefined,
      diagnostics: [{ code: "FILE_UNREADABLE", file: "~/.netrc" }],
    });
  },
);

test("a broken file gives its place and nothing of its text", async () => {
  const { context, home } = await createBench({ home: { "a.json": '{"a": 1,\n "b": canary' } });
  const read = await readHomeDocument(context, join(home, "a.json"), "json");
  expect(read?.diagnostics[0]).toMatchObject({ code: "PARSE_ERROR", file: "~/a.json", line: 2 });
  expect(JSON.stringify(read?.diagnostics)).not.toContain("canary");
});
