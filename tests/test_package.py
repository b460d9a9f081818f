"""The wheel and the sdist: each installs into an empty environment and builds the example there."""

from __future__ import annotations

import subprocess
import sys
import sysconfig
import tarfile
import venv
import zipfile
from pathlib import Path

import pytest

from conftest import EXAMPLE, ROOT


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the wheel and the sdist."""
    folder = tmp_path_factory.mktemp("dist")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-d", folder], cwd=ROOT, check=True, capture_output=True
    )
    return folder


def installed(package: Path, folder: Path) -> Path:
    """The program of an environment that holds this package alone. The libraries are lent from the tests' own
    environment, so that nothing is fetched: what is tried is what the package itself brings."""
    venv.create(folder, with_pip=False)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(folder), "platbase": str(folder)}))
    lent = sysconfig.get_path("purelib")
    pip: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--no-build-isolation",
    ]
    subprocess.run([*pip, "--disable-pip-version-check", "--target", site, package], check=True, capture_output=True)
    # Behind the package's own, without the links that an editable install leaves there.
    (site / "lent.pth").write_text(f"import sys; sys.path.append({lent!r})\n", "utf-8")
    return folder / "bin" / "python"


@pytest.mark.parametrize("kind", ["*.whl", "*.tar.gz"])
def test_it_installs_into_an_empty_environment_and_builds_the_example(built: Path, tmp_path: Path, kind: str) -> None:
    python = installed(next(built.glob(kind)), tmp_path / "env")
    (tmp_path / EXAMPLE.name).write_bytes(EXAMPLE.read_bytes())
    where: list[str | Path] = [python, "-c", "import reportgen; print(reportgen.__file__)"]
    found = subprocess.run(where, check=True, capture_output=True, text=True, cwd=tmp_path).stdout
    assert found.startswith(str(tmp_path))
    run = subprocess.run(
        [python, "-m", "reportgen", "build", EXAMPLE.name], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stdout + run.stderr
    names = {file.name for file in (tmp_path / "outputs" / EXAMPLE.stem).iterdir()}
    assert names >= {"bao-cao.docx", "bao-cao.pdf", "tin-bai.docx", "tin-bai.pdf", "manifest.json"}


def test_both_say_under_which_licence_and_bring_no_tests_into_the_wheel(built: Path) -> None:
    with zipfile.ZipFile(next(built.glob("*.whl"))) as wheel:
        names = wheel.namelist()
        metadata = wheel.read(next(name for name in names if name.endswith("METADATA"))).decode()
    assert "License-Expression: Apache-2.0" in metadata
    assert {name.partition("/")[0].partition("-")[0] for name in names} == {"reportgen"}
    assert "reportgen/py.typed" in names
    assert "reportgen/cli/locale/vi/LC_MESSAGES/reportgen.mo" in names
    with tarfile.open(next(built.glob("*.tar.gz"))) as sdist:
        assert any(name.endswith("/LICENSE") for name in sdist.getnames())
