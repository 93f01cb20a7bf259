import type { ToolEntry } from "../tool.ts";

/** Version control and the services around it. */
export const VERSION_CONTROL_TOOLS: readonly ToolEntry[] = [
  { name: "git", title: "Git", pattern: /git version (\d+(?:\.\d+)+)/ },
  { name: "git-lfs", title: "Git LFS", pattern: /git-lfs\/(\d\S*)/ },
  {
    name: "gh",
    title: "GitHub CLI",
    pattern: /gh version (\d\S*)/,
    packages: ["gh", "github-cli"],
    plugins: ["gh", "github-cli"],
  },
  { name: "hub", title: "hub, GitHub for git", pattern: /hub version (\d\S*)/, isAmbiguous: true },
  { name: "glab", title: "GitLab CLI" },
  { name: "tea", title: "Gitea CLI", isAmbiguous: true, pattern: /^(?:tea version |Version: )v?(\d[^\s+]*)/ },
  { name: "jj", title: "Jujutsu", pattern: /^jj (\d\S*)/, packages: ["jj", "jujutsu"], isAmbiguous: true },
  {
    name: "hg",
    title: "Mercurial",
    pattern: /\(version (\d[^\s)]*)/,
    packages: ["mercurial"],
    python: ["mercurial"],
  },
  { name: "svn", title: "Subversion", pattern: /svn, version (\d\S*)/, packages: ["subversion"] },
  { name: "gitleaks", title: "Gitleaks", ask: ["version"] },
  { name: "git-crypt", title: "git-crypt" },
  { name: "lazygit", title: "lazygit", pattern: /\bversion=v?(\d[^\s,]*)/ },
  { name: "tig", title: "tig", pattern: /tig version (\d\S*)/, isAmbiguous: true },
  {
    name: "delta",
    title: "delta, shows differences",
    pattern: /^delta (\d\S*)/,
    packages: ["git-delta"],
    isAmbiguous: true,
  },
  { name: "lefthook", title: "Lefthook", ask: ["version"], npm: ["lefthook"] },
  { name: "dvc", title: "DVC", python: ["dvc"] },
];
