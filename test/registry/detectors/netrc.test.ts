import { expect, test } from "vitest";
import { chmodSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { extractNetrc } from "../../../src/registry/detectors/netrc/extract.ts";
import { netrcDetector } from "../../../src/registry/detectors/netrc/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "netrc";

test("every host with its line, and no password", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(netrcDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential netrc:archive.observatory.example available ~/.netrc:2",
      "credential netrc:default available ~/.netrc:14",
      "credential netrc:git.observatory.example available ~/.netrc:6",
      "credential netrc:lonely.observatory.example degraded ~/.netrc:13",
      "credential netrc:plates.observatory.example available ~/.netrc:7",
    ]
  `);
  const logins = report.resources.map(({ metadata }) => [
    metadata["host"],
    metadata["login"],
    metadata["hasPassword"],
  ]);
  expect(logins).toMatchInlineSnapshot(`
    [
      [
        "archive.observatory.example",
        "stella@observatory.example",
        true,
      ],
      [
        "git.observatory.example",
        undefined,
        true,
      ],
      [
        "plates.observatory.example",
        undefined,
        true,
      ],
      [
        "lonely.observatory.example",
        undefined,
        false,
      ],
      [
        "default",
        "anonymous",
        true,
      ],
    ]
  `);
  expectNoSecret(report);
  expect(report.diagnostics).toEqual([]);
});

test("a file that others may read is degraded", async () => {
  const bench = await createCredentialBench({ fixture });
  chmodSync(join(bench.home, ".netrc"), 0o604);
  const report = await bench.detect(netrcDetector);
  expect(resourceNamed(report, "netrc:archive.observatory.example").status).toBe("degraded");
});

test("a broken file costs a diagnostic with its line", async () => {
  const report = await detectInHome(
    netrcDetector,
    ".netrc",
    "machine dome\nlogin stella password canary one\n",
  );
  expect(report.diagnostics).toMatchObject([{ code: "PARSE_ERROR", file: "~/.netrc", line: 2 }]);
  expect(outline(report)).toEqual(["credential netrc:dome available ~/.netrc:1"]);
  expectNoSecret(report);
});

test("verify asks for the entry", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(netrcDetector);
  const path = join(bench.home, ".netrc");
  bench.context.platform.files.writeAtomic(path, "machine lonely.observatory.example login a password b", {
    mode: 0o600,
  });
  const verified = await verifyResources(resources, [netrcDetector], bench.context);
  expect(verified.filter(({ status }) => status !== "missing").map(({ name }) => name)).toEqual([
    "netrc:lonely.observatory.example",
  ]);
});

test("entries come back from any layout", () => {
  const word = fc
    .stringMatching(/^[a-z0-9.]{1,12}$/)
    .filter((text) => !/^(machine|default|login|user|password|passwd|account|macdef)$/.test(text));
  const blank = fc.constantFrom(" ", "\n", "\t", "\r\n", "\n  ");
  fc.assert(
    fc.property(fc.array(fc.record({ host: word, password: word, blank }), { maxLength: 6 }), (machines) => {
      const text = machines
        .map(({ host, password, blank: b }) =>
          ["machine", host, "login", "stella", "password", password].join(b),
        )
        .join("\n");
      const { entries, brokenLine } = extractNetrc(text);
      expect(entries.map(({ host }) => host)).toEqual(machines.map(({ host }) => host));
      expect(entries.every(({ hasPassword, login }) => hasPassword && login === "stella")).toBe(true);
      expect(brokenLine).toBeUndefined();
    }),
  );
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(netrcDetector, ".netrc", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.netrc")).toBe(true);
});
