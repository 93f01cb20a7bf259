import type { ArtifactKind } from "../types.ts";

const PROJECT = ["pyproject.toml", "setup.py", "setup.cfg", "requirements*.txt", "Pipfile"];
const NEXT_RUN = "the next run of the program";

function kind(
  id: string,
  names: readonly string[],
  rest: Omit<ArtifactKind, "id" | "names" | "projectType" | "shape"> & Partial<Pick<ArtifactKind, "shape">>,
): ArtifactKind {
  return { id, projectType: "python", shape: "folder", names, ...rest };
}

/** What Python, its package managers and its checkers leave. */
export const PYTHON: readonly ArtifactKind[] = [
  kind("pycache", ["__pycache__"], {
    title: "compiled Python modules",
    needs: { holdsOnly: ["*.pyc", "*.pyo", "*.pyc.*", "*.nbc", "*.nbi"] },
    proof: {},
    restoredBy: NEXT_RUN,
  }),
  kind("python-bytecode", ["*.pyc", "*.pyo"], {
    title: "compiled Python module",
    shape: "file",
    restoredBy: NEXT_RUN,
  }),
  kind("pytest-cache", [".pytest_cache"], {
    title: "what pytest remembers of its latest run",
    proof: { inside: ["CACHEDIR.TAG"] },
    restoredBy: "pytest",
  }),
  kind("mypy-cache", [".mypy_cache"], {
    title: "cache of mypy",
    proof: { inside: ["CACHEDIR.TAG"] },
    restoredBy: "mypy",
    ownNames: ["cache.db*"],
  }),
  kind("ruff-cache", [".ruff_cache"], {
    title: "cache of ruff",
    proof: { inside: ["CACHEDIR.TAG"] },
    restoredBy: "ruff check",
  }),
  kind("python-checker-cache", [".pytype", ".pyre", ".import_linter_cache", ".dmypy.json"], {
    title: "cache of a checker of Python code",
    restoredBy: "the next run of the checker",
  }),
  kind("tox-environments", [".tox"], {
    title: "virtual environments of tox",
    needs: { beside: ["tox.ini", "tox.toml", ...PROJECT] },
    restoredBy: "tox",
    isInstalled: true,
  }),
  kind("nox-environments", [".nox"], {
    title: "virtual environments of nox",
    needs: { beside: ["noxfile.py"] },
    restoredBy: "nox",
    isInstalled: true,
  }),
  kind("virtual-environment", [".venv", "venv", "env", "virtualenv", ".virtualenv", ".venv-*", "venv-*"], {
    title: "virtual environment",
    needs: {
      inside: ["pyvenv.cfg"],
      topOnly: [
        "bin",
        "lib",
        "lib64",
        "include",
        "share",
        "etc",
        "man",
        "Scripts",
        "Lib",
        "Include",
        "pyvenv.cfg",
        ".gitignore",
        "CACHEDIR.TAG",
        ".lock",
        "pip-selfcheck.json",
      ],
    },
    restoredBy: "python3 -m venv, then pip install of the requirements",
    isInstalled: true,
  }),
  kind("pypackages", ["__pypackages__"], {
    title: "packages that PDM installed",
    needs: { beside: ["pyproject.toml"] },
    restoredBy: "pdm install",
    isInstalled: true,
  }),
  kind("pixi-environments", [".pixi/envs"], {
    title: "environments of pixi",
    needs: { beside: ["pixi.toml", "pyproject.toml"] },
    restoredBy: "pixi install",
    isInstalled: true,
  }),
  kind("egg-info", ["*.egg-info"], {
    title: "what setuptools noted of the package",
    needs: { inside: ["PKG-INFO"] },
    restoredBy: "pip install -e .",
  }),
  kind("eggs", [".eggs", "pip-wheel-metadata", ".pdm-build"], {
    title: "packages that a build needed",
    needs: { beside: PROJECT },
    restoredBy: "the next build",
    isInstalled: true,
  }),
  kind("python-build", ["build"], {
    title: "what setuptools built",
    needs: { beside: ["setup.py", "pyproject.toml"], inside: ["lib*", "bdist.*", "temp.*"] },
    restoredBy: "python3 -m build",
  }),
  kind("python-distribution", ["dist"], {
    title: "built distributions",
    needs: {
      beside: ["setup.py", "pyproject.toml"],
      holdsOnly: ["*.whl", "*.tar.gz", "*.zip", "*.egg", ".gitignore"],
    },
    restoredBy: "python3 -m build",
  }),
  kind("hypothesis", [".hypothesis"], {
    title: "examples that Hypothesis remembers",
    needs: { above: PROJECT },
    restoredBy: "the next run of the tests",
  }),
  kind("python-coverage-data", [".coverage", ".coverage.*", "coverage.xml"], {
    title: "coverage data",
    shape: "file",
    needs: { above: [...PROJECT, ".coveragerc", "tox.ini"] },
    restoredBy: "coverage run",
  }),
  kind("python-coverage-report", ["htmlcov"], {
    title: "coverage report",
    needs: { inside: ["index.html"] },
    restoredBy: "coverage html",
  }),
  kind("notebook-checkpoints", [".ipynb_checkpoints"], {
    title: "checkpoints of notebooks",
    needs: { holdsOnly: ["*-checkpoint.*"] },
    restoredBy: "saving the notebook",
  }),
  kind("cython-debug", ["cython_debug"], {
    title: "debug information of Cython",
    restoredBy: "cythonize --gdb",
  }),
  kind("sphinx-build", ["_build"], {
    title: "documentation that Sphinx built",
    needs: { beside: ["conf.py"] },
    restoredBy: "make html",
  }),
  kind("mkdocs-site", ["site"], {
    title: "site that MkDocs built",
    needs: { beside: ["mkdocs.y*ml"] },
    restoredBy: "mkdocs build",
  }),
  kind("rope-project", [".ropeproject"], {
    title: "index of rope",
    restoredBy: "the next refactoring",
    ownNames: ["autoimport.db*"],
  }),
];
