import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { detectModels } from "../../../src/registry/detectors/model-server/detect.ts";
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

/** The network with some ports led to others, so that no test needs a port that something else may hold. */
async function detectWith(ports: Readonly<Record<number, number>>) {
  const bench = await createBench({ env: { OLLAMA_HOST: "gpu.example.com" } });
  const { network } = bench.context.platform;
  const platform = {
    ...bench.context.platform,
    network: {
      ...network,
      exchange: (...[place, options]: Parameters<typeof network.exchange>) =>
        network.exchange("port" in place ? { ...place, port: ports[place.port] ?? 1 } : place, options),
    },
  };
  const { resources } = await detectModels({ ...bench.context, platform });
  return resources.map(({ resourceType, name, version }) => [resourceType, name, version]);
}

test("LM Studio, llama.cpp and vLLM, each told by its own mark", async () => {
  const found = await detectWith({
    1_234: await serve({
      "/v1/models": {
        object: "list",
        data: [
          { id: "qwen2.5-7b-instruct", object: "model", owned_by: "organization_owner" },
          { id: "text-embedding-nomic-embed-text-v1.5", object: "model", owned_by: "organization_owner" },
        ],
      },
    }),
    8_080: await serve({
      "/v1/models": {
        object: "list",
        data: [{ id: "/models/rye.gguf", object: "model", created: 1, owned_by: "llamacpp", meta: {} }],
      },
    }),
    8_000: await serve({
      "/v1/models": {
        object: "list",
        data: [{ id: "mistralai/Mistral-7B-v0.3", object: "model", owned_by: "vllm", max_model_len: 32_768 }],
      },
      "/version": { version: "0.6.3" },
    }),
  });
  expect(found).toEqual([
    ["ai_tool", "lm-studio:1234", undefined],
    ["ai_model", "qwen2.5-7b-instruct", undefined],
    ["ai_model", "text-embedding-nomic-embed-text-v1.5", undefined],
    ["ai_tool", "llama.cpp:8080", undefined],
    ["ai_model", "rye.gguf", undefined],
    ["ai_tool", "vllm:8000", "0.6.3"],
    ["ai_model", "Mistral-7B-v0.3", undefined],
  ]);
});

test.each([
  [
    "models of an owner that none of them names",
    { object: "list", data: [{ id: "gpt-4o", owned_by: "openai" }] },
  ],
  ["no models at all", { object: "list", data: [] }],
  ["something else", { data: "bread" }],
])("a server on their ports with %s is none of them", async (_, models) => {
  const port = await serve({ "/v1/models": models });
  expect(await detectWith({ 1_234: port, 8_080: port, 8_000: port })).toEqual([]);
});
