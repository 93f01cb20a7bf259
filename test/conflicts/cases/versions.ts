import type { Case } from "./types.ts";

const WORKFLOW = `jobs:
  first:
    steps:
      - uses: ./.github/actions/install-dependencies
      - uses: actions/setup-node@v6
        with: {node-version: 20}
  second:
    steps:
      - {uses: actions/setup-node@v6, with: {node-version: 18}}
      - {uses: actions/setup-node@v6, with: {node-version: 16}}
`;

/** Of rules about versions. */
export const VERSION_CASES: readonly Case[] = [
  {
    // Each workspace has a package manager of its own.
    rule: "version_disagreement",
    tree: {
      "pnpm-workspace.yaml": "packages:\n  - .\n  - packages/*\n",
      "package.json": '{"packageManager": "pnpm@11.22.0", "engines": {"pnpm": "11.22.0"}}',
      "packages/a/package.json": '{"name": "a", "packageManager": "pnpm@10.1.0"}',
      "integration/a/pnpm-workspace.yaml": "packages:\n  - .\n",
      "integration/a/package.json": '{"name": "b", "packageManager": "pnpm@11.1.2"}',
    },
    found: ["version_disagreement packages/a/package.json:1"],
  },
  {
    rule: "version_disagreement",
    tree: {
      "a/package.json": '{"name": "a",\n "engines": {"node": ">=20"}}\n',
      "a/.nvmrc": "v16.3.0\n",
      "b/package.json": '{"name": "b", "engines": {"node": ">=20"}}\n',
      "b/Dockerfile": "FROM node:18.19-alpine AS build\n",
      "c/pyproject.toml": '[project]\nname = "c"\nrequires-python = ">=3.11"\n',
      "c/.python-version": "3.9.1\n",
      "d/pyproject.toml": '[project]\nname = "d"\nrequires-python = ">=3.11"\n',
      "d/Dockerfile": "ARG PY=3.8\nFROM python:${PY}-slim\n",
      "e/.nvmrc": "20\n",
      "e/.tool-versions": "nodejs 22.1.0\nruby 3.3.0\n",
      "f/go.mod": "module x\n\ngo 1.23\n",
      "f/Dockerfile": "FROM golang:1.21\n",
      "g/go.mod": "module x\n\ngo 1.25.0\n\ntoolchain go1.25.12\n",
      "g/Dockerfile": "FROM golang:1.26.5\n",
      "package.json": '{"name": "x", "engines": {"node": ">=20"}}\n',
      ".github/workflows/one.yml": WORKFLOW,
      "h/go.mod": "module x\n\ngo 1.25.0\n\ntoolchain go1.25.12\n",
      "h/Dockerfile": "FROM golang:1.25.3\n",
    },
    found: [
      "version_disagreement .github/workflows/one.yml:9",
      "version_disagreement a/.nvmrc:1",
      "version_disagreement b/Dockerfile:1",
      "version_disagreement c/.python-version:1",
      "version_disagreement d/Dockerfile:2",
      "version_disagreement e/.nvmrc:1",
      "version_disagreement f/Dockerfile:1",
      "version_disagreement h/Dockerfile:1",
    ],
  },
  {
    rule: "version_disagreement",
    tree: {
      "package.json": '{"name": "x", "engines": {"node": ">=20"}}\n',
      "sub/Dockerfile": "FROM node:20\n",
      "sub/.github/workflows/example.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/setup-node@v4\n        with: {node-version: 16}\n",
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    steps:\n      - uses: actions/setup-node@v4\n        with: {node-version: 18}\n",
    },
    found: ["version_disagreement .github/workflows/a.yml:6"],
  },
  {
    rule: "version_disagreement",
    tree: {
      "a/package.json": '{"name": "a", "engines": {"node": ">=18 <23"}}\n',
      "a/.nvmrc": "20\n",
      "a/.tool-versions": "nodejs 20.11.1\n",
      "b/.nvmrc": "lts/iron\n",
      "b/package.json": '{"name": "b", "engines": {"node": "^18 || >=20.5"}}\n',
      "b/Dockerfile": "FROM node:lts\nFROM node:20-slim\nFROM python:3.9\n",
      "c/pyproject.toml": '[tool.poetry.dependencies]\npython = "^3.8"\n',
      "c/.python-version": "3.12\n",
      "main.tf": 'terraform {\n  required_version = "~> 1.5"\n}\n',
      ".terraform-version": "1.9.2\n",
      ".github/workflows/a.yml":
        "on: push\njobs:\n  a:\n    strategy: {matrix: {node: [12, 14]}}\n    steps:\n      - uses: actions/setup-node@v4\n        with: {node-version: '${{ matrix.node }}'}\n      - uses: actions/setup-python@v5\n        with: {python-version: '3.10'}\n",
    },
    found: [],
  },
  {
    rule: "workspace_range_mismatch",
    tree: {
      "package.json": '{"name": "root", "workspaces": ["packages/*"]}\n',
      "packages/a/package.json": '{"name": "a", "version": "2.0.0"}\n',
      "packages/b/package.json": '{"name": "b", "version": "1.0.0",\n"dependencies": {"a": "^1.0.0"}}\n',
    },
    found: ["workspace_range_mismatch packages/b/package.json:2"],
  },
  {
    rule: "workspace_range_mismatch",
    tree: {
      "pnpm-workspace.yaml": "packages:\n  - packages/*\n",
      "packages/a/package.json": '{"name": "a", "version": "2.0.0"}\n',
      "packages/b/package.json": '{"name": "b", "dependencies": {"a": "workspace:^1.0.0", "c": "^9.0.0"}}\n',
      "packages/d/package.json": '{"name": "d", "dependencies": {"a": "^2.0.0"}}\n',
      "other/package.json": '{"name": "e", "dependencies": {"a": "^1.0.0"}}\n',
    },
    found: [],
  },
  {
    rule: "version_disagreement",
    tree: {
      "package.json": '{"name":"a","engines":{"node":">=20.19.0"}}\n',
      "images/node-20/20.15.0-slim/Dockerfile": "FROM node:20.15.0-slim\n",
      "images/18/Dockerfile": "FROM node:18\n",
      "app/Dockerfile": "FROM node:20.15.0-slim\n",
    },
    found: ["version_disagreement app/Dockerfile:1"],
  },
  {
    // A name of Node's own for a line of versions; images that are meant to differ.
    rule: "version_disagreement",
    tree: {
      "a/.nvmrc": "lts/iron\n",
      "a/Dockerfile": "FROM node:22\n",
      "b/.nvmrc": "iron\n",
      "b/Dockerfile": "FROM node:20\n",
      "c/.nvmrc": "20\n",
      "c/Dockerfile.node18": "FROM node:18\n",
      "c/images/python-3.9/Dockerfile": "FROM node:18\n",
      "c/18/alpine/Dockerfile": "FROM node:18\n",
    },
    found: ["version_disagreement a/.nvmrc:1"],
  },
];
