package simwright.failover.policy;

/// What is doubtful in a policy: where (a line of its file), how bad, and why.
public record Finding(int line, boolean wrong, String why) {}
