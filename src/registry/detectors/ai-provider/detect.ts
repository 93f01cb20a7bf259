import type { DetectContext, Detection } from "../../types.ts";

/** Providers of models and the variables under which their keys usually stand. */
const PROVIDERS: readonly (readonly [id: string, title: string, variables: string])[] = [
  ["anthropic", "Anthropic", "ANTHROPIC_API_KEY ANTHROPIC_AUTH_TOKEN CLAUDE_CODE_OAUTH_TOKEN"],
  ["openai", "OpenAI", "OPENAI_API_KEY CODEX_API_KEY"],
  ["google", "Google Gemini", "GEMINI_API_KEY GOOGLE_API_KEY GOOGLE_GENERATIVE_AI_API_KEY"],
  ["mistral", "Mistral", "MISTRAL_API_KEY"],
  ["cohere", "Cohere", "COHERE_API_KEY CO_API_KEY"],
  ["groq", "Groq", "GROQ_API_KEY"],
  ["together", "Together AI", "TOGETHER_API_KEY"],
  ["fireworks", "Fireworks", "FIREWORKS_API_KEY"],
  ["openrouter", "OpenRouter", "OPENROUTER_API_KEY"],
  ["perplexity", "Perplexity", "PERPLEXITY_API_KEY PPLX_API_KEY"],
  ["deepseek", "DeepSeek", "DEEPSEEK_API_KEY"],
  ["xai", "xAI", "XAI_API_KEY GROK_API_KEY"],
  ["azure-openai", "Azure OpenAI", "AZURE_OPENAI_API_KEY AZURE_OPENAI_KEY"],
  ["bedrock", "Amazon Bedrock", "AWS_BEARER_TOKEN_BEDROCK"],
  [
    "huggingface",
    "Hugging Face",
    "HF_TOKEN HUGGINGFACE_TOKEN HUGGING_FACE_HUB_TOKEN HUGGINGFACEHUB_API_TOKEN",
  ],
  ["replicate", "Replicate", "REPLICATE_API_TOKEN"],
  ["voyage", "Voyage AI", "VOYAGE_API_KEY"],
  ["cerebras", "Cerebras", "CEREBRAS_API_KEY"],
  ["moonshot", "Moonshot", "MOONSHOT_API_KEY"],
  ["zai", "Z.ai", "ZAI_API_KEY ZHIPUAI_API_KEY"],
  ["dashscope", "Alibaba Model Studio", "DASHSCOPE_API_KEY"],
  ["nvidia", "NVIDIA NIM", "NVIDIA_API_KEY"],
  ["elevenlabs", "ElevenLabs", "ELEVENLABS_API_KEY ELEVEN_API_KEY"],
  ["stability", "Stability AI", "STABILITY_API_KEY"],
  ["jina", "Jina AI", "JINA_API_KEY"],
];

/** Providers whose key this process sees, by the variable's name. */
export function detectProviders({ platform }: DetectContext): Detection {
  const resources = PROVIDERS.flatMap(([id, title, names]) => {
    const variables = names.split(" ").filter((name) => (platform.host.env[name] ?? "").trim() !== "");
    if (variables.length === 0) return [];
    return [
      {
        name: `provider:${id}`,
        resourceType: "ai_tool",
        environment: "machine",
        accessPattern: `env:${variables[0] ?? ""}`,
        description: `${title}: a key is set`,
        status: "available" as const,
        tags: ["provider", id],
        metadata: { provider: id, variables, isVerified: false },
      },
    ];
  });
  return { resources };
}

/** What this process does not see may be set elsewhere. */
export function verifyProvider(resource: { readonly name: string }, context: DetectContext) {
  const isSet = detectProviders(context).resources.some(({ name }) => name === resource.name);
  return isSet
    ? ({ status: "available" } as const)
    : ({ status: "unknown", reason: "this process does not see its variable" } as const);
}
