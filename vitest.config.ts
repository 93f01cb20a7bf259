import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 240_000,
    hookTimeout: 120_000,
    globalSetup: ["test/support/global-setup.ts"],
    reporters:
      process.env["CI"] === undefined ? ["default"] : ["default", "./test/support/totals-reporter.ts"],
  },
});
