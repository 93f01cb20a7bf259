import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { sshKeysDetector } from "../../../src/registry/detectors/ssh-keys/index.ts";
import { runDetector } from "../../../src/registry/run-detector.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import { openWorkspace } from "../../../src/workspace/open-workspace.ts";
import { createBench, type Bench } from "../../support/detector-bench.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

function pem(passphrase?: string): string {
  const encryption = passphrase === undefined ? {} : { cipher: "aes-256-cbc", passphrase };
  const { privateKey } = generateKeyPairSync("rsa", {
    modulusLength: 1_024,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", ...encryption },
  });
  return privateKey;
}

/** Keys of OpenSSH's own format where its program is here; the test says so where it is not. */
function openSshKey(path: string, passphrase: string): boolean {
  try {
    execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", passphrase, "-C", "stella@dome", "-f", path]);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

test("private keys of the home: kind, protected or not, exposed or not", async ({ skip }) => {
  const bench = await createBench();
  const folder = join(bench.home, ".ssh");
  mkdirSync(folder, { mode: 0o700 });
  if (!openSshKey(join(folder, "id_ed25519"), "")) skip("ssh-keygen is not here");
  openSshKey(join(folder, "id_locked"), "a passphrase");
  writeFileSync(join(folder, "old"), pem(), { mode: 0o600 });
  writeFileSync(join(folder, "known_hosts"), "example.com ssh-ed25519 AAAA\n", { mode: 0o600 });
  chmodSync(join(folder, "old"), 0o644);
  const report = await bench.detect(sshKeysDetector);
  expect(outline(report)).toEqual([
    "credential ssh:id_ed25519 available ~/.ssh/id_ed25519:1",
    "credential ssh:id_locked available ~/.ssh/id_locked:1",
    "credential ssh:old degraded ~/.ssh/old:1",
  ]);
  expect(resourceNamed(report, "ssh:id_ed25519").metadata).toMatchObject({
    kind: "ed25519",
    isEncrypted: false,
  });
  expect(resourceNamed(report, "ssh:id_locked").metadata).toMatchObject({
    kind: "ed25519",
    isEncrypted: true,
  });
  const body = readFileSync(join(folder, "id_ed25519"), "utf8").split("\n")[2] ?? "";
  expect(JSON.stringify(report)).not.toContain(body.slice(0, 12));
});

test("private keys in the tree are found by their header; certificates are none", async () => {
  const key = pem("a passphrase");
  const bench = await createBench({
    fixture: "ssh-keys",
    project: { "tls/server.key": key, "tls/notes.key": "A minor" },
    git: true,
  });
  const report = await bench.detect(sshKeysDetector);
  const found = report.resources.find(({ source }) => source.file === "tls/server.key");
  expect(found).toMatchObject({
    resourceType: "credential",
    status: "degraded",
    metadata: { isEncrypted: true },
  });
  expect(report.resources.filter(({ source }) => source.file === "tls/notes.key")).toEqual([]);
  expect(JSON.stringify(report)).not.toContain((key.split("\n")[2] ?? "").slice(0, 12));
});

function hasKeygen(): boolean {
  return spawnSync("ssh-keygen", ["-?"]).error === undefined;
}

/** Real keys that this very test makes; nobody else ever has them. */
function makeKey(path: string, parameters: readonly string[]): void {
  execFileSync("ssh-keygen", ["-q", "-f", path, "-C", "stella@dome", ...parameters], { stdio: "pipe" });
}

async function createKeyBench(): Promise<Bench> {
  const bench = await createCredentialBench({ fixture: "ssh-keys" });
  const at = (name: string) => join(bench.home, ".ssh", name);
  makeKey(at("id_ed25519"), ["-t", "ed25519", "-N", ""]);
  makeKey(at("telescope"), ["-t", "rsa", "-b", "2048", "-N", "canary-passphrase"]);
  makeKey(at("mirror.pem"), ["-t", "ecdsa", "-m", "PEM", "-N", "canary-passphrase"]);
  makeKey(at("plain.pem"), ["-t", "rsa", "-b", "2048", "-m", "PKCS8", "-N", ""]);
  bench.context.platform.files.removeFile(at("plain.pem.pub"));
  return bench;
}

test("every private key at home by its header, with its kind and protection", async ({ skip }) => {
  if (!hasKeygen()) skip("ssh-keygen is not here");
  const bench = await createKeyBench();
  const report = await bench.detect(sshKeysDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential ssh:id_ed25519 available ~/.ssh/id_ed25519:1",
      "credential ssh:mirror.pem available ~/.ssh/mirror.pem:1",
      "credential ssh:plain.pem available ~/.ssh/plain.pem:1",
      "credential ssh:telescope available ~/.ssh/telescope:1",
    ]
  `);
  const facts = report.resources.map(({ name, metadata }) => [
    name,
    metadata["kind"],
    metadata["format"],
    metadata["isEncrypted"],
    metadata["comment"],
  ]);
  expect(facts).toMatchInlineSnapshot(`
    [
      [
        "ssh:id_ed25519",
        "ed25519",
        "openssh",
        false,
        "stella@dome",
      ],
      [
        "ssh:mirror.pem",
        "ecdsa",
        "pem",
        true,
        "stella@dome",
      ],
      [
        "ssh:plain.pem",
        "rsa",
        "pem",
        false,
        undefined,
      ],
      [
        "ssh:telescope",
        "rsa",
        "openssh",
        true,
        "stella@dome",
      ],
    ]
  `);
  expect(report.diagnostics).toEqual([]);
  expectNoSecret(report);
});

test("no part of a key is in the report", async ({ skip }) => {
  if (!hasKeygen()) skip("ssh-keygen is not here");
  const bench = await createKeyBench();
  const text = JSON.stringify(await bench.detect(sshKeysDetector));
  for (const { source } of (await bench.detect(sshKeysDetector)).resources) {
    const path = join(bench.home, (source.file ?? "").slice(2));
    const read = bench.context.platform.files.readText(path, { maxBytes: 65_536 });
    const lines = read.isRead
      ? read.text.split("\n").filter((line) => /^[A-Za-z0-9+/=]{16,}$/.test(line))
      : [];
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(text).not.toContain(line.slice(0, 16));
  }
});

test("keys in the tree by their header; certificates and tests' keys are told apart", async ({ skip }) => {
  if (!hasKeygen()) skip("ssh-keygen is not here");
  const bench = await createCredentialBench({ fixture: "ssh-keys", git: true });
  for (const folder of ["deploy", "test/fixtures"]) mkdirSync(join(bench.root, folder), { recursive: true });
  makeKey(join(bench.root, "deploy/id_ecdsa"), ["-t", "ecdsa", "-N", ""]);
  makeKey(join(bench.root, "test/fixtures/tls.key"), ["-t", "rsa", "-b", "2048", "-m", "PEM", "-N", ""]);
  const workspace = await openWorkspace(bench.context.platform, { root: bench.root });
  const context = { ...bench.context, workspace };
  const report = await runDetector(sshKeysDetector, context);
  expect(outline(report)).toEqual([
    "credential private-key:tls.key available test/fixtures/tls.key:1",
    "credential ssh:id_ecdsa available deploy/id_ecdsa:1",
  ]);
  expect(resourceNamed(report, "private-key:tls.key")).toMatchObject({
    priority: 4,
    metadata: { kind: "rsa" },
  });
  expect(resourceNamed(report, "ssh:id_ecdsa")).toMatchObject({
    priority: 1,
    metadata: { hasPublicKey: true },
  });
  bench.context.platform.files.removeFile(join(bench.root, "deploy/id_ecdsa"));
  const verified = await verifyResources(report.resources, [sshKeysDetector], context);
  expect(verified.map(({ status }) => status).toSorted()).toEqual(["available", "missing"]);
});

test("a key that git tracks is degraded", async () => {
  const header = ["-----BEGIN", "RSA PRIVATE", "KEY-----"].join(" ");
  const text = `# of the dome\n${header}\ncanary\n-----END\n`;
  const bench = await createCredentialBench({ project: { "dome.key": text }, git: true });
  const report = await bench.detect(sshKeysDetector);
  expect(report.resources).toMatchObject([
    { status: "degraded", statusReason: "tracked by git", source: { line: 2 } },
  ]);
  expectNoSecret(report);
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(sshKeysDetector, ".ssh/id_rsa", text);
  expect([report.failure, report.diagnostics]).toEqual([undefined, []]);
});
