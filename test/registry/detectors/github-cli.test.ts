import { expect, test } from "vitest";
import { join } from "node:path";
import { githubCliDetector } from "../../../src/registry/detectors/github-cli/index.ts";
import { verifyResources } from "../../../src/registry/verify.ts";
import {
  createCredentialBench,
  detectInHome,
  expectNoSecret,
  HOSTILE_TEXTS,
  outline,
} from "../../support/credential-bench.ts";

const fixture = "github-cli";

test("hosts of gh and glab with their users; hosts without a login are none", async () => {
  const bench = await createCredentialBench({ fixture });
  const report = await bench.detect(githubCliDetector);
  expect(outline(report)).toMatchInlineSnapshot(`
    [
      "access_token github:github.com available ~/.config/gh/hosts.yml:1",
      "access_token github:github.observatory.example available ~/.config/gh/hosts.yml:10",
      "access_token gitlab:gitlab.observatory.example available ~/.config/glab-cli/config.yml:7",
    ]
  `);
  expect(report.resources.map(({ metadata }) => metadata)).toMatchInlineSnapshot(`
    [
      {
        "activeUser": "stella",
        "gitProtocol": "ssh",
        "host": "github.com",
        "isVerified": false,
        "storage": "file",
        "users": [
          "stella",
          "night-shift",
        ],
      },
      {
        "activeUser": "stella",
        "gitProtocol": "https",
        "host": "github.observatory.example",
        "isVerified": false,
        "storage": "keyring",
        "users": [
          "stella",
        ],
      },
      {
        "activeUser": "stella",
        "gitProtocol": "https",
        "host": "gitlab.observatory.example",
        "isVerified": false,
        "storage": "file",
        "users": [
          "stella",
        ],
      },
    ]
  `);
  expectNoSecret(report);
});

test("folders that the environment names", async () => {
  const bench = await createCredentialBench({
    home: {
      "a/hosts.yml": "dome.example:\n  user: stella\n",
      "b/config.yml": "hosts:\n  lab.example:\n    token: canary\n",
    },
    env: { GH_CONFIG_DIR: "~/a", GLAB_CONFIG_DIR: "~/b" },
  });
  const report = await bench.detect(githubCliDetector);
  expect(outline(report)).toEqual([
    "access_token github:dome.example available ~/a/hosts.yml:1",
    "access_token gitlab:lab.example available ~/b/config.yml:2",
  ]);
});

test("verify sees a logout", async () => {
  const bench = await createCredentialBench({ fixture });
  const { resources } = await bench.detect(githubCliDetector);
  const path = join(bench.home, ".config/gh/hosts.yml");
  bench.context.platform.files.writeAtomic(path, "github.com:\n  user: stella\n", { mode: 0o600 });
  const verified = await verifyResources(resources, [githubCliDetector], bench.context);
  expect(verified.map(({ name, status }) => `${name} ${status}`)).toEqual([
    "github:github.com available",
    "github:github.observatory.example missing",
    "gitlab:gitlab.observatory.example available",
  ]);
});

test.each(HOSTILE_TEXTS)("any text %#", async (text) => {
  const report = await detectInHome(githubCliDetector, ".config/gh/hosts.yml", text);
  expect(report.failure).toBeUndefined();
  expect(report.diagnostics.every(({ file }) => file === "~/.config/gh/hosts.yml")).toBe(true);
});
