package simwright.at.command;

/// Starts counting bytes, for makers whose counters stand still until then: %XCONNSTAT=1.
public record StartCounting(String text) implements Order {}
