import type { ToolEntry } from "../tool.ts";

/** What chooses among versions of languages and tools. nvm and SDKMAN are shell functions: PATH does not have them. */
export const VERSION_MANAGERS: readonly ToolEntry[] = [
  { name: "mise", title: "mise", commands: ["mise", "rtx"], pattern: /(?:^|\s)v?(\d{4}\.\d+\.\d+)/ },
  { name: "asdf", title: "asdf", ask: ["--version"], pattern: /v(\d+\.\d+\.\d+)/ },
  { name: "pyenv", title: "pyenv", pattern: /pyenv (\d\S*)/ },
  { name: "rbenv", title: "rbenv", pattern: /rbenv (\d\S*)/ },
  { name: "nodenv", title: "nodenv", pattern: /nodenv (\d\S*)/ },
  { name: "goenv", title: "goenv", pattern: /goenv (\d\S*)/ },
  { name: "jenv", title: "jEnv", pattern: /jenv (\d\S*)/ },
  { name: "tfenv", title: "tfenv", pattern: /tfenv (\d\S*)/ },
  { name: "tenv", title: "tenv", pattern: /version:? v?(\d\S*)/ },
  { name: "volta", title: "Volta" },
  { name: "fnm", title: "fnm", pattern: /fnm (\d\S*)/ },
  { name: "n", title: "n, versions of Node.js", npm: ["n"], ask: "never", isAmbiguous: true },
  { name: "rustup", title: "rustup", pattern: /rustup (\d\S*)/ },
  { name: "juliaup", title: "juliaup", pattern: /Juliaup (\d\S*)/ },
  { name: "ghcup", title: "GHCup", pattern: /version v?(\d\S*)/ },
  { name: "rvm", title: "RVM", ask: "never" },
  {
    name: "aqua",
    title: "aqua",
    ask: ["version"],
    isAmbiguous: true,
    pattern: /^(?:aqua version )?v?(\d+\.\d+\.\d+)\b/,
  },
  { name: "proto", title: "proto", isAmbiguous: true, pattern: /^proto (\d\S*)/ },
];
