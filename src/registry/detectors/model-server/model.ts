import type { ServerPlace } from "./http.ts";

/** A model that a local server offers. */
export interface ServedModel {
  readonly name: string;
  readonly bytes?: number | undefined;
  readonly family?: string | undefined;
}

/** A local model server that answered as such. */
export interface ModelServer {
  readonly product: "ollama" | "lm-studio" | "llama.cpp" | "vllm";
  readonly place: ServerPlace;
  readonly version?: string | undefined;
  readonly models: readonly ServedModel[];
}

/** A size in bytes that stands in a JSON document; undefined for anything else. */
export function parseBytes(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
