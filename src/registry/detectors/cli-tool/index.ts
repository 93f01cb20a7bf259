import { defineDetector } from "../../define-detector.ts";
import { findTools } from "./find-tools.ts";
import { verifyPresence } from "./verify-presence.ts";

/** Programs that people and assistants work with, on PATH. */
export const cliToolDetector = defineDetector({
  id: "cli-tool",
  title: "Command line tools",
  resourceTypes: ["cli_tool"],
  reads: [
    "PATH: the names of the programs in its folders",
    "version files beside programs: VERSION, release, package.json, dist-info folders, pyvenv.cfg, snap.yaml",
    "what version managers chose: ~/.pyenv/version, .python-version, .tool-versions, mise.toml, ~/.rustup/settings.toml, ~/.volta",
    "the answer of programs outside the project that are asked for their version, kept by path, size and time",
  ],
  ttlSeconds: 86_400,
  detect: findTools,
  verify: verifyPresence,
});
