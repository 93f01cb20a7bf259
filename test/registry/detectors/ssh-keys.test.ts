import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { generateKeyPairSync } from "node:crypto";
import { expect, test } from "vitest";
import { sshKeysDetector } from "../../../src/registry/detectors/ssh-keys/index.ts";
import { createBench } from "../../support/detector-bench.ts";
import { outline, resourceNamed } from "../../support/credential-bench.ts";

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
