import { defineDetector } from "../../define-detector.ts";
import { detectMcpServers } from "./detect.ts";
import { PROJECT_MCP_FILES, USER_MCP_FILES } from "./files.ts";

/** The MCP servers that assistants have. */
export const mcpServerDetector = defineDetector({
  id: "mcp-server",
  title: "MCP servers",
  resourceTypes: ["ai_tool"],
  reads: [...PROJECT_MCP_FILES.map(({ path }) => path), ...USER_MCP_FILES.map(({ path }) => `~/${path}`)],
  ttlSeconds: 3_600,
  detect: detectMcpServers,
});
