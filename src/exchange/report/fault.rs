//! Why a report could not be made.

/// The document is sound, but it could not be turned into a file.
#[derive(Debug, thiserror::Error)]
pub enum ReportFault {
    /// The library that writes PDF refused.
    #[error("the PDF cannot be made ({0}): choose XLSX instead")]
    Pdf(String),
    /// The library that writes workbooks refused.
    #[error("the workbook cannot be made ({0}): choose PDF instead")]
    Workbook(#[from] Box<rust_xlsxwriter::XlsxError>),
}

impl From<rust_xlsxwriter::XlsxError> for ReportFault {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(Box::new(error))
    }
}
