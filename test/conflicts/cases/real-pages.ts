import type { Case } from "./types.ts";

/** Links of pages that were written for another place, for a site, or for people who know the rest. */
export const REAL_PAGES: readonly Case[] = [
  {
    rule: "broken_md_link",
    tree: { "README.md": "[a](oven.test/....)\n[b](shop.test)\n[c](docs/...)\n[d](.../gone.md)\n" },
    found: ["broken_md_link README.md:2", "broken_md_link README.md:4"],
  },
  {
    // Of another page the top is shown at least; a site may not take what is marked up for a part of a heading.
    rule: "broken_md_link",
    tree: {
      "a.md":
        "# A\n\n[a](#gone)\n\n[b](b.md#gone)\n\n[c](b.md#oven)\n\n[d](#cold)\n\n## Cold <small>(since 2)</small>\n",
      "b.md": "## Oven <span>([hot](#hot))</span>\n\n## Hot\n",
    },
    found: ["broken_md_link a.md:3", "broken_md_link a.md:5 (low)"],
  },
  {
    // The number of a file is no part of its address.
    rule: "broken_md_link",
    tree: {
      "guides/09_ovens/07_hot.md": "[a](cold-ovens/)\n[b](gone-ovens/)\n",
      "guides/09_ovens/01_cold-ovens.md": "",
      "other/a.md": "[a](cold-ovens)\n",
    },
    found: [
      "broken_md_link guides/09_ovens/07_hot.md:2",
      "broken_md_link other/a.md:1",
      "broken_md_link guides/09_ovens/07_hot.md:1 (low)",
    ],
  },
  {
    rule: "broken_md_link",
    tree: {
      "shop/external/oven/README.md": "[a](gone.md)\n",
      "shop/external/README.md": "[a](gone.md)\n",
    },
    found: [
      "broken_md_link shop/external/README.md:1",
      "broken_md_link shop/external/oven/README.md:1 (low)",
    ],
  },
  {
    // What a report has no address for; what a site has beside the page that is its first.
    rule: "broken_md_link",
    tree: {
      "docs/src/index.md": "[a](api/)\n[b](null)\n[c](gone.md)\n",
      "notes/index.md": "[a](api/)\n[b](undefined)\n",
    },
    found: [
      "broken_md_link docs/src/index.md:3",
      "broken_md_link notes/index.md:1",
      "broken_md_link docs/src/index.md:1 (low)",
    ],
  },
  {
    // Written at the top, and copied.
    rule: "broken_md_link",
    tree: {
      LICENSE: "",
      "NOTES.md": "",
      "examples/a.txt": "",
      "sdk/README.md": "[a](./examples)\n[b](NOTES.md)\n[c](LICENSE)\n",
      "lib/README.md": "[a](./examples)\n[b](NOTES.md)\n",
    },
    found: [
      ...[1, 2].map((line) => `broken_md_link lib/README.md:${String(line)}`),
      ...[1, 2, 3].map((line) => `broken_md_link sdk/README.md:${String(line)} (low)`),
    ],
  },
  {
    // Terraform's registry gives arguments anchors.
    rule: "broken_md_link",
    tree: {
      "website/docs/index.html.markdown": "[a](#heat)\n\n* `heat` - how hot\n",
      "website/docs/index.md": "[a](#heat)\n\n* `heat` - how hot\n[b](someURL)\n",
    },
    found: [
      "broken_md_link website/docs/index.md:1",
      "broken_md_link website/docs/index.html.markdown:1 (low)",
    ],
  },
  {
    // Nothing that it names is there: it was written for another place.
    rule: "broken_md_link",
    tree: {
      "a/NOTES.md": "[a](one.md)\n[b](two.md)\n[c](three.md)\n[d](four.md)\n",
      "b/NOTES.md": "[a](uno.md)\n[b](dos.md)\n[c](tres.md)\n[d](here.md)\n",
      "b/here.md": "[a](NOTES.md)\n[b](../a/NOTES.md)\n",
    },
    found: [
      ...[1, 2, 3].map((line) => `broken_md_link b/NOTES.md:${String(line)}`),
      ...[1, 2, 3, 4].map((line) => `broken_md_link a/NOTES.md:${String(line)} (low)`),
    ],
  },
  {
    // What a program is timed on; sites of modules, which lie side by side.
    rule: "broken_md_link",
    tree: {
      "benchmark/samples/flat.md": "[a](111)\n",
      "core/src/site/markdown/index.md": "[a](../core-builder/)\n[b](gone.md)\n",
    },
    found: [
      "broken_md_link core/src/site/markdown/index.md:2",
      "broken_md_link benchmark/samples/flat.md:1 (low)",
      "broken_md_link core/src/site/markdown/index.md:1 (low)",
    ],
  },
  {
    // A crate takes its README for documentation.
    rule: "broken_md_link",
    tree: {
      "crate/README.md": "[a](Field)\n[b](struct@form::Oven)\n[c](gone.md)\n",
      "crate/Cargo.toml": '[package]\nname = "a"\n',
      "other/README.md": "[a](Field)\n",
    },
    found: [
      "broken_md_link crate/README.md:3",
      "broken_md_link other/README.md:1",
      "broken_md_link crate/README.md:1 (low)",
    ],
  },
  {
    // TypeDoc copies pages beside what it makes of the code.
    rule: "broken_md_link",
    tree: {
      "docs/core/index.html": "",
      "docs/core/modules.html": "",
      "docs/core/media/runtimes.md": "[a](gone.md)\n",
      "docs/shop/index.html": "",
      "docs/shop/media/runtimes.md": "[a](gone.md)\n",
    },
    found: [
      "broken_md_link docs/shop/media/runtimes.md:1",
      "broken_md_link docs/core/media/runtimes.md:1 (low)",
    ],
  },
  {
    // Hugo's settings at the top; pages of GitHub beside the files.
    rule: "broken_md_link",
    tree: {
      "config.toml": "title = 'Oven'\n",
      "themes/a/theme.toml": "",
      "content/en/blog/a.md": "![a](../images/a.png)\n![b](gone.png)\n",
      "content/en/blog/images/a.png": "",
      "library/oven/README.md": "[a](../../tags)\n[b](../../wiki/Heat)\n[c](../../wiki/gone.md)\n",
    },
    found: ["broken_md_link content/en/blog/a.md:2", "broken_md_link library/oven/README.md:3"],
  },
];
