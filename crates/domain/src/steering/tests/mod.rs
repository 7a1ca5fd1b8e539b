//! Tests of the steering model.
