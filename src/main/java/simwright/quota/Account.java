package simwright.quota;

import java.time.Instant;
import java.util.OptionalLong;

/// What an operator told of the quota of a profile: when, by which way (import, sms or ussd), what
/// was used of which cap as far as it was told, and whether the quota began anew then.
public record Account(
    Instant at,
    String device,
    String profile,
    String way,
    OptionalLong used,
    OptionalLong cap,
    boolean reset) {}
