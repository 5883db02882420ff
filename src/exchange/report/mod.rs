//! Official reports: figures in, one document out of them, and that document as a workbook or a PDF.
//!
//! [`compose`] writes the document once; [`xlsx`] and [`pdf`] paint it, and [`lay_out`] gives the pages that the panel
//! shows as its preview, which are the very pages of the PDF.

mod compose;
mod emblem;
mod faces;
mod fault;
mod layout;
mod paper;
mod pdf;
mod printed;
mod xlsx;

pub use compose::compose;
pub use fault::ReportFault;
pub use layout::lay_out;
pub use pdf::pdf;
pub use xlsx::xlsx;
