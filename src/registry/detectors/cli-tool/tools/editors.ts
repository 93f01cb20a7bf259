import type { ToolEntry, VersionPlace } from "../tool.ts";

const ANSWER = /^(\d+\.\d+\.\d+\S*)\s+[0-9a-f]{7,40}\b/;

/** Where Visual Studio Code and its relatives keep their version, seen from the folder of their command. */
const PLACES: readonly VersionPlace[] = [
  "../resources/app/package.json",
  "../package.json",
  "../../package.json",
].map((path) => ({ path, pattern: /"version"\s*:\s*"(\d+\.\d+\.\d+[^"\s]*)"/ }));

/** Editors that a command opens. */
export const EDITOR_TOOLS: readonly ToolEntry[] = [
  {
    name: "code",
    title: "Visual Studio Code",
    isAmbiguous: true,
    pattern: ANSWER,
    places: PLACES,
    packages: [],
  },
  { name: "code-insiders", title: "Visual Studio Code Insiders", pattern: ANSWER, places: PLACES },
  { name: "codium", title: "VSCodium", isAmbiguous: true, pattern: ANSWER, places: PLACES },
  { name: "cursor", title: "Cursor", isAmbiguous: true, pattern: ANSWER, places: PLACES, packages: [] },
  { name: "windsurf", title: "Windsurf", isAmbiguous: true, pattern: ANSWER, places: PLACES, packages: [] },
  { name: "zed", title: "Zed", isAmbiguous: true, pattern: /^Zed (\d[^\s–-]*)/, packages: [] },
  { name: "vim", title: "Vim", pattern: /Vi IMproved (\d\S*)/ },
  { name: "nvim", title: "Neovim", pattern: /NVIM v(\d\S*)/, packages: ["neovim"], plugins: ["neovim"] },
  { name: "emacs", title: "Emacs", pattern: /GNU Emacs (\d\S*)/ },
  { name: "nano", title: "nano", pattern: /GNU nano[^\d]+(\d\S*)/ },
  { name: "hx", title: "Helix", pattern: /^helix (\d\S*)/, packages: ["helix"], isAmbiguous: true },
  { name: "xcodebuild", title: "Xcode", ask: "never" },
  {
    name: "adb",
    title: "Android Debug Bridge",
    pattern: /Version (\d[^\s-]*)/,
    packages: ["android-platform-tools"],
  },
];
