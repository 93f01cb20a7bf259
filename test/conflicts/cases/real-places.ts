import { certificate } from "./certificate.ts";
import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----\n`;

/** The first line of the key that Vagrant hands to everybody. */
const VAGRANT = KEY.replace(BODY, "MIIEogIBAAKCAQEA6NF8iallvQVp22WDkTkyrtvp9eWW6A8YVr+kz4TjGYe7gHzI");

const STRIPE = ["sk", "test", "Qk3vT9pLw2XzR7yB4nHd8sFm"].join("_");
const WEBHOOK = (text: string) => ["whsec", Buffer.from(text).toString("base64")].join("_");

/** Of `localhost`, made for this test; it says nothing of the keys beside it but where they stand. */
const OF_LOCALHOST = certificate(
  "MIIBfjCCASWgAwIBAgIUP4MR5PjZqgLM7SAkhz4UZL6nszgwCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNjIxNDk1OVoYDzIxMjYxMTAyMjE0OTU5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQRDvynWwZAhfdzLLo5oXfwYsJhndpUEh8AvYiJJLLdRrWVlKCCSwaqJs+5lyeY8ZfKIej7oGf8UAHXTLLeIvuwo1MwUTAdBgNVHQ4EFgQUmZyUmY85eetqqwPPqXIjl2A/5t4wHwYDVR0jBBgwFoAUmZyUmY85eetqqwPPqXIjl2A/5t4wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNHADBEAiBKqUIuVPlpazsBh5Xyqh2jL+xWASWQaHhHn9pFKvguuAIgd4qvrliHh3meH8M/LsmyfTgvYW+eAjQXRG9Rm5O8/AM=",
);

/** Of the role `kubernetes-admin`. */
const OF_ROLE = certificate(
  "MIIBvzCCAWWgAwIBAgIURLMZy0C29bBEleIzhnONnb1y7KowCgYIKoZIzj0EAwIwNDEXMBUGA1UECgwOc3lzdGVtOm1hc3RlcnMxGTAXBgNVBAMMEGt1YmVybmV0ZXMtYWRtaW4wIBcNMjYxMTI2MjIxMzA0WhgPMjEyNjExMDIyMjEzMDRaMDQxFzAVBgNVBAoMDnN5c3RlbTptYXN0ZXJzMRkwFwYDVQQDDBBrdWJlcm5ldGVzLWFkbWluMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEvF5BSkQ3QYGFy2Jhwc0+0loMG9sR+7MsHkCumQZZOf1wWPprKOggt6iuGKOReuyTnLt//i6SxrSkBKV7U1SMkaNTMFEwHQYDVR0OBBYEFC+YQVSGoDna7RzGssEYBUyBP9bmMB8GA1UdIwQYMBaAFC+YQVSGoDna7RzGssEYBUyBP9bmMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhALmIyo3tZZqx2or3N/xuN+1lZtMDDscTZT75US/dR6/aAiA4s6KOmNE/4c9n1NgLe2CRvJzBId5HGyXPqZaalo3I3Q==",
);

/** Of an authority called `Local Dev CA`. */
const OF_AUTHORITY = certificate(
  "MIIBhjCCASugAwIBAgIUUU+iZPdYyTKtEKyUH6TnteW8l54wCgYIKoZIzj0EAwIwFzEVMBMGA1UEAwwMTG9jYWwgRGV2IENBMCAXDTI2MTEyNjIyMjgxMFoYDzIxMjYxMTAyMjIyODEwWjAXMRUwEwYDVQQDDAxMb2NhbCBEZXYgQ0EwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAQhAUPdBB3HHPPcsoCqxp3HWDMe1gdVLpnC///NEYwVROQQan5wYKXdD7aPjh3Rn0LLbX213QyzE/habbDu7S/Ro1MwUTAdBgNVHQ4EFgQUPRqBrQ7qaMt01UQej7tOChhNpT8wHwYDVR0jBBgwFoAUPRqBrQ7qaMt01UQej7tOChhNpT8wDwYDVR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEApZOSM3hrh2RpCHCGTZJI/1feF5SxNX1+GjoZmgX5WoUCIQCs5Lzq+E5wWNl1uPeesnTcWC7BxfkF4wd/vGsovMCXSg==",
);

/** Of `oven.bakery.io`. */
const OF_HOST = certificate(
  "MIIBiTCCAS+gAwIBAgIUBXOsU/t6IBFhdEXXZ07m9EaRbg4wCgYIKoZIzj0EAwIwGTEXMBUGA1UEAwwOb3Zlbi5iYWtlcnkuaW8wIBcNMjYxMTI2MjE0OTU5WhgPMjEyNjExMDIyMTQ5NTlaMBkxFzAVBgNVBAMMDm92ZW4uYmFrZXJ5LmlvMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEgnxfVHqxwc+RvPZebW/xTM6kaqD0NswrPVcpF400iyjGdZIKsx7Gekxnapn0iIHsinKk8nKsfkWs6OMmEVrgX6NTMFEwHQYDVR0OBBYEFPJ6M0VOuTFbCAOcApdulQ6Due2YMB8GA1UdIwQYMBaAFPJ6M0VOuTFbCAOcApdulQ6Due2YMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIhAKpwFE2LBrdCL0sy6JM8Km/nXd7hQTlsLa7GIKXQrn0AAiBDBGcqvBwhOzAJlpyRkSUswkBN26gDIo1FGCz7vEHnsg==",
);

/** What stands in one place means another thing there, or nothing at all. */
export const REAL_PLACES: readonly Case[] = [
  {
    // What a certificate beside a key is for.
    rule: "secret_committed",
    tree: {
      "own/key.pem": KEY,
      "own/cert.pem": OF_LOCALHOST,
      "shop/key.pem": KEY,
      "shop/cert.pem": OF_HOST,
      "both/key.pem": KEY,
      "both/a.pem": OF_HOST,
      "both/b.pem": OF_LOCALHOST,
      "admin/key.pem": KEY,
      "admin/cert.pem": OF_ROLE,
      "src/ssl.ts": `export const key = \`${KEY}\`;\nexport const cert = \`${OF_LOCALHOST}\`;\n`,
      "ca/ca.key": KEY,
      "ca/ca.crt": OF_AUTHORITY,
      "broken/key.pem": KEY,
      "broken/cert.pem": certificate("AAAA"),
    },
    found: [
      "secret_committed admin/key.pem:1",
      "secret_committed both/key.pem:1",
      "secret_committed broken/key.pem:1",
      "secret_committed shop/key.pem:1",
      "secret_committed ca/ca.key:1 (low)",
      "secret_committed own/key.pem:1 (low)",
      "secret_committed src/ssl.ts:1 (low)",
    ],
  },
  {
    // Keys that everybody has, and those of places where things are tried.
    rule: "secret_committed",
    tree: {
      "keys/first": VAGRANT,
      "ovtesting/key.pem": KEY,
      "artifacts.example/a.key": KEY,
      "fuzz_sources/a.cc": `x = R"(${KEY})";\n`,
      "Development/a.swift": `let x = """\n${KEY}"""\n`,
      "hack/a.key": KEY,
      "src/doc.rb": `x <<~DOC\n  \`\`\`ruby\n  key "${KEY}"\n  \`\`\`\nDOC\n`,
      "src/a.key": KEY,
    },
    found: [
      "secret_committed src/a.key:1",
      "secret_committed Development/a.swift:2 (low)",
      "secret_committed artifacts.example/a.key:1 (low)",
      "secret_committed fuzz_sources/a.cc:1 (low)",
      "secret_committed hack/a.key:1 (low)",
      "secret_committed ovtesting/key.pem:1 (low)",
      "secret_committed src/doc.rb:3 (low)",
    ],
  },
  {
    // What moves no money; what was packed by people; what is named for tests; what is only told of.
    rule: "secret_committed",
    tree: {
      "pay.ts": `const key = "${STRIPE}";\n`,
      "words.ts": `const key = "${WEBHOOK("the_oven_is_hot_and_the_bread_is_rye")}";\n`,
      "named.ts": `const TEST_SECRET = "${WEBHOOK("\u{1}\u{2}\u{3}oven\u{7f}bread\u{0}rye\u{1b}wheat\u{ff}")}";\n`,
      "real.ts": `const secret = "${WEBHOOK("\u{1}\u{2}\u{3}oven\u{7f}bread\u{0}rye\u{1b}wheat\u{ff}")}";\n`,
      "told.ts": `/** The key. For example, \`-----BEGIN ${MARK}----- ${BODY} ${BODY}\` */\n`,
    },
    found: [
      "secret_committed real.ts:1",
      "secret_committed named.ts:1 (low)",
      "secret_committed pay.ts:1 (low)",
    ],
  },
  {
    // Folders that a site makes, and such as were forgotten.
    rule: "broken_md_link",
    tree: {
      "docs/index.md": "[a](api/oven.md) [b](./gone.md)\n",
      "docs/deep/page.md": "[a](../../cli/oven) [b](../gone.md)\n",
      "docs/README.md": "[a](api/oven.md)\n",
      "guide/index.md": "[a](api/oven.md)\n",
    },
    found: [
      "broken_md_link docs/README.md:1",
      "broken_md_link docs/deep/page.md:1",
      "broken_md_link docs/index.md:1",
      "broken_md_link guide/index.md:1",
      "broken_md_link docs/deep/page.md:1 (low)",
      "broken_md_link docs/index.md:1 (low)",
    ],
  },
  {
    // What every translation lacks is told of the original; older versions stay as they were.
    rule: "broken_md_link",
    tree: {
      "i18n/de/a.md": "[a](oven.md)\n",
      "i18n/fr/a.md": "[a](oven.md)\n",
      "i18n/zh-CN/a.md": "[a](oven.md) [b](own.md)\n",
      "i18n/en/b.md": "[a](oven.md)\n",
      "content/v1.10-docs/a.md": "[a](oven.md) [b](#rye)\n",
      "versioned_docs/version-2.x/a.md": "[a](oven.md)\n",
      "content/docs/a.md": "[a](oven.md) [b](#rye)\n",
      "docs/2024/a.md": "[a](oven.md)\n",
      "task/oven/0.1/a.md": "[a](oven.md)\n",
      "sdk/go/a.md": "[a](hot.md)\n",
      "sdk/js/a.md": "[a](hot.md)\n",
      "sdk/py/a.md": "[a](hot.md)\n",
      "good.md": `# a\n${"[a](good.md) [b](#a)\n\n".repeat(30)}`,
    },
    found: [
      "broken_md_link content/docs/a.md:1",
      "broken_md_link content/docs/a.md:1",
      "broken_md_link docs/2024/a.md:1",
      "broken_md_link i18n/en/b.md:1",
      "broken_md_link i18n/zh-CN/a.md:1",
      "broken_md_link sdk/go/a.md:1",
      "broken_md_link sdk/js/a.md:1",
      "broken_md_link sdk/py/a.md:1",
      "broken_md_link task/oven/0.1/a.md:1",
      "broken_md_link content/v1.10-docs/a.md:1 (low)",
      "broken_md_link content/v1.10-docs/a.md:1 (low)",
      "broken_md_link i18n/de/a.md:1 (low)",
      "broken_md_link i18n/fr/a.md:1 (low)",
      "broken_md_link i18n/zh-CN/a.md:1 (low)",
      "broken_md_link versioned_docs/version-2.x/a.md:1 (low)",
    ],
  },
  {
    // Paradox and rustdoc know these by their names.
    rule: "broken_md_link",
    tree: {
      "a.md": [
        "@javadoc[Oven](bakery.Oven#hot(a)) and @scaladoc[Oven[T]](bakery.Oven[T]=x)",
        "[Oven](bakery::Oven)",
        "@ref[Oven](oven.md)",
        "mail@[Oven](bread.md)",
        "",
      ].join("\n"),
    },
    found: ["broken_md_link a.md:3", "broken_md_link a.md:4"],
  },
  {
    rule: "parse_error",
    tree: {
      "dockerfile.mdx": "---\ntitle: a\n---\n",
      "a.Dockerfile": "FROM a\nBAKE b\n",
      "helium/package.json": '{\n  "name": "PACKAGE_NAME",\n  "dependencies": {\nDEPENDENCIES\n  }\n}\n',
      "shop/package.json": '{\n  "a": 1\n  b\n}\n',
      "image.yaml": "kind: Oven\nimage: {user}/oven\n",
      "flow.yml": "name: [[.name]]-dev\n",
      "flows.yml": "name: [[name]]-dev\n",
      "map.yaml": "kind: Oven\nimage: {user} oven\n",
      "long.yaml": `${Array.from({ length: 9_000 }, (_, n) => `k${n}: 1\n`).join("")}a:\n  b: "one\n  two"\n`,
    },
    found: [
      "parse_error a.Dockerfile:2",
      "parse_error flows.yml:1",
      "parse_error map.yaml:2",
      "parse_error shop/package.json:3",
    ],
  },
  {
    rule: "broken_package_json_reference",
    tree: {
      "a/package.json": '{ "main": "MAIN_FILE" }\n',
      "b/package.json": '{ "main": "MAIN.js" }\n',
    },
    found: ["broken_package_json_reference b/package.json:1"],
  },
  {
    // Many do not forget the same.
    rule: "broken_tsconfig_reference",
    tree: Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [
        `${name}/tsconfig.json`,
        `{"compilerOptions":{"paths":{"x":["./src/${name === "d" ? "gone" : "proxy"}/index.ts"]}}}\n`,
      ]),
    ),
    found: [
      "broken_tsconfig_reference d/tsconfig.json:1 (medium)",
      "broken_tsconfig_reference a/tsconfig.json:1 (low)",
      "broken_tsconfig_reference b/tsconfig.json:1 (low)",
      "broken_tsconfig_reference c/tsconfig.json:1 (low)",
    ],
  },
  {
    rule: "broken_compose_path",
    tree: Object.fromEntries(
      ["a", "b", "c", "d"].map((name) => [
        `${name}/compose.yaml`,
        `services:\n  oven:\n    build:\n      context: .\n      dockerfile: ${name === "d" ? "gone" : "ci"}/Dockerfile\n`,
      ]),
    ),
    found: [
      "broken_compose_path d/compose.yaml:5",
      "broken_compose_path a/compose.yaml:5 (low)",
      "broken_compose_path b/compose.yaml:5 (low)",
      "broken_compose_path c/compose.yaml:5 (low)",
    ],
  },
  {
    // A package that is put together of two; a bundle of Browserify.
    rule: "broken_import",
    tree: {
      "ports/web/asyncio/__init__.py": "from .event import *\nfrom .gone import *\n",
      "extmod/asyncio/event.py": "",
      "lib/live.js":
        '(function e(t,n,r){})({1:[function(require,module,exports){\nx = require("./oven");\n},{"./oven":2}]})\n',
      "lib/plain.js": 'x = require("./oven");\n',
    },
    found: [
      "broken_import lib/plain.js:1",
      "broken_import ports/web/asyncio/__init__.py:2",
      "broken_import ports/web/asyncio/__init__.py:1 (low)",
    ],
  },
  {
    // A page says where to get it.
    rule: "broken_dockerfile_copy",
    tree: {
      "a/Dockerfile": "FROM a\nCOPY oven.data rye.data /x/\n",
      "a/README.md": "Bring these:\n- https://bakery.example.com/all/oven.data\n",
      "b/Dockerfile": "FROM a\nCOPY oven.data /x/\n",
    },
    found: ["broken_dockerfile_copy a/Dockerfile:2", "broken_dockerfile_copy b/Dockerfile:2"],
  },
  {
    // So many are left to those who need them.
    rule: "env_missing_key",
    tree: {
      ".env.example": Array.from({ length: 20 }, (_, n) => `KNOWN_${n}=1\n`).join(""),
      "a.ts": Array.from({ length: 20 }, (_, n) => `x(process.env.KNOWN_${n});\n`).join(""),
      "b.ts": Array.from({ length: 8 }, (_, n) => `x(process.env.OVEN_${n});\n`).join(""),
    },
    found: Array.from({ length: 8 }, (_, n) => `env_missing_key b.ts:${n + 1} (low)`),
  },
  {
    rule: "env_missing_key",
    tree: {
      ".env.example": "A=1\n# OVEN_A=1\nB=1\nC=1\nD=1\nE=1\n",
      "a.ts":
        "x(process.env.A, process.env.B, process.env.C, process.env.D, process.env.E);\nx(process.env.OVEN_A);\nx(process.env.OVEN_B);\nx(process.env.OVEN_C);\n",
      "next.config.js": "module.exports = { env: { OVEN_B: process.env.npm_package_version } };\n",
    },
    found: ["env_missing_key a.ts:4 (low)"],
  },
  {
    // Longer than any secret that people call so.
    rule: "secret_in_plain_environment",
    tree: {
      "k8s/a.yaml": `kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\ndata:\n  credentials: '{"${"oven bread ".repeat(60)}"}'\n`,
      "k8s/b.yaml":
        "kind: ConfigMap\napiVersion: v1\nmetadata:\n  name: a\ndata:\n  credentials: Oven4Bread7Rye9Wheat2\n",
    },
    found: ["secret_in_plain_environment k8s/b.yaml:6"],
  },
];
