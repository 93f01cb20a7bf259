import type { Case } from "./types.ts";

const MARK = ["PRIVATE", "KEY"].join(" ");
const BODY = "MIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsMIIEvq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6";
const KEY = `-----BEGIN ${MARK}-----\n${BODY}\n${BODY}\n-----END ${MARK}-----`;

const OF_AMAZON = ["AK", "IAQK3VT7PLW2XZR7YB"].join("");
const OF_SLACK = ["xox", "p-8421-9305-7716-4ddbc191d40ee098cbaae6f3523ada2d"].join("");
const MAPS_KEY = ["AI", "za", "Sy4bK9_mQ2xW7-eR5tY8uI1oP3aS6dF0gH-"].join("");

/** What looks like a secret in well-known repositories and guards nothing, beside what does. */
export const REAL_SECRETS: readonly Case[] = [
  {
    rule: "secret_committed",
    tree: {
      ".env.production": `VITE_APP_FIREBASE_CONFIG='{"apiKey":"${MAPS_KEY}","authDomain":"oven.test"}'\n`,
      "web/a.js": `export const mapsKey = "${MAPS_KEY}";\n`,
      "web/b.js": `firebase.initializeApp({\n  apiKey: "${MAPS_KEY}",\n  authDomain: "oven.test",\n});\n`,
      "web/mock.js": `export const mapsKey = "${MAPS_KEY}";\n`,
      "web/map.html": `<script src="https://maps.googleapis.com/maps/api/js?key=${MAPS_KEY}&x=1"></script>\n`,
      "conf/ssl_PLACE_HOLDER.key": KEY,
      "ci/server.key": KEY,
      "ssh/options_test.go.tmpl": `const key = \`${KEY}\`\n`,
      "ssh/testkey.pem": KEY,
      "ssh/row.tsx": `const PRIVATE_KEY_PLACEHOLDER = \`\n${KEY}\`;\n`,
      "ssh/other.tsx": `const PRIVATE_KEY = \`\n${KEY}\`;\n`,
      "ssh/stub_server.go": `const key = \`${KEY}\`\n`,
    },
    found: [
      "secret_committed ssh/other.tsx:2",
      "secret_committed web/a.js:1",
      "secret_committed .env.production:1 (low)",
      "secret_committed ci/server.key:1 (low)",
      "secret_committed web/b.js:2 (low)",
      "secret_committed web/map.html:1 (low)",
    ],
  },
  {
    rule: "secret_committed",
    tree: {
      "form.vue": `<input placeholder="${["sk", "live", "abc123xyz789"].join("_")}">\n`,
      "oven.js": `const key = "${["sk", "live", "4eC39HqLyjWDarjtT1zdp7dc"].join("_")}";\n`,
    },
    found: ["secret_committed oven.js:1"],
  },
  {
    rule: "secret_committed",
    tree: {
      "tox.ini": `store = AccountName=devstoreaccount1;AccountKey=${["Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1", "OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw=="].join("")}\n`,
      "oven.ini": `store = AccountKey=${["rTy8vdM02xNOcqFlqUwJPLlm", "EtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq"].join("")}\n`,
    },
    found: ["secret_committed oven.ini:1"],
  },
  {
    rule: "secret_committed",
    tree: {
      "dist/modes.js": `words="erilog-${["sk", "prompt-state-selector-no2"].join("-")}|x"\n`,
      "dist/wasm.js": `atob("AGFzbQ${["EA", "AABAAAABAQAAAEAAACDAQ9QAAhQEAAAEAAACEAQAAiAEAAAEAAAB"].join("")}ZZ")\n`,
      "a/text-fixtures/key.pem": `${KEY}\n`,
      "ask.js": `key="${["sk", "q8Zr4Ty1Lm7Pw2Xc9Vb3Nd6"].join("-")}"\n`,
      "pay.js": `key="${["EA", "AAlq8Zr4Ty1Lm7Pw2Xc9Vb3Nd6Fg5Hj0KsQ8Zr4Ty1Lm7Pw2Xc9VbQ"].join("")}"\n`,
      "keys.rs": `const TEST_FAKE_KEY_0: &str = "${KEY}";\nconst LATEST_KEY: &str = "${KEY}";\n`,
      "words.env": `KEY="-----BEGIN ${MARK}-----\\\\nLongStringOfAlphanumericCharactersWillBeHere=\\\\n-----END"\n`,
      "sa.json": `{"project_id": "my-test", "private_key": "${KEY.replaceAll("\n", "\\n")}"}\n`,
    },
    found: [
      "secret_committed ask.js:1",
      "secret_committed keys.rs:5",
      "secret_committed pay.js:1",
      "secret_committed sa.json:1",
    ],
  },
  {
    rule: "secret_in_plain_environment",
    tree: {
      "azurite/compose.yaml": `services:\n  a:\n    environment:\n      BLOB_URL: azure://AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==\n`,
      "s3/compose.yaml": `services:\n  a:\n    environment:\n      S3_KEY_ID: ${["AKIA", "IO5FODNN7EXAMPLE"].join("")}\n`,
      "compose.example.yml": `services:\n  a:\n    environment:\n      SECRET_BASE: \${SECRET_BASE:-6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj}\n`,
      "k8s/database.yaml":
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      env:\n        - {name: DB_PASSWORD, value: mysecretpassword}\n        - {name: APP_PASSWORD, value: hotbread-and-butter}\n",
      ".github/k8s/database.yaml":
        "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - name: a\n      env:\n        - {name: APP_PASSWORD, value: hotbread-and-butter}\n",
      ".github/workflows/ci.yml": `env:\n  BREAD_SOURCE_KEY: "6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj"\njobs: {}\n`,
      ".github/workflows/a.yml": `env:\n  RECAPTCHA_SITE_KEY: "6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj"\n  OVEN_SOURCE_KEY: "6Lc-V8McZuRwTqAJ7s6LGNe7MBZnRiwbsbiWts87aj"\njobs: {}\n`,
    },
    found: [
      "secret_in_plain_environment k8s/database.yaml:8",
      "secret_in_plain_environment .github/k8s/database.yaml:7 (low)",
      "secret_in_plain_environment .github/workflows/a.yml:3 (low)",
      "secret_in_plain_environment .github/workflows/ci.yml:2 (low)",
      "secret_in_plain_environment compose.example.yml:4 (low)",
    ],
  },
  {
    rule: "secret_committed",
    tree: {
      "src/oven.rs": `fn a() {}\n#[cfg(test)]\nmod tests {\n  const KEY: &str = "${["ghp", "x7Qm2LkR9vTz4WcB8nHs1DfG6yPjA3eUo5Ki"].join("_")}";\n}\n`,
      "docs/a.md": `{"token": "${["glpat", "token_for_the_other_oven"].join("-")}"}\n`,
    },
    found: [],
  },
  {
    rule: "secret_committed",
    tree: {
      "form.tsx": `placeholder: "${["glpat", "f79cfa9a03c97f6ffab3"].join("-")}",\n`,
      "schema.py": `Field(examples=["${["glpat", "f79cfa9a03c97f6ffab3"].join("-")}"])\n`,
      "call.ts": `token: "${["glpat", "f79cfa9a03c97f6ffab3"].join("-")}",\n`,
    },
    found: ["secret_committed call.ts:1"],
  },
  {
    rule: "secret_committed",
    tree: {
      "many.ts": Array.from(
        { length: 15 },
        (_, at) => `t("${["glpat", `f79cfa9a03c97f6ff${String(at).padStart(3, "0")}`].join("-")}");\n`,
      ).join(""),
      "read.md": `token: "${["xoxb", "token-from-slack"].join("-")}"\n`,
    },
    found: Array.from(
      { length: 11 },
      (_, at) => `secret_committed many.ts:${at + 1}${at < 3 ? "" : " (low)"}`,
    ),
  },
  {
    // What the documents of a service show, and what everybody starts with on one's own machine.
    rule: "secret_committed",
    tree: {
      "pay.rb": `Stripe.api_key = "${["sk_", "test_4eC39HqLyjWDarjtT1zdp7dc"].join("")}"\n`,
      "start.go": `const key = "${["sb_", "secret_N7UND0UgjKTVK-Uodkm0Hg_xSvEMPvz"].join("")}"\n`,
      "real.rb": `Stripe.api_key = "${["sk_", "live_9vQ2mTn4Kd7WsYb1Rc6Xj9Lh"].join("")}"\n`,
    },
    found: ["secret_committed real.rb:1"],
  },
  {
    // Whoever keeps the script that makes a key beside it makes another where it counts.
    rule: "secret_committed",
    tree: {
      "redis/oven.key": KEY,
      "redis/make.sh": "openssl genrsa -out oven.key 2048\n",
      "mail/oven.key": KEY,
      "mail/README": "These keys are for trials. Do not use them in production.\n",
      "config/dev.exs": `config jwt: """\n${KEY}\n"""\n`,
      "config/prod.exs": `config jwt: """\n${KEY}\n"""\n`,
      "oven_test_data.sql": `'${KEY}'\n`,
      "shop/oven.key": KEY,
      "shop/start.sh": "redis-server --tls-key-file oven.key\n",
      // A browser asks for it: every visitor has the key.
      "a.js": `$.getJSON("https://maps.googleapis.com/maps/api/geocode/json?key=${MAPS_KEY}", show);\n`,
      "b.js": `fetchOnServer("https://maps.googleapis.com/maps/api/geocode/json?key=${MAPS_KEY}");\n`,
      "a.yaml": `- value: "${MAPS_KEY}" # Supplied just for evaluation.\n`,
      "b.yaml": `- value: "${MAPS_KEY}" # For the oven.\n`,
    },
    found: [
      "secret_committed b.js:1",
      "secret_committed b.yaml:1",
      "secret_committed config/prod.exs:2",
      "secret_committed shop/oven.key:1",
      "secret_committed a.js:1 (low)",
      "secret_committed a.yaml:1 (low)",
      "secret_committed config/dev.exs:2 (low)",
      "secret_committed mail/oven.key:1 (low)",
      "secret_committed redis/oven.key:1 (low)",
    ],
  },
  {
    // What a token looks like, and the name of a key that something was signed with.
    rule: "secret_committed",
    tree: {
      "a.py": `# Our token looks like: ${OF_SLACK}\n`,
      "b.py": `# It always starts with xoxp, e.g.:\n#   ${OF_SLACK}\n`,
      "c.py": `# You get an address that looks a little like this:\n#   https://oven.test/a?key=${OF_SLACK}\n`,
      "d.py": `# Our token: ${OF_SLACK}\n`,
      "a.go": `// Credential=${OF_AMAZON}/20261127/us-east-1/s3/aws4_request\n`,
      "b.go": `const id = "${OF_AMAZON}"\n`,
    },
    found: [
      "secret_committed b.go:1",
      "secret_committed d.py:1",
      "secret_committed a.go:1 (low)",
      "secret_committed c.py:2 (low)",
    ],
  },
  {
    // One secret is told once, however often it stands in a file.
    rule: "secret_committed",
    tree: {
      "a.md": `key=${OF_SLACK}\n\nagain key=${OF_SLACK}\n`,
      "packer/vagrant/oven_rsa": KEY,
      "package/oven_rsa": KEY,
    },
    found: [
      "secret_committed a.md:1",
      "secret_committed package/oven_rsa:1",
      "secret_committed packer/vagrant/oven_rsa:1 (low)",
    ],
  },
  {
    // Who looks for secrets has some to try that on; pages show keys that everybody reads.
    rule: "secret_committed",
    tree: {
      "src/forms.rs": `("ghp_[a-zA-Z0-9]{36}", "npm_[A-Za-z0-9]{36}", "${OF_SLACK}")\n`,
      "src/form.rs": `("ghp_[a-zA-Z0-9]{36}", "${OF_SLACK}")\n`,
      "docs/oven.md": `key=${MAPS_KEY}\n`,
    },
    found: [
      "secret_committed src/form.rs:1",
      "secret_committed docs/oven.md:1 (low)",
      "secret_committed src/forms.rs:1 (low)",
    ],
  },
];
