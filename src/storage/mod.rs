//! The book on disk: SQLite behind one named worker thread.
