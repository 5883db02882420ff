//! The only place that knows all: runs the effects of the flow, clock, instance lock, logging.
