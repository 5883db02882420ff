//! Helpers of the tests of this ring.
