import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { githubRepositoryDetector } from "../../../src/registry/detectors/github-repository/index.ts";
import {
  cleanRemoteUrl,
  parseRemoteUrl,
} from "../../../src/registry/detectors/github-repository/remote-url.ts";
import { runDetector } from "../../../src/registry/run-detector.ts";
import { openWorkspace } from "../../../src/workspace/open-workspace.ts";
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
  ["ssh://git@ssh.github.com:443/bakery/ovens.git", "github.com bakery ovens"],
  ["git@ssh.dev.azure.com:v3/bakery/bread/ovens", "dev.azure.com bakery/bread ovens"],
  ["https://baker@dev.azure.com/bakery/bread/_git/ovens", "dev.azure.com bakery/bread ovens"],
  ["https://bitbucket.bakery.example/scm/team/ovens.git", "bitbucket.bakery.example team ovens"],
  ["git@work:bakery/ovens.git", "work bakery ovens"],
  ["git@[fd00::7]:bakery/ovens.git", "[fd00::7] bakery ovens"],
  ["git@git.bakery.example:ovens.git", "git.bakery.example  ovens"],
  ["https://github.com/bakery/ovens?token=canary#canary", "github.com bakery ovens"],
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
          `https://u@${host}:${secret}@${host}.com/${owner}/${name}.git`,
          `https://${secret}@${host}.com/${owner}/${name}`,
          `${secret}@${host}.com:${owner}/${name}.git`,
          `ssh://${secret}@${host}.com:22/${owner}/${name}`,
        ];
        for (const form of forms) {
          expect(cleanRemoteUrl(form)).not.toContain(secret);
          expect(parseRemoteUrl(form)).toMatchObject({ host: `${host}.com`, owner, name });
          expect(parseRemoteUrl(form)?.webUrl).toBe(`https://${host}.com/${owner}/${name}`);
          expect(parseRemoteUrl(cleanRemoteUrl(form) ?? "")).toMatchObject({
            host: `${host}.com`,
            owner,
            name,
          });
        }
      },
    ),
  );
});

test("of an address in whose form a secret hides nothing is shown", () => {
  for (const address of [
    "https://baker:canary/canary@github.com/bakery/ovens",
    "https://baker:123/canary@github.com/bakery/ovens",
    "baker:canary@github.com/bakery/ovens",
    "baker@canary@github.com:bakery/ovens",
    "ext::sh -c canary",
  ]) {
    expect(cleanRemoteUrl(address), address).toBeUndefined();
    expect(parseRemoteUrl(address), address).toBeUndefined();
  }
});

test("only an alias of SSH has no page on the web", () => {
  expect(parseRemoteUrl("git@work:bakery/ovens.git")).toMatchObject({
    webUrl: undefined,
    cleanUrl: "git@work:bakery/ovens.git",
  });
  expect(parseRemoteUrl("http://git.lan/bakery/ovens")?.webUrl).toBe("http://git.lan/bakery/ovens");
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
      { name: "upstream", url: "git@github.com:guild/ovens.git" },
    ],
    isFork: true,
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

test("the user's own rewriting holds, and its tokens are not shown", async () => {
  const home = {
    ".gitconfig":
      '[url "https://baker:canary-not-a-secret@github.com/"]\n\tinsteadOf = gh:\n\tinsteadOf = "gh:x"\n',
  };
  const bench = await createBench({ git: true, home });
  git(bench.root, "remote", "add", "origin", "gh:bakery/ovens");
  const report = await bench.detect(githubRepositoryDetector);
  expect(linesOf(report)).toEqual(["github_action bakery/ovens - available .git/config:7"]);
  expect(report.resources[0]?.accessPattern).toBe("https://github.com/bakery/ovens");
  expect(JSON.stringify(report)).not.toContain("canary");
});

test("the default branch of a repository that was made here, and the current one of a detached HEAD", async () => {
  const bench = await createBench({ git: true });
  git(bench.root, "branch", "oven");
  git(bench.root, "checkout", "--detach");
  git(bench.root, "pack-refs", "--all");
  const metadata = metadataOf(await bench.detect(githubRepositoryDetector), "project");
  expect(metadata).toMatchObject({ defaultBranch: "main", isDetached: true, remotes: [] });
  expect(metadata["currentBranch"]).toBeUndefined();
  git(bench.root, "branch", "-m", "main", "dough");
  const again = metadataOf(await bench.detect(githubRepositoryDetector), "project");
  expect(again["defaultBranch"]).toBeUndefined();
});

test("a linked work tree has the settings of its repository and a branch of its own", async () => {
  const bench = await createBench({ git: true });
  git(bench.root, "remote", "add", "origin", "git@github.com:bakery/ovens.git");
  git(bench.root, "worktree", "add", "-b", "rye", "../rye");
  const linked = await openWorkspace(bench.context.platform, { root: join(bench.root, "../rye") });
  const report = await runDetector(githubRepositoryDetector, { ...bench.context, workspace: linked });
  expect(linesOf(report)).toEqual([`github_action bakery/ovens - available ${bench.root}/.git/config:7`]);
  expect(metadataOf(report, "bakery/ovens")["currentBranch"]).toBe("rye");
});
