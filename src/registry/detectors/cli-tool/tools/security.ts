import type { ToolEntry } from "../tool.ts";
import { BARE_VERSION } from "./patterns.ts";

/** Secrets, signatures and scanners. */
export const SECURITY_TOOLS: readonly ToolEntry[] = [
  { name: "openssl", title: "OpenSSL", ask: ["version"], pattern: /(?:OpenSSL|LibreSSL) (\d\S*)/ },
  {
    name: "gpg",
    title: "GnuPG",
    commands: ["gpg", "gpg2"],
    pattern: /\(GnuPG[^)]*\) (\d\S*)/,
    packages: ["gnupg"],
  },
  { name: "age", title: "age", isAmbiguous: true, pattern: BARE_VERSION },
  { name: "sops", title: "SOPS", ask: ["--version", "--disable-version-check"], pattern: /sops (\d\S*)/ },
  {
    name: "op",
    title: "1Password CLI",
    isAmbiguous: true,
    pattern: BARE_VERSION,
    packages: ["1password-cli"],
    plugins: ["1password-cli", "1password"],
  },
  { name: "bw", title: "Bitwarden CLI", npm: ["@bitwarden/cli"], packages: ["bitwarden-cli"], ask: "never" },
  { name: "pass", title: "pass, the standard Unix password manager", ask: "never" },
  { name: "doppler", title: "Doppler CLI", pattern: /v(\d\S*)/ },
  { name: "infisical", title: "Infisical CLI", pattern: /infisical version (\d\S*)/ },
  { name: "mkcert", title: "mkcert", ask: ["-version"] },
  {
    name: "step",
    title: "Smallstep CLI",
    ask: ["version"],
    isAmbiguous: true,
    pattern: /Smallstep CLI\/(\d\S*)/,
  },
  { name: "cosign", title: "Cosign", ask: ["version"], pattern: /GitVersion:\s+v?(\d\S*)/ },
  { name: "trivy", title: "Trivy", pattern: /Version: v?(\d\S*)/ },
  { name: "grype", title: "Grype", pattern: /grype (\d\S*)/ },
  { name: "syft", title: "Syft", pattern: /syft (\d\S*)/ },
  { name: "semgrep", title: "Semgrep", python: ["semgrep"], ask: "never" },
  { name: "snyk", title: "Snyk CLI", npm: ["snyk"], packages: ["snyk-cli", "snyk"] },
  { name: "checkov", title: "Checkov", python: ["checkov"], ask: "never" },
  { name: "tfsec", title: "tfsec" },
  { name: "trufflehog", title: "TruffleHog", pattern: /trufflehog (\d\S*)/ },
  { name: "nmap", title: "Nmap", pattern: /Nmap version (\d\S*)/ },
  {
    name: "opa",
    title: "Open Policy Agent",
    ask: ["version"],
    isAmbiguous: true,
    pattern: /^Version: v?(\d\S*)/m,
  },
  { name: "conftest", title: "Conftest", pattern: /(?:Version|Conftest): v?(\d\S*)/ },
];
