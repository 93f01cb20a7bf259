import type { DetectContext } from "../../types.ts";
import { createAsk } from "./http.ts";
import type { ModelServer } from "./model.ts";
import { askOllama, ollamaPlace } from "./ollama.ts";
import { askOpenAiLike } from "./openai-like.ts";

/** On which LM Studio, llama.cpp and vLLM listen when nothing else is chosen. */
const PORTS = [1_234, 8_080, 8_000];

/** Asks the ports on which model servers usually listen, and OLLAMA_HOST where it is on this machine. */
export async function findModelServers(context: DetectContext): Promise<readonly ModelServer[]> {
  const ask = createAsk(context);
  const ollama = ollamaPlace(context.platform.host.env["OLLAMA_HOST"]);
  const asked = await Promise.all([
    ollama === undefined ? undefined : askOllama(ollama, ask),
    ...PORTS.map((port) => askOpenAiLike({ host: "127.0.0.1", port }, ask)),
  ]);
  return asked.filter((server) => server !== undefined);
}
