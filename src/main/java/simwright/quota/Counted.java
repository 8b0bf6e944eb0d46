package simwright.quota;

import java.time.Instant;

/// What a counter stood at: of an application, or of the device as a whole (`app` is ""), under the
/// profile that was in use ("" where that is not known). `fromZero` says that a counter that fell
/// began again at nothing, as a modem's does; else the device forgot what was long ago.
public record Counted(
    Instant at,
    String device,
    String profile,
    String app,
    long sent,
    long received,
    boolean fromZero,
    boolean roaming) {}
