import { tool, type ToolTable } from "../definition.ts";

const VERSION_WORD = [["version"], ["--version"]];

/** Clouds and what is hosted on them. */
export const CLOUD_TOOLS: ToolTable = {
  category: "cloud",
  tools: [
    tool("gcloud", "Google Cloud CLI"),
    tool("gsutil", "Cloud Storage CLI", { probes: [["version"]] }),
    tool("bq", "BigQuery CLI", { probes: [["version"]] }),
    tool("aws", "AWS CLI"),
    tool("sam", "AWS SAM CLI", { answer: /SAM CLI, version (\S+)/ }),
    tool("cdk", "AWS CDK"),
    tool("eksctl", "eksctl", { probes: VERSION_WORD }),
    tool("az", "Azure CLI", { probes: [["version"], ["--version"]], answer: /azure-cli"?:?\s*"?([\d.]+)/ }),
    tool("azd", "Azure Developer CLI", { probes: VERSION_WORD }),
    tool("func", "Azure Functions Core Tools", { isAmbiguous: true, answer: /^(\d+\.\d+\.\d+)/ }),
    tool("doctl", "DigitalOcean CLI", { probes: VERSION_WORD }),
    tool("flyctl", "Fly.io CLI", { probes: VERSION_WORD }),
    tool("heroku", "Heroku CLI"),
    tool("vercel", "Vercel CLI"),
    tool("netlify", "Netlify CLI"),
    tool("wrangler", "Cloudflare Wrangler"),
    tool("firebase", "Firebase CLI"),
    tool("supabase", "Supabase CLI"),
    tool("railway", "Railway CLI"),
    tool("oci", "Oracle Cloud CLI", { isAmbiguous: true, answer: /^(\d+\.\d+\.\d+)/ }),
    tool("ibmcloud", "IBM Cloud CLI"),
    tool("linode-cli", "Linode CLI"),
    tool("hcloud", "Hetzner Cloud CLI", { probes: VERSION_WORD }),
    tool("scw", "Scaleway CLI", { probes: VERSION_WORD }),
  ],
};

/** Containers and images. */
export const CONTAINER_TOOLS: ToolTable = {
  category: "containers",
  tools: [
    tool("docker", "Docker CLI"),
    tool("docker-compose", "Docker Compose", { probes: [["--version"], ["version"]] }),
    tool("podman", "Podman"),
    tool("nerdctl", "nerdctl"),
    tool("buildah", "Buildah"),
    tool("skopeo", "Skopeo"),
    tool("crane", "crane", { probes: VERSION_WORD }),
    tool("ko", "ko", { probes: VERSION_WORD, isAmbiguous: true, answer: /^v?(\d+\.\d+\.\d+)/ }),
    tool("pack", "Cloud Native Buildpacks", { isAmbiguous: true, answer: /^v?(\d+\.\d+\.\d+)/ }),
    tool("dive", "dive", { isAmbiguous: true, answer: /dive (\d\S*)/ }),
    tool("colima", "Colima", { probes: VERSION_WORD }),
    tool("limactl", "Lima"),
    tool("devcontainer", "Dev Container CLI"),
    tool("act", "act", { isAmbiguous: true, answer: /act version (\S+)/ }),
    tool("trivy", "Trivy"),
    tool("hadolint", "Hadolint"),
  ],
};

/** Kubernetes. */
export const KUBERNETES_TOOLS: ToolTable = {
  category: "kubernetes",
  tools: [
    tool("kubectl", "kubectl", { probes: [["version", "--client"], ["--version"]] }),
    tool("helm", "Helm", { probes: [["version", "--short"], ["--version"]] }),
    tool("helmfile", "Helmfile"),
    tool("kustomize", "Kustomize", { probes: VERSION_WORD }),
    tool("skaffold", "Skaffold", { probes: VERSION_WORD }),
    tool("minikube", "minikube", { probes: [["version", "--short"], ["--version"]] }),
    tool("kind", "kind", { answer: /kind (?:version )?v?(\d+\.\d+\S*)/ }),
    tool("k3d", "k3d"),
    tool("k9s", "k9s", { probes: [["version", "--short"], ["--version"]] }),
    tool("tilt", "Tilt", { probes: VERSION_WORD }),
    tool("argocd", "Argo CD CLI", { probes: [["version", "--client"], ["--version"]] }),
    tool("flux", "Flux CLI"),
    tool("istioctl", "istioctl", { probes: [["version", "--remote=false"], ["--version"]] }),
    tool("kubectx", "kubectx"),
    tool("stern", "Stern"),
  ],
};

/** Infrastructure as code. */
export const INFRASTRUCTURE_TOOLS: ToolTable = {
  category: "infrastructure",
  tools: [
    tool("terraform", "Terraform", { probes: [["--version"], ["version"]] }),
    tool("tofu", "OpenTofu"),
    tool("terragrunt", "Terragrunt"),
    tool("tflint", "TFLint"),
    tool("terraform-docs", "terraform-docs"),
    tool("pulumi", "Pulumi", { probes: VERSION_WORD }),
    tool("ansible", "Ansible"),
    tool("packer", "Packer", { probes: [["--version"], ["version"]] }),
    tool("vault", "Vault"),
    tool("consul", "Consul"),
    tool("nomad", "Nomad"),
    tool("vagrant", "Vagrant"),
    tool("sops", "SOPS"),
    tool("age", "age", { isAmbiguous: true, answer: /^v?(\d+\.\d+\.\d+)/ }),
  ],
};

/** Databases and what speaks to them. */
export const DATABASE_TOOLS: ToolTable = {
  category: "database",
  tools: [
    tool("psql", "PostgreSQL client"),
    tool("mysql", "MySQL client"),
    tool("mariadb", "MariaDB client"),
    tool("sqlite3", "SQLite"),
    tool("redis-cli", "Redis client"),
    tool("valkey-cli", "Valkey client"),
    tool("mongosh", "MongoDB shell"),
    tool("clickhouse", "ClickHouse"),
    tool("duckdb", "DuckDB"),
    tool("cqlsh", "Cassandra shell"),
    tool("influx", "InfluxDB CLI", { probes: VERSION_WORD }),
  ],
};
