import { chmodSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Resource } from "../../src/model/resource.ts";
import type { DetectorReport } from "../../src/registry/run-detector.ts";
import type { Detector } from "../../src/registry/types.ts";
import { createBench, type Bench, type BenchOptions } from "./detector-bench.ts";

/** A bench whose files only their owner may read, as real credentials should be; git keeps no such modes. */
export async function createCredentialBench(options: BenchOptions): Promise<Bench> {
  const bench = await createBench(options);
  for (const folder of [bench.home, bench.root]) protect(folder);
  return bench;
}

/** What a report says, a line a resource: type, name, status, place. */
export function outline(report: DetectorReport): readonly string[] {
  return report.resources
    .map(({ resourceType, name, status, source }) => {
      const place = [source.file, source.line].filter((part) => part !== undefined).join(":");
      return `${resourceType} ${name} ${status}${place === "" ? "" : ` ${place}`}`;
    })
    .toSorted();
}

/** The one resource of this name. */
export function resourceNamed(report: DetectorReport, name: string): Resource {
  const found = report.resources.filter((resource) => resource.name === name);
  const [resource] = found;
  if (resource === undefined || found.length > 1)
    throw new Error(`${found.length} resources are named ${name}`);
  return resource;
}

/** Every secret of the fixtures has this word in it. */
export function expectNoSecret(report: DetectorReport): void {
  expect(report.failure).toBeUndefined();
  expect(JSON.stringify(report).toLowerCase()).not.toMatch(/canary|y2fuyxj5/);
}

/** Runs a detector over this text in the place of one home file; it must say something sensible of any text. */
export async function detectInHome(detector: Detector, path: string, text: string): Promise<DetectorReport> {
  const bench = await createBench({ home: { [path]: text } });
  return bench.detect(detector);
}

/** Texts that a file may hold although its owner never wrote them. */
export const HOSTILE_TEXTS = [
  "",
  "\0\x01\x02\xff",
  "{".repeat(5_000),
  "[".repeat(5_000),
  '{"__proto__": {"polluted": true}, "auths": [], "type": ["service_account"], "contexts": {"name": 1}}',
  '{"auths": {"a": 1, "b": null, "c": [1]}, "credHelpers": {"d": {}}, "credsStore": 7}',
  "contexts: 7\nclusters: {a: b}\nusers: [1, null, {name: {}}, {name: x, user: y}]\ncurrent-context: [a]\n",
  "hosts: [1]\ngithub.com: 7\n__proto__: {oauth_token: x}\n",
  "[default\n= x\n[]\n[profile ]\naws_access_key_id\n",
  "machine\nmachine machine\nlogin\npassword",
  "https://\nhttps://@\nhttps://a:b@\n%%%://a@b\nhttps://%ff:x@host\n",
  ["BEGIN", "END"].map((word) => `-----${word} OPENSSH PRIVATE KEY-----\n`).join("AAAA\n"),
  ["-----BEGIN", "PRIVATE KEY-----\nMA==\n"].join(" "),
  "a: &a [*a, *a]\n",
  "\u202eevil\u0007: x\n",
] as const;

function protect(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === ".git") continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) protect(path);
    else chmodSync(path, 0o600);
  }
}
