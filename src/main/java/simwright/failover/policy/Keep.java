package simwright.failover.policy;

/// What must be there in each region: viable profiles, staged ones among them, fallback ones among
/// them; how many days before its end a profile counts as expiring; and how many bytes a profile
/// must have left to be chosen, a fallback one fewer.
public record Keep(
    int viable, int staged, int fallback, int days, long bytesLeft, long fallbackBytesLeft) {}
