"""A matrix: one share path, and a list of values for one of its parameters."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspector.share_paths.blanks import filled
from inspector.share_paths.rows import columns_needed, read_table
from inspector.share_paths.share_path import Parameter, SharePath


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One share path of a matrix."""

    label: str
    """What to print beside its code: `name = value`, or the label that was given."""
    share_path: SharePath


def matrix(share_path: SharePath, name: str, values: Iterable[str]) -> tuple[MatrixCell, ...]:
    """Return one share path for each value of a parameter, in order; equal values once.

    The parameter keeps its place and is switched on; a missing one is added at the end. A
    value may carry a label behind a tab: `123<TAB>blue shoes`.
    """
    cells = []
    for line in dict.fromkeys(values):
        value, _, label = line.partition("\t")
        path = with_value(share_path, name, value)
        cells.append(MatrixCell(label.strip() or f"{name} = {value}", path))
    return tuple(cells)


def with_value(share_path: SharePath, name: str, value: str) -> SharePath:
    """Return the share path with a parameter set and on; of equal names the first is set."""
    parameters = list(share_path.parameters)
    for place, parameter in enumerate(parameters):
        if parameter.name == name:
            parameters[place] = replace(parameter, value=value, enabled=True)
            return SharePath(share_path.page, parameters)
    return SharePath(share_path.page, [*parameters, Parameter(name, value)])


def row_cells(share_path: SharePath, table: str) -> tuple[MatrixCell, ...]:
    """Return one share path for each row of a CSV whose columns fill the blanks.

    Raises:
        RowsError: The text is no table, or a blank has no column.
    """
    names, rows = read_table(table)
    blanks = columns_needed(share_path, names)
    return tuple(
        MatrixCell(" · ".join(row[name] for name in blanks), filled(share_path, row))
        for row in rows
    )


def values_from_text(text: str) -> tuple[str, ...]:
    """Return the values that somebody typed or pasted, one a line; empty lines are left out."""
    lines = (line.strip(" \r") for line in text.split("\n"))
    return tuple(line for line in lines if line.strip())
