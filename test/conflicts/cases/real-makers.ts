import { certificate } from "./certificate.ts";
import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;

/** Signed by itself, of `oven-server`. */
const OF_BARE_HOST = certificate(
  "MIIBgzCCASmgAwIBAgIUJpnZeKb1lRwC7CmwouIul32HMNAwCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLb3Zlbi1zZXJ2ZXIwIBcNMjYxMTI3MDAyMzUzWhgPMjEyNjExMDMwMDIzNTNaMBYxFDASBgNVBAMMC292ZW4tc2VydmVyMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE4xdu02fEL6jVkZyMwVRh0KkHF1p+dYjaK7lo94moQ0bCrdjFhtbrt/TTXFtDET9klrZpzOlKWsgcaCfnGReoH6NTMFEwHQYDVR0OBBYEFE/eLUC4UYf5TIkhmiRXACPE6voQMB8GA1UdIwQYMBaAFE/eLUC4UYf5TIkhmiRXACPE6voQMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAJP8T1qaE4CmL7WX3xkcyMTJrlmCYl4JPYZyHa7PnAmGAiB/Fa4cEAIy+PBae05DHBTLvwPlIws9mqiTgkkh5g8BtQ==",
);

/** Signed by itself, of `oven-ca`. */
const OF_BARE_AUTHORITY = certificate(
  "MIIBejCCASGgAwIBAgIUS44HsTqRjdzaCADbHQ6DemCSwHswCgYIKoZIzj0EAwIwEjEQMA4GA1UEAwwHb3Zlbi1jYTAgFw0yNjExMjcwMDIzNTNaGA8yMTI2MTEwMzAwMjM1M1owEjEQMA4GA1UEAwwHb3Zlbi1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABIF5nrH8FKRwajpi+SLt+Xe0MU/ecLYQoc3HFoa7YVNZ4Y6TryrRW2CaMMBdaxjSJVgsy6AdVOkjm0XTJtmk6gujUzBRMB0GA1UdDgQWBBTBzfurwbLVFcuyRT8Pk6m9fT2IvzAfBgNVHSMEGDAWgBTBzfurwbLVFcuyRT8Pk6m9fT2IvzAPBgNVHRMBAf8EBTADAQH/MAoGCCqGSM49BAMCA0cAMEQCIFaesLCESG5Ha9ssXBfSPnOzSjeoIVT43bZ0VbnmhmMuAiA8rFc1A+hHXNV/onX21ipbxQbrMVIZAiOs4y3qO3XpMg==",
);

/** What scripts, programs and whoever packs something put where it is looked for. */
export const REAL_MAKERS: readonly Case[] = [
  {
    // Three packages that lack the same but for their names are put together elsewhere.
    rule: "broken_package_json_reference",
    tree: {
      ...Object.fromEntries(
        ["oven", "shop", "bread"].map((name) => [
          `lib/${name}/package.json`,
          `{"main":"./${name}.cjs.js","scripts":{"start":"node start.js"}}\n`,
        ]),
      ),
      "lib/rye/package.json": '{"main":"./gone.js"}\n',
      "site/package.json": '{"main":"none.js"}\n',
      "main-not-exist/package.json": '{"main":"gone.js"}\n',
    },
    found: [
      "broken_package_json_reference lib/bread/package.json:1",
      "broken_package_json_reference lib/oven/package.json:1",
      "broken_package_json_reference lib/rye/package.json:1",
      "broken_package_json_reference lib/shop/package.json:1",
      "broken_package_json_reference lib/bread/package.json:1 (low)",
      "broken_package_json_reference lib/oven/package.json:1 (low)",
      "broken_package_json_reference lib/shop/package.json:1 (low)",
    ],
  },
  {
    // A manual's pages, and one that a program shows with others.
    rule: "broken_md_link",
    tree: {
      "cmd/mount.md": "[a](#vfs)\n",
      "cmd/mount.go": "package a\n\n//go:embed mount.md\nvar help string\n",
      "cmd/serve.md": "[a](#vfs)\n",
      "docs/oven.1.md": "[a](bread.1.md) [b](bread.md)\n",
    },
    found: [
      "broken_md_link cmd/serve.md:1",
      "broken_md_link docs/oven.1.md:1",
      "broken_md_link cmd/mount.md:1 (low)",
      "broken_md_link docs/oven.1.md:1 (low)",
    ],
  },
  {
    // A script writes it.
    rule: "broken_import",
    tree: {
      "ledger/start.js": 'import "./all-ovens";\nimport "./all-gone";\n',
      "copy.sh": "for n in a; do\n  echo $n\ndone > ledger/all-ovens.js\ncat all-gone.js\n",
    },
    found: ["broken_import ledger/start.js:2", "broken_import ledger/start.js:1 (low)"],
  },
  {
    // A hash begins like a token at times.
    rule: "secret_committed",
    tree: {
      "a.txt": `a ${["EAAA84A350160C76", "838944AD8B34C92C02E83AAB45100231260D8D6647D01F24"].join("")}\n`,
      "b.txt": `b ${["EAAA84a350160C76", "83xy44AD8B34C92C02E83AAB45100231260D8D6647D01F24"].join("")}\n`,
      "v1/testfixture/id_rsa": KEY,
    },
    found: ["secret_committed b.txt:1"],
  },
  {
    rule: "secret_in_plain_environment",
    tree: Object.fromEntries(
      ["test-oven", "oven"].map((name) => [
        `k8s/${name}.yaml`,
        "kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\ndata:\n  credentials: Oven4Bread7Rye9Wheat2\n",
      ]),
    ),
    found: [
      "secret_in_plain_environment k8s/oven.yaml:6",
      "secret_in_plain_environment k8s/test-oven.yaml:6 (low)",
    ],
  },
  {
    // A script copies the folder there that one manifest takes many things from.
    rule: "broken_kustomize_reference",
    tree: Object.fromEntries(
      [5, 4].map((count) => [
        `${count}/kustomization.yaml`,
        `resources:\n${Array.from({ length: count }, (_, at) => `  - base/oven-${at}.yaml\n`).join("")}`,
      ]),
    ),
    found: [
      ...Array.from({ length: 3 }, (_, at) => `broken_kustomize_reference 4/kustomization.yaml:${at + 2}`),
      "broken_kustomize_reference 4/kustomization.yaml:5 (low)",
      ...Array.from(
        { length: 5 },
        (_, at) => `broken_kustomize_reference 5/kustomization.yaml:${at + 2} (low)`,
      ),
    ],
  },
  {
    // Whoever reads it takes all of them.
    rule: "duplicate_key",
    tree: {
      "list.yaml": ["a", "b", "c"].map((name) => `${name}:\n  -oven: 1\n  -oven: 2\n`).join(""),
      "apart.yaml": ["a", "b", "c"].map((name) => `${name}:\n  oven: 1\n  bread: 1\n  oven: 2\n`).join(""),
    },
    found: [
      "duplicate_key apart.yaml:2",
      "duplicate_key apart.yaml:6",
      "duplicate_key apart.yaml:10",
      "duplicate_key list.yaml:2 (low)",
      "duplicate_key list.yaml:5 (low)",
      "duplicate_key list.yaml:8 (low)",
    ],
  },
  {
    // Words and numbers are no token; what follows is compiled for tests alone.
    rule: "secret_committed",
    tree: {
      "steps.rs": `fail("${["sk", "migration-step-9-mid-exclude"].join("-")}");\n`,
      "step.rs": `fail("${["sk", "Nzf7RtkdS4s0zFyn5575124129254d9b"].join("-")}");\n`,
      "both.rs": `const A: &str = r#"${KEY}"#;\n\n#[cfg(test)]\n#[allow(oven)]\npub mod tests {\n    const B: &str = r#"${KEY}"#;\n}\n`,
    },
    found: ["secret_committed both.rs:1", "secret_committed step.rs:1"],
  },
  {
    // Ember reads it as if it lay in `app/`.
    rule: "broken_import",
    tree: {
      "ui/config/environment.js": "",
      "ui/app/routes/a.js": 'import "../config/environment";\nimport "../config/gone";\n',
    },
    found: ["broken_import ui/app/routes/a.js:2", "broken_import ui/app/routes/a.js:1 (low)"],
  },
  {
    // Scenarios of Molecule; an address without a secret.
    rule: "secret_committed",
    tree: {
      "roles/ckan/molecule/saml2/playbook.yml": `key: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
      "notify.md": `a: https://${["hooks.slack.com", "services/f10e2821bbb/200352313bc"].join("/")}\n`,
      "real.md": `a: https://${["hooks.slack.com", "services/T02AB3CD4/B05EF6GH7/Qk3vT9pLw2XzR7yB4nHd8sFm"].join("/")}\n`,
    },
    found: ["secret_committed real.md:1", "secret_committed roles/ckan/molecule/saml2/playbook.yml:2 (low)"],
  },
  {
    rule: "broken_tsconfig_reference",
    tree: {
      "play/.nuxt/tsconfig.json": '{"extends":"./gone.json"}\n',
      "play/tsconfig.json": '{"extends":"./gone.json"}\n',
    },
    found: ["broken_tsconfig_reference play/tsconfig.json:1"],
  },
  {
    // A tree of examples says so itself.
    rule: "secret_committed",
    tree: { "README.md": "# Oven Examples\n", "jwt/src/app.key": KEY },
    found: ["secret_committed jwt/src/app.key:1 (low)"],
  },
  {
    rule: "secret_committed",
    tree: {
      "README.md": `<h1>Oven</h1>\n${"It is hot.\n".repeat(60)}\n# Examples\n`,
      "jwt/src/app.key": KEY,
    },
    found: ["secret_committed jwt/src/app.key:1"],
  },
  {
    // ExDoc puts all pages into one folder.
    rule: "broken_md_link",
    tree: {
      "mix.exs": "",
      "guides/server/uploads.md": "",
      "guides/client/a.md": "[a](uploads.md) [b](gone.md)\n",
    },
    found: ["broken_md_link guides/client/a.md:1", "broken_md_link guides/client/a.md:1 (low)"],
  },
  {
    // A command that goes on in the next line.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml": [
        "on: push",
        "jobs:",
        "  a:",
        "    runs-on: ubuntu-latest",
        "    steps:",
        "      - uses: actions/checkout@v4",
        "      - run: |",
        "          git clone --depth 1 \\",
        "            https://github.com/bakery/sync \\",
        "            ./.github/actions/sync",
        "      - uses: ./.github/actions/sync",
        "      - uses: ./.github/actions/gone",
        "",
      ].join("\n"),
    },
    found: ["broken_workflow_path .github/workflows/a.yml:12"],
  },
  {
    // What says of itself that it is not for production, and a name that no authority gave.
    rule: "secret_committed",
    tree: {
      "deploy/dex.yaml": `# secret data -- do not use in production\nkind: ConfigMap\n${"a: 1\n".repeat(90)}b: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
      "deploy/slack.yaml": `# do not use in production\na: ${["xoxb", "17653672482", "19874698324", "Qk3vT9pLw2XzR7yB4nHd8sFm"].join("-")}\n`,
      "deploy/oven.yaml": `# how to use it in production\nkind: ConfigMap\nb: |\n  ${KEY.replaceAll("\n", "\n  ")}\n`,
      "tls/oven/key.pem": KEY,
      "tls/oven/cert.crt": OF_BARE_HOST,
      "tls/ca/key.pem": KEY,
      "tls/ca/cert.crt": OF_BARE_AUTHORITY,
    },
    found: [
      "secret_committed deploy/oven.yaml:4",
      "secret_committed deploy/slack.yaml:2",
      "secret_committed tls/ca/key.pem:1",
      "secret_committed deploy/dex.yaml:94 (low)",
      "secret_committed tls/oven/key.pem:1 (low)",
    ],
  },
  {
    // A phrase that says what is to be put in.
    rule: "secret_in_plain_environment",
    tree: {
      "k8s/oven.yaml": `apiVersion: v1
kind: Pod
metadata: {name: oven}
spec:
  containers:
    - name: a
      env:
        - name: OVEN_KEY_SALT
          value: long-and-random-alpha-numeric-string
        - name: OVEN_SECRET
          value: long-and-warm-nights-at-the-oven
`,
    },
    found: ["secret_in_plain_environment k8s/oven.yaml:11"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "dags/dbt_packages/date/README.md": "[a](gone.md)\n",
      "syntaxes/syntax_test_markdown.md": "[a](gone.md)\n",
      "syntaxes/README.md": "[a](gone.md)\n",
    },
    found: ["broken_md_link syntaxes/README.md:1"],
  },
  {
    rule: "broken_import",
    tree: {
      "generator/template-oven/src/main.ts": 'import "./bake.ts";\n',
      "generator/src/main.ts": 'import "./bake.ts";\n',
    },
    found: [
      "broken_import generator/src/main.ts:1",
      "broken_import generator/template-oven/src/main.ts:1 (low)",
    ],
  },
  {
    // Each is started by its name; of the others, both are.
    rule: "compose_port_collision",
    tree: {
      "compose.yaml": [
        "services:",
        "  oven: {image: a, ports: ['8200:8200']}",
        "  shop: {image: a, ports: ['8200:8200']}",
        "",
      ].join("\n"),
      "shop/compose.yaml": [
        "services:",
        "  bread: {image: a, ports: ['8200:8200']}",
        "  rye: {image: a, ports: ['8200:8200']}",
        "",
      ].join("\n"),
      Makefile: "a:\n\tdocker compose up -d oven\nb:\n\tdocker compose up -d shop && echo oven\n",
      "run.sh": "docker compose up -d bread rye\ndocker compose up -d bread\n",
    },
    found: ["compose_port_collision shop/compose.yaml:2", "compose_port_collision compose.yaml:2 (low)"],
  },
];
