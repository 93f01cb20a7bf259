import { tool, type ToolTable } from "../definition.ts";

/** Version control and the places where it is hosted. */
export const VERSION_CONTROL_TOOLS: ToolTable = {
  category: "version_control",
  tools: [
    tool("git", "Git"),
    tool("git-lfs", "Git LFS"),
    tool("gh", "GitHub CLI", { answer: /gh version (\S+)/ }),
    tool("glab", "GitLab CLI"),
    tool("hg", "Mercurial"),
    tool("svn", "Subversion"),
    tool("jj", "Jujutsu", { isAmbiguous: true, answer: /jj (\d\S*)/ }),
    tool("pre-commit", "pre-commit"),
    tool("lefthook", "Lefthook", { probes: [["version"]] }),
  ],
};

/** Linters, formatters, tests, security. */
export const QUALITY_TOOLS: ToolTable = {
  category: "quality",
  tools: [
    tool("eslint", "ESLint"),
    tool("prettier", "Prettier"),
    tool("biome", "Biome"),
    tool("ruff", "Ruff"),
    tool("black", "Black"),
    tool("mypy", "mypy"),
    tool("pytest", "pytest"),
    tool("shellcheck", "ShellCheck", { answer: /version: (\S+)/ }),
    tool("shfmt", "shfmt"),
    tool("golangci-lint", "golangci-lint"),
    tool("yamllint", "yamllint"),
    tool("actionlint", "actionlint"),
    tool("gitleaks", "Gitleaks", { probes: [["version"]] }),
    tool("trufflehog", "TruffleHog"),
    tool("semgrep", "Semgrep"),
    tool("snyk", "Snyk CLI"),
    tool("k6", "k6", { probes: [["version"]], answer: /k6(?:\.exe)? v?(\d\S*)/ }),
  ],
};

/** Small programs that scripts lean on. */
export const SHELL_TOOLS: ToolTable = {
  category: "shell",
  tools: [
    tool("bash", "Bash"),
    tool("zsh", "Zsh"),
    tool("fish", "fish"),
    tool("pwsh", "PowerShell"),
    tool("curl", "curl"),
    tool("wget", "GNU Wget"),
    tool("jq", "jq"),
    tool("yq", "yq"),
    tool("rg", "ripgrep", { answer: /ripgrep (\S+)/ }),
    tool("fd", "fd", { isAmbiguous: true, answer: /^fd(?:find)? (\S+)/ }),
    tool("fzf", "fzf"),
    tool("tmux", "tmux", { probes: [["-V"]] }),
    tool("openssl", "OpenSSL", { probes: [["version"]] }),
    tool("ssh", "OpenSSH client", { probes: [["-V"]], answer: /OpenSSH_(?:for_Windows_)?(\S+?)(?:,|\s|$)/ }),
    tool("rsync", "rsync"),
    tool("ffmpeg", "FFmpeg", { probes: [["-version"]] }),
    tool("op", "1Password CLI", { isAmbiguous: true, answer: /^(\d+\.\d+\.\d+)/ }),
  ],
};

/** Coding assistants and local models. */
export const ASSISTANT_TOOLS: ToolTable = {
  category: "ai_assistant",
  tools: [
    tool("claude", "Claude Code"),
    tool("codex", "Codex CLI"),
    tool("gemini", "Gemini CLI"),
    tool("opencode", "opencode"),
    tool("copilot", "GitHub Copilot CLI"),
    tool("cursor-agent", "Cursor agent"),
    tool("cursor", "Cursor", { probes: [] }),
    tool("windsurf", "Windsurf", { probes: [] }),
    tool("code", "Visual Studio Code", { probes: [] }),
    tool("zed", "Zed", { isAmbiguous: true, answer: /Zed (\S+)/ }),
    tool("amp", "Amp", { isAmbiguous: true, answer: /^(\d+\.\d+\.\S+)/ }),
    tool("aider", "Aider"),
    tool("goose", "Goose", { isAmbiguous: true, answer: /^(?:goose\s+)?v?(\d+\.\d+\.\d+)/ }),
    tool("qwen", "Qwen Code"),
    tool("crush", "Crush", { isAmbiguous: true, answer: /crush version v?(\S+)/ }),
    tool("kiro-cli", "Kiro CLI"),
    tool("llm", "llm", { answer: /llm, version (\S+)/ }),
    tool("ollama", "Ollama"),
    tool("lms", "LM Studio CLI", { probes: [] }),
  ],
};
