"""Lists the third-party parts of the program: a CycloneDX list, and their licences.

Usage, in the root of the project: python3 crates/cli/parts.py FOLDER
Writes FOLDER/equifinal.cdx.json (CycloneDX 1.5) and FOLDER/THIRD-PARTY.md from `cargo metadata`; the same bytes each time.
"""

import json
import sys
from pathlib import Path
from subprocess import check_output

#: The packages that users install.
INSTALLED = ("equifinal-cli", "equifinal-python")


def parts():
    """The third-party packages that the installed ones are built from, by name and version, and our own version."""
    found = json.loads(check_output(["cargo", "metadata", "--format-version", "1", "--locked"]))
    packages = {package["id"]: package for package in found["packages"]}
    nodes = {node["id"]: node for node in found["resolve"]["nodes"]}
    waiting = [id for id, package in packages.items() if package["name"] in INSTALLED]
    own = packages[waiting[0]]["version"]
    seen = set(waiting)
    while waiting:
        for dependency in nodes[waiting.pop()]["deps"]:
            # Only what is part of the program: not what tests or build scripts need.
            is_part = any(kind["kind"] is None for kind in dependency["dep_kinds"])
            if is_part and dependency["pkg"] not in seen:
                seen.add(dependency["pkg"])
                waiting.append(dependency["pkg"])
    third = [packages[id] for id in seen if packages[id]["source"]]
    return own, sorted(third, key=lambda package: (package["name"], package["version"]))


def bill(version, third):
    """The list in CycloneDX."""

    def component(package):
        url = f"pkg:cargo/{package['name']}@{package['version']}"
        licence = [{"expression": package["license"].replace("/", " OR ")}] if package["license"] else []
        return {
            "type": "library",
            "bom-ref": url,
            "name": package["name"],
            "version": package["version"],
            "licenses": licence,
            "purl": url,
        }

    own = f"pkg:cargo/equifinal-cli@{version}"
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {
            "component": {"type": "application", "bom-ref": own, "name": "equifinal", "version": version, "purl": own}
        },
        "components": [component(package) for package in third],
    }


def licences(third):
    """The licence of each part, and the text of every licence once."""
    lines = ["# Third-party parts", "", "| part | version | licence |", "|---|---|---|"]
    lines += [f"| {one['name']} | {one['version']} | {one['license'] or 'see the text'} |" for one in third]
    texts = {}
    for package in third:
        folder = Path(package["manifest_path"]).parent
        for file in sorted(folder.glob("*")):
            if file.is_file() and file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")):
                text = file.read_text(encoding="utf-8", errors="replace").strip()
                texts.setdefault(text, []).append(f"{package['name']} {package['version']}")
    for text, names in texts.items():
        lines += ["", f"## {', '.join(names)}", "", "```", text.replace("```", "'''"), "```"]
    return "\n".join(lines) + "\n"


def main():
    """Writes both files."""
    folder = Path(sys.argv[1])
    version, third = parts()
    folder.mkdir(parents=True, exist_ok=True)
    bom = json.dumps(bill(version, third), indent=2, ensure_ascii=False)
    (folder / "equifinal.cdx.json").write_text(bom + "\n", encoding="utf-8")
    (folder / "THIRD-PARTY.md").write_text(licences(third), encoding="utf-8")
    print(f"{len(third)} parts listed")


if __name__ == "__main__":
    main()
