import type { StructuredFormat } from "../../../model/document.ts";

/** A file in which an assistant keeps its MCP servers. */
export interface McpFile {
  readonly assistant: string;
  /** Relative to the root, or to the home folder. */
  readonly path: string;
  readonly format: StructuredFormat;
  /** The member that holds the servers by name. */
  readonly key: readonly string[];
}

/** Files of the project. */
export const PROJECT_MCP_FILES: readonly McpFile[] = [
  file("claude-code", ".mcp.json"),
  file("copilot-cli", ".github/mcp.json"),
  file("codex", ".codex/config.toml", ["mcp_servers"]),
  file("gemini-cli", ".gemini/settings.json"),
  file("opencode", "opencode.json", ["mcp"]),
  file("opencode", "opencode.jsonc", ["mcp"]),
  file("vscode", ".vscode/mcp.json", ["servers"]),
  file("cursor", ".cursor/mcp.json"),
  file("zed", ".zed/settings.json", ["context_servers"]),
  file("windsurf", ".devin/mcp_config.json"),
  file("amp", ".amp/settings.json", ["amp.mcpServers"]),
  file("jetbrains", ".ai/mcp/mcp.json"),
  file("junie", ".junie/mcp/mcp.json"),
  file("kiro", ".kiro/settings/mcp.json"),
  file("qwen-code", ".qwen/settings.json"),
  file("crush", "crush.json", ["mcp"]),
  file("crush", ".crush.json", ["mcp"]),
];

/** Files of the user. */
export const USER_MCP_FILES: readonly McpFile[] = [
  file("claude-code", ".claude.json"),
  file("codex", ".codex/config.toml", ["mcp_servers"]),
  file("gemini-cli", ".gemini/settings.json"),
  file("opencode", ".config/opencode/opencode.json", ["mcp"]),
  file("opencode", ".config/opencode/opencode.jsonc", ["mcp"]),
  file("copilot-cli", ".copilot/mcp-config.json"),
  file("vscode", ".config/Code/User/mcp.json", ["servers"]),
  file("vscode", "Library/Application Support/Code/User/mcp.json", ["servers"]),
  file("vscode", "AppData/Roaming/Code/User/mcp.json", ["servers"]),
  file("cursor", ".cursor/mcp.json"),
  file("zed", ".config/zed/settings.json", ["context_servers"]),
  file("windsurf", ".codeium/windsurf/mcp_config.json"),
  file("amp", ".config/amp/settings.json", ["amp.mcpServers"]),
  file("kiro", ".kiro/settings/mcp.json"),
  file("qwen-code", ".qwen/settings.json"),
  file("junie", ".junie/mcp/mcp.json"),
  file("crush", ".config/crush/crush.json", ["mcp"]),
  file("claude-desktop", ".config/Claude/claude_desktop_config.json"),
  file("claude-desktop", "Library/Application Support/Claude/claude_desktop_config.json"),
  file("claude-desktop", "AppData/Roaming/Claude/claude_desktop_config.json"),
];

function file(assistant: string, path: string, key: readonly string[] = ["mcpServers"]): McpFile {
  return { assistant, path, key, format: path.endsWith(".toml") ? "toml" : "jsonc" };
}
