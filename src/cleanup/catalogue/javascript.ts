import type { ArtifactKind } from "../types.ts";

const PROJECT = ["package.json"];
const INSTALL = "npm ci, or the install of your package manager";
const BUILD = "the build script of package.json";

function kind(
  id: string,
  names: readonly string[],
  rest: Omit<ArtifactKind, "id" | "names" | "projectType" | "shape"> & Partial<Pick<ArtifactKind, "shape">>,
): ArtifactKind {
  return { id, projectType: "javascript", shape: "folder", names, ...rest };
}

/** What Node.js, its package managers and its build tools leave. */
export const JAVASCRIPT: readonly ArtifactKind[] = [
  kind("node-modules", ["node_modules"], {
    title: "packages that npm, yarn or pnpm installed",
    needs: { beside: PROJECT },
    proof: { inside: [".package-lock.json", ".modules.yaml", ".yarn-state.yml", ".yarn-integrity"] },
    restoredBy: INSTALL,
    isInstalled: true,
  }),
  kind("bower-components", ["bower_components"], {
    title: "packages that bower installed",
    needs: { beside: ["bower.json"] },
    restoredBy: "bower install",
    isInstalled: true,
  }),
  kind("yarn-cache", [".yarn/cache", ".yarn/unplugged"], {
    title: "packages that yarn keeps for this project",
    needs: { beside: ["yarn.lock"] },
    restoredBy: "yarn install",
    isInstalled: true,
  }),
  kind("yarn-state", [".yarn/install-state.gz", ".yarn/build-state.yml", ".pnp.cjs", ".pnp.loader.mjs"], {
    title: "what yarn noted of its latest install",
    shape: "file",
    needs: { beside: ["yarn.lock"] },
    restoredBy: "yarn install",
  }),
  kind("pnpm-store", [".pnpm-store"], {
    title: "packages that pnpm keeps for this project",
    needs: { beside: ["pnpm-lock.yaml", "package.json"] },
    restoredBy: "pnpm install",
    isInstalled: true,
  }),
  kind("npm-cache", [".npm"], {
    title: "packages that npm keeps for this project",
    needs: { inside: ["_cacache"] },
    proof: {},
    restoredBy: INSTALL,
    isInstalled: true,
  }),
  kind("next-build", [".next"], {
    title: "build and cache of Next.js",
    needs: { beside: [...PROJECT, "next.config.*"] },
    proof: { inside: ["build-manifest.json", "BUILD_ID"] },
    restoredBy: "next build",
  }),
  kind("nuxt-build", [".nuxt", ".output", ".nitro"], {
    title: "build of Nuxt",
    needs: { beside: ["nuxt.config.*", "nitro.config.*"] },
    restoredBy: "nuxt build",
  }),
  kind("svelte-kit", [".svelte-kit"], {
    title: "build of SvelteKit",
    needs: { beside: ["svelte.config.*"] },
    restoredBy: "vite build",
  }),
  kind("astro-types", [".astro"], {
    title: "generated types and cache of Astro",
    needs: { beside: ["astro.config.*"] },
    restoredBy: "astro build",
  }),
  kind("docusaurus", [".docusaurus"], {
    title: "cache of Docusaurus",
    needs: { beside: ["docusaurus.config.*"] },
    restoredBy: "docusaurus build",
  }),
  kind("gatsby-cache", [".cache"], {
    title: "cache of Gatsby",
    needs: { beside: ["gatsby-config.*"] },
    restoredBy: "gatsby build",
  }),
  kind("vitepress", [".vitepress/cache", ".vitepress/dist", ".vuepress/.cache", ".vuepress/.temp"], {
    title: "cache and build of VitePress or VuePress",
    restoredBy: "vitepress build",
  }),
  kind("angular-cache", [".angular/cache"], {
    title: "cache of Angular's build",
    needs: { beside: ["angular.json"] },
    restoredBy: "ng build",
    ownNames: ["angular-compiler.db*"],
  }),
  kind("nx-cache", [".nx/cache", ".nx/workspace-data"], {
    title: "cache of Nx",
    needs: { beside: ["nx.json"] },
    restoredBy: "nx run-many --target=build",
    ownNames: ["*.db*"],
  }),
  kind(
    "build-tool-cache",
    [".turbo", ".vite", ".rollup.cache", ".rpt2_cache*", ".swc", ".wireit", ".webpack"],
    {
      title: "cache of a build tool",
      needs: { above: PROJECT },
      restoredBy: BUILD,
    },
  ),
  kind("parcel-cache", [".parcel-cache"], {
    title: "cache of Parcel",
    needs: { above: PROJECT },
    restoredBy: "parcel build",
    ownNames: ["data.mdb", "lock.mdb"],
  }),
  kind("expo-cache", [".expo", ".expo-shared"], {
    title: "cache of Expo",
    needs: { beside: ["app.json", "app.config.*"] },
    restoredBy: "expo start",
  }),
  kind("storybook-build", ["storybook-static"], {
    title: "built Storybook",
    needs: { beside: [".storybook"] },
    restoredBy: "storybook build",
  }),
  kind("vscode-test", [".vscode-test"], {
    title: "editor downloaded for tests of an extension",
    needs: { beside: PROJECT },
    restoredBy: "the tests of the extension",
    isInstalled: true,
  }),
  kind("wrangler-temporary", [".wrangler/tmp"], {
    title: "temporary files of Wrangler",
    needs: { beside: ["wrangler.toml", "wrangler.json*"] },
    restoredBy: "wrangler dev",
  }),
  kind("javascript-build", ["dist", "build", "out", "dist-*", "build-*"], {
    title: "what the build script wrote",
    needs: { beside: PROJECT },
    restoredBy: BUILD,
  }),
  kind("typescript-build", ["lib", "esm", "cjs", "es", "types", "typings"], {
    title: "what the TypeScript compiler wrote",
    needs: { beside: ["tsconfig*.json"] },
    restoredBy: BUILD,
  }),
  kind("typescript-build-info", ["*.tsbuildinfo"], {
    title: "what the TypeScript compiler noted of its latest build",
    shape: "file",
    needs: { above: ["tsconfig*.json", "package.json"] },
    restoredBy: "tsc --build",
  }),
  kind("linter-cache", [".eslintcache", ".stylelintcache", ".prettiercache"], {
    title: "what a linter remembers of files",
    shape: "file",
    needs: { above: PROJECT },
    restoredBy: "the next run of the linter",
  }),
  kind("nyc-output", [".nyc_output"], {
    title: "raw coverage of nyc",
    needs: { above: PROJECT },
    restoredBy: "the tests with coverage",
  }),
  kind("coverage-report", ["coverage", ".coverage"], {
    title: "coverage report",
    needs: {
      inside: [
        "lcov.info",
        "lcov-report",
        "coverage-*.json",
        "clover.xml",
        ".last_run.json",
        "index.html",
        ".tmp",
      ],
    },
    restoredBy: "the tests with coverage",
  }),
  kind("playwright-report", ["playwright-report", "test-results", "blob-report"], {
    title: "report of Playwright",
    needs: { beside: ["playwright.config.*"] },
    restoredBy: "playwright test",
  }),
  kind("cypress-recordings", ["cypress/videos", "cypress/screenshots"], {
    title: "recordings of Cypress",
    needs: { beside: ["cypress.config.*", "cypress.json"] },
    restoredBy: "cypress run",
  }),
  kind(
    "package-manager-log",
    ["npm-debug.log*", "yarn-error.log*", "yarn-debug.log*", "*pnpm-debug.log*", "lerna-debug.log*"],
    {
      title: "log of a failed install",
      shape: "file",
      needs: { above: PROJECT },
      restoredBy: "nothing: it tells of an install that failed",
    },
  ),
  kind("node-profile", ["isolate-0x*-v8.log", "*.cpuprofile", "*.heapsnapshot", "*.heapprofile"], {
    title: "profile or heap dump of Node.js",
    shape: "file",
    restoredBy: "profiling again",
  }),
];
