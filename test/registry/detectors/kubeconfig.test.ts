import { expect, test } from "vitest";
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import fc from "fast-check";
import { certificateExpiry } from "../../../src/registry/certificate-expiry.ts";
import { kubeconfigDetector } from "../../../src/registry/detectors/kubeconfig/index.ts";
import { runDetector } from "../../../src/registry/run-detector.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
  resourceNamed,
} from "../../support/credential-bench.ts";

const fixture = "kubeconfig";

test("every context with its cluster and the way its user is known", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(kubeconfigDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "credential kube:archive available ~/.kube/config:18",
      "credential kube:dome available ~/.kube/config:17",
      "credential kube:gke available ~/.kube/config:20",
      "credential kube:old available ~/.kube/config:22",
      "credential kube:torn degraded ~/.kube/config:24",
    ]
  `);
  expect(resourceNamed(report, "kube:dome").metadata).toMatchInlineSnapshot(`
    {
      "auth": "token",
      "cluster": "dome-cluster",
      "context": "dome",
      "isCurrent": true,
      "isVerified": false,
      "namespace": "telescopes",
      "server": "https://dome.observatory.example:6443/path",
      "user": "stella",
    }
  `);
  const ways = report.resources.map(({ metadata }) => [
    metadata["context"],
    metadata["auth"],
    metadata["provider"],
  ]);
  expect(ways).toMatchInlineSnapshot(`
    [
      [
        "dome",
        "token",
        undefined,
      ],
      [
        "archive",
        "client_certificate",
        undefined,
      ],
      [
        "gke",
        "exec",
        "gke-gcloud-auth-plugin",
      ],
      [
        "old",
        "basic",
        undefined,
      ],
      [
        "torn",
        undefined,
        undefined,
      ],
    ]
  `);
  expectNoSecret(report);
});

test("of several files the first one to say something counts", async () => {
  const cluster = "clusters: [{name: c, cluster: {server: 'https://first.example'}}]\n";
  const other = cluster.replace("first", "second");
  const contexts =
    "contexts: [{name: dome, context: {cluster: c, user: u}}]\nusers: [{name: u, user: {token: canary}}]\n";
  const bench = await createCredentialBench({
    home: {
      one: cluster,
      two: `current-context: dome\n${other}${contexts}`,
      three: `current-context: x\n${contexts}`,
    },
    env: {},
  });
  const env = { KUBECONFIG: ["", "~/one", join(bench.home, "absent"), "~/two", "~/three"].join(":") };
  const platform = { ...bench.context.platform, host: { ...bench.context.platform.host, env } };
  const found = await kubeconfigDetector.detect?.({ ...bench.context, platform });
  expect(found?.resources).toMatchObject([
    {
      name: "kube:dome",
      file: "~/two",
      line: 3,
      metadata: { server: "https://first.example/", isCurrent: true },
    },
  ]);
});

test("a client certificate that ran out", async () => {
  const { pem, notAfter } = createCertificate();
  expect(certificateExpiry(pem)).toBe(notAfter);
  const data = Buffer.from(pem).toString("base64");
  const bench = await createCredentialBench({
    home: {
      ".kube/config": `contexts: [{name: inline, context: {cluster: c, user: a}}, {name: named, context: {cluster: c, user: b}}]
clusters: [{name: c, cluster: {server: "https://dome.example"}}]
users: [{name: a, user: {client-certificate-data: ${data}}}, {name: b, user: {client-certificate: certificates/stella.crt}}]`,
      ".kube/certificates/stella.crt": pem,
    },
  });
  const before = await bench.detect(kubeconfigDetector);
  expect(before.resources.map(({ status }) => status)).toEqual(["available", "available"]);
  const clock = { ...bench.context.platform.clock, now: () => notAfter + 1 };
  const after = await runDetector(kubeconfigDetector, {
    ...bench.context,
    platform: { ...bench.context.platform, clock },
  });
  const day = new Date(notAfter).toISOString().slice(0, 10);
  expect(after.resources.map(({ status, statusReason }) => [status, statusReason])).toEqual([
    ["unauthorized", `expired on ${day}`],
    ["unauthorized", `expired on ${day}`],
  ]);
});

test("no bytes break the reading of a certificate", () => {
  const frame = (bytes: Uint8Array) =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString("base64")}\n-----END CERTIFICATE-----`;
  fc.assert(fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => void certificateExpiry(frame(bytes))));
  const der = Buffer.from(createCertificate().pem.replaceAll(/-----[A-Z ]+-----|\s/g, ""), "base64");
  fc.assert(
    fc.property(fc.nat(der.length - 1), fc.nat(255), (at, byte) => {
      const changed = Buffer.from(der);
      changed[at] = byte;
      certificateExpiry(frame(changed));
    }),
  );
});

test("verify sees that a context was taken out", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(kubeconfigDetector);
  bench.context.platform.files.writeAtomic(join(bench.home, ".kube/config"), "contexts: []\n", {
    mode: 0o600,
  });
  const verified = await verifyResources(resources, [kubeconfigDetector], bench.context);
  expect(new Set(verified.map(({ status }) => status))).toEqual(new Set(["missing"]));
});

test("what openssl makes is read as openssl says", ({ skip }) => {
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout", "-"];
  const made = spawnSync("openssl", ["req", "-x509", ...key, "-subj", "/CN=dome", "-days", "3"]);
  if (made.status !== 0) skip("openssl is not here");
  const pem = made.stdout.toString();
  const end = spawnSync("openssl", ["x509", "-noout", "-enddate"], { input: pem }).stdout.toString();
  expect(certificateExpiry(pem)).toBe(Date.parse(end.replace("notAfter=", "").trim()));
});

/** The outline of an X.509 certificate with an end and without a key. */
function createCertificate(): { readonly pem: string; readonly notAfter: number } {
  const notAfter = new Date(Date.now() + 86_400_000);
  notAfter.setUTCMilliseconds(0);
  const time = (date: Date) =>
    element(0x17, Buffer.from(`${date.toISOString().replaceAll(/[-:T]|\..*/g, "")}Z`.slice(2)));
  const validity = element(0x30, time(new Date(0)), time(notAfter));
  const version = element(0xa0, element(0x02, Buffer.from([2])));
  const serial = element(0x02, Buffer.alloc(160, 1));
  const signed = element(0x30, version, serial, element(0x30), element(0x30), validity, element(0x30));
  const body = element(0x30, signed, element(0x30)).toString("base64");
  const pem = `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`;
  return { pem, notAfter: notAfter.getTime() };
}

/** DER: tag, length, content. */
function element(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [tag, length] : [tag, 0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from(head), content]);
}

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(kubeconfigDetector, ".kube/config", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.kube/config")).toBe(true);
});
