"""The command `typst`, as far as PDF needs it, by the Python package of that name; `just typst` puts it into .venv/bin/."""

import importlib.metadata
import sys

import typst


def main(arguments):
    match arguments:
        case ["--version"]:
            print("typst", importlib.metadata.version("typst"))
        case ["compile", "--font-path", fonts, "--ignore-system-fonts", source, target]:
            typst.compile(source, output=target, font_paths=[fonts], ignore_system_fonts=True)
        case _:
            sys.exit("typst compile --font-path FOLDER --ignore-system-fonts SOURCE TARGET")


try:
    main(sys.argv[1:])
except typst.TypstError as problem:
    sys.exit(str(problem))
