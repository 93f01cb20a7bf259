import { createServer } from "node:http";
import { createServer as createTcpServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { modelServerDetector } from "../../../src/registry/detectors/model-server/index.ts";
import { ollamaPlace } from "../../../src/registry/detectors/model-server/ollama.ts";
import { runDetector, type DetectorReport } from "../../../src/registry/run-detector.ts";
import { createBench, type BenchOptions } from "../../support/detector-bench.ts";
import {
  bakeryApi,
  emptyLmStudio,
  llamaCpp,
  llamaCppPython,
  lmStudio,
  localAi,
  ollama,
  vllm,
  type Product,
} from "../../support/model-servers.ts";

/** A real server on a port of its own. */
async function serve({ answers, headers, unknown }: Product): Promise<number> {
  const server = createServer((request, response) => {
    const answer = answers[request.url ?? ""] ?? unknown;
    const body = JSON.stringify(answer ?? { error: "not found" });
    response.writeHead(answer === undefined ? 404 : 200, { "content-type": "application/json", ...headers });
    response.end(body);
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.on("listening", done));
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Detects where the usual ports lead to these servers, and nowhere else. */
async function detectWith(
  products: Readonly<Record<number, Product>>,
  options: BenchOptions = {},
): Promise<DetectorReport> {
  const ports = new Map<number, number>();
  for (const [usual, product] of Object.entries(products)) ports.set(Number(usual), await serve(product));
  const { context } = await createBench(options);
  const { network } = context.platform;
  const platform = {
    ...context.platform,
    network: {
      exchange: (...[endpoint, exchange]: Parameters<typeof network.exchange>) => {
        const port = "port" in endpoint ? ports.get(endpoint.port) : undefined;
        if (port === undefined) return Promise.resolve({ outcome: "refused" as const });
        return network.exchange({ host: "127.0.0.1", port }, exchange);
      },
    },
  };
  return runDetector(modelServerDetector, { ...context, platform });
}

function outline({ resources }: DetectorReport) {
  return resources.map(({ resourceType, name, version, status, metadata }) =>
    [resourceType, name, version, status, metadata["family"], metadata["bytes"]].filter(
      (part) => part !== undefined,
    ),
  );
}

const MANIFEST = ".ollama/models/manifests/registry.ollama.ai/library/mistral/7b";

test("Ollama with its models, and a model on the disk that it does not serve", async () => {
  const report = await detectWith({ 11434: ollama }, { home: { [MANIFEST]: "{}" } });
  expect(outline(report)).toEqual([
    ["ai_tool", "ollama:11434", "0.5.4", "available"],
    ["ai_model", "llama3.2:3b", "3b", "available", "llama", 2_019_393_189],
    ["ai_model", "mistral:7b", "7b", "unavailable"],
  ]);
});

test("LM Studio with the families of its models, and one without any model", async () => {
  expect(outline(await detectWith({ 1234: lmStudio }))).toEqual([
    ["ai_tool", "lm-studio:1234", "available"],
    ["ai_model", "meta-llama-3.1-8b-instruct", "available", "llama"],
    ["ai_model", "text-embedding-nomic-embed-text-v1.5", "available", "nomic-bert"],
  ]);
  expect(outline(await detectWith({ 1234: emptyLmStudio }))).toEqual([
    ["ai_tool", "lm-studio:1234", "available"],
  ]);
});

test("llama.cpp with its build and the file of its model", async () => {
  expect(outline(await detectWith({ 8080: llamaCpp }))).toEqual([
    ["ai_tool", "llama.cpp:8080", "b8681-Debian", "available"],
    ["ai_model", "gemma-4-12B-it-Q8_0.gguf", "available", 12_653_822_144],
  ]);
});

test("vLLM with its version; the owner stays in the name that a request must give", async () => {
  const report = await detectWith({ 8000: vllm });
  expect(outline(report)).toEqual([
    ["ai_tool", "vllm:8000", "0.6.3.post1", "available"],
    ["ai_model", "meta-llama/Meta-Llama-3-8B-Instruct", "available"],
    ["ai_model", "sourdough-adapter", "available"],
  ]);
  expect(report.resources[1]).toMatchObject({
    accessPattern: "http://127.0.0.1:8000/v1",
    dependencies: ["vllm:8000"],
  });
});

test("a server is named by what it answers, whichever of the ports it took", async () => {
  const report = await detectWith({ 1234: vllm, 8080: lmStudio, 8000: llamaCpp });
  expect(report.resources.filter(({ resourceType }) => resourceType === "ai_tool").map(({ name }) => name))
    .toMatchInlineSnapshot(`
    [
      "vllm:1234",
      "lm-studio:8080",
      "llama.cpp:8000",
    ]
  `);
});

test.each([
  ["a bakery", bakeryApi],
  ["an empty list of nobody", { answers: { "/v1/models": { object: "list", data: [] } } }],
  ["LocalAI", localAi],
  ["llama-cpp-python", llamaCppPython],
  ["one that answers every path alike", { answers: {}, unknown: { object: "list", data: [] } }],
  [
    "one that borrows LM Studio's owner",
    { answers: { "/v1/models": { object: "list", data: [{ id: "x", owned_by: "organization_owner" }] } } },
  ],
  [
    "one that mixes owners",
    { answers: { "/v1/models": { object: "list", data: [{ id: "x", owned_by: "vllm" }, { id: "y" }] } } },
  ],
])("%s is none of them", async (_, product: Product) => {
  const report = await detectWith({ 1234: product, 8080: product, 8000: product, 11434: product });
  expect(report.failure).toBeUndefined();
  expect(outline(report)).toEqual([]);
});

test("llama.cpp answers as Ollama does and is not taken for it", async () => {
  expect(outline(await detectWith({ 11434: llamaCpp }))).toEqual([]);
});

test("servers that are late, and that leave the connection open, cost no more than the deadline", async () => {
  const body = JSON.stringify(vllm.answers["/v1/models"]);
  const server = createTcpServer((socket) => {
    socket.on("data", (asked) => {
      if (!asked.includes("/v1/models")) return;
      socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
    });
    socket.on("error", () => socket.destroy());
    onTestFinished(() => void socket.destroy());
  }).listen(0, "127.0.0.1");
  onTestFinished(() => void server.close());
  await new Promise((done) => server.on("listening", done));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const { context } = await createBench();
  const { network } = context.platform;
  const started = performance.now();
  const report = await runDetector(modelServerDetector, {
    ...context,
    platform: {
      ...context.platform,
      network: { exchange: (_, options) => network.exchange({ host: "127.0.0.1", port }, options) },
    },
  });
  expect(performance.now() - started).toBeLessThan(context.serviceDeadlineMs * 1.8);
  expect(outline(report)[0]).toEqual(["ai_tool", "vllm:1234", "available"]);
});

test.each([
  [undefined, { host: "127.0.0.1", port: 11_434 }],
  ["0.0.0.0:8000", { host: "127.0.0.1", port: 8_000 }],
  [":9000", { host: "127.0.0.1", port: 9_000 }],
  ["[::1]:9", { host: "::1", port: 9 }],
  ["gpu.example.com", undefined],
  ["gpu.example.com:a:b", undefined],
])("OLLAMA_HOST=%s is asked at %j", (variable, place) => {
  expect(ollamaPlace(variable)).toEqual(place);
});
