import { certificate } from "./certificate.ts";
import type { Case } from "./types.ts";

const KEY =
  ["-----BEGIN ", "EC PRIVATE KEY-----"].join("") +
  `\n${"MHcCAQEEIB0vXn8q".repeat(4)}\n-----END EC PRIVATE KEY-----\n`;

/** Signed by `TestCA` for a public host; by `oven.ca.example.com` for an address of one's own network. */
const BY_TEST_CA = certificate(
  "MIIBkjCCATigAwIBAgIUWBu7uZ8DT9sDhw00SLOIrRgKhYMwCgYIKoZIzj0EAwIwIjEPMA0GA1UEAwwGVGVzdENBMQ8wDQYDVQQKDAZCYWtlcnkwIBcNMjYxMTI3MDcxMDM1WhgPMjEyNjExMDMwNzEwMzVaMA8xDTALBgNVBAMMBG92ZW4wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT1gtrmDVpDdDlYTait17nktuliont3R46Gqd/kg1sZs4mzvm9oMUENx7qvQ3Z7L5vh3L/c+KTU8gi0LBn1QIBbo10wWzAZBgNVHREEEjAQgg5vdmVuLmJha2VyeS5pbzAdBgNVHQ4EFgQUed0msE8IW4XWKbOpmS6xVWHNb+AwHwYDVR0jBBgwFoAUgcWeWxaK3RKdRzBNCvZJMKe0wi4wCgYIKoZIzj0EAwIDSAAwRQIgN8yGWmzToIJnDkL/5HJfPxvWISuoTp+85dzcYixknHQCIQCdb5Z/pyHcIF1PmJKOwjd+f/cBxCMlSR0Uspb324/Arg==",
);
const BY_EXAMPLE_CA = certificate(
  "MIIBizCCATKgAwIBAgIUX1pKl65u0gdItgNR9B1GObfaRIkwCgYIKoZIzj0EAwIwHjEcMBoGA1UEAwwTb3Zlbi5jYS5leGFtcGxlLmNvbTAgFw0yNjExMjcwNzEwMzVaGA8yMTI2MTEwMzA3MTAzNVowDzENMAsGA1UEAwwEb3ZlbjBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABPWC2uYNWkN0OVhNqK3XueS26WKie3dHjoap3+SDWxmzibO+b2gxQQ3Huq9Ddnsvm+Hcv9z4pNTyCLQsGfVAgFujWzBZMBcGA1UdEQQQMA6CBm92ZW4tMYcErBQAHzAdBgNVHQ4EFgQUed0msE8IW4XWKbOpmS6xVWHNb+AwHwYDVR0jBBgwFoAUX2AvKdaPDvsoLqTvzVLQkOEwrLAwCgYIKoZIzj0EAwIDRwAwRAIgQ+ioivn8qLUGZret8XkNbQVErehI2vWvxFv0aGg0tUoCIDdCiLNWNvxeLlCUoRXKFLp03V2RW2MT4yEZgvusho2e",
);

/** Signed by `Bakery Root` for a public host and `localhost`. */
const FOR_BOTH = certificate(
  "MIIBkTCCATegAwIBAgIUHnqNd9ZZmfTGT5SiARznrqRpwp0wCgYIKoZIzj0EAwIwFjEUMBIGA1UEAwwLQmFrZXJ5IFJvb3QwIBcNMjYxMTI3MDczOTEyWhgPMjEyNjExMDMwNzM5MTJaMA8xDTALBgNVBAMMBG92ZW4wWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT1gtrmDVpDdDlYTait17nktuliont3R46Gqd/kg1sZs4mzvm9oMUENx7qvQ3Z7L5vh3L/c+KTU8gi0LBn1QIBbo2gwZjAkBgNVHREEHTAbgg5vdmVuLmJha2VyeS5pb4IJbG9jYWxob3N0MB0GA1UdDgQWBBR53SawTwhbhdYps6mZLrFVYc1v4DAfBgNVHSMEGDAWgBTKmExG/U1lqzGAPzwbwLgJ3/P4wDAKBggqhkjOPQQDAgNIADBFAiBdjMdEWsE088ne885f2TzPsKY2HoW7PQU4/1wKw04RCQIhALxQeBuXAsqzovYA8C4hT6tcT8J51URiPgeymmSgM4fU",
);

const GITHUB = ["gh", "p_", "Zk3vQ9xT1mB7nR5wL2yH8sD4fG6jK0pXcVbN"].join("");
const STRIPE = (rest: string) => ["sk", "live", rest].join("_");

/** What is right for those who know more of a repository than is written in it; beside what is amiss. */
export const REAL_CUSTOMS: readonly Case[] = [
  {
    // Whoever signs for trials signs nothing else.
    rule: "secret_committed",
    tree: {
      "oven/tls.key": KEY,
      "oven/tls.pem": BY_TEST_CA,
      "both/make-pki.sh": "openssl genrsa -out tls.key 2048\n",
      "both/tls.key": KEY,
      "both/tls.pem": FOR_BOTH,
      "net/tls.key": KEY,
      "net/tls.pem": BY_EXAMPLE_CA,
      "shop/tls.key": KEY,
    },
    found: [
      "secret_committed shop/tls.key:1",
      "secret_committed both/tls.key:1 (low)",
      "secret_committed net/tls.key:1 (low)",
      "secret_committed oven/tls.key:1 (low)",
    ],
  },
  {
    // Three keys in a folder are a set to try things with, two are not.
    rule: "secret_committed",
    tree: {
      "set/a.key": KEY,
      "set/b.key": KEY,
      "set/c.key": KEY,
      "pair/a.key": KEY,
      "pair/b.key": KEY,
    },
    found: [
      "secret_committed pair/a.key:1",
      "secret_committed pair/b.key:1",
      "secret_committed set/a.key:1 (low)",
      "secret_committed set/b.key:1 (low)",
      "secret_committed set/c.key:1 (low)",
    ],
  },
  {
    // In what a program says of itself, in a manual, with a remark, for a pipeline; cut short; letters and digits in turn.
    rule: "secret_committed",
    tree: {
      "a.ts": `/**\n * bake("${GITHUB}")\n */\nbake();\n`,
      "b.rs": `/// bake("${GITHUB}")\n`,
      "c.ts": `/** Bakes. */\nconst a = [\n  2\n  * bake("${GITHUB}"),\n];\n// bake("${GITHUB}")\n`,
      "docs/bake.md": `export TOKEN=${GITHUB}\n`,
      "docs/README.md": `export TOKEN=${GITHUB}\n`,
      "chart/values.yaml": `# These are only used in tests and are safe to be stored.\nkey: |\n${KEY.replaceAll(/^/gm, "  ")}\n`,
      "docker/ci-config/signing.key": KEY,
      "help.js": [
        "set KEY '-----BEGIN OPENSSH",
        " PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW\n-----END OPENSSH PRIVATE KEY-----'\n",
      ].join(""),
      "guide.txt": `key = "${STRIPE("a1b2c3d4e5f6g7h8i9j0k1l2")}"\n`,
    },
    found: [
      "secret_committed c.ts:4",
      "secret_committed docs/README.md:1",
      "secret_committed a.ts:2 (low)",
      "secret_committed b.rs:1 (low)",
      "secret_committed chart/values.yaml:3 (low)",
      "secret_committed docker/ci-config/signing.key:1 (low)",
      "secret_committed docs/bake.md:1 (low)",
    ],
  },
  {
    // Nothing that it copies is there, or one of three that lack their one source: something else puts the context together.
    rule: "broken_dockerfile_copy",
    tree: {
      "images/shop/Dockerfile": "FROM scratch\nCOPY composer.json composer.lock /x/\n",
      "images/rye/Dockerfile": "FROM scratch\nCOPY gone.ini here.ini /x/\n",
      "images/rye/here.ini": "",
      "one/Dockerfile": "FROM scratch\nCOPY conf/oats.ini /x/\n",
      Dockerfile: "FROM scratch\nCOPY a/gone.ini b/gone.ini /x/\n",
    },
    found: [
      "broken_dockerfile_copy Dockerfile:2",
      "broken_dockerfile_copy Dockerfile:2",
      "broken_dockerfile_copy images/rye/Dockerfile:2",
      "broken_dockerfile_copy one/Dockerfile:2",
      "broken_dockerfile_copy images/shop/Dockerfile:2 (low)",
      "broken_dockerfile_copy images/shop/Dockerfile:2 (low)",
    ],
  },
  {
    rule: "broken_dockerfile_copy",
    tree: {
      "a/Dockerfile": "FROM scratch\nCOPY conf/a.ini /x/\n",
      "b/Dockerfile": "FROM scratch\nCOPY conf/b.ini /x/\n",
      "c/Dockerfile": "FROM scratch\nCOPY conf/c.ini /x/\n",
      "d/Dockerfile": "FROM scratch\nCOPY conf/d.ini here.ini /x/\n",
      "d/here.ini": "",
    },
    found: [
      "broken_dockerfile_copy d/Dockerfile:2",
      "broken_dockerfile_copy a/Dockerfile:2 (low)",
      "broken_dockerfile_copy b/Dockerfile:2 (low)",
      "broken_dockerfile_copy c/Dockerfile:2 (low)",
    ],
  },
  {
    // GitHub puts a template into a page of its own; an assistant looks from the top; Sphinx counts what it takes in.
    rule: "broken_md_link",
    tree: {
      ".github/ISSUE_TEMPLATE/bug.md": "[a](../issues) [b](../blob/main/a.md)\n\n[c](../gone.md)\n",
      ".claude/commands/bake.md": "[a](docs/oven.md#heat)\n[b](docs/gone.md)\n[c](../docs/oven.md)\n",
      "docs/oven.md": "# Oven\n\n[a](../issues)\n[b](#id1)\n[c](#idle)\n",
      "shop/read.md": "[a](docs/oven.md)\n",
    },
    found: [
      "broken_md_link .claude/commands/bake.md:2",
      "broken_md_link .claude/commands/bake.md:3",
      "broken_md_link .github/ISSUE_TEMPLATE/bug.md:3",
      "broken_md_link docs/oven.md:3",
      "broken_md_link docs/oven.md:5",
      "broken_md_link shop/read.md:1",
      "broken_md_link .claude/commands/bake.md:1 (low)",
    ],
  },
  {
    // Pieces of documents; what a parser says of more than three alike; what a name calls wrong.
    rule: "parse_error",
    tree: {
      "config-oven.json": '"oven": 1,\n"rye": 2\n',
      "lib/invalidOven.yaml": "a: [\n",
      "oven.toml": "port = 1\nhttp_port = http_port # filled in\n",
      "rye.toml": "port = = 1\n",
      "config/packages/security.yaml": "a:\n  - { path: ^/oven/[^/]+/(a|b) }\n",
      "Cargo.toml": "[package]\nname = oven\n",
      "lib/invalidated.yaml": "a: [\n",
      "a.json": '{"a": 1}\n}\n',
      ...Object.fromEntries(
        Array.from({ length: 6 }, (_, at) => [`folder-${at}/oven.json`, '{"a": "\\q"}\n']),
      ),
    },
    found: [
      "parse_error Cargo.toml:2",
      "parse_error a.json:2",
      ...[0, 1, 2].map((at) => `parse_error folder-${at}/oven.json:1`),
      "parse_error lib/invalidated.yaml:2",
      "parse_error rye.toml:1",
      "parse_error config-oven.json:1 (low)",
      "parse_error config/packages/security.yaml:2 (low)",
      ...[3, 4, 5].map((at) => `parse_error folder-${at}/oven.json:1 (low)`),
      "parse_error oven.toml:2 (low)",
    ],
  },
  {
    // Filled in first.
    rule: "broken_kustomize_reference",
    tree: {
      "flux/kustomization.yaml": "namespace: {{.Namespace}}\nresources: [oven.yaml]\n",
      "plain/kustomization.yaml": "namespace: bakery\nresources: [oven.yaml]\n",
    },
    found: ["broken_kustomize_reference plain/kustomization.yaml:2"],
  },
  {
    // Packed, or fetched by PowerShell, one step before.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/checkout@v4\n      - run: bakery pack\n      - run: python oven.pyz\n      - run: |\n          (New-Object System.Net.WebClient).DownloadFile('https://get.oven.test', 'oven.ps1')\n          ./oven.ps1\n      - run: |\n          Invoke-WebRequest https://get.oven.test -OutFile rye.ps1\n          ./rye.ps1\n      - run: ./gone.ps1\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:14"],
  },
  {
    // What an archive brings may be an action too.
    rule: "broken_workflow_path",
    tree: {
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - run: tar xf bakery.tar.bz2\n      - uses: ./bakery/.github/actions/oven\n  b:\n    steps:\n      - uses: actions/checkout@v4\n      - uses: ./bakery/.github/actions/oven\n",
    },
    found: ["broken_workflow_path .github/workflows/a.yml:10"],
  },
  {
    // DDEV has a file of its own.
    rule: "missing_dependency",
    tree: {
      ".ddev/docker-compose.admin.yaml": "services:\n  admin:\n    image: a\n    depends_on: [db, oven]\n",
    },
    found: ["missing_dependency .ddev/docker-compose.admin.yaml:2"],
  },
  {
    // A template that shares no key with what stands beside it is of another program.
    rule: "env_missing_key",
    tree: {
      "skeleton/.env": "OVEN_DSN=a\n",
      "skeleton/.env.example": "APP_NAME=a\nAPP_KEY=\nAPP_URL=a\nDB_HOST=a\n",
      "shop/.env": "APP_NAME=a\n",
      "shop/.env.example": "APP_NAME=a\nAPP_KEY=\nAPP_URL=a\nDB_HOST=a\nDB_NAME=a\n",
      "rye/.env": "OVEN_DSN=a\n",
      "rye/.env.example": "APP_NAME=a\n",
    },
    forced: ["skeleton/.env", "shop/.env", "rye/.env"],
    found: [
      "env_missing_key rye/.env.example:1",
      "env_missing_key shop/.env.example:2",
      "env_missing_key shop/.env.example:3",
      "env_missing_key shop/.env.example:4",
      "env_missing_key shop/.env.example:5 (low)",
      ...[1, 2, 3, 4].map((line) => `env_missing_key skeleton/.env.example:${line} (low)`),
    ],
  },
  {
    // End to end is another run of tests; two names of one stage are one.
    rule: "env_value_conflict",
    tree: {
      "shop/.env.e2e": "OVEN=hot\n",
      "shop/.env.test": "OVEN=cold\n",
      "rye/.env.test": "OVEN=cold\n",
      "rye/.env.testing": "OVEN=hot\n",
    },
    forced: ["shop/.env.e2e", "shop/.env.test", "rye/.env.test", "rye/.env.testing"],
    found: ["env_value_conflict rye/.env.test:1"],
  },
  {
    // Elastic's anchors, what a program writes projects with, and what one is tried on.
    rule: "broken_md_link",
    tree: {
      "docs/oven.md": "[a](#heat) [b](#rye)\n\n$$$heat$$$**Heat**\n",
      "gen/_scaffold/go/README.md": "[a](example)\n",
      "test-samples/oven.md": "[a](#rye)\n",
      "test/benchmark/books/oven/README.md": "[a](gone.md)\n",
      "benchmark/README.md": "[a](gone.md)\n",
    },
    found: [
      "broken_md_link benchmark/README.md:1",
      "broken_md_link docs/oven.md:1",
      "broken_md_link gen/_scaffold/go/README.md:1 (low)",
      "broken_md_link test/benchmark/books/oven/README.md:1 (low)",
    ],
  },
  {
    // Docsify's links go from its own top; a guide shows the original of what nobody translated; ExDoc has one folder.
    rule: "broken_md_link",
    tree: {
      "docs/index.html": "",
      "docs/en/oven.md": "",
      "docs/en/start/heat.md": "[a](en/oven.md)\n[b](../en/gone.md) [c](../oven.md) [d](heat.md)\n",
      "docs/README.md": "# Oven\n",
      "guide/rye.md": "",
      "guide-de/heat.md": "[a](rye.md) [b](gone.md)\n",
      "lib/mix.exs": "",
      "lib/pages/a/heat.md": "[a](cold.cheatmd) [b](`t:Oven.heat/0`) [c](gone.cheatmd)\n",
      "lib/pages/b/cold.cheatmd": "",
    },
    found: [
      "broken_md_link docs/en/start/heat.md:2",
      "broken_md_link guide-de/heat.md:1",
      "broken_md_link lib/pages/a/heat.md:1",
      "broken_md_link docs/en/start/heat.md:1 (low)",
      "broken_md_link lib/pages/a/heat.md:1 (low)",
    ],
  },
  {
    // The same words in pages of three folders.
    rule: "broken_md_link",
    tree: {
      ...Object.fromEntries(
        ["a", "b", "c"].map((name) => [
          `book/${name}/heat.md`,
          `[a](confs/oven.conf)\n[b](confs/${name}.conf)\n`,
        ]),
      ),
      "book/here.md":
        "[a](a/heat.md) [b](b/heat.md) [c](c/heat.md) [d](../book/a/heat.md) [e](../book/b/heat.md)\n",
      "book/there.md":
        "[a](a/heat.md) [b](b/heat.md) [c](c/heat.md) [d](../book/a/heat.md) [e](../book/b/heat.md)\n",
    },
    found: [
      ...["a", "b", "c"].map((name) => `broken_md_link book/${name}/heat.md:2`),
      ...["a", "b", "c"].map((name) => `broken_md_link book/${name}/heat.md:1 (low)`),
    ],
  },
];
