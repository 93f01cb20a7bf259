import { createServer } from "node:http";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { containerEngineDetector } from "../../../src/registry/detectors/container-engine/index.ts";
import { createBench, type Bench } from "../../support/detector-bench.ts";

async function serve(path: string, body: string): Promise<void> {
  const server = createServer((_, response) => response.end(body)).listen(path);
  onTestFinished(() => void server.close());
  await new Promise((done) => server.on("listening", done));
}

/** What is found at an address of this bench: the machine's own engine is none of the test's business. */
async function find(bench: Bench, address: string) {
  const report = await bench.detect(containerEngineDetector);
  return report.resources.find(({ accessPattern }) => accessPattern === address);
}

test("an engine that answers is available with its version", async () => {
  const bench = await createBench();
  const socket = join(bench.home, ".colima/default/docker.sock");
  mkdirSync(join(bench.home, ".colima/default"), { recursive: true });
  await serve(socket, '{"Version":"27.3.1","ApiVersion":"1.47"}');
  expect(await find(bench, `unix://${socket}`)).toMatchObject({
    name: "docker",
    resourceType: "container",
    version: "27.3.1",
    status: "available",
    source: { file: "~/.colima/default/docker.sock" },
  });
});

test("what answers otherwise, or nothing, is told apart", async () => {
  const bench = await createBench();
  const socket = join(bench.root, "other.sock");
  await serve(socket, "hello");
  const other = await createBench({ env: { DOCKER_HOST: `unix://${socket}` } });
  expect(await find(other, `unix://${socket}`)).toMatchObject({ status: "degraded" });
  const gone = await createBench({ env: { DOCKER_HOST: "unix:///nowhere/docker.sock" } });
  expect(await find(gone, "unix:///nowhere/docker.sock")).toMatchObject({ status: "missing" });
  const refused = await createBench({ env: { DOCKER_HOST: "tcp://127.0.0.1:1" } });
  expect(await find(refused, "tcp://127.0.0.1:1")).toMatchObject({ status: "unavailable" });
});

test("an engine on another machine is not asked", async () => {
  const bench = await createBench({ env: { DOCKER_HOST: "tcp://docker.example.com:2375" } });
  const report = await bench.detect(containerEngineDetector);
  expect(JSON.stringify(report)).not.toContain("docker.example.com");
});
