import type { ToolEntry } from "../tool.ts";

/** Engines, builders and registries of containers. */
export const CONTAINER_TOOLS: readonly ToolEntry[] = [
  { name: "docker", title: "Docker CLI", pattern: /Docker version ([^\s,]+)/, plugins: ["docker-cli"] },
  { name: "docker-compose", title: "Docker Compose (standalone)" },
  { name: "docker-buildx", title: "Docker Buildx (standalone)", ask: ["version"] },
  { name: "podman", title: "Podman", pattern: /podman version (\S+)/ },
  { name: "podman-compose", title: "Podman Compose", python: ["podman_compose"] },
  { name: "buildah", title: "Buildah" },
  { name: "skopeo", title: "Skopeo" },
  { name: "nerdctl", title: "nerdctl, CLI of containerd" },
  { name: "ctr", title: "containerd client", isAmbiguous: true, pattern: /^ctr \S+ v?(\d\S*)/ },
  { name: "crictl", title: "CLI of container runtimes" },
  { name: "runc", title: "runc" },
  {
    name: "crane",
    title: "Container registry client",
    ask: ["version"],
    isAmbiguous: true,
    pattern: /^v?(\d+\.\d+\.\d+\S*)\s*$/,
  },
  { name: "oras", title: "OCI registry client", ask: ["version"] },
  {
    name: "ko",
    title: "ko, container images of Go programs",
    ask: ["version"],
    isAmbiguous: true,
    pattern: /^v?(\d+\.\d+\.\d+\S*)\s*$/,
  },
  {
    name: "pack",
    title: "Cloud Native Buildpacks CLI",
    isAmbiguous: true,
    pattern: /^v?(\d+\.\d+\.\d+\+git-\S+)/,
  },
  { name: "dive", title: "Layers of container images", isAmbiguous: true, pattern: /^dive (\d\S*)/ },
  { name: "hadolint", title: "Dockerfile linter" },
  { name: "colima", title: "Colima, containers on macOS" },
  { name: "limactl", title: "Lima, Linux machines", packages: ["lima"] },
  { name: "devcontainer", title: "Dev Container CLI", npm: ["@devcontainers/cli"] },
];
