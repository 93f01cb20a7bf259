import type { Tree } from "../support/folders.ts";

/** What assistants keep in a project. */
export const ASSISTANT_FILES: Tree = {
  ".claude/settings.json": '{"hooks": {"SessionStart": []}}\n',
  ".mcp.json": `{
  "mcpServers": {
    "oven": {"command": "npx", "args": ["-y", "oven-mcp"]},
    "lost": {"command": "not-installed-anywhere"},
    "remote": {"type": "http", "url": "https://mcp.example.com/mcp"}
  }
}
`,
  ".codex/config.toml": '[mcp_servers.oven]\ncommand = "npx"\nargs = ["-y", "oven-mcp"]\n',
  ".gemini/settings.json":
    '{\n  "mcpServers": {\n    "oven": {"command": "node", "args": ["server.js"]}\n  }\n}\n',
  "opencode.json":
    '{\n  "mcp": {\n    "oven": {"type": "local", "command": ["npx", "oven-mcp"], "enabled": false}\n  }\n}\n',
  ".github/mcp.json": '{\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".vscode/mcp.json": '{\n  "servers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".cursor/mcp.json": '{\n  // The only one.\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".zed/settings.json":
    '{\n  "context_servers": {\n    "oven": {"source": "custom", "command": "npx"}\n  }\n}\n',
  ".devin/mcp_config.json": '{\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".amp/settings.json": '{\n  "amp.mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".junie/mcp/mcp.json": '{\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".kiro/settings/mcp.json": '{\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".qwen/settings.json": '{\n  "mcpServers": {\n    "oven": {"command": "npx"}\n  }\n}\n',
  ".aider.conf.yml": "model: gpt-4o\n",
};

/** All of these are configuration as well. */
export const ASSISTANT_CONFIG = Object.keys(ASSISTANT_FILES);

/** What assistants keep for a user. */
export const ASSISTANT_HOME: Tree = {
  ".claude.json": '{\n  "mcpServers": {\n    "pantry": {"command": "npx"}\n  }\n}\n',
  ".codex/config.toml": 'model = "gpt-5"\n\n[mcp_servers.pantry]\nurl = "https://pantry.example.com/mcp"\n',
  ".cursor/mcp.json": '{\n  "mcpServers": {\n    "pantry": {"command": "npx"}\n  }\n}\n',
  ".config/goose/config.yaml": "GOOSE_MODEL: gpt-4o\n",
  ".ollama/models/manifests/registry.ollama.ai/library/llama3.2/3b": "{}",
  ".ollama/models/manifests/registry.ollama.ai/library/qwen2.5-coder/7b": "{}",
};

export const ASSISTANTS = `
ai_tool | claude-code | available | - | .claude/settings.json
ai_tool | codex       | available | - | .codex/config.toml
ai_tool | gemini-cli  | available | - | .gemini/settings.json
ai_tool | aider       | available | - | .aider.conf.yml
ai_tool | opencode    | unknown   | - | opencode.json
ai_tool | copilot-cli | unknown   | - | .github/mcp.json
ai_tool | vscode      | unknown   | - | .vscode/mcp.json
ai_tool | cursor      | unknown   | - | .cursor/mcp.json
ai_tool | zed         | unknown   | - | .zed/settings.json
ai_tool | windsurf    | unknown   | - | .devin/mcp_config.json
ai_tool | amp         | unknown   | - | .amp/settings.json
ai_tool | junie       | unknown   | - | .junie/mcp/mcp.json
ai_tool | kiro        | unknown   | - | .kiro/settings/mcp.json
ai_tool | qwen-code   | unknown   | - | .qwen/settings.json
ai_tool | goose       | unknown   | - | ~/.config/goose/config.yaml
ai_tool | mcp:oven (claude-code)   | available   | - | .mcp.json:3
ai_tool | mcp:lost (claude-code)   | missing     | - | .mcp.json:4
ai_tool | mcp:remote (claude-code) | unknown     | - | .mcp.json:5
ai_tool | mcp:oven (codex)         | available   | - | .codex/config.toml:1
ai_tool | mcp:oven (gemini-cli)    | available   | - | .gemini/settings.json:3
ai_tool | mcp:oven (opencode)      | unavailable | - | opencode.json:3
ai_tool | mcp:oven (copilot-cli)   | available   | - | .github/mcp.json:3
ai_tool | mcp:oven (vscode)        | available   | - | .vscode/mcp.json:3
ai_tool | mcp:oven (cursor)        | available   | - | .cursor/mcp.json:4
ai_tool | mcp:oven (zed)           | available   | - | .zed/settings.json:3
ai_tool | mcp:oven (windsurf)      | available   | - | .devin/mcp_config.json:3
ai_tool | mcp:oven (amp)           | available   | - | .amp/settings.json:3
ai_tool | mcp:oven (junie)         | available   | - | .junie/mcp/mcp.json:3
ai_tool | mcp:oven (kiro)          | available   | - | .kiro/settings/mcp.json:3
ai_tool | mcp:oven (qwen-code)     | available   | - | .qwen/settings.json:3
ai_tool | mcp:pantry (claude-code) | available   | - | ~/.claude.json:3
ai_tool | mcp:pantry (codex)       | unknown     | - | ~/.codex/config.toml:3
ai_tool | mcp:pantry (cursor)      | available   | - | ~/.cursor/mcp.json:3
`;
