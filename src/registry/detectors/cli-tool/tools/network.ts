import type { ToolEntry } from "../tool.ts";

/** Clients and servers of the network. */
export const NETWORK_TOOLS: readonly ToolEntry[] = [
  { name: "curl", title: "curl", pattern: /curl (\d\S*)/ },
  { name: "wget", title: "Wget", pattern: /GNU Wget2? (\d\S*)/ },
  {
    name: "http",
    title: "HTTPie",
    python: ["httpie"],
    packages: ["httpie"],
    isAmbiguous: true,
    pattern: /^(\d+\.\d+\.\d+)\s*$/,
  },
  {
    name: "ssh",
    title: "OpenSSH client",
    ask: ["-V"],
    pattern: /OpenSSH_(?:for_Windows_)?(\d[^\s,]*)/,
    packages: ["openssh"],
  },
  { name: "rsync", title: "rsync", pattern: /rsync\s+version v?(\d\S*)/ },
  { name: "rclone", title: "rclone", ask: ["version"], pattern: /rclone v(\d\S*)/ },
  { name: "grpcurl", title: "grpcurl", ask: ["-version"], pattern: /grpcurl v?(\d\S*)/ },
  { name: "nginx", title: "nginx", ask: ["-v"], pattern: /nginx\/(\d\S*)/ },
  { name: "caddy", title: "Caddy", ask: ["version"], pattern: /v(\d\S*)/ },
  { name: "ngrok", title: "ngrok", npm: ["ngrok"], pattern: /version (\d\S*)/ },
  { name: "tailscale", title: "Tailscale", ask: ["version"], pattern: /^(\d+\.\d+\.\d+)/ },
  { name: "mosquitto_pub", title: "Mosquitto client", ask: "never" },
  { name: "dig", title: "dig, asks DNS", ask: ["-v"], pattern: /DiG (\d[^\s-]*)/ },
];
