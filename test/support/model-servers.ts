/** What a product answers, by path; the shapes are those that its documentation or a running copy shows. */
export interface Product {
  readonly answers: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  /** Answered with status 200 to any other path; without it they are not found. */
  readonly unknown?: unknown;
}

/** https://github.com/ollama/ollama/blob/main/docs/api.md */
export const ollama: Product = {
  answers: {
    "/api/tags": {
      models: [
        {
          name: "llama3.2:3b",
          model: "llama3.2:3b",
          modified_at: "2024-12-04T09:12:41.613Z",
          size: 2_019_393_189,
          digest: "a80c4f17acd55265feec403c7aef86be0c25983ab279d83f3bcd3abbcb5b8b72",
          details: { format: "gguf", family: "llama", families: ["llama"], parameter_size: "3.2B" },
        },
      ],
    },
    "/api/version": { version: "0.5.4" },
  },
};

/** https://lmstudio.ai/docs/developer/rest/endpoints; unknown paths are answered with 200. */
export const lmStudio: Product = {
  answers: {
    "/lmstudio-greeting": { lmstudio: true },
    "/v1/models": {
      data: [
        { id: "meta-llama-3.1-8b-instruct", object: "model", owned_by: "organization_owner" },
        { id: "text-embedding-nomic-embed-text-v1.5", object: "model", owned_by: "organization_owner" },
      ],
      object: "list",
    },
    "/api/v0/models": {
      object: "list",
      data: [
        lmStudioModel("meta-llama-3.1-8b-instruct", "llm", "llama"),
        lmStudioModel("text-embedding-nomic-embed-text-v1.5", "embeddings", "nomic-bert"),
      ],
    },
  },
  headers: { "x-powered-by": "Express" },
  unknown: { error: "Unexpected endpoint or method. (GET /)" },
};

/** LM Studio before a first model is downloaded. */
export const emptyLmStudio: Product = {
  ...lmStudio,
  answers: {
    "/lmstudio-greeting": { lmstudio: true },
    "/v1/models": { data: [], object: "list" },
    "/api/v0/models": { object: "list", data: [] },
  },
};

const LLAMA_CPP_TAGS = [
  {
    name: "models/gemma-4-12B-it-Q8_0.gguf",
    model: "models/gemma-4-12B-it-Q8_0.gguf",
    modified_at: "",
    size: "",
    digest: "",
    type: "model",
    details: { format: "gguf", family: "", families: [""], parameter_size: "" },
  },
];

/** https://github.com/ggml-org/llama.cpp/blob/master/tools/server/README.md; it answers `/api/tags` as well. */
export const llamaCpp: Product = {
  answers: {
    "/health": { status: "ok" },
    "/props": { total_slots: 4, model_path: "models/gemma-4-12B-it-Q8_0.gguf", build_info: "b8681-Debian" },
    "/api/tags": { models: LLAMA_CPP_TAGS },
    "/v1/models": {
      models: LLAMA_CPP_TAGS,
      object: "list",
      data: [
        {
          id: "models/gemma-4-12B-it-Q8_0.gguf",
          object: "model",
          created: 1_735_142_223,
          owned_by: "llamacpp",
          meta: { vocab_type: 2, n_vocab: 262_144, n_params: 11_907_350_576, size: 12_653_822_144 },
        },
      ],
    },
  },
  headers: { server: "llama.cpp" },
};

/** https://docs.vllm.ai/en/latest/serving/openai_compatible_server.html; an adapter is listed as a model. */
export const vllm: Product = {
  answers: {
    "/version": { version: "0.6.3.post1" },
    "/v1/models": {
      object: "list",
      data: [
        {
          id: "meta-llama/Meta-Llama-3-8B-Instruct",
          object: "model",
          created: 1_719_581_274,
          owned_by: "vllm",
          root: "meta-llama/Meta-Llama-3-8B-Instruct",
          parent: null,
          max_model_len: 8_192,
        },
        {
          id: "sourdough-adapter",
          object: "model",
          owned_by: "vllm",
          parent: "meta-llama/Meta-Llama-3-8B-Instruct",
        },
      ],
    },
  },
  headers: { server: "uvicorn" },
};

/** Names no owner. */
export const localAi: Product = {
  answers: { "/v1/models": { object: "list", data: [{ id: "gpt-4", object: "model" }] } },
};

/** Another server than llama.cpp's own, with the Python bindings. */
export const llamaCppPython: Product = {
  answers: {
    "/v1/models": {
      object: "list",
      data: [{ id: "bread.gguf", object: "model", owned_by: "me", permissions: [] }],
    },
  },
  headers: { server: "uvicorn" },
};

/** Its models are of ovens. */
export const bakeryApi: Product = {
  answers: {
    "/v1/models": { object: "list", data: [{ id: "deck-oven-3", owned_by: "bakery" }] },
    "/version": { version: "2.1" },
    "/health": { status: "ok" },
    "/api/tags": { models: ["deck oven"] },
  },
};

function lmStudioModel(id: string, type: string, arch: string) {
  return {
    id,
    object: "model",
    type,
    publisher: "lmstudio-community",
    arch,
    compatibility_type: "gguf",
    quantization: "Q4_K_M",
    state: "not-loaded",
    max_context_length: 131_072,
  };
}
