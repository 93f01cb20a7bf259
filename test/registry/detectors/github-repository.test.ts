import fc from "fast-check";
import { expect, test } from "vitest";
import { githubRepositoryDetector } from "../../../src/registry/detectors/github-repository/index.ts";
import {
  cleanRemoteUrl,
  parseRemoteUrl,
} from "../../../src/registry/detectors/github-repository/remote-url.ts";
import { createBench } from "../../support/detector-bench.ts";
import { git } from "../../support/folders.ts";
import { linesOf, metadataOf } from "../../support/report.ts";

test.each([
  ["git@github.com:bakery/ovens.git", "github.com bakery ovens"],
  ["github.com:bakery/ovens", "github.com bakery ovens"],
  ["ssh://git@github.com/bakery/ovens.git", "github.com bakery ovens"],
  ["ssh://git@git.bakery.example:7999/team/ovens.git", "git.bakery.example team ovens"],
  ["https://github.com/bakery/ovens", "github.com bakery ovens"],
  ["https://github.com/bakery/ovens.git/", "github.com bakery ovens"],
  ["https://baker:canary@GitHub.com/bakery/ovens.git", "github.com bakery ovens"],
  ["https://git.bakery.example:8443/bakery/ovens", "git.bakery.example:8443 bakery ovens"],
  ["git://github.com/bakery/ovens.git", "github.com bakery ovens"],
  ["https://gitlab.com/bakery/big/ovens.git", "gitlab.com bakery/big ovens"],
  ["org-1@ghe.bakery.example:bakery/ovens.js.git", "ghe.bakery.example bakery ovens.js"],
])("%s is %s", (address, expected) => {
  const place = parseRemoteUrl(address);
  expect(`${place?.host} ${place?.owner} ${place?.name}`).toBe(expected);
});

test("paths of this machine are no places on another", () => {
  for (const address of [
    "/srv/git/ovens.git",
    "../ovens",
    "C:\\git\\ovens",
    "file:///srv/ovens.git",
    "",
    "ovens",
    "https://",
    "https://github.com/",
  ]) {
    expect(parseRemoteUrl(address), address).toBeUndefined();
  }
});

test("no user info survives, and every written form is read back", () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{1,12}$/);
  fc.assert(
    fc.property(
      fc.tuple(word, word, word, fc.stringMatching(/^[A-Za-z0-9]{12,20}$/)),
      ([host, owner, name, secret]) => {
        const forms = [
          `https://u:${secret}@${host}.com/${owner}/${name}.git`,
          `https://${secret}@${host}.com/${owner}/${name}`,
          `${secret}@${host}.com:${owner}/${name}.git`,
          `ssh://${secret}@${host}.com:22/${owner}/${name}`,
        ];
        for (const form of forms) {
          expect(cleanRemoteUrl(form)).not.toContain(secret);
          expect(parseRemoteUrl(form)).toEqual({
            host: `${host}.com`,
            owner,
            name,
            webUrl: `https://${host}.com/${owner}/${name}`,
          });
        }
      },
    ),
  );
});

test("the repository with branches, remotes and upstreams, and its line in the settings", async () => {
  const bench = await createBench({ project: { "a.txt": "a" }, git: true });
  git(bench.root, "remote", "add", "origin", "https://baker:canary-not-a-secret@github.com/bakery/ovens.git");
  git(bench.root, "remote", "add", "upstream", "git@github.com:guild/ovens.git");
  git(bench.root, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk");
  git(bench.root, "config", "branch.main.remote", "origin");
  git(bench.root, "config", "branch.main.merge", "refs/heads/trunk");
  const report = await bench.detect(githubRepositoryDetector);
  expect(linesOf(report)).toEqual(["github_action bakery/ovens - available .git/config:7"]);
  expect(metadataOf(report, "bakery/ovens")).toMatchObject({
    host: "github.com",
    owner: "bakery",
    name: "ovens",
    defaultBranch: "trunk",
    currentBranch: "main",
    upstreams: [{ branch: "main", upstream: "origin/trunk" }],
    remotes: [
      { name: "origin", url: "https://github.com/bakery/ovens.git" },
      { name: "upstream", url: "github.com:guild/ovens.git" },
    ],
  });
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("a repository without a remote has its folder's name; no repository, no resource", async () => {
  const bench = await createBench({ git: true });
  expect(linesOf(await bench.detect(githubRepositoryDetector))).toEqual([
    "github_action project - available .git/config",
  ]);
  expect(linesOf(await (await createBench()).detect(githubRepositoryDetector))).toEqual([]);
});
