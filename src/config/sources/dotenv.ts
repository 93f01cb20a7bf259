import { posix } from "node:path";
import type { ConfigLayer } from "../../model/config-entry.ts";
import { flatten } from "./flatten.ts";
import type { FileSource } from "./types.ts";

const TEMPLATE = /(^|[._-])(examples?|samples?|templates?|tpl|dist|schema)([._-]|$)/;

/** `.env` and its variants, templates such as `.env.example` among them. */
export const dotenvSource: FileSource = {
  kind: "dotenv",
  accepts: isDotenv,
  layerOf,
  environmentOf,
  canRead: (path) => /\.env(\.|$)/i.test(path),
  extract: async (file) => ({
    values: (await file.parse("dotenv"))?.documents.flatMap((root) => flatten(root)) ?? [],
  }),
};

function isDotenv(path: string): boolean {
  const name = nameOf(path);
  return (
    /^\.(env|flaskenv)([.-]|$)/.test(name) ||
    /^\.dev\.vars(\.|$)/.test(name) ||
    /^\.?[\w-][\w.-]*\.env(\.(example|sample|template|dist))?$/.test(name) ||
    /^env\.(example|sample|template|dist)$/.test(name)
  );
}

/** dotenv-flow: `.env.production.local`, `.env.production`, `.env.local`, `.env`, `.env.defaults`; Flask reads `.env` first. */
function layerOf(path: string): ConfigLayer {
  const name = nameOf(path);
  if (TEMPLATE.test(name)) return "dotenv_template";
  if (name === ".env.defaults" || name.startsWith(".flaskenv")) return "dotenv_defaults";
  if (name === ".env.local") return "dotenv_local";
  if (/^\.(env|dev\.vars)\..+\.local$/.test(name)) return "dotenv_stage_local";
  return name === ".env" || name === ".dev.vars" ? "dotenv" : "dotenv_stage";
}

/** `.env.docker` and `docker.env` are read by whoever asks for them, and by nobody else. */
function environmentOf(path: string): string {
  const isNamed = layerOf(path).startsWith("dotenv_stage");
  const name = nameOf(path)
    .replace(/^\.(env|dev\.vars)[.-]|\.local$|\.env$/g, "")
    .replace(/\.local$|^\./g, "");
  return isNamed && name !== "" ? name : "all";
}

function nameOf(path: string): string {
  return posix.basename(path).toLowerCase();
}
