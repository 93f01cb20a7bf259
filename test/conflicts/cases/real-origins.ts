import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;

/** Signed by itself, of `localhost:8443`. */
const OF_PORT = `-----BEGIN CERTIFICATE-----\nMIIBqzCCAVGgAwIBAgIULJp1cm6lmz5ho+NZ+hL2y+HWasAwCgYIKoZIzj0EAwIwKjEPMA0GA1UECgwGQmFrZXJ5MRcwFQYDVQQDDA5sb2NhbGhvc3Q6ODQ0MzAgFw0yNjExMjcwMDM3MjlaGA8yMTI2MTEwMzAwMzcyOVowKjEPMA0GA1UECgwGQmFrZXJ5MRcwFQYDVQQDDA5sb2NhbGhvc3Q6ODQ0MzBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMvrFwfUPq0eHqxZvyXtDg/ysKfdwV5vAP1PpHFG2T1x4VOaEuN9m6XQHh35Zn2rr2dzVEb5jCyh6w4OoffvSqijUzBRMB0GA1UdDgQWBBTc8adMw4+OYtaAn7/8vo8UAwkC1zAfBgNVHSMEGDAWgBTc8adMw4+OYtaAn7/8vo8UAwkC1zAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCICWWwt5sZqhwzHf8sIzgOq1RtaQom6r312BDVoiaRmy5AiEAqNRiq+egIoFJc5TDlHBuUEW5rVe8ROHZsDayEBksIy0=\n-----END CERTIFICATE-----\n`;

/** Of the form of Square's tokens. */
const SQUARE = ["EAAA", "Qk3vT9pLw2XzR7yB4nHd8sFmQk3vT9pLw2XzR7yB4nHd8sFmA3bC5dE7"].join("");

/** What was brought from elsewhere, is one of several, or is filled in later. */
export const REAL_ORIGINS: readonly Case[] = [
  {
    rule: "compose_port_collision",
    tree: {
      "compose.yaml": 'services:\n  a:\n    ports: ["1:80"]\n  a-live:\n    ports: ["1:81"]\n',
      "shop/compose.yaml": 'services:\n  a:\n    ports: ["1:80"]\n  a-live-oven:\n    ports: ["1:81"]\n',
    },
    found: ["compose_port_collision shop/compose.yaml:3", "compose_port_collision compose.yaml:3 (low)"],
  },
  {
    // A switch is no file.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": [
        "on: push",
        "jobs:",
        "  a:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        "      - uses: actions/checkout@v4",
        "      - uses: bakery/changelog@v1",
        "        with:",
        "          skip-version-file: 'true'",
        "      - uses: actions/setup-node@v4",
        "        with:",
        "          node-version-file: .nvmrc",
        "",
      ].join("\n"),
    },
    found: ["broken_workflow_path .github/workflows/a.yml:12"],
  },
  {
    // What a job of CI writes.
    rule: "broken_compose_env_file_reference",
    tree: {
      ".circleci/config.yml": "jobs:\n  a:\n    steps:\n      - run: env | grep CI > circleci.env\n",
      "compose.yaml": "services:\n  a:\n    image: a\n    env_file: [circleci.env, gone.env]\n",
    },
    found: ["broken_compose_env_file_reference compose.yaml:4"],
  },
  {
    // Released by others under their version, and copied from the top of their repository.
    rule: "broken_md_link",
    tree: {
      "extra/connect/oven-connect-v1.3.4/README.md": "[a](gone.md)\n",
      "extra/oven-v1/README.md": "[a](gone.md)\n",
      "oven-1.2.3/README.md": "[a](gone.md)\n",
      "cloud/oven/README.md": "[a](.github/CONTRIBUTING.md) [b](docs/gone.md)\n",
      "cloud/shop/README.md": "[a](docs/CONTRIBUTING.md)\n",
    },
    found: [
      "broken_md_link cloud/shop/README.md:1",
      "broken_md_link extra/oven-v1/README.md:1",
      "broken_md_link oven-1.2.3/README.md:1",
      "broken_md_link cloud/oven/README.md:1 (low)",
      "broken_md_link cloud/oven/README.md:1 (low)",
    ],
  },
  {
    // A script puts the image in.
    rule: "parse_error",
    tree: {
      Dockerfile: "FROM BASEIMAGE\nCMD1\nWORKDIR /\n",
      "oven/Dockerfile": "FROM base\nCMD1\nWORKDIR /\n",
    },
    found: ["parse_error oven/Dockerfile:2"],
  },
  {
    rule: "secret_committed",
    // In YAML, each line of the certificate stands further in; in JSON all stand in one.
    tree: {
      "saml/key.pem": KEY,
      "saml/cert.pem": OF_PORT,
      "chart/saml.yaml": `data:\n  cert: |\n${furtherIn(OF_PORT)}  key: |\n${furtherIn(KEY)}`,
      "saml/all.json": `${JSON.stringify({ cert: OF_PORT, key: KEY }, undefined, 1)}\n`,
      "chart/other.yaml": `data:\n  key: |\n${furtherIn(KEY)}`,
    },
    found: [
      "secret_committed chart/other.yaml:3",
      "secret_committed chart/saml.yaml:7 (low)",
      "secret_committed saml/all.json:3 (low)",
      "secret_committed saml/key.pem:1 (low)",
    ],
  },
  {
    // Words between the signs are not of Stripe's form; lessons show how it is done.
    rule: "secret_committed",
    tree: {
      "docs/import.mdx": `a: ${["sk", "live", "test", "51OxAM2Qly"].join("_")}\n`,
      "shop/pay.mdx": `a: ${["sk", "live", "51OxAM2QlyT9pLw2XzR7yB4n"].join("_")}\n`,
      "lessons/163/tls.yaml": `key: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
    },
    found: ["secret_committed shop/pay.mdx:1", "secret_committed lessons/163/tls.yaml:2 (low)"],
  },
  {
    // An image for each version of what is in it.
    rule: "version_disagreement",
    tree: {
      "pyproject.toml": '[project]\nname = "oven"\nrequires-python = ">=3.9"\n',
      "11.0.Dockerfile": "FROM python:3.5\n",
      "12.0.Dockerfile": "FROM python:3.6\n",
      "13.0.Dockerfile": "FROM python:3.8\n",
      "shop/pyproject.toml": '[project]\nname = "shop"\nrequires-python = ">=3.9"\n',
      "shop/Dockerfile": "FROM python:3.5\n",
      "shop/dev.Dockerfile": "FROM python:3.10\n",
    },
    found: ["version_disagreement shop/Dockerfile:1"],
  },
  {
    // Each file is an example of its own on the page of a provider.
    rule: "tf_variable_twice",
    tree: Object.fromEntries(
      ["examples/resources/oven_bread", "examples/oven"].flatMap((folder) =>
        ["a", "b"].map((name) => [`${folder}/${name}.tf`, 'variable "heat" {\n  type = number\n}\n']),
      ),
    ),
    found: [
      "tf_variable_twice examples/oven/a.tf:1",
      "tf_variable_twice examples/resources/oven_bread/a.tf:1 (low)",
    ],
  },
  {
    // Middleman writes both endings of a page; a page with `Dockerfile` in its name is none.
    rule: "broken_md_link",
    tree: {
      "js/prisma/index.html.md": "[a](./sqlite) [b](./gone)\n",
      "js/prisma/sqlite.html.md": "",
      "js/launch.html.md": "[a](../oven/)\n[b](../gone/)\n",
      "js/oven.html.markerb": "",
    },
    found: ["broken_md_link js/launch.html.md:2", "broken_md_link js/prisma/index.html.md:1"],
  },
  {
    rule: "parse_error",
    tree: {
      "oven/dockerfile.html.markerb": "---\ntitle: Oven\n",
      "oven/Dockerfile.oven": "---\ntitle: Oven\n",
    },
    found: ["parse_error oven/Dockerfile.oven:1"],
  },
  {
    // Made of what they are called after.
    rule: "broken_package_json_reference",
    tree: {
      "package.json": `${JSON.stringify({
        name: "oven",
        exports: { "./oven": "./Oven.astro.tsx", "./shop": "./Shop.astro.tsx" },
      })}\n`,
      "Oven.astro": "",
    },
    found: [
      "broken_package_json_reference package.json:1",
      "broken_package_json_reference package.json:1 (low)",
    ],
  },
  {
    // A line of a packed text, and one that stands alone.
    rule: "secret_committed",
    tree: {
      "packed.mjs": `const a = "${"Qk3vT9pLw2XzR7yB4nHd8sFm".repeat(3)}\\\n${SQUARE}\\\n";\n`,
      "plain.txt": `a\n${SQUARE}\n`,
    },
    found: ["secret_committed plain.txt:2"],
  },
  {
    // What is filled in, or was only ever meant for tests, and what holds for an hour.
    rule: "parse_error",
    tree: {
      "tool/doc-templates/oven.yml": "{#for oven in ovens}\n- a: 1\n{/for}\n",
      "tool/docs/oven.yml": "{#for oven in ovens}\n- a: 1\n{/for}\n",
    },
    found: ["parse_error tool/docs/oven.yml:1", "parse_error tool/doc-templates/oven.yml:1 (low)"],
  },
  {
    rule: "secret_committed",
    tree: {
      "deploy/oven-for-tests-only-secure.yaml": `a: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
      "deploy/oven-secure.yaml": `a: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
      "src/setup.ts": `a("${["ya29", "Qk3vT9pLw2XzR7yB4nHd8sFmA3bC5dE7fG"].join(".")}");\n`,
    },
    found: [
      "secret_committed deploy/oven-secure.yaml:2",
      "secret_committed deploy/oven-for-tests-only-secure.yaml:2 (low)",
      "secret_committed src/setup.ts:1 (low)",
    ],
  },
  {
    // A translated page of Hugo shows the others in the first language, each in a folder of its own; archetypes are filled in.
    rule: "broken_md_link",
    tree: {
      "config/_default/hugo.yaml": "title: Oven\n",
      "archetypes/blog.md": "![a](image.png)\n",
      "content/ko/docs/concepts/glossary.md": "[a](../signals/metrics/)\n[b](./gone.png)\n",
      "content/en/docs/concepts/glossary.md": "[a](../signals/metrics/)\n",
      "content/en/docs/concepts/signals/metrics.md": "",
    },
    found: [
      "broken_md_link content/ko/docs/concepts/glossary.md:2",
      "broken_md_link archetypes/blog.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "tests/expected-oven.md": "[a](gone.md)\n",
      "tests/oven.md": "[a](gone.md)\n",
      "docs/expected-oven.md": "[a](gone.md)\n",
    },
    found: ["broken_md_link docs/expected-oven.md:1", "broken_md_link tests/oven.md:1"],
  },
];

function furtherIn(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "    ");
}
