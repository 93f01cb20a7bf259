/** A coding assistant: how it is started, and where its settings and instructions stand. */
export interface Assistant {
  readonly id: string;
  readonly title: string;
  readonly programs: readonly string[];
  /** Relative to the root: settings and hooks that only this assistant reads. */
  readonly projectFiles: readonly string[];
  /** Relative to the home folder. */
  readonly userFiles: readonly string[];
  /** Relative to the root: instructions that only this assistant reads. */
  readonly instructionFiles: readonly string[];
  readonly hookFiles: readonly string[];
}

/** The assistants that are known, by what they read. */
export const ASSISTANTS: readonly Assistant[] = [
  assistant("claude-code", "Claude Code", {
    programs: ["claude"],
    projectFiles: [".claude/settings.json", ".claude/settings.local.json"],
    userFiles: [".claude.json", ".claude/settings.json"],
    instructionFiles: ["CLAUDE.md", ".claude/CLAUDE.md"],
    hookFiles: [".claude/settings.json"],
  }),
  assistant("codex", "Codex", {
    programs: ["codex"],
    projectFiles: [".codex/config.toml", ".codex/hooks.json"],
    userFiles: [".codex/config.toml"],
    hookFiles: [".codex/hooks.json"],
  }),
  assistant("gemini-cli", "Gemini CLI", {
    programs: ["gemini"],
    projectFiles: [".gemini/settings.json"],
    userFiles: [".gemini/settings.json"],
    instructionFiles: ["GEMINI.md"],
    hookFiles: [".gemini/settings.json"],
  }),
  assistant("opencode", "opencode", {
    programs: ["opencode"],
    projectFiles: ["opencode.json", "opencode.jsonc"],
    userFiles: [".config/opencode/opencode.json", ".config/opencode/opencode.jsonc"],
  }),
  assistant("copilot-cli", "GitHub Copilot CLI", {
    programs: ["copilot"],
    projectFiles: [".github/mcp.json", ".github/hooks/hooks.json"],
    userFiles: [".copilot/mcp-config.json", ".copilot/config.json"],
    instructionFiles: [".github/copilot-instructions.md"],
    hookFiles: [".github/hooks/hooks.json"],
  }),
  assistant("vscode", "Visual Studio Code", {
    programs: ["code"],
    projectFiles: [".vscode/mcp.json"],
    userFiles: [
      ".config/Code/User/mcp.json",
      "Library/Application Support/Code/User/mcp.json",
      "AppData/Roaming/Code/User/mcp.json",
    ],
  }),
  assistant("cursor", "Cursor", {
    programs: ["cursor", "cursor-agent"],
    projectFiles: [".cursor/mcp.json", ".cursor/hooks.json", ".cursorrules"],
    userFiles: [".cursor/mcp.json"],
    instructionFiles: [".cursor/rules"],
    hookFiles: [".cursor/hooks.json"],
  }),
  assistant("zed", "Zed", {
    programs: ["zed"],
    projectFiles: [".zed/settings.json"],
    userFiles: [".config/zed/settings.json"],
    instructionFiles: [".rules"],
  }),
  assistant("windsurf", "Windsurf", {
    programs: ["windsurf"],
    projectFiles: [".windsurfrules", ".devin/mcp_config.json", ".devin/hooks.v1.json"],
    userFiles: [".codeium/windsurf/mcp_config.json"],
    instructionFiles: [".windsurf/rules"],
    hookFiles: [".devin/hooks.v1.json"],
  }),
  assistant("amp", "Amp", {
    programs: ["amp"],
    projectFiles: [".amp/settings.json"],
    userFiles: [".config/amp/settings.json"],
  }),
  assistant("jetbrains", "JetBrains AI Assistant", {
    projectFiles: [".ai/mcp/mcp.json"],
    instructionFiles: [".aiassistant/rules"],
  }),
  assistant("junie", "Junie", {
    programs: ["junie"],
    projectFiles: [".junie/mcp/mcp.json"],
    userFiles: [".junie/mcp/mcp.json"],
    instructionFiles: [".junie/guidelines.md", ".junie/AGENTS.md"],
  }),
  assistant("kiro", "Kiro", {
    programs: ["kiro", "kiro-cli"],
    projectFiles: [".kiro/settings/mcp.json"],
    userFiles: [".kiro/settings/mcp.json"],
    instructionFiles: [".kiro/steering"],
  }),
  assistant("qwen-code", "Qwen Code", {
    programs: ["qwen"],
    projectFiles: [".qwen/settings.json"],
    userFiles: [".qwen/settings.json"],
    instructionFiles: ["QWEN.md"],
  }),
  assistant("aider", "Aider", {
    programs: ["aider"],
    projectFiles: [".aider.conf.yml"],
    userFiles: [".aider.conf.yml"],
    instructionFiles: ["CONVENTIONS.md"],
  }),
  assistant("goose", "Goose", {
    programs: ["goose"],
    projectFiles: [".goosehints"],
    userFiles: [".config/goose/config.yaml"],
  }),
  assistant("crush", "Crush", {
    programs: ["crush"],
    projectFiles: ["crush.json", ".crush.json"],
    userFiles: [".config/crush/crush.json"],
  }),
  assistant("claude-desktop", "Claude Desktop", {
    userFiles: [
      ".config/Claude/claude_desktop_config.json",
      "Library/Application Support/Claude/claude_desktop_config.json",
      "AppData/Roaming/Claude/claude_desktop_config.json",
    ],
  }),
];

function assistant(id: string, title: string, facts: Partial<Omit<Assistant, "id" | "title">>): Assistant {
  return {
    id,
    title,
    programs: [],
    projectFiles: [],
    userFiles: [],
    instructionFiles: [],
    hookFiles: [],
    ...facts,
  };
}
