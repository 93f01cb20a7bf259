import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { modelServerDetector } from "../../../src/registry/detectors/model-server/index.ts";
import { ollamaPlace } from "../../../src/registry/detectors/model-server/servers.ts";
import { createBench } from "../../support/detector-bench.ts";

async function serve(answers: Readonly<Record<string, unknown>>): Promise<number> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""];
    response.writeHead(answer === undefined ? 404 : 200).end(JSON.stringify(answer ?? {}));
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.on("listening", done));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

const MANIFEST = ".ollama/models/manifests/registry.ollama.ai/library/mistral/7b";

test("Ollama with its models, and a model on the disk that it does not serve", async () => {
  const port = await serve({
    "/api/tags": { models: [{ name: "llama3.2:3b", size: 2_019_393_189, details: { family: "llama" } }] },
    "/api/version": { version: "0.5.4" },
  });
  const bench = await createBench({ env: { OLLAMA_HOST: `127.0.0.1:${port}` }, home: { [MANIFEST]: "{}" } });
  const { resources } = await bench.detect(modelServerDetector);
  const own = resources.filter(({ tags }) => tags.includes("ollama"));
  expect(own.map(({ resourceType, name, version, status }) => [resourceType, name, version, status])).toEqual(
    [
      ["ai_tool", `ollama:${port}`, "0.5.4", "available"],
      ["ai_model", "llama3.2:3b", "3b", "available"],
      ["ai_model", "mistral:7b", "7b", "unavailable"],
    ],
  );
});

test("another server is no model server", async () => {
  const port = await serve({ "/api/tags": { tags: ["bread"] } });
  const bench = await createBench({ env: { OLLAMA_HOST: `http://localhost:${port}/` } });
  const { resources } = await bench.detect(modelServerDetector);
  expect(resources.filter(({ tags }) => tags.includes("ollama"))).toEqual([]);
});

test.each([
  [undefined, { host: "127.0.0.1", port: 11_434 }],
  ["0.0.0.0:8000", { host: "127.0.0.1", port: 8_000 }],
  [":9000", { host: "127.0.0.1", port: 9_000 }],
  ["[::1]:9", { host: "::1", port: 9 }],
  ["gpu.example.com", undefined],
])("OLLAMA_HOST=%s is asked at %j", (variable, place) => {
  expect(ollamaPlace(variable)).toEqual(place);
});
