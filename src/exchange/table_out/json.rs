//! An array of objects, one a row.

use std::io::Write;

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::{Cell, OutFault};

/// An array that is being written.
pub(super) struct JsonRows<W: Write> {
    out: W,
    first: bool,
}

impl<W: Write> JsonRows<W> {
    pub(super) fn begin(mut out: W) -> Result<Self, OutFault> {
        out.write_all(b"[")?;
        Ok(Self { out, first: true })
    }

    pub(super) fn row(&mut self, columns: &[&str], cells: &[Cell]) -> Result<(), OutFault> {
        self.out.write_all(if self.first { b"\n" } else { b",\n" })?;
        self.first = false;
        serde_json::to_writer(&mut self.out, &Row { columns, cells })
            .map_err(|e| OutFault::from(std::io::Error::from(e)))
    }

    pub(super) fn finish(mut self) -> Result<W, OutFault> {
        self.out.write_all(if self.first { b"]\n" } else { b"\n]\n" })?;
        Ok(self.out)
    }
}

struct Row<'a> {
    columns: &'a [&'a str],
    cells: &'a [Cell],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.columns.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(column, cell)?;
        }
        map.end()
    }
}
