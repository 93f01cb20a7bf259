import type { Case } from "./types.ts";

/** Links that look broken and are not, as documents and sites of well-known repositories have them. */
export const REAL_DOCUMENTS: readonly Case[] = [
  {
    // How a release is made is no record of one.
    rule: "broken_md_link",
    tree: {
      "RELEASE.md": "# Release process\n\n[a](gone.md)\n",
      "docs/release.md": "## 1.2.0\n\n[a](gone.md)\n\n## 1.1.0\n",
      "RELEASES.md": "[a](gone.md)\n",
      "release notes/v0.19.0.md": "[a](gone.md)\n",
    },
    found: ["broken_md_link RELEASE.md:3"],
  },
  {
    rule: "broken_md_link",
    tree: { "SKILL.md": "[OVEN-1](OVEN_BASE/browse/OVEN-1) [b](ovens.HotOven.Bake) [a](OVENS/gone.md)\n" },
    found: ["broken_md_link SKILL.md:1"],
  },
  {
    rule: "broken_compose_path",
    tree: {
      "testutil/oven/compose.yaml":
        "services:\n  a:\n    image: a\n    volumes:\n      - {type: bind, source: ./made, target: /x}\n    build: ./gone\n",
    },
    found: [
      "broken_compose_path testutil/oven/compose.yaml:6",
      "broken_compose_path testutil/oven/compose.yaml:5 (low)",
    ],
  },
  {
    // What the page takes from another one is not known.
    rule: "broken_md_link",
    tree: {
      "docs/rye.md": "---\ntitle: Rye\nref: docs/bread.md\n---\n",
      "docs/oven.md": "[a](rye.md#heat) [b](gone.md)\n",
    },
    found: ["broken_md_link docs/oven.md:1"],
  },
  {
    // What a script of the documents writes is there when they are read.
    rule: "broken_md_link",
    tree: {
      "docs/usage.md":
        "[a](./presets-rye.md#heat) [b](modules/oven/electric/index.md)\n[c](modules/oven/gone.md)\n[d](preset-rye.md)\n",
      "tools/docs/presets.ts":
        "await write(`${site}/presets-${name}.md`);\nawait write(`${site}/modules/oven/${kind}/index.md`);\nread(`${name}.md`, `docs/${name}/index.md`);\n",
    },
    found: [
      "broken_md_link docs/usage.md:2",
      "broken_md_link docs/usage.md:3",
      "broken_md_link docs/usage.md:1 (low)",
      "broken_md_link docs/usage.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "oven.md": `# Oven\n\n[a][rye] [b][rye]\n\n[c][rye]\n\n[d](gone.md) [e](gone.md)\n${"\nbread\n".repeat(120)}\n[rye]:\n  #rye\n`,
    },
    found: ["broken_md_link oven.md:7", "broken_md_link oven.md:250"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "heat.md": "## $$\\tau^2$$-bench\n\n[a](#-bench) [b](#tau2-bench)\n[c](#tau-bench)\n",
    },
    found: ["broken_md_link heat.md:4"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "docs/en/mkdocs.yml": "site_name: bakery\n",
      "docs/en/docs/news.md": "# News\n",
      "docs/de/docs/a.md": "[x](news.md)\n[y](gone.md)\n",
      "guide.md": "[text](url) [english](ENGLISH_VERSION_URL) [c](path/to/file.md)\n[l](LICENSE)\n",
      "wiki/oven.md": "[rye](../rye/#bake)\n",
      "wiki/rye.md": "# Bake\n",
      "guides/oven.md": "[a](rye.html) [b](#config-of-the-site) [c](gone.md)\n",
      "guides/rye.md": "# Rye\n\n![plan](images/plan.png)\n",
      "assets/images/plan.png": "x\n",
      "handbook/_Sidebar.md": "[rye](Rye-Bread)\n",
      "handbook/Rye-Bread.md": "# Rye\n",
      "references/a.md": "[api](/docs/cloud/account#update)\n",
      "docs/en/docs/snippets/a.md": "[x](../of-the-page.md)\n",
      "content/_index.md": "# All\n",
      "content/oven.md": "![plan](../plan.png)\n![none](../none.png)\n",
      "content/plan.png": "x\n",
      "tests/linker/data/a.md": "[x](gone.md)\n",
    },
    found: [
      "broken_md_link content/oven.md:2",
      "broken_md_link docs/de/docs/a.md:2",
      "broken_md_link guide.md:2",
      "broken_md_link guides/oven.md:1",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "guide/docs/10-start/10-bread.md": "[x](rye#crust) [y](@oven) [z](./gone.md)\n\n[h](#Crust-Rye)\n",
      "guide/docs/10-start/20-rye.md": "# Rye\n",
      "guide/docs/20-more/10-oven.md": "# Oven\n",
    },
    found: ["broken_md_link guide/docs/10-start/10-bread.md:1"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "pages/a.md": "[a](one) [b](two) [c](three) [d](four)\n",
      "pages/b.md": "[a](one) [b](two) [c](three) [d](four)\n",
      "pages/c.md": "[a](one) [b](two) [c](three) [d](four) [e](gone.md)\n",
      "other/d.md": "[a](one)\n",
    },
    found: ["broken_md_link other/d.md:1", "broken_md_link pages/c.md:1"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "sdk/docs/Oven.md":
        "# Oven\n\n## Properties\n\nName | Type | Description | Notes\n--- | --- | --- | ---\n**a** | [**File**](File.md) |  | [optional]\n",
      "sdk/docs/OvenApi.md":
        "# OvenApi\n\nAll URIs are relative to *http://localhost*\n\n[**File**](File.md)\n",
      "sdk/docs/hand.md": "[**File**](File.md)\n",
      "a.md": '### <a name="run"></a> Bake bread\n\n[x](#-bake-bread) [y](#-bake-rye)\n',
      "docs/next.config.mjs": "export default {};\n",
      "docs/content/oven.md": "## isHot\n\n[x](#is-hot) [y](./bread) [z](./gone.md)\n",
      "conf/README.md": "[x](./oven.yaml) [y](./rye.yaml)\n",
      "conf/oven.yaml.template": "a: 1\n",
    },
    found: [
      "broken_md_link a.md:3",
      "broken_md_link conf/README.md:1",
      "broken_md_link docs/content/oven.md:3",
      "broken_md_link sdk/docs/hand.md:1",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      ...Object.fromEntries(
        ["bread", "rye", "oats"].flatMap((name) => [
          [`docs/${name}-js.md`, "[x](./bread.md#is-hot) [y](#some-anchor) [z](./gone.md)\n"],
          [`docs/${name}-java.md`, "# Java\n"],
        ]),
      ),
      "docs/whats-new-2.md": "[x](../gone.md)\n",
      "other/a.md": "[x](bread.md)\n",
    },
    found: [
      "broken_md_link docs/bread-js.md:1",
      "broken_md_link docs/oats-js.md:1",
      "broken_md_link docs/rye-js.md:1",
      "broken_md_link other/a.md:1",
    ],
  },
  {
    rule: "broken_md_link",
    tree: { "a.md": "![x](img/oven@2x.png) ![y](img/gone@2x-hot.png)\n", "img/oven@2x.png": "x" },
    found: ["broken_md_link a.md:1"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "docs/conf.py": "project = 'x'\n",
      "docs/up.md": "[x](changelog-4.0)\n",
      "docs/guide/a.md": "[x](oven.bread.Rye) [y](llms.txt) [z](./gone.md)\n",
      "docs/guide/deep/b.md": "[x](../../guide/a.md) [y](../../../guide/a.md)\n",
      "tests/suite/links/page.md": "[x](gone.md)\n",
      "tests/suite/links/README.md": "[x](gone.md)\n",
    },
    found: ["broken_md_link docs/guide/a.md:1", "broken_md_link tests/suite/links/README.md:1"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "README.md":
        "### [oven.yaml] ![core] ![new]\n\n### Rye ![new]\n\n[oven.yaml]: ./oven.yaml\n[core]: https://x.test/c.svg\n[new]: https://x.test/n.svg\n",
      "oven.yaml": "a: 1\n",
      "docs/a.md": "[x](../README.md#ovenyaml--)\n[y](../README.md#rye-)\n[z](../README.md#oats-)\n",
    },
    found: ["broken_md_link docs/a.md:3"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "doc/man/bake.md": "[x](../reference/oven.html#hot)\n[y](../reference/oven.md)\n",
      "doc/book/book.toml": "[book]\n",
      "doc/book/src/SUMMARY.md": "# Summary\n",
      "doc/book/src/guide/a.md": "[x](../../other/oven.md)\n[y](./gone.md)\n",
      "web/a.html": "<p>a</p>\n",
      "web/README.md": "[x](a.html)\n[y](b.html)\n",
    },
    found: [
      "broken_md_link doc/book/src/guide/a.md:2",
      "broken_md_link doc/man/bake.md:2",
      "broken_md_link web/README.md:2",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "docs/rspress.config.ts": "export default {};\n",
      "docs/pages/a.md": "[x](./b.md)\n[y](./c/index.md)\n[z](./gone.md)\n",
      "docs/pages/b.mdx": "x\n",
      "docs/pages/c.md": "x\n",
      "app/fragments/_note.md": "[x](../../gone.md)\n",
      "app/fragments/README.md": "[x](../../gone.md)\n[y](./b.md)\n",
      "app/fragments/b.mdx": "x\n",
    },
    found: [
      "broken_md_link app/fragments/README.md:1",
      "broken_md_link app/fragments/README.md:2",
      "broken_md_link docs/pages/a.md:3",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "site/config.toml": 'baseURL = "https://x.test"\n',
      "site/layouts/a.html": "x\n",
      "site/content/blog/a.md": "[x](../../download/ubuntu/)\n[y](./gone.md)\n",
      "app/config.toml": "a = 1\n",
      "app/content/a.md": "[x](../../download/ubuntu/)\n",
      "tools/archetype-resources/README.md": "[x](gone.md)\n",
    },
    found: [
      "broken_md_link app/content/a.md:1",
      "broken_md_link site/content/blog/a.md:2",
      "broken_md_link tools/archetype-resources/README.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "docs/a.md": "### `oven.bakeBread`\n\n[x](#oven-bakebread)\n[y](#oven-bakerye)\n[z](#ovenbakebread)\n",
      "docs/img/oven.png": "x",
      "docs-locale/fr-fr/b.md": "![x](img/oven.png)\n![y](img/gone.png)\n",
      "guide/de/c.md": "[x](d.md)\n[y](e.md)\n",
      "guide/d.md": "x\n",
    },
    found: [
      "broken_md_link docs-locale/fr-fr/b.md:2",
      "broken_md_link docs/a.md:4",
      "broken_md_link guide/de/c.md:2",
      "broken_md_link docs/a.md:3 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "decisions/template.md": "[x](0005-example.md)\n",
      "{{cookiecutter.name}}/README.md": "[x](gone.md)\n",
    },
    found: ["broken_md_link decisions/template.md:1 (low)"],
  },
  {
    rule: "broken_md_link",
    tree: {
      "a.md": ["<", "=", ">"]
        .map((sign) => `${sign.repeat(7)}${sign === "=" ? "" : " x"}\n[x](gone.md)\n`)
        .join(""),
      "b.md": "[x](gone.md)\n",
    },
    found: ["broken_md_link b.md:1"],
  },
  {
    // A site's own files are served from its top.
    rule: "broken_md_link",
    tree: {
      "www/static/docs/oven.png": "",
      "docs/a.md": "![oven](/docs/oven.png)\n\n![gone](/docs/gone.png)\n",
    },
    found: ["broken_md_link docs/a.md:3"],
  },
  {
    rule: "broken_md_link",
    tree: { "a.md": "![a](~/assets/a.png) ![b](@/assets/b.png) ![c](assets/c.png)\n" },
    found: ["broken_md_link a.md:1"],
  },
];
