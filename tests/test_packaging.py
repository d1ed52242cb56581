"""The wheel, an editable install and a bare checkout each find the vocabularies, registers and schemas."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import gradelint as package
from tests.conftest import ROOT, Run

KINDS = ("vocabularies", "registers", "schemas")
WHERE = (
    "import sys, gradelint, gradelint.shipped as shipped;"
    "print(gradelint.__file__);"
    f"[print(shipped.folder(kind)) for kind in {KINDS!r}]"
)


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as `pip install .` builds it."""
    return _build(checkout, tmp_path_factory.mktemp("wheel"), "standard")


def _build(checkout: Path, target: Path, version: str) -> Path:
    code = (
        "import sys; from hatchling.builders.wheel import WheelBuilder;"
        "print(*WheelBuilder(sys.argv[1]).build(directory=sys.argv[2], versions=[sys.argv[3]]))"
    )
    command = [sys.executable, "-c", code, str(checkout), str(target), version]
    subprocess.run(command, check=True, capture_output=True, text=True)
    (built,) = target.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel's content, as pip would lay it out."""
    folder = tmp_path_factory.mktemp("site-packages")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def _shipped(folder: Path, kind: str) -> list[str]:
    found = sorted(path.relative_to(folder / kind).as_posix() for path in (folder / kind).rglob("*") if path.is_file())
    return [name for name in found if not name.endswith(".pyc")]


@pytest.mark.parametrize("kind", KINDS)
def test_the_wheel_ships_every_data_file_of_the_checkout(checkout: Path, unpacked: Path, kind: str) -> None:
    shipped = _shipped(checkout, kind)

    assert shipped
    assert set(shipped) <= set(_shipped(unpacked / "gradelint" / "_shipped", kind))


def test_the_wheel_ships_its_types_and_its_licence_and_no_tests(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert "gradelint/py.typed" in names
    assert f"gradelint-{package.__version__}.dist-info/licenses/LICENSE" in names
    assert {name.split("/")[0] for name in names} == {"gradelint", f"gradelint-{package.__version__}.dist-info"}


def test_the_wheel_names_its_command(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        points = archive.read(f"gradelint-{package.__version__}.dist-info/entry_points.txt").decode()

    assert points.split() == ["[console_scripts]", "gradelint", "=", "gradelint.cli:main"]


def test_a_wheel_finds_its_own_data(gradelint: Run, unpacked: Path, tmp_path: Path) -> None:
    assert _where(tmp_path, f"sys.path.insert(0, {str(unpacked)!r})") == [
        str(unpacked / "gradelint" / "__init__.py"),
        *(str(unpacked / "gradelint" / "_shipped" / kind) for kind in KINDS),
    ]
    assert _lists_the_vocabulary(gradelint, path=unpacked, cwd=tmp_path)


def test_an_editable_install_finds_the_data_of_the_checkout(
    checkout: Path, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    built = _build(checkout, tmp_path_factory.mktemp("editable"), "editable")
    with zipfile.ZipFile(built) as archive:
        (link,) = [name for name in archive.namelist() if name.endswith(".pth")]
        folder = archive.read(link).decode().strip()

    assert folder == str(checkout)
    assert _where(tmp_path, f"sys.path.insert(0, {folder!r})") == [
        str(checkout / "gradelint" / "__init__.py"),
        *(str(checkout / kind) for kind in KINDS),
    ]


def test_a_bare_checkout_finds_its_own_data(gradelint: Run, checkout: Path, tmp_path: Path) -> None:
    assert _lists_the_vocabulary(gradelint, path=checkout, cwd=tmp_path)
    assert _lists_the_vocabulary(gradelint, cwd=checkout)


def _where(cwd: Path, prologue: str) -> list[str]:
    command = [sys.executable, "-c", f"import sys; {prologue}; {WHERE}"]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=True).stdout.splitlines()


def _lists_the_vocabulary(gradelint: Run, cwd: Path, path: Path | None = None) -> bool:
    done = gradelint("vocab", "list", cwd=cwd, path=path)
    return done.returncode == 0 and "ofsted-childrens-services" in done.stdout


def test_the_module_runs_and_says_its_version(gradelint: Run) -> None:
    done = gradelint("--version")

    assert (done.returncode, done.stdout, done.stderr) == (0, f"gradelint {package.__version__}\n", "")


def test_the_version_is_a_month_and_a_counter() -> None:
    year, month, counter = (int(part) for part in package.__version__.split("."))

    assert year >= 2026
    assert 1 <= month <= 12
    assert counter >= 0
    assert f"## {package.__version__}\n" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
