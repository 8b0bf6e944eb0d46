package simwright.runbook;

/// A word of the trade: its short form, what that stands for, and what it means to a technician.
public record Term(String name, String full, String meaning) {}
