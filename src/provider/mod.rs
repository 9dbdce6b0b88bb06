//! Definitions of senders: reading them, and turning them into each stage's plan.

pub mod definition;
