import type { ToolEntry } from "../tool.ts";

/** Search, data and documents on the command line. */
export const TEXT_TOOLS: readonly ToolEntry[] = [
  { name: "jq", title: "jq", pattern: /jq-(\d\S*)/ },
  { name: "yq", title: "yq", pattern: /yq [^\n]*?v?(\d+\.\d+\.\d+)/, python: ["yq"] },
  {
    name: "rg",
    title: "ripgrep",
    pattern: /ripgrep (\d\S*)/,
    packages: ["ripgrep"],
    plugins: ["ripgrep"],
    isAmbiguous: true,
  },
  { name: "fd", title: "fd", commands: ["fd", "fdfind"], isAmbiguous: true, pattern: /^fd(?:find)? (\d\S*)/ },
  {
    name: "bat",
    title: "bat",
    commands: ["bat", "batcat"],
    isAmbiguous: true,
    pattern: /^bat(?:cat)? (\d\S*)/,
  },
  { name: "fzf", title: "fzf" },
  { name: "eza", title: "eza", pattern: /v(\d\S*)/ },
  {
    name: "ag",
    title: "The Silver Searcher",
    isAmbiguous: true,
    pattern: /^ag version (\d\S*)/,
    packages: ["the_silver_searcher"],
  },
  { name: "sd", title: "sd", isAmbiguous: true, pattern: /^sd (\d\S*)/ },
  {
    name: "ast-grep",
    title: "ast-grep",
    npm: ["@ast-grep/cli"],
    python: ["ast_grep_cli"],
    pattern: /ast-grep (\d\S*)/,
  },
  { name: "tokei", title: "tokei", pattern: /tokei (\d\S*)/ },
  { name: "tree", title: "tree", pattern: /^tree v(\d\S*)/, isAmbiguous: true },
  { name: "pandoc", title: "Pandoc", pattern: /pandoc(?:\.exe)? (\d\S*)/ },
  { name: "ffmpeg", title: "FFmpeg", ask: ["-version"], pattern: /ffmpeg version n?(\d+(?:\.\d+)+)/ },
  { name: "magick", title: "ImageMagick", pattern: /ImageMagick (\d\S*)/, packages: ["imagemagick"] },
  {
    name: "dot",
    title: "Graphviz",
    ask: ["-V"],
    isAmbiguous: true,
    pattern: /graphviz version (\d\S*)/,
    packages: ["graphviz"],
  },
  { name: "tmux", title: "tmux", ask: ["-V"], pattern: /tmux (\d\S*)/ },
];
